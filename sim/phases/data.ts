import { STATUS } from '../agents/enterprises.ts';
import { COMMERCIAL_SOURCES, PUBLIC_SOURCES, SOURCES } from '../agents/sources.ts';
import { report } from '../birth.ts';
import { lever } from '../conditions.ts';
import { reportingPeriod } from '../decisions/record.ts';
import { servedShare } from '../decisions/tax-rating.ts';
import { CARRIED, concerns, LINKS, setLinks } from '../links.ts';
import { type DrawKey, drawKey, pairUniform, STREAMS, uniform } from '../random.ts';
import { conditionsMoved, STANDING } from '../standing.ts';
import { tracesOf } from '../traces.ts';
import type { World } from '../world.ts';
import type { Phase, Span } from './phase.ts';

/** A month nobody is founded in. */
const NEVER = 32767;

/** A status quo that differs by place, moved as far towards 0 or 1 as the lever is from its default; exact at the default. */
export function shifted(base: number, standard: number, value: number): number {
  if (value >= standard)
    return standard >= 1 ? base : base + ((1 - base) * (value - standard)) / (1 - standard);
  return base + (base * (value - standard)) / standard;
}

/** Public sources among the first `kinds` kinds of data on the platform, as bits. */
function delivered(sharedFrom: readonly number[], kinds: number): number {
  let bits = 0;
  for (let k = 0; k < SOURCES.length; k++)
    if ((PUBLIC_SOURCES & (1 << k)) !== 0 && kinds >= sharedFrom[k]) bits |= 1 << k;
  return bits;
}

/** What decides whose data can be read in each cell; says whether any of it differs from last month's. */
function setShares(world: World): void {
  const { seen, changed } = world.dataShares;
  const fresh = seen[STANDING.levers] === 0;
  changed[0] = conditionsMoved(world, seen) && (fillShares(world) || fresh) ? 1 : 0;
}

/** Fills the shares from levers and effects; whether one has changed. */
function fillShares(world: World): boolean {
  const { dataShares: shares, atlas, input, effects } = world;
  const p = input.province.parameters;
  const coverage = lever(world, 'dataSharing.coverage');
  const consent = lever(world, 'dataSharing.consent');
  const kinds = lever(world, 'dataSharing.sources');
  const delay = lever(world, 'dataSharing.delayMonths');
  const trained = lever(world, 'creditTraining.trained');
  const unrated = lever(world, 'bankTax.unrated');
  shares.ratingAsked[0] = unrated.some((part) => part < 1) ? 1 : 0;
  let changed = setLinks(world, shares.links);
  for (let c = 0; c < coverage.length; c++) {
    const setting = atlas.setting[c];
    const onFile = shifted(p['data.onFileBySetting'][setting], p['dataSharing.coverage'][0], coverage[c]);
    const agreed = shifted(p['data.consentBySetting'][setting], p['dataSharing.consent'][0], consent[c]);
    const asBefore = c > 0 && kinds[c] === kinds[c - 1];
    const open = asBefore ? shares.delivered[c - 1] : delivered(p['data.sharedFrom'], kinds[c]);
    changed ||=
      onFile !== shares.onFile[c] ||
      agreed !== shares.agreed[c] ||
      open !== shares.delivered[c] ||
      trained[c] !== shares.trained[c] ||
      unrated[c] !== shares.unrated[c] ||
      effects.platforms[c] !== shares.readable[c];
    shares.onFile[c] = onFile;
    shares.agreed[c] = agreed;
    shares.delivered[c] = open;
    shares.trained[c] = trained[c];
    shares.unrated[c] = unrated[c];
    shares.readable[c] = effects.platforms[c];
    shares.period[c] = reportingPeriod(delay[c]);
  }
  return changed;
}

/** Whether a link that asks for a tax rating serves an enterprise this month. */
function isServed(
  { enterprises: e, dataShares, atlas, input, month }: World,
  i: number,
  rating: DrawKey,
): boolean {
  const p = input.province.parameters;
  const c = e.cell[i];
  const unrated = dataShares.unrated[c];
  if (unrated === 1) return true;
  const rated = p['bankTax.rated'][atlas.size[c]];
  const served = servedShare(rated, month + 1 - e.founded[i], p['bankTax.ratedMonths'][0], unrated);
  return uniform(rating.k0, rating.k1, e.id[i]) < served;
}

/** Keys of the draws that links ask for, mixed once a phase. */
interface LinkKeys {
  readonly link: DrawKey;
  readonly trace: DrawKey;
  readonly rating: DrawKey;
}

/** Sources that links bring for an enterprise, as bits. */
function linked(world: World, i: number, active: number, { link, trace, rating }: LinkKeys): number {
  const { enterprises: e, dataShares, atlas, shape } = world;
  const { share } = dataShares.links;
  const c = e.cell[i];
  const id = e.id[i];
  let bits = 0;
  for (let k = 0; k < LINKS.length; k++) {
    if ((active & (1 << k)) === 0 || !concerns(LINKS[k], e.traits[i])) continue;
    if (pairUniform(link.k0, link.k1, id, k) >= share[k * shape.cells + c]) continue;
    if (LINKS[k].rated === true && !isServed(world, i, rating)) continue;
    if (LINKS[k].makes) bits |= CARRIED[k];
    else
      for (let s = 0; s < SOURCES.length; s++)
        if (
          (CARRIED[k] & (1 << s)) !== 0 &&
          pairUniform(trace.k0, trace.k1, id, s) < atlas.traceShare[c * SOURCES.length + s]
        )
          bits |= 1 << s;
  }
  return bits;
}

/** Month in which those were founded who are old enough for an A this month; nobody's while no link asks for one. */
function monthOfRating({ dataShares, month, input }: World): number {
  if (dataShares.ratingAsked[0] === 0) return NEVER;
  return month + 1 - Math.ceil(input.province.parameters['bankTax.ratedMonths'][0]);
}

/**
 * Sources that can be read = delivered public traces, if on file and agreed, and commercial traces, if the platforms can
 * be read, and what links bring. They change when the shares do; otherwise only the newly founded have to be looked at,
 * and those old enough for a tax rating.
 */
function disclose(world: World, { from, to }: Span): void {
  const { enterprises, input, dataShares, atlas } = world;
  const { status, cell, id, founded, traits, sources } = enterprises;
  const { onFile, agreed, delivered: open, readable, trained, links } = dataShares;
  const newest = dataShares.changed[0] === 1 ? -32768 : world.month;
  const turning = monthOfRating(world);
  const file = drawKey(input.seed, STREAMS.dataOnFile, -1);
  const consent = drawKey(input.seed, STREAMS.dataConsent, -1);
  const exit = drawKey(input.seed, STREAMS.platformExit, -1);
  const keys: LinkKeys = {
    link: drawKey(input.seed, STREAMS.sourceLink, -1),
    trace: drawKey(input.seed, STREAMS.traces, -1),
    rating: drawKey(input.seed, STREAMS.taxRating, -1),
  };
  const training = drawKey(input.seed, STREAMS.creditTraining, -1);
  const missing = input.province.parameters['data.missingBySetting'];
  const missingLeft = input.province.parameters['creditTraining.missingLeft'][0];
  for (let i = from; i < to; i++) {
    if ((founded[i] < newest && founded[i] !== turning) || status[i] !== STATUS.active) continue;
    const c = cell[i];
    const filed =
      uniform(file.k0, file.k1, id[i]) < onFile[c] && uniform(consent.k0, consent.k1, id[i]) < agreed[c];
    const isTrained = trained[c] > 0 && uniform(training.k0, training.k1, id[i]) < trained[c];
    const lost = missing[atlas.setting[c]] * (isTrained ? missingLeft : 1);
    const kept = filed ? open[c] | COMMERCIAL_SOURCES : COMMERCIAL_SOURCES;
    let read = tracesOf(atlas, c, id[i], traits[i], lost, keys.trace, kept);
    if (links.active[c] !== 0) read |= linked(world, i, links.active[c], keys);
    if (readable[c] < 1 && uniform(exit.k0, exit.k1, id[i]) >= readable[c]) read &= ~COMMERCIAL_SOURCES;
    sources[i] = read;
  }
}

/** An enterprise's records come in every `period` months, each in its own month; in between they grow old. */
function receive(world: World, { from, to }: Span): void {
  const { enterprises, dataShares } = world;
  const { status, cell, id } = enterprises;
  const { period } = dataShares;
  const month = world.month + 1;
  for (let i = from; i < to; i++)
    if (((month + id[i]) | 0) % period[cell[i]] === 0 && status[i] === STATUS.active) report(enterprises, i);
}

export const data: Phase = {
  name: 'data',
  does: {
    en: 'Traces of each enterprise reach those who may read them: as far as it leaves them, they are kept, delivered and consented to, and as old as the last report.',
    zh: '企业各类数据到达可查询方：取决于是否留痕、是否入库归集、是否授权，以及上次报送距今多久。',
  },
  steps: [
    { over: 'institutions', run: setShares },
    { over: 'enterprises', run: disclose },
    { over: 'enterprises', run: receive },
  ],
};
