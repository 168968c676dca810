import { computeConditions } from '../conditions.ts';
import { blockLuck, factorLoadings, nextDemand } from '../decisions/demand-factor.ts';
import { SECTORS } from '../input.ts';
import { drawKey, normal, STREAMS } from '../random.ts';
import { refreshScreening } from '../screening.ts';
import type { World } from '../world.ts';
import type { Phase } from './phase.ts';

/** Demand of each block follows a slow wave, part of it its sector's everywhere, part of it its prefecture's. */
function drawDemand(world: World, month: number): void {
  const { demand } = world.blocks;
  const { seed, province } = world.input;
  const p = province.parameters;
  const loadings = factorLoadings(p['trade.factorSectorShare'][0], p['trade.factorPrefectureShare'][0]);
  const persistence = p['trade.factorPersistence'][0];
  const volatility = p['trade.factorVolatility'][0];
  const own = drawKey(seed, STREAMS.factor, month);
  const ofSector = drawKey(seed, STREAMS.sectorFactor, month);
  const ofPrefecture = drawKey(seed, STREAMS.prefectureFactor, month);
  for (let block = 0; block < demand.length; block++) {
    const place = Math.floor(block / SECTORS.length);
    const luck = blockLuck(
      loadings,
      normal(ofSector.k0, ofSector.k1, block % SECTORS.length),
      normal(ofPrefecture.k0, ofPrefecture.k1, place),
      normal(own.k0, own.k1, block),
    );
    demand[block] = nextDemand(demand[block], persistence, volatility, luck);
  }
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
