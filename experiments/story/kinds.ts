/** Kinds of story: what has to have happened to an enterprise from 2026-01 on. A kind a line; shares overlap. */
import type { Text } from '../../sim/index.ts';

/** Things that may happen to an enterprise, as bits. */
export const MARK = {
  wanted: 1,
  asked: 2,
  discouraged: 4,
  tooRisky: 8,
  tooDear: 16,
  guarantorRefused: 32,
  lenderFull: 64,
  firstLoan: 128,
  borrowedPrivately: 256,
  defaulted: 512,
  renewed: 1024,
  notRenewed: 2048,
  late: 4096,
  closed: 8192,
} as const;

/** A kind of story. */
export interface Kind {
  readonly id: string;
  readonly title: Text;
  /** Marks that must all be there, and marks that must not. */
  readonly all: number;
  readonly none: number;
  /** Known only of those whom lenders read though they did not ask. */
  readonly sampled?: true;
}

export const KINDS: readonly Kind[] = [
  {
    id: 'never-asked',
    title: {
      en: 'Wanted credit and would have been granted it, but never asked',
      zh: '需要贷款、本可获批，却从未申请',
    },
    all: MARK.discouraged,
    none: MARK.asked,
    sampled: true,
  },
  {
    id: 'refused-for-risk',
    title: { en: 'Asked and was refused as too risky', zh: '申请后因风险过高被拒' },
    all: MARK.tooRisky,
    none: 0,
  },
  {
    id: 'refused-by-guarantor',
    title: {
      en: 'The bank would have lent, the guarantor would not',
      zh: '银行愿意放贷，担保机构不予担保',
    },
    all: MARK.guarantorRefused,
    none: 0,
  },
  {
    id: 'too-dear',
    title: {
      en: 'Refused because the loan would have cost more than the lender may charge',
      zh: '因所需利率高于上限被拒',
    },
    all: MARK.tooDear,
    none: 0,
  },
  {
    id: 'rationed',
    title: {
      en: 'Good enough, but the lender had no room left this month',
      zh: '符合条件，但机构当月额度已满',
    },
    all: MARK.lenderFull,
    none: 0,
  },
  {
    id: 'first-loan',
    title: { en: 'Got its first formal loan', zh: '获得首笔正规贷款' },
    all: MARK.firstLoan,
    none: 0,
  },
  {
    id: 'renewed-throughout',
    title: {
      en: 'Renewed every loan that fell due and was never late',
      zh: '每笔到期贷款均续贷，且从未逾期',
    },
    all: MARK.renewed,
    none: MARK.notRenewed | MARK.late,
  },
  {
    id: 'borrowed-privately',
    title: { en: 'Borrowed from a private lender', zh: '向民间借贷' },
    all: MARK.borrowedPrivately,
    none: 0,
  },
  { id: 'defaulted', title: { en: 'Defaulted on a loan', zh: '贷款违约' }, all: MARK.defaulted, none: 0 },
  {
    id: 'never-wanted',
    title: { en: 'Never wanted credit and had no loan to renew', zh: '从未需要贷款，也无到期贷款' },
    all: 0,
    none: MARK.wanted | MARK.renewed | MARK.notRenewed,
  },
];

/** Whether an enterprise with these marks is of a kind. */
export const isOfKind = ({ all, none }: Kind, marks: number): boolean =>
  (marks & all) === all && (marks & none) === 0;
