/** The shape of a scenario file. What the words in it may be is checked in the files named `*-check.ts`. */
import * as z from 'zod/mini';
import { LENDER_CLASSES, SECTORS, SETTINGS, SIZES } from '../../sim/index.ts';

z.config({ jitless: true });

/** The schema this release reads and writes. */
export const SCHEMA = 'headwater/scenario@1';
/** Last month in which a policy may end, and does unless it says otherwise. */
const LAST_CHANGE = '2030-12';

const LONGEST_CHANGE = 60;
const wordRule = 'not words of letters and digits joined by hyphens, a letter first';

const text = (most: number) =>
  z.string().check(z.minLength(1, 'empty'), z.maxLength(most, `longer than ${most} characters`));
const word = text(80).check(z.regex(/^[a-z][a-zA-Z0-9]*(-[a-zA-Z0-9]+)*$/, wordRule));
const bilingual = (most: number) => z.strictObject({ en: text(most), zh: text(most) });
const month = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'not a month YYYY-MM'));
const wholeMonths = (least: number) =>
  z
    .int()
    .check(
      z.gte(least, `not in [${least}, ${LONGEST_CHANGE}]`),
      z.lte(LONGEST_CHANGE, `not in [${least}, ${LONGEST_CHANGE}]`),
    );
const listOf = <T extends z.ZodMiniType>(item: T, most: number) =>
  z
    .array(item)
    .check(
      z.minLength(1, 'empty; leave the list out to mean everyone'),
      z.maxLength(most, `more than ${most}`),
    );

/** Who is concerned; an absent list means everyone. */
export const scopeSchema = z.strictObject({
  prefectures: z.optional(listOf(text(20), 100)),
  settings: z.optional(listOf(z.enum(SETTINGS), 100)),
  sectors: z.optional(listOf(z.enum(SECTORS), 100)),
  sizes: z.optional(listOf(z.enum(SIZES), 100)),
  lenders: z.optional(listOf(z.enum(LENDER_CLASSES), 100)),
});

/** A dated change of one lever. */
export const policySchema = z.strictObject({
  lever: text(80),
  from: month,
  until: z._default(month, LAST_CHANGE),
  phaseInMonths: z._default(wholeMonths(0), 0),
  scope: z._default(scopeSchema, {}),
  set: z._default(z.record(z.string(), z.number()), {}),
  enabled: z._default(z.boolean(), true),
});

/** One event from outside. */
export const shockSchema = z.strictObject({
  kind: text(80),
  from: month,
  months: wholeMonths(1),
  severity: z._default(z.number(), 1),
  scope: z._default(scopeSchema, {}),
});

/** Short name of an assumption -> its value, in place of the one in the province pack. */
export const assumptionsSchema = z.record(z.string(), z.union([z.number(), z.array(z.number())]));

const isDate = (value: string) => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  if (!parts) return false;
  const [year, monthOfYear, day] = parts.slice(1).map(Number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][monthOfYear - 1] ?? 0;
  return day >= 1 && day <= days;
};

/** The parts of a scenario file that stand alone; `policies`, `shocks` and `assumptions` are checked one by one. */
export const headSchema = z.strictObject({
  schema: z.literal(SCHEMA),
  id: word,
  title: z.optional(bilingual(200)),
  question: z.optional(bilingual(1000)),
  author: z.optional(text(200)),
  date: z.optional(z.string().check(z.refine(isDate, 'not a date YYYY-MM-DD'))),
  sources: z._default(z.array(text(200)).check(z.maxLength(200, 'more than 200')), []),
  base: z._default(word, 'baseline'),
  province: z._default(word, 'hunan'),
  policies: z._default(z.array(z.unknown()).check(z.maxLength(200, 'more than 200')), []),
  shocks: z._default(z.array(z.unknown()).check(z.maxLength(100, 'more than 100')), []),
  assumptions: z._default(z.record(z.string(), z.unknown()), {}),
});

/** The whole file, for those who want it as one schema (JSON Schema export, documentation). */
export const scenarioSchema = z.extend(headSchema, {
  policies: z._default(z.array(policySchema), []),
  shocks: z._default(z.array(shockSchema), []),
  assumptions: z._default(assumptionsSchema, {}),
});

export type ScopeNames = z.infer<typeof scopeSchema>;
export type Policy = z.infer<typeof policySchema>;
export type ShockEvent = z.infer<typeof shockSchema>;
export type Assumptions = z.infer<typeof assumptionsSchema>;
/** A scenario with every default filled in. */
export type Scenario = z.infer<typeof scenarioSchema>;
