import { expose } from 'comlink';
import { describe, expect, test, vi } from 'vitest';
import { LIBRARY } from '../../viz/app/catalogue.ts';
import { shockOf } from '../../viz/app/draft.ts';
import type { Likely } from '../../viz/app/foresight.ts';
import { Lab } from '../../viz/app/lab.ts';
import { usualState } from '../../viz/app/start.ts';
import type { State } from '../../viz/app/state.ts';
import type { Foresight, LabApi, LabRequest, LabUpdate } from '../../workers/api.ts';

const state: State = { ...usualState(LIBRARY, {}, ['en']), runs: 1 };
const empty = { months: [], province: {}, prefecture: {} };

/** Twice as many drafts as are looked ahead to. */
const likely: Likely = {
  key: 'a slider',
  after: (draft) =>
    Array.from({ length: 80 }, (_, k) => ({ ...draft, assumptions: { guaranteeRecovery: k / 1000 } })),
};

/** Long enough for every message on its way to arrive. */
const delivery = () => new Promise((later) => setTimeout(later, 50));

/**
 * A simulation process that answers every request at once with one run at 1:100, is done with it unless `last` is waited
 * for, and notes what it is told.
 */
function startLab({
  isIdle = () => true,
  last = Promise.resolve(),
}: {
  isIdle?: () => boolean;
  last?: Promise<unknown>;
} = {}) {
  const asked: LabRequest[] = [];
  const ahead: Foresight[] = [];
  const workers: { lose(): void }[] = [];
  const api: Partial<LabApi> = {
    async run(request, onUpdate) {
      asked.push(request);
      const answer: Omit<LabUpdate, 'stage'> = {
        id: request.id,
        scale: 100,
        runsDone: 1,
        runsTotal: 1,
        result: empty,
        others: [],
      };
      await onUpdate({ ...answer, stage: 'single' });
      await last;
      return 'done';
    },
    async foresee(foresight) {
      ahead.push(foresight);
    },
    cancel() {},
    ping: () => true,
  };
  const start = () => {
    const { port1, port2 } = new MessageChannel();
    expose(api, port2 as never);
    const heard: (() => void)[] = [];
    workers.push({ lose: () => heard.forEach((tell) => void tell()) });
    return Object.assign(port1, {
      terminate: () => port1.close(),
      addEventListener(type: string, listener: (event: unknown) => void) {
        if (type === 'error') heard.push(() => listener({ preventDefault() {} }));
        else MessagePort.prototype.addEventListener.call(port1, type, listener as never);
      },
    }) as unknown as Worker;
  };
  const lab = new Lab(LIBRARY, () => {}, isIdle, start);
  const done = () => vi.waitUntil(() => lab.view.status === 'done');
  return { lab, asked, ahead, workers, done };
}

describe('the lab looks ahead', () => {
  test('after the last answer, to no more scenarios than are kept, and once', async () => {
    const { lab, ahead, done } = startLab();
    lab.foresee(likely);
    await delivery();
    expect(ahead).toEqual([]);
    lab.ask(state);
    await done();
    lab.foresee(likely);
    await delivery();
    expect(ahead).toHaveLength(1);
    expect(ahead[0]!.scenarios).toHaveLength(40);
    expect(ahead[0]!.scenarios[0]).toMatchObject({ assumptions: { guaranteeRecovery: 0 } });
    lab.close();
  });

  test('beside the replications of 1:100, not beside finer runs', async () => {
    const never = new Promise(() => {});
    for (const scale of [100, 10] as const) {
      const { lab, ahead } = startLab({ last: never });
      lab.foresee(likely);
      lab.ask({ ...state, scale });
      lab.foresee(likely);
      await vi.waitUntil(() => lab.view.update !== undefined);
      await delivery();
      lab.foresee(likely);
      await delivery();
      expect(ahead, `1:${scale}`).toHaveLength(scale === 100 ? 1 : 0);
      lab.close();
    }
  });

  test('not while there is something else to do, and no longer once there is', async () => {
    let idle = false;
    const { lab, ahead, done } = startLab({ isIdle: () => idle });
    lab.ask(state);
    await done();
    lab.foresee(likely);
    await delivery();
    expect(ahead).toEqual([]);
    idle = true;
    lab.foresee(likely);
    lab.lookAway();
    lab.lookAway();
    await delivery();
    expect(ahead.map(({ scenarios }) => scenarios.length)).toEqual([40, 0]);
    lab.close();
  });

  test('from every question of the same sliders, and not to those of another province', async () => {
    const { lab, ahead, done } = startLab();
    const ask = async (draft: State['draft']) => {
      lab.ask({ ...state, draft });
      await done();
      await delivery();
      return ahead.length;
    };
    await ask(state.draft);
    lab.foresee(likely);
    expect(await ask({ ...state.draft, assumptions: { guaranteeRecovery: 0.3 } })).toBe(2);
    expect(await ask({ ...state.draft, shocks: [shockOf({ kind: 'flood' })] })).toBe(2);
    lab.close();
  });

  test('again after its process was lost', async () => {
    const { lab, ahead, workers, done } = startLab();
    lab.ask(state);
    await done();
    lab.foresee(likely);
    await vi.waitUntil(() => ahead.length === 1);
    workers.at(-1)!.lose();
    lab.foresee(likely);
    await delivery();
    expect(ahead).toHaveLength(1);
    lab.again();
    lab.foresee(likely);
    await vi.waitUntil(() => ahead.length === 2);
    lab.close();
  });
});
