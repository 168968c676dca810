/** Scenarios kept in this browser: those a person has named, and the ones looked at last. Storage may be refused. */
import { newKeptId } from './kept-ids.ts';
import type { Library, Preset } from './library.ts';
import { DEFAULT_PROVINCE } from './provinces.ts';
import type { Draft, Text } from './state.ts';

const OWN = 'headwater/own@1';
const RECENT = 'headwater/recent@1';
const MOST_RECENT = 20;

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
  draft: { ...draft, province: draft.province ?? DEFAULT_PROVINCE, title: both(name), kept: id },
});

/**
 * The library's presets with this browser's own ones. Other windows keep and forget as well, so the list is read before
 * it is written, and followed.
 */
export class KeptScenarios {
  readonly #presets: Preset[];
  /** What the browser refused to store: kept until the page closes. */
  #unstored: readonly Kept[] = [];

  constructor(library: Library) {
    this.#presets = library.presets as Preset[];
    this.#list();
  }

  /** Calls back when another window has kept or forgotten a scenario; the list has followed by then. */
  follow(changed: () => void): void {
    addEventListener('storage', ({ key }) => {
      if (key !== OWN && key !== null) return;
      this.#list();
      changed();
    });
  }

  /** Keeps a draft under a name, as a branch of what it started from; `lasts` is false when the browser keeps nothing. */
  keep(name: string, draft: Draft, date: string): { readonly preset: Preset; readonly lasts: boolean } {
    const kept = { id: newKeptId(name), name, date, draft };
    const lasts = write(OWN, [...read(OWN, isRecord), kept]);
    if (!lasts) this.#unstored = [...this.#unstored, kept];
    this.#list();
    return { preset: this.#presets.find((one) => one.id === kept.id)!, lasts };
  }

  /** Forgets one of the own scenarios. */
  forget(id: string): void {
    const others = (one: { readonly id?: unknown }) => one.id !== id;
    this.#unstored = this.#unstored.filter(others);
    write(OWN, read(OWN, isRecord).filter(others));
    this.#list();
  }

  /** Lists what is kept now. What is forgotten stays known under its id, which nothing else will ever have. */
  #list(): void {
    const kept = new Map([...read(OWN, isKept), ...this.#unstored].map((one) => [one.id, one]));
    for (const [at, one] of this.#presets.entries()) {
      if (one.own && !one.forgotten && !kept.has(one.id)) this.#presets[at] = { ...one, forgotten: true };
      kept.delete(one.id);
    }
    this.#presets.push(...[...kept.values()].map(presetOfKept));
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
