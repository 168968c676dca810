/** Where a published number holds. */
import type { Context } from '../app/context.ts';
import { evidenceWordsOf } from '../text/evidence.ts';
import { NAMES } from '../text/names.ts';

/** Values of dimensions as people say them: `Changsha`, `urban`. */
export function placeText(dimensions: Readonly<Record<string, string | boolean>>, context: Context): string {
  const { library, tell } = context;
  const words = evidenceWordsOf(context.state.language);
  const name = (value: string) => {
    const place = library.places.find((one) => one.code === value)?.name ?? NAMES[value];
    return place ? tell(place) : (words.places[value] ?? value);
  };
  return Object.entries(dimensions)
    .map(([dimension, value]) =>
      value === true && words.places[dimension] !== undefined
        ? words.places[dimension]
        : String(value).split('+').map(name).join(' + '),
    )
    .join(context.words.comma);
}
