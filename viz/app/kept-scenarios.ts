/** Scenarios kept in this browser: those a person has named, and the ones looked at last. Storage may be refused. */
import type { Library, Preset } from './library.ts';
import { DEFAULT_PROVINCE } from './provinces.ts';
import type { Draft, Text } from './state.ts';

const OWN = 'headwater/own@1';
const RECENT = 'headwater/recent@1';
const MOST_OWN = 60;
const MOST_RECENT = 20;
/** Ids of kept scenarios start with this; a link that compares with one means something in this browser alone. */
const PREFIX = 'own-';

/** A scenario that was looked at: where it is, what it was called, when. */
export interface Recent {
  readonly link: string;
  readonly title: string;
  /** ISO date and time. */
  readonly at: string;
}

/** Drafts kept by releases that drew one province do not name it. */
type KeptDraft = Omit<Draft, 'province'> & Partial<Pick<Draft, 'province'>>;

interface Kept {
  readonly id: string;
  readonly name: string;
  readonly date: string;
  readonly draft: KeptDraft;
}

function read<T>(key: string, isOne: (value: unknown) => value is T): T[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isOne) : [];
  } catch {
    return [];
  }
}

function write(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isKept = (value: unknown): value is Kept =>
  isRecord(value) &&
  [value.id, value.name, value.date].every((one) => typeof one === 'string') &&
  isRecord(value.draft) &&
  Array.isArray(value.draft.policies) &&
  Array.isArray(value.draft.shocks);

const isRecent = (value: unknown): value is Recent =>
  isRecord(value) && [value.link, value.title, value.at].every((one) => typeof one === 'string');

const both = (name: string): Text => ({ en: name, zh: name });

/** A kept scenario as the pickers list it; opened, it goes on from the preset it branched from, under its own name. */
const presetOfKept = ({ id, name, date, draft }: Kept): Preset => ({
  id,
  title: both(name),
  question: both(''),
  author: '',
  date,
  sources: [],
  named: false,
  own: true,
  draft: { ...draft, province: draft.province ?? DEFAULT_PROVINCE, title: both(name) },
});

/** The library's presets with this browser's own ones. */
export class KeptScenarios {
  readonly #presets: Preset[];
  #kept: Kept[];

  constructor(library: Library) {
    this.#presets = library.presets as Preset[];
    this.#kept = read(OWN, isKept);
    this.#presets.push(...this.#kept.map(presetOfKept));
  }

  /** Keeps a draft under a name, as a branch of what it started from; false when the browser keeps nothing. */
  keep(name: string, draft: Draft, date: string): boolean {
    const numbers = this.#kept.map((one) => Number(one.id.slice(PREFIX.length)));
    const kept = { id: `${PREFIX}${Math.max(0, ...numbers) + 1}`, name, date, draft };
    this.#kept = [...this.#kept, kept].slice(-MOST_OWN);
    this.#presets.push(presetOfKept(kept));
    return write(OWN, this.#kept);
  }

  /** Forgets one of the own scenarios. */
  forget(id: string): void {
    this.#kept = this.#kept.filter((one) => one.id !== id);
    const at = this.#presets.findIndex((one) => one.id === id);
    if (at >= 0 && this.#presets[at]!.own) this.#presets.splice(at, 1);
    write(OWN, this.#kept);
  }
}

let noted = 0;

/** Rises with every scenario that is looked at in this visit. */
export const recentCount = (): number => noted;

/** Scenarios looked at in earlier visits, the latest first. */
export const recentScenarios = (): readonly Recent[] => read(RECENT, isRecent);

/** Puts a scenario in front of those looked at. */
export function noteRecent(one: Recent): void {
  noted++;
  const others = recentScenarios().filter((other) => other.link !== one.link);
  write(RECENT, [one, ...others].slice(0, MOST_RECENT));
}
