import type { ShockKind } from './kind.ts';

/** Money gets dearer for every lender. */
export const fundingCost: ShockKind = {
  id: 'fundingCost',
  title: { en: 'Dearer funds', zh: '资金成本上升' },
  does: {
    en: 'Funds of all lenders cost one point more at severity 1, wherever the scope lies: new and renewed loans follow as far as competition lets them.',
    zh: '所有贷款机构资金成本上升，强度1为一个百分点（不分范围）：新发与续贷利率在竞争允许范围内随之上升。',
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
