/** Phase 3: who can read what of every enterprise, looked up anew each month, and what the latest reports say. */
import { reportingPeriod } from '../../sim/decisions/record.ts';
import type { Enterprise } from './enterprise.ts';
import { forEnterprise } from './in-force.ts';
import { linkedSources } from './links.ts';
import { uniformDraw } from './luck.ts';
import { isCommercial, isPublic, SOURCES, type Source, tracesOf } from './sources.ts';
import { shifted } from './treasury.ts';
import type { SlowWorld } from './world.ts';

export function data(world: SlowWorld): void {
  for (const e of world.enterprises) {
    if (e.status !== 'active') continue;
    e.sources = readableOf(world, e);
    const known = [...e.sources].filter(isPublic).length;
    e.data = known === 0 ? 'none' : known < world.p['data.fullRecord'][0] ? 'partial' : 'full';
    if ((world.month + e.id) % reportingPeriodOf(world, e) === 0) report(e);
  }
}

/** Months between two reports of an enterprise. */
export const reportingPeriodOf = (world: SlowWorld, e: Enterprise): number =>
  reportingPeriod(forEnterprise(world, 'dataSharing.delayMonths', e));

/** Public traces on the platform and consented to, commercial ones, and what links bring, unless platforms have left. */
function readableOf(world: SlowWorld, e: Enterprise): Set<Source> {
  const filed = isFiled(world, e);
  const read = new Set(
    [...tracesLeft(world, e)].filter(
      (source) => isCommercial(source) || (filed && isDelivered(world, e, source)),
    ),
  );
  for (const source of linkedSources(world, e)) read.add(source);
  if (platformGone(world, e)) for (const source of [...read].filter(isCommercial)) read.delete(source);
  return read;
}

/** Traces an enterprise leaves; owners who are trained leave fewer fields out. */
function tracesLeft(world: SlowWorld, e: Enterprise): ReadonlySet<Source> {
  const { p } = world;
  const trained = forEnterprise(world, 'creditTraining.trained', e);
  if (uniformDraw(world, 'creditTraining', -1, e.id) >= trained) return e.traces;
  const missing = p['data.missingBySetting'][e.cell.setting] * p['creditTraining.missingLeft'][0];
  return tracesOf(world, e.cell, e.id, e.platform, missing);
}

/** On file and consenting. */
function isFiled(world: SlowWorld, e: Enterprise): boolean {
  const { p } = world;
  const { setting } = e.cell;
  const coverage = forEnterprise(world, 'dataSharing.coverage', e);
  const consent = forEnterprise(world, 'dataSharing.consent', e);
  const onFile = shifted(p['data.onFileBySetting'][setting], p['dataSharing.coverage'][0], coverage);
  const agreed = shifted(p['data.consentBySetting'][setting], p['dataSharing.consent'][0], consent);
  return (
    uniformDraw(world, 'dataOnFile', -1, e.id) < onFile &&
    uniformDraw(world, 'dataConsent', -1, e.id) < agreed
  );
}

/** Whether a source is among the kinds of data on the platform. */
const isDelivered = (world: SlowWorld, e: Enterprise, source: Source): boolean =>
  isPublic(source) &&
  forEnterprise(world, 'dataSharing.sources', e) >= world.p['data.sharedFrom'][SOURCES.indexOf(source)];

const platformGone = (world: SlowWorld, e: Enterprise): boolean =>
  uniformDraw(world, 'platformExit', -1, e.id) >= world.effects.cells[e.cell.index].platforms;

/** Records say what trade and cash are today: shock in 1/1024, cash in 1/256 months of sales. */
export function report(
  e: Pick<Enterprise, 'shock' | 'cash' | 'scale' | 'reportedShock' | 'reportedCash'>,
): void {
  e.reportedShock = whole(1024 * e.shock);
  e.reportedCash = whole((256 * e.cash) / e.scale);
}

/** A whole number of sixteen bits, which knows no negative zero. */
const whole = (value: number): number => Math.round(Math.min(32767, Math.max(-32767, value))) + 0;
