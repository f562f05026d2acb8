/**
 * The part of Markdown that exercise texts use, read to a tree of plain data. Knows: the grammar.
 * Does not know: how it looks. There is no HTML in it and no link to follow, so nothing in a
 * message can act on its reader. Time is linear in the text: its writer may be hostile.
 */
import { plain } from './plain.ts';

export type Inline =
  | { readonly type: 'text' | 'code'; readonly text: string }
  | { readonly type: 'strong' | 'emphasis'; readonly parts: readonly Inline[] };

export type Block =
  /** Each line as it was broken by its writer. */
  | { readonly type: 'paragraph'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly type: 'heading'; readonly parts: readonly Inline[] }
  | { readonly type: 'quote'; readonly blocks: readonly Block[] }
  | {
      readonly type: 'list';
      readonly start?: number;
      readonly items: readonly (readonly Block[])[];
    }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'rule' };

/** Deeper nesting is shown as the text it is. */
const DEEPEST = 5;

/** The word after an opening fence names a language and is not shown; a closing one stands bare. */
const FENCE = /^ {0,3}(?:`{3,}|~{3,})[\w+-]*[ ]*$/;
const FENCE_END = /^ {0,3}(?:`{3,}|~{3,})[ ]*$/;
const HEADING = /^ {0,3}#{1,6}[ \t]+(.*)$/;
const RULE = /^ {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const QUOTE = /^ {0,3}> ?/;
const ITEM = /^( {0,3})([-*+]|\d{1,4}[.)])([ \t]+)(?=\S)/;

export function readMarkdown(source: string): readonly Block[] {
  return readBlocks(plain(source).replaceAll('\t', '    ').split('\n'), 0);
}

/** Takes from the front of the lines what makes one block, and says how many lines that was. */
type Taken = { readonly block: Block; readonly lines: number };

function readBlocks(lines: readonly string[], depth: number): readonly Block[] {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    if ((lines[at] ?? '').trim() === '') {
      at += 1;
      continue;
    }
    const taken = takeBlock(lines, at, depth);
    blocks.push(taken.block);
    at += taken.lines;
  }
  return blocks;
}

function takeBlock(lines: readonly string[], at: number, depth: number): Taken {
  const line = lines[at] ?? '';
  const heading = HEADING.exec(line);
  if (heading) {
    const parts = readInline((heading[1] ?? '').replace(/[ \t]+#+[ \t]*$/, ''));
    return { block: { type: 'heading', parts }, lines: 1 };
  }
  if (RULE.test(line)) return { block: { type: 'rule' }, lines: 1 };
  if (FENCE.test(line)) return takeCode(lines, at);
  if (depth < DEEPEST && QUOTE.test(line)) return takeQuote(lines, at, depth);
  if (depth < DEEPEST && ITEM.test(line)) return takeList(lines, at, depth);
  return takeParagraph(lines, at, depth);
}

function takeCode(lines: readonly string[], at: number): Taken {
  let end = at + 1;
  while (end < lines.length && !FENCE_END.test(lines[end] ?? '')) end += 1;
  const text = lines.slice(at + 1, end).join('\n');
  return { block: { type: 'code', text }, lines: Math.min(end + 1, lines.length) - at };
}

function takeQuote(lines: readonly string[], at: number, depth: number): Taken {
  let end = at;
  while (end < lines.length && QUOTE.test(lines[end] ?? '')) end += 1;
  const inner = lines.slice(at, end).map((line) => line.replace(QUOTE, ''));
  return { block: { type: 'quote', blocks: readBlocks(inner, depth + 1) }, lines: end - at };
}

function takeList(lines: readonly string[], from: number, depth: number): Taken {
  const kind = kindOf(lines[from] ?? '');
  const items: (readonly Block[])[] = [];
  let at = from;
  while (at < lines.length && kindOf(lines[at] ?? '') === kind && !RULE.test(lines[at] ?? '')) {
    const width = ITEM.exec(lines[at] ?? '')?.[0].length ?? 0;
    const end = endOfItem(lines, at + 1, width);
    const inner = lines.slice(at, end).map((line) => line.slice(Math.min(width, indent(line))));
    inner[0] = (lines[at] ?? '').slice(width);
    items.push(readBlocks(inner, depth + 1));
    at = end;
  }
  const start = kind === 'numbers' ? { start: parseInt((lines[from] ?? '').trim(), 10) } : {};
  return { block: { type: 'list', ...start, items }, lines: at - from };
}

function kindOf(line: string): 'numbers' | 'points' | undefined {
  const marker = ITEM.exec(line)?.[2];
  return marker === undefined ? undefined : marker.length > 1 ? 'numbers' : 'points';
}

/** An item goes on with lines set in under its text, and with blank lines between such lines. */
function endOfItem(lines: readonly string[], from: number, width: number): number {
  let end = from;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    const below = at === end && !startsBlock(line);
    if (indent(line) < Math.min(width, 2) && !below) break;
    end = at + 1;
  }
  // Blank lines before the next item of the same list belong to neither.
  while (end < lines.length && (lines[end] ?? '').trim() === '' && ITEM.test(lines[end + 1] ?? ''))
    end += 1;
  return end;
}

function indent(line: string): number {
  return line.trim() === '' ? line.length : line.length - line.trimStart().length;
}

function startsBlock(line: string): boolean {
  return [HEADING, RULE, FENCE, QUOTE, ITEM].some((pattern) => pattern.test(line));
}

function takeParagraph(lines: readonly string[], at: number, depth: number): Taken {
  let end = at + 1;
  while (end < lines.length) {
    const line = lines[end] ?? '';
    if (line.trim() === '' || (depth < DEEPEST && startsBlock(line))) break;
    end += 1;
  }
  const text = lines.slice(at, end).map((line) => readInline(line.trim()));
  return { block: { type: 'paragraph', lines: text }, lines: end - at };
}

/** Emphasis, code and links within one line. */
export function readInline(text: string, depth = 0): readonly Inline[] {
  const parts: Inline[] = [];
  // A mark with no end after one place has none after a later one: it is looked for once.
  const dead = new Set<string>();
  let literal = '';
  const flush = (): void => {
    if (literal !== '') parts.push({ type: 'text', text: literal });
    literal = '';
  };
  for (let at = 0; at < text.length;) {
    const found = depth < DEEPEST ? takeInline(text, at, depth, dead) : undefined;
    if (!found) {
      literal += text.charAt(at);
      at += 1;
    } else if (typeof found.part === 'string') {
      literal += found.part;
      at += found.length;
    } else {
      flush();
      parts.push(found.part);
      at += found.length;
    }
  }
  flush();
  return parts;
}

type Found = { readonly part: Inline | string; readonly length: number };

function takeInline(text: string, at: number, depth: number, dead: Set<string>): Found | undefined {
  switch (text.charAt(at)) {
    case '\\':
      return /[\\`*_[\]()#>+\-.!~{}|]/.test(text.charAt(at + 1))
        ? { part: text.charAt(at + 1), length: 2 }
        : undefined;
    case '`':
      return takeSpan(text, at, dead);
    case '*':
    case '_':
      return takeEmphasis(text, at, depth, dead);
    case '!':
    case '[':
      return takeLink(text, at, dead);
    default:
      return undefined;
  }
}

function takeSpan(text: string, at: number, dead: Set<string>): Found | undefined {
  if (dead.has('`')) return undefined;
  const end = text.indexOf('`', at + 1);
  if (end < 0) dead.add('`');
  if (end <= at + 1) return undefined;
  return { part: { type: 'code', text: text.slice(at + 1, end) }, length: end + 1 - at };
}

function takeEmphasis(
  text: string,
  at: number,
  depth: number,
  dead: Set<string>,
): Found | undefined {
  const sign = text.charAt(at);
  const mark = text.charAt(at + 1) === sign ? sign + sign : sign;
  const inside = at + mark.length;
  const insideWord = sign === '_' && /[\p{L}\p{N}]/u.test(text.charAt(at - 1));
  if (dead.has(mark) || insideWord || !/\S/.test(text.charAt(inside))) return undefined;
  const end = closing(text, inside + 1, mark);
  if (end < 0) {
    dead.add(mark);
    return undefined;
  }
  const parts = readInline(text.slice(inside, end), depth + 1);
  const type = mark.length === 2 ? 'strong' : 'emphasis';
  return { part: { type, parts }, length: end + mark.length - at };
}

/** Where the mark stands after a letter, alone, and (underscores) not in the middle of a word. */
function closing(text: string, from: number, mark: string): number {
  const sign = mark.charAt(0);
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + 1)) {
    if (mark.length === 2 && text.charAt(at + 2) === sign) continue;
    const next = text.charAt(at + mark.length);
    const alone = mark.length === 2 || (text.charAt(at - 1) !== sign && next !== sign);
    const wordEnds = sign === '*' || !/[\p{L}\p{N}]/u.test(next);
    if (alone && wordEnds && /\S/.test(text.charAt(at - 1))) return at;
  }
  return -1;
}

/** A link's words and its address, as text: an exercise must not send anybody anywhere. */
function takeLink(text: string, at: number, dead: Set<string>): Found | undefined {
  const open = text.charAt(at) === '!' ? at + 1 : at;
  if (dead.has('[') || text.charAt(open) !== '[') return undefined;
  const middle = text.indexOf('](', open);
  const end = middle < 0 ? -1 : text.indexOf(')', middle);
  if (end < 0) {
    dead.add('[');
    return undefined;
  }
  const label = text.slice(open + 1, middle);
  if (label.includes('[')) return undefined;
  const address = text.slice(middle + 2, end).trim();
  const said = open > at || label === address || address === '' ? label : `${label} (${address})`;
  return { part: said, length: end + 1 - at };
}
