/** What a policy may say: a known lever, values in its range, dates in order, a scope its parameters can tell apart. */
import { type Instrument, monthIndex } from '../../sim/index.ts';
import { type Fault, shortKey, unknownName } from './fault.ts';
import type { Policy } from './scenario.ts';
import { codeFaults, dateFaults, invalid, scopeFaults, type Window } from './scope-check.ts';
import { TELLS } from './tells.ts';
import type { Vocabulary } from './vocabulary.ts';

function untilFaults(from: string | undefined, until: string, window: Window, path: string): Fault[] {
  const outside = dateFaults('until', until, window, path);
  if (outside.length > 0 || from === undefined || !(monthIndex(until) < monthIndex(from))) return outside;
  return [invalid('until', `before from ${from}`, until, path)];
}

function valueFaults(instrument: Instrument, policy: Partial<Policy>, path: string): Fault[] {
  const faults: Fault[] = [];
  for (const [key, value] of Object.entries(policy.set ?? {})) {
    const name = `${instrument.id}.${shortKey(key)}`;
    if (!Object.hasOwn(instrument.parameters, key)) {
      faults.push(
        unknownName(`parameter of ${instrument.id}`, key, Object.keys(instrument.parameters), `${path}.set`),
      );
      continue;
    }
    const { min, max, over } = instrument.parameters[key];
    if (!(value >= min && value <= max))
      faults.push(invalid(name, `not in [${min}, ${max}]`, value, `${path}.set`));
    faults.push(...scopeFaults(name, TELLS[over], policy.scope ?? {}, path));
  }
  return faults;
}

/** A policy that says nothing: neither a value nor, in `raw`, whether its instrument is in force. */
function silenceFaults({ lever, set }: Partial<Policy>, raw: unknown, path: string): Fault[] {
  const isSwitched = typeof raw === 'object' && raw !== null && 'enabled' in raw;
  if (isSwitched || set === undefined || Object.keys(set).length > 0) return [];
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
  if (instrument) return [...valueFaults(instrument, policy, path), ...silenceFaults(policy, raw, path)];
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
