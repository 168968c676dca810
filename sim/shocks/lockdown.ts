import type { ShockKind } from './kind.ts';

/** Doors are shut against an epidemic; trade comes back slowly. */
export const lockdown: ShockKind = {
  id: 'lockdown',
  title: { en: 'Lockdown', zh: '封控' },
  does: {
    en: 'Sales stop where people meet, inns, shops and transport above all, while fixed costs stay; they come back over some months.',
    zh: '人员聚集行业销售中断，住宿餐饮、商贸、运输尤甚，固定成本不变；此后数月逐步恢复。',
  },
  expected: {
    en: 'Inns, shops and transport lose sales while costs run on: they draw down cash, borrow privately and default, most of all those without a loan to draw on.',
    zh: '住宿餐饮、商贸与运输销售中断而成本照付：耗用现金、转向民间借贷并违约，无贷款可用者尤甚。',
  },
  maxSeverity: 1.2,
  defaultMonths: 2,
  systems: [],
  evidence: [],
  tail: (values) => values['lockdown.recoveryMonths'][0],
  act(effects, atlas, cell, age, months, severity, values) {
    const loss = Math.min(0.95, values['lockdown.depth'][atlas.sector[cell]] * severity);
    const fade = age < months ? 1 : 1 - (age - months + 1) / (values['lockdown.recoveryMonths'][0] + 1);
    effects.sales[cell] *= 1 - loss * fade;
  },
};
