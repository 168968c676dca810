/** Keeps the diaries of a few enterprises while their world runs. */
import { FORK_MONTH, monthName, type World } from '../../sim/index.ts';
import { EVENT, LOOKS, STATUS } from './codes.ts';
import { coverAnswered } from './cover.ts';
import { followWish, type Wish } from './credit.ts';
import type { Happening, Person, StoryMonth } from './document.ts';
import { type Contracts, contractsAt, serviced, settled } from './loans.ts';
import { personOf, privateRate, stateOf } from './state.ts';
import type { Observer } from './watched-engine.ts';

/** What was written down about one enterprise. */
export interface Diary {
  readonly id: number;
  person: Person | undefined;
  readonly months: StoryMonth[];
}

/** One enterprise in the month under way. */
interface Page {
  readonly diary: Diary;
  slot: number;
  wish: Wish | undefined;
  contracts: Contracts | undefined;
  privateDebt: number;
  privateArrears: number;
  happenings: Happening[];
}

const present = ({ enterprises: e }: World, { slot, diary }: Page): boolean =>
  slot >= 0 && e.id[slot] === diary.id && e.status[slot] !== STATUS.empty;

/** An enterprise keeps its slot for life; one not met yet is looked for. */
function find(world: World, page: Page): void {
  const { id, status } = world.enterprises;
  if (page.slot >= 0) return;
  for (let at = id.indexOf(page.diary.id); at >= 0; at = id.indexOf(page.diary.id, at + 1))
    if (status[at] !== STATUS.empty) page.slot = at;
}

/** What private lenders have lent since the last look. */
function noteBorrowed(world: World, page: Page): void {
  const more = world.enterprises.privateDebt[page.slot] - page.privateDebt;
  const rate = privateRate(world, page.slot);
  if (more > 0) page.happenings.push({ kind: 'borrowed-privately', amount: more, rate });
}

function disbursed(world: World, page: Page): void {
  const { privateDebt, privateArrears } = world.enterprises;
  noteBorrowed(world, page);
  page.privateDebt = privateDebt[page.slot];
  page.privateArrears = privateArrears[page.slot];
  page.contracts = contractsAt(world, page.slot);
}

function paid(world: World, page: Page): void {
  const { privateDebt, privateArrears } = world.enterprises;
  const { slot, contracts } = page;
  if (contracts) page.happenings.push(...serviced(world, slot, contracts));
  noteBorrowed(world, page);
  if (privateArrears[slot] > 0 && page.privateArrears === 0)
    page.happenings.push({ kind: 'private-missed', arrears: privateArrears[slot] });
  if (page.privateDebt > 0 && privateDebt[slot] === 0) page.happenings.push({ kind: 'private-repaid' });
  page.contracts = contractsAt(world, slot);
}

function noteCover(world: World, page: Page): void {
  const answer = coverAnswered(world, page.slot);
  if (answer) page.happenings.push(answer);
}

function look(world: World, page: Page, phase: string): void {
  if (!present(world, page)) return;
  page.wish = followWish(world, page.slot, phase, page.wish);
  if (phase === LOOKS.guarantee) noteCover(world, page);
  if (phase === LOOKS.apply) page.privateDebt = world.enterprises.privateDebt[page.slot];
  if (phase === LOOKS.disburse) disbursed(world, page);
  if (phase === LOOKS.service) paid(world, page);
  if (phase === LOOKS.settle && page.contracts)
    page.happenings.push(...settled(world, page.slot, page.contracts));
}

/** The month in the order it went: shocks, credit, payments, support, the end. */
function written(world: World, { slot, wish, happenings }: Page): Happening[] {
  const { now, enterprises: e, input } = world;
  const events = now.events[slot];
  const first: Happening[] = [];
  const last: Happening[] = [];
  if (events & EVENT.entered) return [{ kind: 'entered' }];
  if (events & EVENT.flooded)
    first.push({ kind: 'flooded', compensated: (events & EVENT.compensated) !== 0 });
  if (wish) first.push(wish.credit);
  if (events & EVENT.subsidised) last.push({ kind: 'subsidised', amount: now.subsidy[slot] });
  if (events & EVENT.exited) {
    const spent = e.distress[slot] >= input.province.parameters['turnover.distressMonths'][0];
    const owed = contractsAt(world, slot).rows.reduce(
      (sum, { lender, amount }) => (lender === 255 ? sum : sum + amount),
      0,
    );
    last.push({ kind: 'closed', cause: spent ? 'no-means' : 'other', owed });
  }
  return [...first, ...happenings, ...last];
}

function close(world: World, page: Page): void {
  find(world, page);
  const { diary, slot } = page;
  if (present(world, page) && world.month >= FORK_MONTH) {
    const opening = world.month === FORK_MONTH;
    diary.person ??= personOf(world, slot);
    diary.months.push({
      month: monthName(world.month),
      happenings: opening ? [] : written(world, page),
      state: stateOf(world, slot),
    });
  }
  page.wish = undefined;
  page.contracts = undefined;
  page.happenings = [];
}

/** An observer that writes the months of some enterprises from 2025-12 on, and what it has written. */
export function keepDiaries(ids: readonly number[]): { observer: Observer; diaries: readonly Diary[] } {
  const pages = ids.map(
    (id): Page => ({
      diary: { id, person: undefined, months: [] },
      slot: -1,
      wish: undefined,
      contracts: undefined,
      privateDebt: 0,
      privateArrears: 0,
      happenings: [],
    }),
  );
  const closeAll = (world: World) => {
    for (const page of pages) close(world, page);
  };
  const observer: Observer = {
    resumed: closeAll,
    phase(world, name) {
      if (world.month < FORK_MONTH) return;
      for (const page of pages) look(world, page, name);
    },
    month: closeAll,
  };
  return { observer, diaries: pages.map(({ diary }) => diary) };
}
