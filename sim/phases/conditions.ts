import { computeConditions } from '../conditions.ts';
import { drawKey, normal, STREAMS } from '../random.ts';
import { refreshScreening } from '../screening.ts';
import type { World } from '../world.ts';
import type { Phase } from './phase.ts';

/** Sector-prefecture demand follows its own slow wave. */
function drawDemand(world: World, month: number): void {
  const { demand } = world.blocks;
  const p = world.input.province.parameters;
  const persistence = p['trade.factorPersistence'][0];
  const innovation = p['trade.factorVolatility'][0] * Math.sqrt(1 - persistence * persistence);
  const { k0, k1 } = drawKey(world.input.seed, STREAMS.factor, month);
  for (let block = 0; block < demand.length; block++)
    demand[block] = persistence * demand[block] + innovation * normal(k0, k1, block);
}

function run(world: World): void {
  const month = world.month + 1;
  computeConditions(world, month);
  drawDemand(world, month);
  refreshScreening(world);
}

export const conditions: Phase = {
  name: 'conditions',
  does: {
    en: 'The rules, prices and shocks in force this month are set, from base values and dated changes.',
    zh: '依据基准值与生效的政策、冲击，确定本月的规则、价格与外部条件。',
  },
  steps: [{ over: 'institutions', run }],
};
