/** Why each assumption has its value, in the reader's language; loads when the assumptions are opened. */
import type { Context } from './context.ts';
import type { Assumption } from './library.ts';

type NoteOf = (province: string, parameter: string, language: Context['state']['language']) => string;

let noteOf: NoteOf | undefined;

/** Loads the notes once and draws again. */
export function loadNotes({ acts }: Context): void {
  if (noteOf) return;
  void Promise.all([import('./parameter-files.ts'), import('./parameter-texts.ts')]).then(
    ([{ parameterFiles }, { parameterTexts }]) => {
      noteOf = (province, parameter, language) => {
        const record = parameterFiles(province).find((one) => one.id === parameter)!;
        return parameterTexts(record, language, province).note;
      };
      acts.redraw();
    },
  );
}

/** The note of an assumption; empty until the notes are there. */
export const assumptionNote = ({ parameter }: Assumption, { library, state }: Context): string =>
  noteOf?.(library.province.id, parameter, state.language) ?? '';
