/** Changes whose consequences the model must bring about by itself, and what these are. */
import { HUNAN, patch } from '../support/small-province.ts';
import { LAKE } from './observe.ts';
import type { Mechanism } from './paired.ts';

const COUNTRYSIDE = { settings: [1, 2] };
const POINTS = HUNAN.parameters['interestSubsidy.points'][0];

/** Banks bear half of a guaranteed loss, not a quarter. */
export const RISK_SPLIT: Mechanism = {
  change: { patches: [patch('riskSplit', { bankShare: 0.5 })] },
  until: 71,
  claims: [
    { says: 'a bank that bears more screens more', of: 'effort on guaranteed quotes', side: 'above' },
    { says: 'and asks more for it', of: 'rate of guaranteed quotes', side: 'above' },
    {
      says: 'guarantors pay out less of what they guarantee',
      of: 'payouts a guaranteed yuan',
      side: 'below',
    },
  ],
};

/** One more point of interest subsidy in the countryside. */
export const SUBSIDY: Mechanism = {
  change: { patches: [patch('interestSubsidy', { points: POINTS + 0.01 }, { scope: COUNTRYSIDE })] },
  until: 53,
  claims: [
    { says: 'finance gets cheaper in the countryside', of: 'rural cost', side: 'below' },
    { says: 'by less than the point paid for it', of: 'rural cost', side: 'above', than: -0.01 },
    { says: 'lenders take their part in the rate', of: 'rural mark-up', side: 'above' },
    { says: 'more enterprises ask', of: 'rural applications', side: 'above' },
    { says: 'the treasury pays', of: 'fiscal cost', side: 'above' },
  ],
};

/** Nine in ten enterprises on record and willing to have it read, without delay. */
export const DATA_SHARING: Mechanism = {
  change: { patches: [patch('dataSharing', { coverage: 0.9, consent: 0.9, delayMonths: 0 })] },
  until: 53,
  claims: [
    { says: 'more enterprises are seen', of: 'data coverage', side: 'above' },
    { says: 'lenders read those they see better', of: 'index read in the seen', side: 'above' },
    { says: 'approve the good among them more often', of: 'approval of the good newly seen', side: 'above' },
    { says: 'and decide sooner', of: 'approval days', side: 'below' },
  ],
};

/** Dongting Lake in 2024, again in June 2026. */
export const FLOOD: Mechanism = {
  change: { shocks: [{ kind: 'flood', from: 41, months: 3, severity: 1, scope: { prefectures: LAKE } }] },
  until: 53,
  claims: [
    { says: 'farms of the lake fall overdue', of: 'overdue farms of the lake', side: 'above' },
    { says: 'more than farms elsewhere', of: 'farms of the lake beyond farms elsewhere', side: 'above' },
    {
      says: 'more than other trades of the lake',
      of: 'farms of the lake beyond its other trades',
      side: 'above',
    },
  ],
};

/** Sales fall by a tenth for half a year. */
export const DEMAND_FALL: Mechanism = {
  change: { shocks: [{ kind: 'demandFall', from: 37, months: 6, severity: 1, scope: {} }] },
  until: 53,
  claims: [
    { says: 'customers buy less', of: 'sales', side: 'below' },
    { says: 'tills are emptier', of: 'cash', side: 'below' },
    { says: 'more borrowers default', of: 'defaults', side: 'above' },
  ],
};

/** Four in ten enterprises without a loan are contacted in a year. */
export const FIRST_LOANS: Mechanism = {
  change: { patches: [patch('firstLoanList', { contacts: 0.4 })] },
  until: 47,
  claims: [
    { says: 'contacted enterprises get their first loan', of: 'first loans by contact', side: 'above' },
    { says: 'and nobody else does', of: 'first loans without contact', side: 'below' },
    { says: 'for the contacted dare to ask', of: 'daring of the contacted', side: 'above', level: true },
  ],
};

/** Guarantees up to four times net assets, not ten. */
export const MULTIPLE: Mechanism = {
  change: { patches: [patch('guaranteeCapital', { multiple: 4 })] },
  until: 47,
  claims: [
    { says: 'less can be guaranteed', of: 'guarantees outstanding', side: 'below' },
    { says: 'more guarantors are full', of: 'guarantors suspended', side: 'above' },
  ],
};

/** Treasuries pay nothing of what they owe guarantors. */
export const NO_COMPENSATION: Mechanism = {
  change: { patches: [patch('compensation', { arrival: 0 })] },
  until: 71,
  claims: [
    { says: 'net assets of guarantors fall', of: 'guarantors’ net assets', side: 'below' },
    { says: 'more guarantors stop', of: 'guarantors suspended', side: 'above' },
  ],
};
