/** Levers and shocks drawn by lot: anything a person could ask for, in any place, at any time, at once. */
import {
  INSTRUMENTS,
  type Instrument,
  LAST_MONTH,
  LENDER_CLASSES,
  type Patch,
  type Scope,
  SECTORS,
  SETTINGS,
  SHOCKS,
  type Shock,
  SIZES,
} from '../../sim/index.ts';

type Roll = () => number;

/** A number in [0, 1) at each call, the same row of them for the same lot (mulberry32). */
function rollsOf(lot: number): Roll {
  let state = Math.imul(lot + 1, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let h = Math.imul(state ^ (state >>> 15), 1 | state);
    h = (h + Math.imul(h ^ (h >>> 7), 61 | h)) ^ h;
    return ((h ^ (h >>> 14)) >>> 0) / 2 ** 32;
  };
}

const whole = (roll: Roll, below: number): number => Math.floor(roll() * below);

/** About half of what there is, or no list at all. */
function someOf(roll: Roll, count: number): number[] | undefined {
  if (roll() < 0.6) return undefined;
  return Array.from({ length: count }, (_, k) => k).filter(() => roll() < 0.5);
}

function scopeOf(roll: Roll): Scope {
  const lists = {
    prefectures: someOf(roll, 14),
    settings: someOf(roll, SETTINGS.length),
    sectors: someOf(roll, SECTORS.length),
    sizes: someOf(roll, SIZES.length),
    lenders: someOf(roll, LENDER_CLASSES.length),
  };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined));
}

/** Some parameters of an instrument on their sliders, or the instrument switched off. */
function settingOf(roll: Roll, { parameters }: Instrument): Patch['set'] {
  if (roll() < 0.1) return { enabled: 0 };
  const set: Record<string, number> = {};
  for (const [name, { min, max, step }] of Object.entries(parameters))
    if (roll() < 0.8) set[name] = Math.min(max, min + step * whole(roll, 1 + (max - min) / step));
  return set;
}

function patchOf(roll: Roll, instrument: Instrument): Patch {
  const from = whole(roll, 60);
  return {
    instrument: instrument.id,
    from,
    until: Math.min(LAST_MONTH, from + 6 + whole(roll, 60)),
    phaseInMonths: roll() < 0.5 ? 0 : whole(roll, 24),
    scope: scopeOf(roll),
    set: settingOf(roll, instrument),
  };
}

function shockOf(roll: Roll, { id, maxSeverity, defaultMonths }: (typeof SHOCKS)[number]): Shock {
  return {
    kind: id,
    from: whole(roll, 72),
    months: 1 + whole(roll, 2 * defaultMonths),
    severity: maxSeverity * roll(),
    scope: scopeOf(roll),
  };
}

/** What lot number `lot` holds: two levers in three and half of the shocks. */
export function lotOf(lot: number): { patches: Patch[]; shocks: Shock[] } {
  const roll = rollsOf(lot);
  return {
    patches: INSTRUMENTS.filter(() => roll() < 0.67).map((one) => patchOf(roll, one)),
    shocks: SHOCKS.filter(() => roll() < 0.5).map((one) => shockOf(roll, one)),
  };
}
