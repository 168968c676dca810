/** What each target asks of the simulated end of 2025, one entry a kind of target. */
import { type Dimensions, type Panel, ratio } from './panel.ts';

/**
 * A number read off a world, in the target's unit; null where the world does not define it. `base` is a third
 * world, for what is read against one.
 */
export type Measure = (panel: Panel, dimensions: Dimensions, base?: Panel) => number | null;

const YEAR = 12;
const QUARTER = 3;

/** A measure of the groups of the record that the dimensions name. */
const grouped =
  (read: (panel: Panel, groups: number[]) => number | null): Measure =>
  (panel, dimensions) =>
    read(panel, panel.groups(dimensions));

const scaled = (value: number, panel: Panel): number | null =>
  Number.isFinite(value) ? value * panel.scale : null;

const growth: Measure = (panel, dimensions) => {
  const groups = panel.groups(dimensions);
  const counter = dimensions.part === 'inclusive' ? 'inclusive' : 'balance';
  const times = ratio(panel.now(counter, groups), panel.now(counter, groups, YEAR));
  return times === null ? null : times - 1;
};

/**
 * Wuling and Luoxiao have no group of their own: the counties and townships of Shaoyang, Zhangjiajie, Huaihua and
 * Xiangxi stand for them.
 */
const WESTERN_COUNTIES: Dimensions = {
  prefecture: '430500+430800+431200+433100',
  setting: 'county+township',
};

const loanShare: Measure = (panel, dimensions) => {
  if (dimensions.area !== undefined)
    return ratio(panel.loans('balance', WESTERN_COUNTIES), panel.loans('balance'));
  const tally = dimensions.part === 'inclusive' ? 'inclusive' : 'balance';
  return ratio(panel.loans(tally, dimensions), panel.loans(tally));
};

const unsecured: Measure = (panel, { part }) =>
  part === 'inclusive'
    ? ratio(panel.loans('inclusiveUnsecured'), panel.loans('inclusive'))
    : ratio(panel.now('unsecured'), panel.now('balance'));

const npl: Measure = (panel, dimensions) => {
  const groups = panel.groups(dimensions);
  return dimensions.sector === undefined
    ? ratio(panel.now('nonPerforming', groups), panel.now('balance', groups))
    : ratio(panel.loans('nonPerforming', dimensions), panel.loans('balance', dimensions));
};

/** Theil's T of loans per enterprise over prefectures, weighted by enterprises. */
const theil: Measure = (panel) =>
  panel.province.prefectures.reduce((sum, _, place) => {
    const share = panel.now('balance', [1 + place]) / panel.now('balance');
    const weight = panel.now('active', [1 + place]) / panel.now('active');
    return share > 0 ? sum + share * Math.log(share / weight) : sum;
  }, 0);

const multiple: Measure = (panel, { over }) => {
  const receivable = over === 'net assets less receivables' ? panel.now('arrearsReal') : 0;
  return ratio(panel.now('guaranteeReal'), panel.now('guarantorAssetsReal') - receivable);
};

const channel = grouped((panel, groups) => ratio(panel.now('financed', groups), panel.now('financed')));
const rate = grouped((panel, groups) => ratio(panel.now('rateYuan', groups), panel.now('balance', groups)));

/** A first loan has no credit file behind it; with a full file means everyone else. */
const rateByFile: Measure = (panel, dimensions) => {
  const { creditFile, ...rest } = dimensions;
  return rate(panel, creditFile === undefined ? rest : { firstLoan: creditFile === 'none' });
};

const approvalDays = grouped((panel, groups) =>
  ratio(panel.sum('days', groups, QUARTER) / 10, panel.sum('decisions', groups, QUARTER)),
);

const auc = grouped((panel, groups) =>
  ratio(panel.now('aucWeighted', groups), panel.now('aucWeight', groups)),
);

/** Kind of target -> how it is measured. A kind that is not here is not in the model. */
export const MEASURES: Readonly<Record<string, Measure>> = {
  enterprises: grouped((panel, groups) => scaled(panel.now('active', groups), panel)),
  'loan-penetration': grouped((panel, groups) =>
    ratio(panel.now('borrowers', groups), panel.now('active', groups)),
  ),
  'no-credit-record-share': (panel) =>
    ratio(panel.now('active') - panel.now('recorded'), panel.now('active')),
  'lenders-per-borrower': (panel) => ratio(panel.loans('lines'), panel.observation.census.borrowers),
  'channel-share': channel,
  'private-lending-share': (panel) =>
    ratio(panel.now('private'), panel.now('private') + panel.now('balance')),
  'financing-satisfaction': (panel) => ratio(panel.sum('grantedYuan'), panel.sum('wantedYuan')),
  'first-loans': (panel) => scaled(panel.sum('firstLoans'), panel),
  'loan-balance': (panel) => scaled(panel.now('balance'), panel),
  'inclusive-balance': (panel) => scaled(panel.now('inclusive'), panel),
  'loan-share': loanShare,
  'loan-theil': theil,
  'loan-growth': growth,
  'unsecured-share': unsecured,
  'mean-loan-per-client': (panel, dimensions) =>
    ratio(panel.loans('balance', dimensions), panel.loans('lines', dimensions)),
  'client-share': (panel, dimensions) => ratio(panel.loans('lines', dimensions), panel.loans('lines')),
  borrowers: (panel, dimensions) => scaled(panel.loans('lines', dimensions), panel),
  'loan-volume': grouped((panel, groups) =>
    scaled(panel.sum('lentYuan', groups) + panel.sum('renewedYuan', groups), panel),
  ),
  'borrower-share': (panel, { lender, ...place }) =>
    lender === undefined
      ? null
      : ratio(panel.loans('lines', { lender, ...place }), panel.loans('lines', { lender })),
  'market-share-by-borrowers': (panel, { lender, ...place }) =>
    lender === undefined
      ? null
      : ratio(panel.loans('lines', { lender, ...place }), panel.now('borrowers', panel.groups(place))),
  'financing-cost': grouped((panel, groups) =>
    ratio(panel.now('costYuan', groups), panel.now('balance', groups)),
  ),
  'loan-rate': rateByFile,
  'private-rate': grouped((panel, groups) =>
    ratio(panel.now('privateRateYuan', groups), panel.now('private', groups)),
  ),
  'unit-cost-mean-over-loans': (panel) =>
    ratio(panel.sum('checkPermille') / 1_000_000, panel.sum('approvals')),
  'unit-cost': (panel) => ratio(panel.sum('checkYuan'), panel.sum('lentYuan')),
  'approval-days': approvalDays,
  'npl-ratio': npl,
  'new-npl-rate': (panel) =>
    ratio(2 * panel.flow('newNonPerforming'), panel.now('balance') + panel.now('balance', [0], YEAR)),
  'default-rate': (panel) => ratio(panel.sum('newDefaults') / YEAR, panel.now('borrowers')),
  'guarantee-balance': (panel) => panel.now('guaranteeReal'),
  'guarantee-coverage': (panel) => ratio(panel.now('guaranteeReal'), panel.now('inclusive') * panel.scale),
  'guarantee-multiple': multiple,
  'guarantee-compensation-rate': (panel) =>
    ratio(panel.sum('payoutsReal'), panel.now('guaranteeLiabilityReal')),
  'guarantors-suspended': (panel) => panel.now('guarantorsSuspended'),
  'data-coverage': (panel) => ratio(panel.now('dataUsable'), panel.now('active')),
  'model-auc': auc,
  'entry-rate': (panel) => ratio(panel.sum('entries'), panel.now('active')),
  'exit-rate': (panel) => ratio(panel.sum('exits'), panel.now('active')),
};

/** Dimensions a measure can tell apart; a target with any other is not in the model. */
const TOLD: ReadonlySet<string> = new Set([
  'region',
  'prefecture',
  'setting',
  'sector',
  'lender',
  'creditFile',
  'guaranteed',
  'area',
  'part',
  'over',
  'by',
  'period',
]);

/** How a target is measured; undefined when the model has nothing of its kind. */
export function measureOf(id: string, dimensions: Dimensions): Measure | undefined {
  const told = Object.keys(dimensions).every((name) => TOLD.has(name));
  return told && Object.hasOwn(MEASURES, id) ? MEASURES[id] : undefined;
}
