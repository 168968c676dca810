/** A wish for credit in sentences: who was asked, what was answered, the rule and the numbers behind it. */
import type { Text } from '../../sim/index.ts';
import type { Asking, Caller, Credit, Deterrent, Queue, Reading, Reason, Review, Rule } from './document.ts';
import { both, listed, nameOf, paragraph, percent, yuan } from './names.ts';

/** Names of the tests a lender puts to an application. */
export const RULES: Readonly<Record<Rule['rule'], Text>> = {
  'bad-loan': both('expected cost of a bad loan', '预期不良成本'),
  rate: both('break-even rate', '保本利率'),
  price: both('cost to the owner', '业主成本'),
};
/** Names of what each test is held against. */
export const LIMITS: Readonly<Record<Rule['rule'], Text>> = {
  'bad-loan': both('hurdle', '门槛'),
  rate: both('cap', '上限'),
  price: both('return it brings', '所带来的收益率'),
};

function ruleText({ rule, value, limit, holds }: Rule): Text {
  const [name, bound] = [RULES[rule], LIMITS[rule]];
  const [is, most] = [percent(value), percent(limit)];
  return holds
    ? both(`${name.en} ${is} within the ${bound.en} ${most}`, `${name.zh}${is}，未超${bound.zh}${most}`)
    : both(`${name.en} ${is} above the ${bound.en} ${most}`, `${name.zh}${is}，超过${bound.zh}${most}`);
}

/** On what security the lender read. */
function coverText({ covered, secured }: Reading): Text {
  if (covered > 0)
    return both(`With a guarantee for ${percent(covered)} of a loss`, `按担保分担${percent(covered)}损失`);
  return secured
    ? both('With collateral', '有抵押')
    : both('Without collateral or guarantee', '无抵押无担保');
}

/** What the lender read, without its tests. */
export function readText(reading: Reading): Text {
  const [cover, pd, cutoff] = [coverText(reading), percent(reading.pd), percent(reading.cutoff)];
  return both(
    `${cover.en} the lender reads PD ${pd} (cut-off ${cutoff})`,
    `${cover.zh}，机构判断违约概率为${pd}（准入线${cutoff}）`,
  );
}

/** What the lender read and how its tests came out. */
function readingText(reading: Reading): Text {
  const [head, told] = [readText(reading), listed(reading.rules.map(ruleText))];
  return both(`${head.en}: ${told.en}.`, `${head.zh}：${told.zh}。`);
}

const REVIEWS: Readonly<Record<Review['outcome'], Text>> = {
  accepted: both('accepted', '同意担保'),
  'no-information': both(
    'refused: neither public data nor a credit history to go by',
    '拒保：既无公共数据又无信用记录',
  ),
  'no-counter-guarantee': both(
    'refused: asks for a counter-guarantee, and the owner has neither property nor anybody to stand good',
    '拒保：要求反担保，而业主既无财产也无第三人可作保',
  ),
  'too-risky': both('refused: reads a PD above its own limit', '拒保：判断违约概率高于其上限'),
  full: both(
    'refused: better ones took what room it had, or less is left than half of such a loan',
    '拒保：额度已被更优申请占满，或余额不足该笔贷款的一半',
  ),
  suspended: both('refused: it writes no business for want of capital', '拒保：资本不足，暂停业务'),
  'none-here': both('refused: none serves this place', '拒保：当地无担保机构'),
};

const STOOD_GOOD = both('accepted on a counter-guarantee', '在反担保下同意担保');

/** A guarantor that may write nothing this month: its plan, or its multiple, was full before anybody asked. */
const NO_ROOM = both('refused: what it plans for is full already', '拒保：计划担保规模已满');

/** What the guarantor said. */
export function reviewText({ guarantor, outcome, counterGuaranteed, cutoff, room }: Review): Text {
  const who = guarantor ? both(guarantor, guarantor) : both('The guarantor', '担保机构');
  const accepted = counterGuaranteed && outcome === 'accepted';
  const said = accepted ? STOOD_GOOD : outcome === 'full' && room === 0 ? NO_ROOM : REVIEWS[outcome];
  const numbers =
    outcome === 'too-risky'
      ? both(` ${percent(cutoff)}`, percent(cutoff))
      : outcome === 'full' || outcome === 'accepted'
        ? both(` (room this month ${yuan(room).en})`, `（本月额度${yuan(room).zh}）`)
        : both('', '');
  return both(`${who.en} ${said.en}${numbers.en}.`, `${who.zh}${said.zh}${numbers.zh}。`);
}

/** Said where the guarantor refuses and the loan comes all the same. */
const LENT_WITHOUT = both('The bank lends without a guarantee.', '银行无担保照样放贷。');

/** Place in the lender’s queue. */
export const queueText = ({ rank, of, served, room, asked }: Queue): Text =>
  both(
    `Rank ${rank} of ${of} in the lender's queue, ${served} served; room ${yuan(room).en}, asked for ${yuan(asked).en}.`,
    `在该机构排队中列第${rank}位（共${of}位，满足${served}位）；额度${yuan(room).zh}，申请合计${yuan(asked).zh}。`,
  );

/** What the owner expected of asking. */
export function askingText(
  { chance, worth, rate, cost, fear, gain, deterred }: Asking,
  asked: boolean,
): Text {
  const [takes, dread, net] = [cost, fear, gain].map(yuan);
  const pays = percent(worth);
  const en = `reckons with a chance of ${percent(chance)}, a return of ${pays} against a rate of ${percent(rate)}, ${takes.en} of trouble and ${dread.en} of fear: gain ${net.en}`;
  const zh = `预期获批概率${percent(chance)}，收益率${pays}对利率${percent(rate)}，申请成本${takes.zh}，被拒顾虑折合${dread.zh}：净收益${net.zh}`;
  const why = DETERRED_TOLD[deterred];
  return asked
    ? both(`The owner ${en}, and asks.`, `业主${zh}，因此申请。`)
    : both(`The owner ${en}, and does not ask: ${why.en}.`, `业主${zh}，因${why.zh}而不申请。`);
}

const DETERRED_TOLD: Readonly<Record<Deterrent, Text>> = {
  none: both('the gain is too small', '收益过小'),
  refusal: both('it expects to be refused', '预期被拒'),
  trouble: both('the trouble is not worth it', '手续繁琐'),
  unaware: both('it does not know how', '不知如何申请'),
};

const REASONS_TOLD: Readonly<Partial<Record<Reason, Text>>> = {
  noData: both('no data to go by', '无可用数据'),
  tooRisky: both('too risky', '风险过高'),
  tooDear: both('it could not be lent at a permitted rate', '所需利率超过上限'),
  guarantorRefused: both('the guarantor would not', '担保机构不予担保'),
  guarantorFull: both('the guarantor could not', '担保机构无法承保'),
  noCounterGuarantee: both('no counter-guarantee to offer', '无法提供反担保'),
  lenderFull: both('no room left', '额度已满'),
  badRecord: both('an earlier loan was written off', '有核销不良记录'),
  otherBank: both('the field is left to the bank it has', '他行为伙伴银行，不再进入'),
  declined: both('the owner would not take it at that price', '业主不愿接受该价格'),
  noPartner: both('the platform may not lend itself and no bank is connected', '平台不得自营，且无合作银行'),
};

const LATE = both(' The money comes after what it has to pay this month.', '款项在当月各项支付之后才到账。');

/** The answer, with its reason. */
export function outcomeText({ outcome, reason, granted, wanted, rate, days: passed, late }: Credit): Text {
  const why = REASONS_TOLD[reason] ?? both(reason, reason);
  const days = (passed ?? 0).toFixed(0);
  const after = days === '1' ? '1 day' : `${days} days`;
  switch (outcome) {
    case 'granted': {
      const sum = yuan(granted ?? 0);
      const part = granted !== null && wanted !== null && granted < wanted;
      return both(
        `Granted ${sum.en}${part ? ` of ${yuan(wanted).en}` : ''} at ${percent(rate ?? 0)} after ${after}.${late ? LATE.en : ''}`,
        `${days}天后获批${sum.zh}，利率${percent(rate ?? 0)}。${late ? LATE.zh : ''}`,
      );
    }
    case 'refused':
      return both(`Refused after ${after}: ${why.en}.`, `${days}天后被拒：${why.zh}。`);
    case 'declined':
      return both(
        `Offered at ${percent(rate ?? 0)} after ${after}; the owner says no: with all charges it costs as much as it would bring.`,
        `${days}天后获报价${percent(rate ?? 0)}；计入各项费用后成本不低于收益，业主未接受。`,
      );
    case 'would-be-granted':
      return both(
        `It would have been granted at ${percent(rate ?? 0)}.`,
        `若申请，本可获批，利率${percent(rate ?? 0)}。`,
      );
    case 'would-be-refused':
      return both(`It would have been refused: ${why.en}.`, `若申请也会被拒：${why.zh}。`);
    case 'unknown':
      return both('It does not ask.', '未申请。');
  }
}

const CALLS: Readonly<Record<Caller, Text>> = {
  none: both('', ''),
  outlet: both('An officer calls from door to door. ', '银行人员上门走访。'),
  relationship: both(
    'An officer of a relationship bank walks its patch and calls. ',
    '关系型银行客户经理走访片区。',
  ),
};

/** What was wanted, and of whom. */
export function wishText({
  wanted,
  contacted,
  visited,
  asked,
  asking,
  lender,
  lenderClass,
  first,
}: Credit): Text {
  const sum = wanted === null ? both('credit', '贷款') : yuan(wanted);
  const call = contacted
    ? both('A bank calls it from the first-loan list. ', '银行按首贷名单主动联系。')
    : visited
      ? both('A team of the coordination mechanism visits. ', '协调机制专班走访。')
      : CALLS[asking?.caller ?? 'none'];
  const of = nameOf(lenderClass ?? '');
  const whom =
    lender === null
      ? both('', '')
      : asked
        ? both(`, and asks ${lender} (${of.en})`, `，向${lender}（${of.zh}）申请`)
        : both(`, and thinks of ${lender} (${of.en})`, `，考虑${lender}（${of.zh}）`);
  const novice = first ? both(' It has never had a loan.', '此前从未获得贷款。') : both('', '');
  return both(
    `${call.en}Wants ${sum.en}${whom.en}.${novice.en}`,
    `${call.zh}需要${sum.zh}${whom.zh}。${novice.zh}`,
  );
}

const isLent = (outcome: Credit['outcome']): boolean =>
  outcome === 'granted' || outcome === 'would-be-granted';

/** A wish for credit and what became of it. */
export function creditText(credit: Credit): Text {
  const { asking, reading, review, queue, asked, outcome } = credit;
  return paragraph([
    wishText(credit),
    ...(asking ? [askingText(asking, asked)] : []),
    outcomeText(credit),
    ...(reading ? [readingText(reading)] : []),
    ...(review ? [reviewText(review)] : []),
    ...(review && review.outcome !== 'accepted' && isLent(outcome) ? [LENT_WITHOUT] : []),
    ...(queue ? [queueText(queue)] : []),
  ]);
}
