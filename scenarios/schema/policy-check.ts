/** What a policy may say: a known lever, values in its range, dates in order, a scope its parameters can tell apart. */
import { type Instrument, monthIndex } from '../../sim/index.ts';
import { type Fault, unknownName } from './fault.ts';
import { isObject } from './objects.ts';
import type { Policy } from './scenario.ts';
import { codeFaults, dateFaults, invalid, scopeFaults, type Window } from './scope-check.ts';
import { movedWhenOff, TELLS } from './tells.ts';
import type { Vocabulary } from './vocabulary.ts';

function untilFaults(from: string | undefined, until: string, window: Window, path: string): Fault[] {
  const outside = dateFaults('until', until, window, path);
  if (outside.length > 0 || from === undefined || !(monthIndex(until) < monthIndex(from))) return outside;
  return [invalid('until', `before from ${from}`, until, path)];
}

/** What a policy is written to set, whatever the values. */
function namesIn(raw: unknown): string[] {
  const set = isObject(raw) ? raw.set : undefined;
  return isObject(set) ? Object.keys(set) : [];
}

function valueFaults(
  instrument: Instrument,
  policy: Partial<Policy>,
  names: readonly string[],
  path: string,
): Fault[] {
  const { id, parameters } = instrument;
  return names.flatMap((key) => {
    if (!Object.hasOwn(parameters, key))
      return [unknownName(`parameter of ${id}`, key, Object.keys(parameters), `${path}.set`)];
    const name = `${id}.${key}`;
    const { min, max, over } = parameters[key];
    const value = policy.set?.[key];
    const isOutside = value !== undefined && !(value >= min && value <= max);
    return [
      ...(isOutside ? [invalid(name, `not in [${min}, ${max}]`, value, `${path}.set`)] : []),
      ...scopeFaults(name, TELLS[over], policy.scope ?? {}, path),
    ];
  });
}

/** Of an instrument that is switched off: parameters beside those set that would move for more than its scope names. */
function switchFaults(
  instrument: Instrument,
  { enabled, scope = {} }: Partial<Policy>,
  { statusQuo }: Vocabulary,
  names: readonly string[],
  path: string,
): Fault[] {
  if (enabled !== false) return [];
  const { id, parameters } = instrument;
  const quo = (name: string) => statusQuo?.[parameters[name].record][0];
  return movedWhenOff(instrument, quo)
    .filter((name) => !names.includes(name))
    .flatMap((name) => scopeFaults(`${id}.${name}`, TELLS[parameters[name].over], scope, path));
}

/** A policy that says nothing: neither a value nor, in `raw`, whether its instrument is in force. */
function silenceFaults({ lever, set }: Partial<Policy>, raw: unknown, path: string): Fault[] {
  const isSwitched = isObject(raw) && 'enabled' in raw;
  if (isSwitched || set === undefined || namesIn(raw).length > 0) return [];
  return [
    {
      kind: 'missing',
      name: `${lever}.set`,
      rule: 'a policy sets a parameter or says whether it is enabled',
      path,
    },
  ];
}

function leverFaults(policy: Partial<Policy>, raw: unknown, vocabulary: Vocabulary, path: string): Fault[] {
  if (policy.lever === undefined) return [];
  const instrument = vocabulary.instruments.find((one) => one.id === policy.lever);
  const names = namesIn(raw);
  if (instrument)
    return [
      ...valueFaults(instrument, policy, names, path),
      ...switchFaults(instrument, policy, vocabulary, names, path),
      ...silenceFaults(policy, raw, path),
    ];
  return [
    unknownName(
      'lever',
      policy.lever,
      vocabulary.instruments.map((one) => one.id),
      path,
    ),
  ];
}

/** Every fault of the fields of one policy that have the right shape; `raw` is the policy as it was written. */
export function policyFaults(
  policy: Partial<Policy>,
  raw: unknown,
  vocabulary: Vocabulary,
  window: Window,
  path: string,
): Fault[] {
  return [
    ...leverFaults(policy, raw, vocabulary, path),
    ...(policy.from === undefined ? [] : dateFaults('from', policy.from, window, path)),
    ...(policy.until === undefined ? [] : untilFaults(policy.from, policy.until, window, path)),
    ...codeFaults(policy.scope ?? {}, vocabulary, `${path}.scope`),
  ];
}
