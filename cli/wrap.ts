/** Lines of at most so many columns, broken between words. Knows: widths. */

/** The first line starts with `lead`; the others are indented as far. */
export function wrap(text: string, width: number, lead = ''): readonly string[] {
  const indent = ' '.repeat(lead.length);
  const lines: string[] = [];
  let line = lead;
  for (const word of text.split(/[ \n]+/).filter((part) => part !== '')) {
    const start = line === lead || line === indent;
    const next = start ? `${line}${word}` : `${line} ${word}`;
    if (next.length > width && !start) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = next;
  }
  return [...lines, line];
}
