/** Columns of text: the first to the left, the others to the right. */

/** Columns a text takes on a terminal: two for each Chinese character. */
export function width(text: string): number {
  let columns = 0;
  for (const letter of text)
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        letter,
      )
        ? 2
        : 1;
  return columns;
}

/** A table with a heading; `left` columns are aligned to the left. */
export function textTable(rows: readonly (readonly string[])[], left = 1): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => width(row[column] ?? ''))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat(widths[column] - width(cell));
        return column < left ? cell + space : space + cell;
      })
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}
