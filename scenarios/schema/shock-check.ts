/** What a shock may say: a known kind, a severity in its range, a start within the window, a scope it can tell apart. */
import { type Fault, unknownName } from './fault.ts';
import type { ShockEvent } from './scenario.ts';
import { codeFaults, dateFaults, invalid, scopeFaults, type Window } from './scope-check.ts';
import { tellsOfShock } from './tells.ts';
import type { Vocabulary } from './vocabulary.ts';

function kindFaults(shock: Partial<ShockEvent>, vocabulary: Vocabulary, path: string): Fault[] {
  if (shock.kind === undefined) return [];
  const kind = vocabulary.shocks.find((one) => one.id === shock.kind);
  if (!kind)
    return [
      unknownName(
        'shock',
        shock.kind,
        vocabulary.shocks.map((one) => one.id),
        path,
      ),
    ];
  const { severity = 1 } = shock;
  if (severity > 0 && severity <= kind.maxSeverity) return [];
  return [invalid(`${kind.id}.severity`, `not in (0, ${kind.maxSeverity}]`, severity, path)];
}

/** Every fault of the fields of one shock that have the right shape. */
export function shockFaults(
  shock: Partial<ShockEvent>,
  vocabulary: Vocabulary,
  window: Window,
  path: string,
): Fault[] {
  const scope = shock.scope ?? {};
  const kind = vocabulary.shocks.find((one) => one.id === shock.kind);
  return [
    ...kindFaults(shock, vocabulary, path),
    ...(shock.from === undefined ? [] : dateFaults('from', shock.from, window, path)),
    ...codeFaults(scope, vocabulary, `${path}.scope`),
    ...scopeFaults(shock.kind ?? 'shock', tellsOfShock(kind), scope, path),
  ];
}
