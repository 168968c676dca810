/** The notices on the page, and what a link has to say. */
import { wordsOf } from '../text/index.ts';
import type { Language } from '../text/language.ts';
import { comparatorTitle } from './comparators.ts';
import type { Notice } from './context.ts';
import { nameInId } from './kept-ids.ts';
import type { Library } from './library.ts';
import type { LinkProblem } from './link-read.ts';

export class NoticeBoard {
  #notices: readonly Notice[] = [];
  #last = 0;
  readonly #changed: () => void;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get notices(): readonly Notice[] {
    return this.#notices;
  }

  /** Adds a notice; the same text is shown once. */
  add(text: string, tone: Notice['tone'] = 'note'): void {
    const others = this.#notices.filter((one) => one.text !== text);
    this.#notices = [...others, { id: ++this.#last, text, tone }];
    this.#changed();
  }

  dismiss(id: number): void {
    this.#notices = this.#notices.filter((one) => one.id !== id);
    this.#changed();
  }

  /** One notice for everything unknown in a link, one for what others keep, a missing preset or file, another province or release. */
  tellLink(problems: readonly LinkProblem[], library: Library, language: Language): void {
    const words = wordsOf(language);
    const unknown = problems.flatMap((one) => (one.kind === 'unknown' ? [one.what] : []));
    const kept = problems.flatMap((one) => (one.kind === 'kept' ? [words.quote(nameInId(one.id))] : []));
    if (kept.length) this.add(words.linkKept(kept.join(words.list)), 'warning');
    if (unknown.length) this.add(words.linkUnknown(unknown.join(words.list)), 'warning');
    for (const one of problems) {
      if (one.kind === 'preset') this.add(words.linkPreset(one.id), 'warning');
      if (one.kind === 'name') this.add(words.linkName(words.quote(nameInId(one.id))));
      if (one.kind === 'file') this.add(words.linkFile(one.id));
      if (one.kind === 'province') this.tellProvince(one.comparator, library, language);
      if (one.kind === 'release') this.add(words.linkRelease(one.theirs, library.release));
    }
  }

  /** Says that comparators of another province were taken out, and what is compared with now. */
  tellProvince(comparator: string, library: Library, language: Language): void {
    const words = wordsOf(language);
    this.add(words.otherProvince(words.quote(comparatorTitle(comparator, library)[language])));
  }
}
