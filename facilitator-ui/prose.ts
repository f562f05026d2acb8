/**
 * Markdown as a terminal shows it: what participants see as bold, lists, headings and links, and not
 * the signs for them. Knows: which text is what. Does not know: whose text it is; all of it is
 * hostile, so nothing in it reaches the terminal but printable characters, and no link is one.
 */
import MarkdownIt, { type Token } from 'markdown-it';
import { BLANK, paragraph, span } from './layout.ts';
import { plainLines, plainText } from './sanitise.ts';
import type { Line, Span } from './scene.ts';
import type { Tone } from './tone.ts';
import { widthOf, wrap } from './width.ts';

/** As much of it as the participants' page knows; the rest stays the text that it is. */
const reader = new MarkdownIt('commonmark', { html: false, maxNesting: 100 });
reader.disable(['entity', 'html_inline', 'html_block', 'reference']);
// An address is shown as it was written, and leads nowhere.
reader.normalizeLink = (address) => address;
reader.validateLink = () => true;

/** What stands before a block: a sign before its first line, and the room for it before the others. */
type Before = { first: string; readonly rest: string };
/** Where in the text one is: within which quotes and items, at which number of each list, in a heading. */
type Place = { readonly before: Before[]; readonly numbers: number[]; heading: boolean };
const RULE = 20;
const NARROWEST = 8;

/** `tone`: of what is neither bold nor a heading. */
export function proseLines(
  source: string,
  width: number,
  tone?: Tone,
  indent = 0,
): readonly Line[] {
  const lines: Line[] = [];
  const place: Place = { before: [], numbers: [], heading: false };
  const margin = ' '.repeat(indent);
  for (const token of tokensOf(source)) {
    if (token.level === 0 && token.nesting !== -1 && lines.length > 0) lines.push(BLANK);
    go(place, token);
    const { before } = place;
    const taken = widthOf(before.map(({ rest }) => rest).join(''));
    for (const line of drawn(token, place, Math.max(NARROWEST, width - indent - taken), tone)) {
      lines.push([span(margin + before.map(({ first }) => first).join(''), tone), ...line]);
      for (const one of before) one.first = one.rest;
    }
  }
  return lines;
}

/** Into a block, or out of it. */
function go(place: Place, token: Token): void {
  const { before, numbers } = place;
  switch (token.type) {
    case 'heading_open':
    case 'heading_close':
      place.heading = token.nesting === 1;
      return;
    case 'bullet_list_open':
      numbers.push(NaN);
      return;
    case 'ordered_list_open':
      numbers.push(Number(token.attrGet('start') ?? 1));
      return;
    case 'bullet_list_close':
    case 'ordered_list_close':
      numbers.pop();
      return;
    case 'list_item_open': {
      const number = numbers.pop() ?? NaN;
      const sign = Number.isNaN(number) ? '• ' : `${number}. `;
      numbers.push(number + 1);
      before.push({ first: sign, rest: ' '.repeat(sign.length) });
      return;
    }
    case 'blockquote_open':
      before.push({ first: '│ ', rest: '│ ' });
      return;
    case 'list_item_close':
    case 'blockquote_close':
      before.pop();
      return;
    default:
  }
}

/** The lines of a block that holds no other. */
function drawn(
  token: Token,
  { heading }: Place,
  room: number,
  tone: Tone | undefined,
): readonly Line[] {
  switch (token.type) {
    case 'hr':
      return [[span('─'.repeat(Math.min(room, RULE)), 'dim')]];
    case 'fence':
    case 'code_block':
      return paragraph(codeOf(token), room, tone);
    case 'inline':
      return inlineLines(token, heading ? 'strong' : tone).flatMap((runs) => wrapped(runs, room));
    default:
      return [];
  }
}

/** The word after an opening fence names a language and is not shown; more than a word is a text. */
function codeOf({ info, content }: Token): string {
  const said = /^\s*[\w+-]*\s*$/.test(info) ? '' : `${info}\n`;
  return said + content.replace(/\n$/, '');
}

/** The same for a listener, and for whoever folds the lines later. */
export function proseText(source: string): readonly string[] {
  return proseLines(source, Infinity).map((line) => line.map(({ text }) => text).join(''));
}

/** Read once for all frames that show it; so many texts are remembered. */
const read = new Map<string, readonly Token[]>();
const REMEMBERED = 500;

function tokensOf(source: string): readonly Token[] {
  const known = read.get(source);
  if (known) return known;
  if (read.size >= REMEMBERED) read.clear();
  const safe = plainLines(source.replaceAll('\t', '    ')).join('\n');
  const tokens = reader.parse(safe, {});
  read.set(source, tokens);
  return tokens;
}

/** The text in pieces of one tone each, a list for each line as its writer broke it. */
function inlineLines(token: Token, tone: Tone | undefined): readonly (readonly Span[])[] {
  const lines: Span[][] = [[]];
  const add = (text: string, how: Tone | undefined): void => {
    lines.at(-1)?.push(span(plainText(text), how));
  };
  let bold = 0;
  const links: { readonly address: string; said: string }[] = [];
  for (const child of token.children ?? []) {
    const how = bold > 0 ? 'strong' : tone;
    switch (child.type) {
      case 'softbreak':
      case 'hardbreak':
        lines.push([]);
        break;
      case 'strong_open':
      case 'strong_close':
        bold += child.nesting;
        break;
      case 'link_open':
        links.push({ address: String(child.attrGet('href') ?? ''), said: '' });
        break;
      case 'link_close': {
        const { address, said } = links.pop() ?? { address: '', said: '' };
        const same = address === '' || said === address || `mailto:${said}` === address;
        if (!same) add(` (${address})`, how);
        break;
      }
      default: {
        for (const link of links) link.said += child.content;
        add(child.content, how);
      }
    }
  }
  return lines;
}

/** Broken between words, each piece in its tone. What is cut up is the line that was made safe. */
function wrapped(runs: readonly Span[], width: number): readonly Line[] {
  const ends: number[] = [];
  let text = '';
  for (const run of runs) {
    const piece = run.text.replace(/\s+/g, ' ');
    text += text === '' || text.endsWith(' ') ? piece.trimStart() : piece;
    ends.push(text.length);
  }
  let from = 0;
  return wrap(text.trimEnd(), width).map((line): Line => {
    const start = from;
    // The space between two lines stands in neither.
    from += line.length + (text.charAt(from + line.length) === ' ' ? 1 : 0);
    let at = 0;
    return runs.flatMap((run, i) => {
      const last = i === runs.length - 1;
      const end = last ? line.length : Math.min(line.length, Math.max(at, (ends[i] ?? 0) - start));
      const part = line.slice(at, end);
      at = end;
      return part === '' ? [] : [span(part, run.tone)];
    });
  });
}
