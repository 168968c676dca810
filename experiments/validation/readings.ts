/** What effects read off a world besides the targets' measures. */
import { MEASURES, type Measure } from './measures.ts';
import { type Panel, ratio } from './panel.ts';

const scaled = (value: number, panel: Panel): number | null =>
  Number.isFinite(value) ? value * panel.scale : null;

const READINGS: Readonly<Record<string, Measure>> = {
  'first-loan-premium': (panel) => {
    const rate = (firstLoan: boolean) => MEASURES['loan-rate'](panel, { firstLoan });
    const [first, other] = [rate(true), rate(false)];
    return first === null || other === null ? null : first - other;
  },
  'contacted-first-loans': (panel) => scaled(panel.flow('contactedFirstLoans'), panel),
  'contacted-ticket': (panel) => ratio(panel.flow('contactedFirstYuan'), panel.flow('contactedFirstLoans')),
  'approval-rate': (panel, dimensions) => {
    const groups = panel.groups(dimensions);
    return ratio(panel.sum('approvals', groups), panel.sum('applications', groups));
  },
  'overdue-ratio': (panel, dimensions) =>
    ratio(panel.loans('overdue', dimensions), panel.loans('balance', dimensions)),
  'private-users': (panel, dimensions) => {
    const groups = panel.groups(dimensions);
    return ratio(panel.now('privateUsers', groups), panel.now('active', groups));
  },
  'guaranteed-borrowers': (panel, dimensions) => scaled(panel.loans('guaranteed', dimensions), panel),
  'guarantee-refusal-rate': (panel) =>
    ratio(panel.sum('guaranteeRefusedInfo'), panel.sum('guaranteeRequests')),
  'renewal-rate': (panel) => ratio(panel.sum('renewedYuan'), panel.sum('maturedYuan')),
  'lender-roa': (panel) => ratio(panel.sum('lenderProfitReal'), panel.now('lenderLoansReal')),
  'capital-adequacy': (panel) => ratio(panel.now('lenderCapitalReal'), panel.now('lenderLoansReal')),
  'subsidy-paid': (panel) => panel.sum('subsidyReal'),
  'penetration-gap': (panel) => {
    const penetration = (region: string) => MEASURES['loan-penetration'](panel, { region });
    const [core, far] = [penetration('chang-zhu-tan'), penetration('xiang-xi-nan-five')];
    return core === null || far === null ? null : core - far;
  },
};

/** Names of everything an effect may read. */
export const READING_NAMES: readonly string[] = [...Object.keys(READINGS), ...Object.keys(MEASURES)];

/** A reading by name; undefined for an unknown one. */
export const readingOf = (name: string): Measure | undefined =>
  Object.hasOwn(READINGS, name) ? READINGS[name] : MEASURES[name];
