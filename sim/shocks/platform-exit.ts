import type { ShockKind } from './kind.ts';

/** Commercial platforms stop sharing what they see, and their lenders leave. */
export const platformExit: ShockKind = {
  id: 'platformExit',
  title: { en: 'Platforms leave', zh: '平台退出' },
  does: {
    en: 'Platform traces of the enterprises in scope cannot be read while it lasts, at a lower severity of part of them: digital lenders neither lend to them nor renew, others lose what traces told them.',
    zh: '期间范围内企业（强度较低时为其中一部分）的平台数据不可查：数字贷款机构停止放款与续贷，其他机构也失去该信息。',
  },
  expected: {
    en: 'Enterprises read by their platform traces lose their lender and are read less sharply by others: fewer digital loans, more refusals and more private lending among them.',
    zh: '靠平台数据获贷的企业失去原有贷款机构，其他机构对其判断也不如以往准确：这类企业的数字贷款减少，被拒与民间借贷增加。',
  },
  maxSeverity: 1,
  defaultMonths: 6,
  systems: ['H15', 'H49'],
  evidence: [
    'digital-platform-market-share.chang-zhu-tan.2025',
    'policy-start.national-online-marketing-rules',
  ],
  tail: () => 0,
  act(effects, _atlas, cell, _age, _months, severity) {
    effects.platforms[cell] *= Math.max(0, 1 - severity);
  },
};
