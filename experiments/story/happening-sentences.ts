/** What happened to an enterprise, one thing at a time, in sentences. */
import type { Text } from '../../sim/index.ts';
import { creditText, reviewText } from './credit-sentences.ts';
import type { CoverAnswer, Happening, Maturity } from './document.ts';
import { both, percent, yuan } from './names.ts';

const OUTCOMES: Readonly<Record<Maturity['outcome'], Text>> = {
  renewed: both('renewed', '续贷'),
  moved: both('taken on by another lender', '转由他行承接'),
  deferred: both('deferred', '延期'),
  'cover-asked': both(
    'the lender would go on only if it were covered, asks the guarantor and waits a month',
    '机构须增信方可续贷，向担保机构提出申请并等候一个月',
  ),
  repaid: both('repaid and not renewed', '归还，未续贷'),
  'called-unpaid': both('called, and part of it not paid', '被收回，部分未能归还'),
  'interest-unpaid': both('not even the interest can be paid', '利息亦无力支付'),
};
const ENDINGS: Readonly<Record<NonNullable<Maturity['why']>, Text>> = {
  'guarantor-suspended': both('its guarantor writes no business', '担保机构暂停业务'),
  owner: both('the owner finds it dearer than what it brings', '业主认为利率高于收益'),
  bridge: both('no bridge loan could be paid for', '无力支付过桥成本'),
  lender: both('the lender does not go on', '机构不再续贷'),
  'cover-lapsed': both('without its guarantor from now on', '此后不再由担保机构担保'),
};

function maturityText({ lender, amount, outcome, why, left, rate }: Maturity): Text {
  const [sum, said] = [yuan(amount), OUTCOMES[outcome]];
  const cause = why ? both(` (${ENDINGS[why].en})`, `（${ENDINGS[why].zh}）`) : both('', '');
  const rest =
    outcome === 'renewed' || outcome === 'moved' || outcome === 'deferred'
      ? both(` at ${percent(rate)}, now ${yuan(left).en}`, `，利率${percent(rate)}，余额${yuan(left).zh}`)
      : left > 0 && outcome !== 'cover-asked'
        ? both(`; ${yuan(left).en} overdue`, `；${yuan(left).zh}逾期`)
        : both('', '');
  return both(
    `The loan of ${sum.en} from ${lender} falls due: ${said.en}${rest.en}${cause.en}.`,
    `${lender}的${sum.zh}贷款到期：${said.zh}${rest.zh}${cause.zh}。`,
  );
}

function coverText({ lender, amount, pd, review }: CoverAnswer): Text {
  const sum = yuan(amount);
  if (review === null)
    return both(
      `${lender} reads the client again and no longer asks for cover of ${sum.en}.`,
      `${lender}重新审查后，不再为${sum.zh}贷款申请担保。`,
    );
  return both(
    `${lender} asks for cover of a standing loan of ${sum.en}, PD ${percent(pd)}: ${reviewText(review).en}`,
    `${lender}为存量贷款${sum.zh}申请担保，违约率${percent(pd)}：${reviewText(review).zh}`,
  );
}

/** One thing that happened. */
export function happeningText(one: Happening): Text {
  switch (one.kind) {
    case 'credit':
      return creditText(one);
    case 'matured':
      return maturityText(one);
    case 'cover-answered':
      return coverText(one);
    case 'entered':
      return both('The enterprise begins.', '企业设立。');
    case 'flooded':
      return one.compensated
        ? both('Flooded; the insurance pays.', '受洪灾，保险赔付。')
        : both('Flooded, without insurance money.', '受洪灾，无保险赔付。');
    case 'missed':
      return both(
        `Misses a payment on ${yuan(one.amount).en} to ${one.lender}.`,
        `未能按期偿付${one.lender}贷款${yuan(one.amount).zh}。`,
      );
    case 'caught-up':
      return both(`Pays its arrears to ${one.lender}.`, `补缴${one.lender}的逾期款。`);
    case 'defaulted':
      return both(
        `DEFAULT: ninety days late on ${yuan(one.amount).en} to ${one.lender}.`,
        `违约：${one.lender}贷款${yuan(one.amount).zh}逾期九十天。`,
      );
    case 'guarantor-paid':
      return both(
        `${one.guarantor} pays ${yuan(one.amount).en} to ${one.lender}.`,
        `${one.guarantor}向${one.lender}代偿${yuan(one.amount).zh}。`,
      );
    case 'recovered':
      return both(
        `The court brings ${yuan(one.amount).en} back to ${one.lender}.`,
        `法院为${one.lender}追回${yuan(one.amount).zh}。`,
      );
    case 'written-off':
      return both(
        `${one.lender} writes off ${yuan(one.amount).en}.`,
        `${one.lender}核销${yuan(one.amount).zh}。`,
      );
    case 'borrowed-privately':
      return both(
        `Short of cash; borrows ${yuan(one.amount).en} privately at ${percent(one.rate)}.`,
        `资金短缺，民间借入${yuan(one.amount).zh}，利率${percent(one.rate)}。`,
      );
    case 'private-missed':
      return both('Cannot pay its private lender.', '无力支付民间借款利息。');
    case 'private-repaid':
      return both('Has repaid its private lender.', '还清民间借款。');
    case 'subsidised':
      return both(`Interest subsidy of ${yuan(one.amount).en}.`, `获贴息${yuan(one.amount).zh}。`);
    case 'closed':
      return closedText(one);
  }
}

function closedText({ cause, owed }: Extract<Happening, { kind: 'closed' }>): Text {
  const why =
    cause === 'no-means'
      ? both('its means are exhausted', '资金耗尽')
      : both('for reasons of its own', '自身原因');
  const left = owed > 0 ? both(`, owing ${yuan(owed).en}`, `，尚欠${yuan(owed).zh}`) : both('', '');
  return both(`CLOSES: ${why.en}${left.en}.`, `关闭：${why.zh}${left.zh}。`);
}
