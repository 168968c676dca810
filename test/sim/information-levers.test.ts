// Credit information, demand, matching, segments and green terms from weak to strong: who is read, asks or pays otherwise.

import { describe, expect, test, vi } from 'vitest';
import { EVENT, STATUS, TRAIT } from '../../sim/agents/enterprises.ts';
import { SOURCE, sourcesIn } from '../../sim/agents/sources.ts';
import { CLASS } from '../../sim/conditions.ts';
import { DECISION } from '../../sim/contracts/applications.ts';
import { pledgeWorth } from '../../sim/decisions/pledge.ts';
import { isGreen, openGreen } from '../../sim/green.ts';
import {
  FORK_MONTH,
  instrumentOf,
  type Patch,
  SECTORS,
  SETTINGS,
  type Shock,
  SIZES,
  stepMonth,
  type World,
} from '../../sim/index.ts';
import { BLOCK_ENTRIES, BLOCK_ENTRY } from '../../sim/ledger.ts';
import { CALLER } from '../../sim/outlets.ts';
import { nobody, openOutreach, reach } from '../../sim/outreach.ts';
import { openPledges, pledgeOf } from '../../sim/pledges.ts';
import { inPool } from '../../sim/pool.ts';
import { dataOf } from '../../sim/traces.ts';
import { emptyQuote, indexOf, openDesk, priorPrecision, read } from '../../sim/underwriting.ts';
import { differences, fromFork, runTo } from '../laws/worlds.ts';
import { HUNAN, patch } from '../support/small-province.ts';

vi.setConfig({ testTimeout: 120_000 });

const SEEDS = ['law', 'levers-1', 'levers-2'];
/** For what happens to few. */
const MORE_SEEDS = [...SEEDS, 'levers-3', 'levers-4', 'levers-5', 'levers-6', 'levers-7'];
const UNTIL = FORK_MONTH + 10;

/** One application, as it stands at the end of its month. */
interface Answer {
  readonly i: number;
  readonly lenderClass: number;
  readonly granted: boolean;
  readonly asked: boolean;
  readonly days: number;
  readonly cost: number;
  readonly effort: number;
  readonly rate: number;
  readonly pd: number;
  readonly posted: number;
  readonly events: number;
  readonly data: number;
  readonly secured: boolean;
}

/** Ten months of a world. */
interface Diary {
  readonly world: World;
  readonly answers: readonly Answer[];
  /** Owners kept from asking by the trouble. */
  readonly troubled: number;
}

function answersOf(world: World): Answer[] {
  const { applications: a, lenders, applied, now, province } = world;
  return Array.from({ length: applied[0] }, (_, row) => {
    const i = a.enterprise[row];
    const lenderClass = lenders.class[a.reader[row]];
    return {
      i,
      lenderClass,
      granted: a.decision[row] === DECISION.disbursed,
      asked: a.shadow[row] === 0,
      days: a.days[row],
      cost: a.cost[row],
      effort: a.effort[row],
      rate: a.rate[row],
      pd: a.pd[row],
      posted: province.postedRate[lenderClass],
      events: now.events[i],
      data: dataOf(world, i),
      secured: a.secured[row] === 1,
    };
  });
}

function diaryOf(seed: string, patches: readonly Patch[]): Diary {
  const world = fromFork({ seed, patches });
  const answers: Answer[] = [];
  let troubled = 0;
  while (world.month < UNTIL) {
    stepMonth(world);
    answers.push(...answersOf(world));
    for (let b = 0; b < world.shape.blocks; b++)
      troubled += world.closed.blocks[b * BLOCK_ENTRIES.length + BLOCK_ENTRY.tooCumbersome];
  }
  return { world, answers, troubled };
}

const lives = new Map<string, Diary>();
function lived(seed: string, patches: readonly Patch[]): Diary {
  const key = JSON.stringify([seed, patches]);
  const known = lives.get(key) ?? diaryOf(seed, patches);
  lives.set(key, known);
  return known;
}

type Who = (world: World, i: number) => boolean;
const everyone: Who = () => true;
const sectorOf = ({ atlas, enterprises }: World, i: number) => SECTORS[atlas.sector[enterprises.cell[i]]];
const sizeOf = ({ atlas, enterprises }: World, i: number) => SIZES[atlas.size[enterprises.cell[i]]];
const rural: Who = ({ atlas, enterprises }, i) => SETTINGS[atlas.setting[enterprises.cell[i]]] !== 'urban';
const farm: Who = (world, i) => sectorOf(world, i) === 'agriculture';
const sized =
  (size: string): Who =>
  (world, i) =>
    sizeOf(world, i) === size;
const self: Who = (world, i) => sizeOf(world, i) === 'individual';
const has =
  (trait: number): Who =>
  ({ enterprises }, i) =>
    (enterprises.traits[i] & trait) !== 0;
const not =
  (who: Who): Who =>
  (world, i) =>
    !who(world, i);
const both =
  (a: Who, b: Who): Who =>
  (world, i) =>
    a(world, i) && b(world, i);

const mean = (values: readonly number[]): number =>
  values.reduce((sum, one) => sum + one, 0) / Math.max(1, values.length);
const spread = (values: readonly number[]): number => {
  const centre = mean(values);
  return Math.sqrt(mean(values.map((one) => (one - centre) ** 2)));
};

const slots = (world: World, who: Who): number[] =>
  Array.from(world.enterprises.status.keys()).filter(
    (i) => world.enterprises.status[i] === STATUS.active && who(world, i),
  );
/** Mean over enterprises at the end. */
const over =
  (who: Who, value: (world: World, i: number) => number) =>
  (d: Diary): number =>
    mean(slots(d.world, who).map((i) => value(d.world, i)));

/** What a large bank that does not know the enterprise has to go by before it makes any effort. */
const known = (world: World, i: number): number => priorPrecision(openDesk(world), i, LARGE, false);
const LARGE = HUNAN.lenders.findIndex((one) => one.class === 'state');
const onFile = (world: World, i: number): number => (dataOf(world, i) > 0 ? 1 : 0);

const request = {
  lender: LARGE,
  reader: LARGE,
  amount: 300_000,
  added: 300_000,
  secured: false,
  covered: 0,
  papers: 0,
  checkPart: 1,
  ownClient: false,
};
/** Terms a lender would quote to any enterprise. */
function quoteTo(world: World, slot: number) {
  const quote = emptyQuote();
  read(openDesk(world), { ...request, slot }, quote);
  return quote;
}

const asking =
  (who: Who, more: (one: Answer) => boolean = () => true) =>
  (d: Diary): Answer[] =>
    d.answers.filter((one) => one.asked && who(d.world, one.i) && more(one));
const asks =
  (who: Who) =>
  (d: Diary): number =>
    asking(who)(d).length;
const digital = (one: Answer): boolean => one.lenderClass === CLASS.digital && one.granted;
const quoted = (one: Answer): boolean => one.pd > 0;

interface Case {
  readonly lever: string;
  readonly says: string;
  /** What is greater at the strong setting. */
  readonly measure: (diary: Diary) => number;
  readonly pair?: readonly [Patch['set'], Patch['set']];
  readonly seeds?: readonly string[];
}
const rises = (lever: string, says: string, measure: Case['measure'], more: Partial<Case> = {}): Case => ({
  lever,
  says,
  measure,
  ...more,
});
const falls = (lever: string, says: string, measure: Case['measure'], more: Partial<Case> = {}): Case =>
  rises(lever, says, (diary) => -measure(diary), more);

const far: Who = ({ atlas, enterprises }, i) =>
  HUNAN.parameters['apply.distance'][atlas.prefecture[enterprises.cell[i]]] > 2;
const pledging: Who = (world, i) => pledgeOf(openPledges(world), i) > 0;
const called = (one: Answer): boolean => (one.events & EVENT.visited) !== 0;
const borrows: Who = ({ loans }, i) => loans.lender[i] !== 255;

const CASES: readonly Case[] = [
  rises('bankTax', 'tax and invoices make more enterprises readable', over(everyone, onFile)),
  rises(
    'bankTax',
    'small enterprises more than the self-employed',
    (d) => over(not(self), onFile)(d) - over(self, onFile)(d),
  ),
  falls(
    'bankTax',
    'an A rating that is asked for leaves micro enterprises unread',
    over(sized('micro'), onFile),
    {
      pair: [
        { coverage: 0.8, unrated: 1 },
        { coverage: 0.8, unrated: 0 },
      ],
    },
  ),
  rises(
    'bankTax',
    'those without a loan are read with more precision, which stands in for collateral',
    over(both(not(borrows), not(has(TRAIT.collateral))), known),
  ),
  rises(
    'employmentData',
    'those who employ are read with more precision, more than the self-employed',
    (d) => over(not(self), known)(d) - over(self, known)(d),
  ),
  rises('remoteSensing', 'farms are read with more precision', over(farm, known)),
  falls(
    'remoteSensing',
    'and screened less by visit',
    (d) => mean(asking(farm, quoted)(d).map((one) => one.effort)),
    { seeds: MORE_SEEDS },
  ),
  rises(
    'ruralLogistics',
    'more rural enterprises can be served by digital lenders',
    over(rural, ({ enterprises }, i) => ((enterprises.sources[i] & SOURCE.payments) > 0 ? 1 : 0)),
  ),
  rises(
    'ruralLogistics',
    'and are, where algorithms would have turned them away for want of traces',
    (d) => asking(rural, digital)(d).length,
  ),
  rises(
    'supplyChainData',
    'suppliers of core enterprises become readable, others do not',
    over(has(TRAIT.supplier), ({ enterprises }, i) => ((enterprises.sources[i] & SOURCE.orders) > 0 ? 1 : 0)),
  ),
  rises(
    'supplyChainData',
    'orders and deliveries in place of statements get them digital loans at little cost',
    (d) => asking(has(TRAIT.supplier), digital)(d).length,
  ),
  rises(
    'creditTraining',
    'records on file hold more sources',
    over(
      (world, i) => onFile(world, i) === 1,
      ({ enterprises }, i) => sourcesIn(enterprises.sources[i] & 0xff),
    ),
  ),
  rises(
    'creditTraining',
    'what a household or a shop owns and sells becomes visible to lenders',
    over(
      both(self, (world, i) => onFile(world, i) === 1),
      known,
    ),
  ),
  falls('platformConnection', 'connected lenders decide sooner', (d) =>
    mean(asking((world, i) => onFile(world, i) === 1)(d).map((one) => one.days)),
  ),
  falls('platformConnection', 'and gather less by hand: a check costs less', (d) =>
    mean(asking((world, i) => onFile(world, i) === 1, quoted)(d).map((one) => one.cost)),
  ),
  rises(
    'sectorRiskEngines',
    'a scorecard made for a sector tells good from bad better than one for all',
    (d) =>
      spread(
        slots(
          d.world,
          (world, i) => i % 4 === 0 && (sectorOf(world, i) === 'manufacturing' || farm(world, i)),
        ).map((i) => Math.log(quoteTo(d.world, i).pd)),
      ),
  ),
  rises(
    'sectorRiskEngines',
    'technology enterprises with patents are read by these instead of collateral',
    over(
      both((world, i) => sectorOf(world, i) === 'technology', has(TRAIT.patents)),
      known,
    ),
  ),
  rises('serviceCentres', 'tenants of parks are read with more precision', over(has(TRAIT.park), known)),
  rises(
    'serviceCentres',
    'more tenants and county enterprises ask',
    asks((world, i) => rural(world, i) || has(TRAIT.park)(world, i)),
  ),
  rises('matchingPlatform', 'enterprises far from lenders ask more', asks(far)),
  falls('matchingPlatform', 'and go where less is asked for', (d) =>
    mean(asking(everyone)(d).map((one) => one.posted)),
  ),
  falls('demandDatabase', 'fewer are kept from asking by the trouble', (d) => d.troubled),
  rises('demandDatabase', 'more ask where lenders are far', asks(far)),
  rises(
    'passivePreApproval',
    'more enterprises with records ask',
    asks((world, i) => onFile(world, i) === 1),
  ),
  falls('passivePreApproval', 'and are answered sooner', (d) =>
    mean(asking((world, i) => onFile(world, i) === 1)(d).map((one) => one.days)),
  ),
  rises(
    'passivePreApproval',
    'those the model picks are granted more often than others',
    (d) => {
      const picked = asking(everyone, (one) => (one.events & EVENT.offered) !== 0 && !one.secured)(d);
      const others = asking(everyone, (one) => (one.events & EVENT.offered) === 0 && !one.secured)(d);
      return picked.length < 10
        ? 0
        : mean(picked.map((one) => (one.granted ? 1 : 0))) - mean(others.map((one) => (one.granted ? 1 : 0)));
    },
    { seeds: MORE_SEEDS },
  ),
  rises(
    'coordinationMechanism',
    'visits that a model has screened lead to a loan more often',
    (d) => mean(asking(everyone, called)(d).map((one) => (one.granted ? 1 : 0))),
    {
      pair: [
        { visits: 0.6, screened: 0 },
        { visits: 0.6, screened: 1 },
      ],
      seeds: MORE_SEEDS,
    },
  ),
  rises('cultivationPool', 'the nominated ask more', asks(everyone)),
  rises('cultivationPool', 'they are better than the mean by as much as the department knows', (d) => {
    const members = slots(d.world, inPool);
    return members.length < 1000 ? 0 : mean(members.map((i) => d.world.enterprises.quality[i]));
  }),
  rises(
    'onlineMortgage',
    'more owners of collateral ask when registering takes hours and little money',
    asks(has(TRAIT.collateral)),
  ),
  rises(
    'collateralSubstitutes',
    'a default of those who pledge costs the lender less',
    (d) =>
      -over(
        (world, i) => i % 4 === 0 && not(has(TRAIT.collateral))(world, i),
        (world, i) => quoteTo(world, i).lgd,
      )(d),
  ),
  rises(
    'collateralSubstitutes',
    'and more of the asset-light are granted a loan',
    (d) => asking(not(has(TRAIT.collateral)), (one) => one.granted)(d).length,
  ),
  falls(
    'carbonPricing',
    'low emitters with an account are quoted less',
    over(
      (world, i) => i % 4 === 0 && has(TRAIT.green)(world, i),
      (world, i) => quoteTo(world, i).rate,
    ),
  ),
  rises(
    'dataSharing',
    'more kinds of data give more precision',
    over((world, i) => onFile(world, i) === 1, known),
    { pair: [{ sources: 8 }, { sources: 40 }] },
  ),
  falls('dataSharing', 'and fewer enterprises without consent are read', over(everyone, onFile), {
    pair: [{ consent: 0.9 }, { consent: 0.2 }],
  }),
  rises(
    'outlets',
    'more township enterprises ask where outlets are denser',
    asks(({ atlas, enterprises }, i) => SETTINGS[atlas.setting[enterprises.cell[i]]] === 'township'),
    {
      pair: [
        { density: 1, canvassed: 0 },
        { density: 4, canvassed: 0 },
      ],
    },
  ),
  falls(
    'aiAgents',
    'mobile desks and one back office make a check cheaper',
    (d) => mean(asking(everyone, quoted)(d).map((one) => one.cost)),
    {
      pair: [
        { use: 0.05, controls: 1 },
        { use: 1, controls: 1 },
      ],
    },
  ),
];

const gainsOf = ({ lever, pair, measure, seeds = SEEDS }: Case): number[] => {
  const { weak, strong } = instrumentOf(lever)?.pair ?? {};
  const [low, high] = pair ?? [weak, strong];
  return seeds.map((seed) => {
    const at = (set: Patch['set']) => measure(lived(seed, [patch(lever, set)]));
    return at(high as Patch['set']) - at(low as Patch['set']);
  });
};

const LEVERS = [...new Set(CASES.map((one) => one.lever))];

describe.each(LEVERS)('%s', (lever) => {
  test.each(CASES.filter((one) => one.lever === lever))('from weak to strong: $says', (one) => {
    const gains = gainsOf(one);
    const error = spread(gains) / Math.sqrt(gains.length - 1);
    expect({ gains, beyondNoise: mean(gains) > 2 * error }).toEqual({ gains, beyondNoise: true });
  });

  test('at its default changes no byte', () => {
    const set = Object.fromEntries(
      Object.entries(instrumentOf(lever)?.parameters ?? {}).map(([name, { record }]) => [
        name,
        HUNAN.parameters[record][0],
      ]),
    );
    const until = FORK_MONTH + 3;
    const changed = runTo(fromFork({ patches: [patch(lever, set, { phaseInMonths: 2 })] }), until);
    expect(differences(changed, runTo(fromFork({}), until))).toEqual([]);
  });
});

describe('those a lever is not about', () => {
  const paired = (lever: string, until: number): readonly [World, World] => {
    const { weak, strong } = instrumentOf(lever)?.pair ?? {};
    const at = (set: Patch['set']) => runTo(fromFork({ patches: [patch(lever, set)] }), until);
    return [at(weak as Patch['set']), at(strong as Patch['set'])];
  };
  /** Those answered this month aside: others may have taken the room they were served from, which stays on their record. */
  const unmoved = (lever: string, who: Who, value: (world: World, i: number) => number): void => {
    const [weak, strong] = paired(lever, FORK_MONTH + 1);
    const answered = new Set([...answersOf(weak), ...answersOf(strong)].map(({ i }) => i));
    for (const i of slots(weak, who)) if (!answered.has(i)) expect(value(strong, i)).toBe(value(weak, i));
  };

  test('are read as before by remote sensing when they are no farms', () =>
    unmoved('remoteSensing', not(farm), known));
  test('are read as before by supply-chain data when they supply no core enterprise', () =>
    unmoved('supplyChainData', not(has(TRAIT.supplier)), known));
  test('leave the same traces in the cities when the countryside is connected', () =>
    unmoved('ruralLogistics', not(rural), ({ enterprises }, i) => enterprises.sources[i]));
  test('pay the same when they have no carbon account', () => {
    const [weak, strong] = paired('carbonPricing', FORK_MONTH + 1);
    const green = openGreen(strong);
    for (const i of slots(weak, (_, k) => k % 7 === 0 && !isGreen(green, k)))
      expect(quoteTo(strong, i).rate).toBeCloseTo(quoteTo(weak, i).rate, 4);
  });
  test('lose the lender no less when they pledge real estate or nothing', () => {
    const [weak, strong] = paired('collateralSubstitutes', FORK_MONTH + 1);
    for (const i of slots(strong, (world, k) => k % 7 === 0 && !pledging(world, k)))
      expect(quoteTo(strong, i).lgd).toBe(quoteTo(weak, i).lgd);
  });
});

test('a good enterprise without a credit history is read as riskier, and charged more, than with a year of it', () => {
  const world = runTo(fromFork({}), FORK_MONTH);
  const desk = openDesk(world);
  const { history } = world.enterprises;
  const good = slots(world, (_, i) => i % 5 === 0 && indexOf(desk, i, request.added, 0.05) > 1);
  const terms = (months: number) =>
    good.map((i) => {
      const before = history[i];
      history[i] = months;
      const { pd, rate } = quoteTo(world, i);
      history[i] = before;
      return { pd, rate };
    });
  const [without, with_] = [terms(0), terms(11)];
  expect(good.length).toBeGreaterThan(50);
  expect(mean(without.map((one) => one.pd))).toBeGreaterThan(mean(with_.map((one) => one.pd)));
  expect(mean(without.map((one) => one.rate))).toBeGreaterThan(mean(with_.map((one) => one.rate)));
});

test('owners who do not ask expect refusal, find it too cumbersome or do not know how, each for some', () => {
  const { world } = lived('law', []);
  const at = (entry: number) =>
    Array.from(
      { length: world.shape.blocks },
      (_, b) => world.closed.blocks[b * BLOCK_ENTRIES.length + entry],
    ).reduce((sum, one) => sum + one, 0);
  for (const entry of [BLOCK_ENTRY.fearedRefusal, BLOCK_ENTRY.tooCumbersome, BLOCK_ENTRY.unaware])
    expect(at(entry)).toBeGreaterThan(0);
});

test('late records hide a flood: whom it hit looks better than to a lender that reads records of today', () => {
  const flood: Shock = { kind: 'flood', from: FORK_MONTH + 2, months: 3, severity: 3, scope: {} };
  const read = (delayMonths: number, shocks: readonly Shock[]) =>
    runTo(fromFork({ patches: [patch('dataSharing', { delayMonths })], shocks }), FORK_MONTH + 3);
  const hit: Who = (world, i) =>
    (world.enterprises.traits[i] & TRAIT.floodplain) !== 0 && onFile(world, i) === 1 && farm(world, i);
  const seen = (delayMonths: number): number => {
    const [wet, dry] = [read(delayMonths, [flood]), read(delayMonths, [])];
    return mean(slots(wet, hit).map((i) => Math.log(quoteTo(wet, i).pd) - Math.log(quoteTo(dry, i).pd)));
  };
  const [today, late] = [seen(0), seen(3)];
  expect(today).toBeGreaterThan(0);
  expect(late).toBeGreaterThan(0);
  expect(late).toBeLessThan(0.95 * today);
});

test('enterprises with a loan stay in business more often than others of their size', () => {
  for (const seed of SEEDS) {
    const start = fromFork({ seed });
    const sound: Who = (world, i) => sizeOf(world, i) === 'individual' && world.loans.arrears[i] === 0;
    const with_ = slots(start, both(sound, borrows));
    const without = slots(start, both(sound, not(borrows)));
    const ids = start.enterprises.id.slice();
    const { world } = lived(seed, []);
    const alive = (all: readonly number[]) =>
      mean(
        all.map((i) =>
          world.enterprises.id[i] === ids[i] && world.enterprises.status[i] === STATUS.active ? 1 : 0,
        ),
      );
    expect(alive(with_)).toBeGreaterThan(alive(without));
  }
});

test('of a contact and a visit only the more helpful counts', () => {
  const world = fromFork({
    patches: [
      patch('firstLoanList', { contacts: 0.9, searchCost: 1 }),
      patch('coordinationMechanism', { visits: 0.6 }),
    ],
  });
  runTo(world, FORK_MONTH + 1);
  const outreach = openOutreach(world);
  const found = nobody();
  const costs: number[] = [];
  for (const i of slots(world, everyone)) {
    reach(outreach, i, false, CALLER.none, found);
    if (found.contacted && found.visited && !found.informed && !found.matched) costs.push(found.cost);
  }
  expect(costs.length).toBeGreaterThan(50);
  expect(Math.max(...costs)).toBeLessThanOrEqual(HUNAN.parameters['coordinationMechanism.searchCost'][0]!);
});

test('a receivable its core enterprise confirms is worth what it fetches without a court', () => {
  const pledged = { share: 1, haircut: 0.4, lagMonths: 12 };
  const worths = (coverage: number) => {
    const world = fromFork({
      patches: [patch('collateralSubstitutes', pledged), patch('supplyChainData', { coverage })],
    });
    runTo(world, FORK_MONTH + 1);
    const owners = slots(world, not(has(TRAIT.collateral)));
    return owners.map((i) => [
      (world.enterprises.traits[i]! & TRAIT.supplier) !== 0,
      pledgeOf(openPledges(world), i),
    ]) as [boolean, number][];
  };
  const [late, atOnce] = [12, 0].map((months) =>
    pledgeWorth(0.4, months, HUNAN.parameters['collateralSubstitutes.decay'][0]!),
  ) as [number, number];
  expect(atOnce).toBeGreaterThan(late);
  const worthOf = (pledges: [boolean, number][], supplier: boolean) =>
    new Set(pledges.filter(([is, worth]) => is === supplier && worth > 0).map(([, worth]) => worth));
  expect(worthOf(worths(0), true)).toEqual(new Set([late]));
  expect(worthOf(worths(1), true)).toEqual(new Set([atOnce]));
  expect(worthOf(worths(1), false)).toEqual(new Set([late]));
});
