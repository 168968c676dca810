import type { Books } from '../../experiments/index.ts';
import type { Terminal } from './terminal.ts';

const MOST_LINES = 20;

/** One line for each account that did not hold: which, when, by how much. */
export function breachLines({ breaches }: Books): string[] {
  return breaches.map(
    ({ account, residual, at }) => `broken ${account}; residual not 0: ${residual} (at ${at})`,
  );
}

/** Says beside the answer which accounts did not hold. */
export function warnOfBreaches(terminal: Terminal, books: Books): void {
  const lines = breachLines(books);
  for (const line of lines.slice(0, MOST_LINES)) terminal.warn(line);
  if (lines.length > MOST_LINES) terminal.warn(`… and ${lines.length - MOST_LINES} more`);
}
