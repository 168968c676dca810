/** Hunan's records where no source speaks about Zhejiang; a borrowed value is an assumption and says so. */

/** Start of the note of every borrowed record; what follows is Hunan's note. */
export const BORROWED = 'Taken over from Hunan, for want of a source on Zhejiang. There: ';

interface Noted {
  readonly id: string;
  readonly note?: string;
}

/** Hunan's record with Zhejiang's own in its place, or regraded where there is none. */
export function overHunan<R extends Noted, Own extends Noted>(hunan: R, own: readonly Own[]) {
  const mine = own.find((one) => one.id === hunan.id);
  if (mine) return { ...hunan, ...mine };
  const { note } = hunan;
  return {
    ...hunan,
    grade: 'assumed',
    evidence: [],
    ...(note !== undefined && { note: `${BORROWED}${note}` }),
  };
}
