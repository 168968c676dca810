/** Ids of kept scenarios, `own-A-little-more-k3f9x2ab`: a link that compares with one means something in one browser alone. */

/** Key of a link: which kept scenario this one is, or was before it was changed. */
export const KEPT_KEY = 'kept';

const PREFIX = 'own-';
/** Letters and digits of the name, so that the id says which scenario it is where the scenario is not. */
const LONGEST_NAME = 24;
const ALPHABET = '0123456789abcdefghijklmnopqrstuvwxyz';
const RANDOM = 8;

/** An id no other window gives and none that was forgotten had. */
export function newKeptId(name: string): string {
  const words = (name.match(/[\p{L}\p{N}]+/gu) ?? []).join('-');
  const short = [...words].slice(0, LONGEST_NAME).join('').replace(/-$/, '');
  const random = Array.from(crypto.getRandomValues(new Uint32Array(RANDOM)), (one) => ALPHABET[one % 36]);
  return PREFIX + [short, random.join('')].filter(Boolean).join('-');
}

/** True for ids of kept scenarios, wherever they are kept. */
export const isKeptId = (id: string): boolean => id.startsWith(PREFIX);

/** What an id says of the name: `A little more`; the id where it says nothing, as those of earlier releases (`own-2`). */
export function nameInId(id: string): string {
  const words = /^own-(.+)-[0-9a-z]{8}$/u.exec(id)?.[1];
  return words?.replaceAll('-', ' ') ?? id;
}
