/** Cells of CSV, as the lab and the terminal write them. */

/** What a spreadsheet takes for a formula, wide forms included. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A text in a cell: quoted where it has to be, and led by an apostrophe where a spreadsheet would run it. */
export function textCell(text: string): string {
  const tame = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}
