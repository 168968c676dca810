/** The document of a story in sentences, in both languages: one catalogue for whoever shows it. */
import type { Text } from '../../sim/index.ts';
import type { Debt, Happening, Person, State, StoryMonth } from './document.ts';
import { happeningText } from './happening-sentences.ts';
import { both, listed, months, nameOf, paragraph, percent, yuan } from './names.ts';

function debtText({ lender, amount, rate, monthsLeft, arrears, secured, guarantor, covered }: Debt): Text {
  const sum = yuan(amount);
  const terms = [
    ...(arrears > 0
      ? [both(`${months(arrears).en} late`, `逾期${months(arrears).zh}`)]
      : [both(`${months(monthsLeft).en} left`, `剩余${months(monthsLeft).zh}`)]),
    ...(secured ? [both('secured', '抵押')] : []),
    ...(guarantor
      ? [both(`${guarantor} bears ${percent(covered)}`, `${guarantor}分担${percent(covered)}`)]
      : []),
  ];
  const en = terms.map((one) => one.en).join(', ');
  const zh = terms.map((one) => one.zh).join('，');
  return both(
    `${sum.en} to ${lender} at ${percent(rate)} (${en})`,
    `${lender} ${sum.zh}，利率${percent(rate)}（${zh}）`,
  );
}

function owedText({ debts, privateDebt }: State): Text {
  const owed = debts.map(debtText);
  if (privateDebt) {
    const { amount, rate, arrears } = privateDebt;
    const late =
      arrears > 0 ? both(`, ${months(arrears).en} late`, `，逾期${months(arrears).zh}`) : both('', '');
    owed.push(
      both(
        `${yuan(amount).en} privately at ${percent(rate)}${late.en}`,
        `民间借款${yuan(amount).zh}，利率${percent(rate)}${late.zh}`,
      ),
    );
  }
  return owed.length > 0
    ? both(`Owes ${listed(owed).en}.`, `负债：${listed(owed).zh}。`)
    : both('Owes nothing.', '无负债。');
}

const DATA: Readonly<Record<State['data'], Text>> = {
  none: both('Lenders can use none of its public data.', '机构无法使用其公共数据。'),
  partial: both('Lenders can use part of its public data.', '机构可使用其部分公共数据。'),
  full: both('Lenders can use its public data.', '机构可使用其公共数据。'),
};

/** What an enterprise sells, has and owes at a month's end; what lenders can see where it differs from `before`. */
function stateText(state: State, before: State | undefined): Text {
  if (state.status !== 'active') {
    const left = both('Closed.', '已关闭。');
    return state.debts.length > 0 ? paragraph([left, owedText(state)]) : left;
  }
  const { sales, cash, workingCapital, data, badRecord } = state;
  const [sold, held, bought] = [sales, cash, workingCapital].map(yuan);
  const stock =
    workingCapital > 0
      ? both(` and working capital of ${bought.en}`, `，营运资本${bought.zh}`)
      : both('', '');
  return paragraph([
    both(
      `Sells ${sold.en} a month, holds ${held.en}${stock.en}.`,
      `月销售${sold.zh}，现金${held.zh}${stock.zh}。`,
    ),
    owedText(state),
    ...(data !== before?.data ? [DATA[data]] : []),
    ...(badRecord && !before?.badRecord
      ? [both('A loan of it was once written off.', '曾有贷款被核销。')]
      : []),
  ]);
}

/** Who an enterprise is; `place` is its prefecture's name. */
export function personText(person: Person, place: Text): Text {
  const { id, founded, setting, sector, size } = person;
  const [where, line, class_] = [setting, sector, size].map(nameOf);
  const flags: (readonly [boolean, Text])[] = [
    [person.collateral, both('owns collateral', '有抵押物')],
    [!person.collateral, both('owns no collateral', '无抵押物')],
    [person.platformTraces, both('sells over platforms', '有平台经营痕迹')],
    [person.privateReach, both('knows a private lender', '可借到民间资金')],
    [person.floodplain, both('lies where floods reach', '位于洪泛区')],
  ];
  const told = flags.flatMap(([is, text]) => (is ? [text] : []));
  const en = told.map((one) => one.en).join(', ');
  const zh = told.map((one) => one.zh).join('，');
  return both(
    `Enterprise ${id}: a ${class_.en} ${line.en} business in ${where.en} of ${place.en}, founded ${founded}; ${en}.`,
    `企业${id}：${place.zh}${where.zh}的${line.zh}${class_.zh}，${founded}设立；${zh}。`,
  );
}

const said = ({ happenings }: StoryMonth): readonly Happening[] =>
  happenings.filter(({ kind }) => kind !== 'subsidised');

/** Whether there is more to say of a month than trade, regular payments and subsidies. */
export const isEventful = (month: StoryMonth): boolean => said(month).length > 0;

/** A month: what happened, then the state; `before` is the month told before it. */
export const monthText = (month: StoryMonth, before?: StoryMonth): Text =>
  paragraph([...said(month).map(happeningText), stateText(month.state, before?.state)]);

/** The state alone at the end of a month. */
export const balanceText = (month: StoryMonth, before?: StoryMonth): Text =>
  stateText(month.state, before?.state);
