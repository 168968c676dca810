/** The systems the evidence describes, and what of the model stands for each so far. */
import { INSTRUMENTS, SHOCKS } from '../sim/index.ts';
import systems from './systems.json' with { type: 'json' };

/** Systems that agents and their books stand for, without a lever. */
const AGENTS: Readonly<Record<string, string>> = {
  H4: 'credit history of each enterprise',
  H12: 'lender classes state and joint-stock',
  H13: 'lender classes city and rural',
  H14: 'lender class village-microcredit',
  H15: 'lender class digital',
  H19: 'private lending, the fallback of refused enterprises',
  H29: 'guarantors and their capital',
  H51: 'guarantors stop when capital or cash runs out',
};

interface Carrier {
  readonly kind: 'instrument' | 'shock' | 'agent';
  readonly name: string;
}

function carriersOf(id: string): Carrier[] {
  const agent = AGENTS[id];
  return [
    ...INSTRUMENTS.filter((one) => one.systems.includes(id)).map(
      (one) => ({ kind: 'instrument', name: one.id }) as const,
    ),
    ...SHOCKS.filter((one) => one.systems.includes(id)).map(
      (one) => ({ kind: 'shock', name: one.id }) as const,
    ),
    ...(agent ? [{ kind: 'agent', name: agent } as const] : []),
  ];
}

/** One row a system: what represents it, or that nothing does yet. */
export function systemRows() {
  return systems.map(({ id, title }) => {
    const by = carriersOf(id);
    return { id, title, status: by.length > 0 ? 'represented' : 'not yet represented', by };
  });
}
