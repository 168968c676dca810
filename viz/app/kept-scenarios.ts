/** Scenarios kept in this browser: those a person has named, and the ones looked at last. Storage may be refused. */
import { isDocument } from './kept-files.ts';
import { newKeptId } from './kept-ids.ts';
import type { Library, Preset } from './library.ts';
import { DEFAULT_PROVINCE } from './provinces.ts';
import type { Draft, Text } from './state.ts';
import { isRecord, readList, write } from './storage.ts';

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

const isKept = (value: unknown): value is Kept =>
  isRecord(value) &&
  [value.id, value.name, value.date].every((one) => typeof one === 'string') &&
  isRecord(value.draft) &&
  Array.isArray(value.draft.policies) &&
  Array.isArray(value.draft.shocks) &&
  (value.draft.file === undefined || isDocument(value.draft.file));

const isRecent = (value: unknown): value is Recent =>
  isRecord(value) && [value.link, value.title, value.at].every((one) => typeof one === 'string');

const both = (name: string): Text => ({ en: name, zh: name });

/** A kept scenario as the pickers list it; opened, it goes on from the preset or file it branched from, under its own name. */
const presetOfKept = ({ id, name, date, draft }: Kept): Preset => ({
  id,
  title: both(name),
  question: draft.file?.question ?? both(''),
  author: draft.file?.author ?? '',
  date,
  sources: draft.file?.sources ?? [],
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
    const lasts = write(OWN, [...readList(OWN, isRecord), kept]);
    if (!lasts) this.#unstored = [...this.#unstored, kept];
    this.#list();
    return { preset: this.#presets.find((one) => one.id === kept.id)!, lasts };
  }

  /** Forgets one of the own scenarios. */
  forget(id: string): void {
    const others = (one: { readonly id?: unknown }) => one.id !== id;
    this.#unstored = this.#unstored.filter(others);
    write(OWN, readList(OWN, isRecord).filter(others));
    this.#list();
  }

  /** Lists what is kept now. What is forgotten stays known under its id, which nothing else will ever have. */
  #list(): void {
    const kept = new Map([...readList(OWN, isKept), ...this.#unstored].map((one) => [one.id, one]));
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
export const recentScenarios = (): readonly Recent[] => readList(RECENT, isRecent);

/** Puts a scenario in front of those looked at. */
export function noteRecent(one: Recent): void {
  noted++;
  const others = recentScenarios().filter((other) => other.link !== one.link);
  write(RECENT, [one, ...others].slice(0, MOST_RECENT));
}
