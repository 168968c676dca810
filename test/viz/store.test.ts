import { describe, expect, test } from 'vitest';
import { LIBRARY } from '../../viz/app/catalogue.ts';
import { setParameter } from '../../viz/app/draft.ts';
import { usualState } from '../../viz/app/start.ts';
import { Store } from '../../viz/app/store.ts';

const start = usualState(LIBRARY, {}, ['en']);

function clockedStore() {
  let time = 0;
  const store = new Store(start, () => time);
  return { store, wait: (ms: number) => (time += ms) };
}

const share = (value: number) => (state: typeof start) => ({
  ...state,
  draft: setParameter(state.draft, 'riskSplit', 'bankShare', value, 0.2),
});
const shareOf = ({ state }: Store) =>
  state.draft.policies.find((one) => one.lever === 'riskSplit')?.set.bankShare;

describe('the store', () => {
  test('makes one drag one step to undo', () => {
    const { store, wait } = clockedStore();
    const before = shareOf(store);
    for (const value of [0.3, 0.35, 0.4]) {
      store.change(share(value), 'bankShare');
      wait(50);
    }
    store.undo();
    expect(shareOf(store)).toBe(before);
    store.redo();
    expect(shareOf(store)).toBe(0.4);
  });

  test('takes back a precision that was chosen by mistake', () => {
    const { store } = clockedStore();
    store.change(share(0.4));
    store.change((now) => ({ ...now, scale: 10, runs: 8 }));
    store.undo();
    expect(store.state).toMatchObject({ scale: start.scale, runs: start.runs });
    expect(shareOf(store)).toBe(0.4);
  });

  test('makes two drags of one lever two steps', () => {
    const { store, wait } = clockedStore();
    store.change(share(0.3), 'bankShare');
    wait(5000);
    store.change(share(0.4), 'bankShare');
    store.undo();
    expect(shareOf(store)).toBe(0.3);
  });

  test('leaves language and view alone when it undoes', () => {
    const { store } = clockedStore();
    store.change(share(0.3));
    store.change((state) => ({ ...state, language: 'zh', view: 'compare' }));
    store.undo();
    expect(store.state).toMatchObject({ language: 'zh', view: 'compare', draft: start.draft });
    expect(store.canUndo).toBe(false);
  });

  test('forgets what could be redone after a new change', () => {
    const { store } = clockedStore();
    store.change(share(0.3));
    store.undo();
    store.change(share(0.6));
    expect(store.canRedo).toBe(false);
  });

  test('tells listeners once, and not when nothing changed', () => {
    const { store } = clockedStore();
    let calls = 0;
    store.listen(() => calls++);
    store.change((state) => state);
    store.change(share(0.3));
    expect(calls).toBe(1);
  });
});
