/**
 * What changed from one text to the next, word by word. Knows: texts. Does not know: how it is shown.
 */
export type Piece = { readonly type: 'same' | 'added' | 'removed'; readonly text: string };

/** Cells in the table of common words; larger texts are compared line by line instead. */
const MOST = 4_000_000;

export function compare(before: string, after: string): readonly Piece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length * b.length <= MOST) return merged(differ(a, b));
  const [c, d] = [linesOf(before), linesOf(after)];
  if (c.length * d.length <= MOST) return merged(differ(c, d));
  return merged([
    { type: 'removed', text: before },
    { type: 'added', text: after },
  ]);
}

/** Words and the spaces between them; together they are the text again. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\s+|\S+/g) ?? [];
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

function differ(a: readonly string[], b: readonly string[]): readonly Piece[] {
  const common = commonLengths(a, b);
  const wide = b.length + 1;
  const at = (i: number, j: number): number => common[i * wide + j] ?? 0;
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ type: 'same', text: a[i] ?? '' });
      i += 1;
      j += 1;
    } else if (i < a.length && (j === b.length || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ type: 'removed', text: a[i] ?? '' });
      i += 1;
    } else {
      pieces.push({ type: 'added', text: b[j] ?? '' });
      j += 1;
    }
  }
  return pieces;
}

/** For every two ends of the texts, how many words they have in common in the same order. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const wide = b.length + 1;
  const common = new Uint16Array((a.length + 1) * wide);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const [below, right] = [common[(i + 1) * wide + j] ?? 0, common[i * wide + j + 1] ?? 0];
      const both = (common[(i + 1) * wide + j + 1] ?? 0) + 1;
      common[i * wide + j] = a[i] === b[j] ? both : Math.max(below, right);
    }
  }
  return common;
}

/** Pieces of one kind in a row become one; in each change what was taken out comes first. */
function merged(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  let [removed, added] = ['', ''];
  const settle = (): void => {
    if (removed !== '') result.push({ type: 'removed', text: removed });
    if (added !== '') result.push({ type: 'added', text: added });
    [removed, added] = ['', ''];
  };
  let same = '';
  const keep = (): void => {
    if (same !== '') result.push({ type: 'same', text: same });
    same = '';
  };
  for (const { type, text } of pieces) {
    if (text === '') continue;
    if (type === 'same') {
      settle();
      same += text;
      continue;
    }
    keep();
    if (type === 'removed') removed += text;
    else added += text;
  }
  settle();
  keep();
  return result;
}
