/**
 * Texts as a file holds them: lines that break where a reader likes it, read back as they were.
 * Knows: what the language makes of line breaks. Does not know: YAML.
 */
import { unwrap } from '../../engine/scenario/text.ts';

const WIDTH = 96;

/** What `unwrap` reads as `text`. */
export function wrap(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const kept = lines.map((line, i) => {
    const next = lines[i + 1];
    if (next === undefined) return line;
    // A backslash keeps the break; it is only written where the break would else be lost.
    const alone = line.endsWith('\\') ? undefined : unwrap(`${line}\n${next}`);
    return alone === `${line}\n${next}` ? line : `${line}\\`;
  });
  const whole = kept.join('\n');
  const folded = kept.map(fold).join('\n');
  return unwrap(folded) === unwrap(whole) ? folded : whole;
}

/** Breaks a long line between words. */
function fold(line: string): string {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > WIDTH) {
    const at = rest.lastIndexOf(' ', WIDTH);
    if (at <= 0) break;
    lines.push(rest.slice(0, at));
    rest = rest.slice(at + 1);
  }
  return [...lines, rest].join('\n');
}
