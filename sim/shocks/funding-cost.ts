import type { ShockKind } from './kind.ts';

/** Money gets dearer for every lender. */
export const fundingCost: ShockKind = {
  id: 'fundingCost',
  title: { en: 'Dearer funds', zh: '资金成本上升' },
  does: {
    en: 'Funds of all lenders cost one point more at severity 1, everywhere at once: new and renewed loans follow as far as competition lets them.',
    zh: '所有贷款机构资金成本上升，强度1为一个百分点（全省同时）：新发与续贷利率在竞争允许范围内随之上升。',
  },
  expected: {
    en: 'Lenders ask more as far as competition lets them: owners find loans less worth while, debt service takes more cash, and more enterprises close.',
    zh: '贷款机构在竞争允许的范围内提高利率：业主觉得贷款不再划算，还本付息占用更多现金，退出增多。',
  },
  maxSeverity: 3,
  defaultMonths: 12,
  systems: [],
  evidence: [],
  tail: () => 0,
  actOnce(effects, severity, values) {
    effects.funding[0] += values['fundingCost.points'][0] * severity;
  },
};
