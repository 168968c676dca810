import { expose } from 'comlink';
import { describe, expect, test, vi } from 'vitest';
import { LIBRARY } from '../../viz/app/catalogue.ts';
import type { Likely } from '../../viz/app/foresight.ts';
import { Lab } from '../../viz/app/lab.ts';
import { usualState } from '../../viz/app/start.ts';
import type { State } from '../../viz/app/state.ts';
import type { Foresight, LabApi, LabRequest, LabUpdate } from '../../workers/api.ts';

const state: State = { ...usualState(LIBRARY, {}, ['en']), runs: 1 };
const empty = { months: [], province: {}, prefecture: {} };

/** The draft without its policies, then twice as many as are looked ahead to. */
const likely: Likely = {
  key: 'a slider',
  after: (draft) =>
    Array.from({ length: 80 }, (_, k) => ({ ...draft, assumptions: { guaranteeRecovery: k / 1000 } })),
};

/** A simulation process that answers every request at once with one run, and notes what it is told. */
function startLab(isIdle: () => boolean = () => true) {
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
    expect(ahead).toEqual([]);
    lab.ask(state);
    await done();
    lab.foresee(likely);
    await vi.waitUntil(() => ahead.length > 0);
    expect(ahead).toHaveLength(1);
    expect(ahead[0]!.scenarios).toHaveLength(40);
    expect(ahead[0]!.scenarios[0]).toMatchObject({ assumptions: { guaranteeRecovery: 0 } });
    lab.close();
  });

  test('not while there is something else to do', async () => {
    let idle = false;
    const { lab, ahead, done } = startLab(() => idle);
    lab.ask(state);
    await done();
    lab.foresee(likely);
    idle = true;
    expect(ahead).toEqual([]);
    lab.foresee(likely);
    await vi.waitUntil(() => ahead.length === 1);
    lab.close();
  });

  test('again after a stop, and after its process was lost', async () => {
    const { lab, asked, ahead, workers, done } = startLab();
    lab.ask(state);
    await done();
    lab.foresee(likely);
    await vi.waitUntil(() => ahead.length === 1);
    lab.stop();
    lab.again();
    await vi.waitUntil(() => ahead.length === 2);
    workers.at(-1)!.lose();
    lab.foresee(likely);
    expect(ahead).toHaveLength(2);
    lab.again();
    await vi.waitUntil(() => ahead.length === 3);
    expect(asked).toHaveLength(3);
    lab.close();
  });
});
