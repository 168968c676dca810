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
