/** What effects read off a world besides the targets' measures. */
import { MEASURES, type Measure } from './measures.ts';
import { type Dimensions, type Panel, ratio } from './panel.ts';

const scaled = (value: number, panel: Panel): number | null =>
  Number.isFinite(value) ? value * panel.scale : null;

const difference = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? null : a - b;

/** How far a measure of one group is above that of another. */
const apart =
  (measure: string, one: Dimensions, other: Dimensions): Measure =>
  (panel) =>
    difference(MEASURES[measure](panel, one), MEASURES[measure](panel, other));

/** Lenders of one prefecture, and those that lend in all of them. */
const LOCAL_ONLY = 'rural+village-microcredit';
const CONNECTED = 'state+joint-stock';

const TWO_YEARS = 24;
const THREE_YEARS = 36;

const READINGS: Readonly<Record<string, Measure>> = {
  'first-loan-premium': apart('loan-rate', { firstLoan: true }, { firstLoan: false }),
  'contacted-first-loans': (panel) => scaled(panel.flow('contactedFirstLoans'), panel),
  'contacted-ticket': (panel) => ratio(panel.flow('contactedFirstYuan'), panel.flow('contactedFirstLoans')),
  'approval-rate': (panel, dimensions) => {
    const groups = panel.groups(dimensions);
    return ratio(panel.sum('approvals', groups), panel.sum('applications', groups));
  },
  'cost-per-loan': (panel, dimensions) => {
    const groups = panel.groups(dimensions);
    return ratio(panel.sum('checkYuan', groups), panel.sum('approvals', groups));
  },
  'first-loan-share': (panel) => ratio(panel.sum('firstLoans'), panel.sum('approvals')),
  // Between two worlds that part at the start of three years: the change after them less twice that after the first.
  'loan-rate-late-over-early': (panel) => {
    const rate = (back: number) => ratio(panel.now('rateYuan', [0], back), panel.now('balance', [0], back));
    const early = rate(TWO_YEARS);
    return difference(rate(0), early === null ? null : 2 * early);
  },
  'overdue-ratio': (panel, dimensions) =>
    ratio(panel.loans('overdue', dimensions), panel.loans('balance', dimensions)),
  'private-users': (panel, dimensions) => {
    const groups = panel.groups(dimensions);
    return ratio(panel.now('privateUsers', groups), panel.now('active', groups));
  },
  'guaranteed-borrowers': (panel, dimensions) => scaled(panel.loans('guaranteed', dimensions), panel),
  'guaranteed-failures': (panel) => panel.failures('guaranteed'),
  'unread-failures': (panel) => panel.failures('unread'),
  'read-pd': (panel, dimensions) =>
    ratio(panel.loans('readPd', dimensions), panel.loans('lines', dimensions)),
  'renewed-failures': (panel) => panel.failures('renewed'),
  'visited-granted': (panel) => ratio(panel.flow('visitedGranted'), panel.flow('visited')),
  'guaranteed-over-other-failures': (panel) =>
    difference(panel.failures('guaranteed'), panel.failures('unguaranteed')),
  'failing-enterprises': (panel, dimensions) => {
    const groups = panel.groups(dimensions);
    return ratio(panel.sum('newDefaults', groups), panel.now('active', groups));
  },
  'guarantee-refusal-rate': (panel) =>
    ratio(panel.sum('guaranteeRefusedInfo'), panel.sum('guaranteeRequests')),
  'renewal-rate': (panel) => ratio(panel.sum('renewedYuan'), panel.sum('maturedYuan')),
  'lender-roa': (panel) => ratio(panel.sum('lenderProfitReal'), panel.now('lenderLoansReal')),
  'capital-adequacy': (panel) => ratio(panel.now('lenderCapitalReal'), panel.now('lenderLoansReal')),
  'subsidy-to-newcomers': (panel) => scaled(panel.flow('newcomersSubsidy'), panel),
  'penetration-gap': apart('loan-penetration', { region: 'chang-zhu-tan' }, { region: 'xiang-xi-nan-five' }),
  'small-over-micro': apart('loan-penetration', { size: 'small' }, { size: 'micro' }),
  'urban-over-township': apart('loan-penetration', { setting: 'urban' }, { setting: 'township' }),
  // Loans that cover adds to a third world, for a yuan guarantors pay out in three years beyond what they do there.
  'added-per-payout': (panel, _, base) => {
    if (!base) throw new Error('added-per-payout is read against a third world; the effect names none');
    const paidOut = (one: Panel) => one.sum('payoutsReal', [0], THREE_YEARS);
    const added = panel.scale * (panel.now('balance') - base.now('balance'));
    return ratio(added, paidOut(panel) - paidOut(base));
  },
  // The same for a yuan outstanding under guarantee beyond what is there: the effect of a guarantee on who has one.
  'added-per-guaranteed': (panel, _, base) => {
    if (!base) throw new Error('added-per-guaranteed is read against a third world; the effect names none');
    const added = panel.scale * (panel.now('balance') - base.now('balance'));
    return ratio(added, panel.now('guaranteeReal') - base.now('guaranteeReal'));
  },
  'balance-with': (panel, dimensions) => scaled(panel.loans('balance', dimensions), panel),
  'npl-of-local-only': (panel, dimensions) => {
    const npl = (lender: string) =>
      ratio(
        panel.loans('nonPerforming', { ...dimensions, lender }),
        panel.loans('balance', { ...dimensions, lender }),
      );
    return difference(npl(LOCAL_ONLY), npl(CONNECTED));
  },
};

/** Names of everything an effect may read. */
export const READING_NAMES: readonly string[] = [...Object.keys(READINGS), ...Object.keys(MEASURES)];

/** A reading by name; undefined for an unknown one. */
export const readingOf = (name: string): Measure | undefined =>
  Object.hasOwn(READINGS, name) ? READINGS[name] : MEASURES[name];
