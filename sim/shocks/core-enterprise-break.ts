import { SECTORS } from '../input.ts';
import type { ShockKind } from './kind.ts';

const MANUFACTURING = SECTORS.indexOf('manufacturing');

/** A large manufacturer stops; those who live on its orders lose them, and what it owes them. */
export const coreEnterpriseBreak: ShockKind = {
  id: 'coreEnterpriseBreak',
  title: { en: 'Core enterprise fails', zh: '核心企业断链' },
  does: {
    en: 'Part of the manufacturers in scope supply one core enterprise: they lose half of their sales and, in the first month, what it owes them.',
    zh: '范围内部分制造企业为某核心企业供货：销售减半，且首月应收账款损失。',
  },
  expected: {
    en: 'Suppliers of the core enterprise run out of cash, fall behind and default more than other manufacturers, and more of them turn to private lenders; lenders most exposed to manufacturing carry the bad loans.',
    zh: '核心企业的供应商现金枯竭，逾期与违约高于其他制造企业，更多供应商转向民间借贷；制造业敞口最大的贷款机构承担不良。',
  },
  maxSeverity: 1.8,
  defaultMonths: 6,
  systems: ['H23'],
  evidence: [],
  tail: () => 0,
  act(effects, atlas, cell, age, _months, severity, values) {
    if (atlas.sector[cell] !== MANUFACTURING) return;
    effects.supplierSales[cell] *= 1 - Math.min(0.95, values['coreEnterpriseBreak.salesLoss'][0] * severity);
    if (age === 0) effects.supplierLoss[cell] += values['coreEnterpriseBreak.unpaid'][0] * severity;
  },
};
