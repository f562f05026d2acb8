/**
 * Imported injects as a file of the scenario, with comments on what was guessed and what was left.
 * Knows: how a planner would lay it out. Does not know: where the file goes.
 */
import { Document, isMap, isPair, isScalar, isSeq, visit, type Pair, type Scalar } from 'yaml';
import { neutral } from '../../engine/scenario/excerpt.ts';
import type { Lang } from '../../engine/scenario/text.ts';
import type { SheetFault } from './fault.ts';
import type { Intake, Item } from './intake.ts';
import { faultText } from './saying.ts';
import { SCRIPT_WORDS } from './wording.ts';

/** Wider than this, a text stands on lines of its own. */
const WIDTH = 80;
/** A comment says what it is about; the sheet itself has the rest. */
const LONGEST_COMMENT = 400;

export function renderScript({ items, sheet, own }: Intake, file: string, lang: Lang): string {
  const words = SCRIPT_WORDS[lang];
  const document = new Document({ injects: rowsOf(items) });
  document.commentBefore = comment([words.from(file, sheet)]);
  const root = document.contents;
  const injects = isMap(root) ? root.items[0]?.value : undefined;
  if (isMap(injects)) {
    const byId = new Map(injects.items.map((pair) => [String((pair.key as Scalar).value), pair]));
    const trailing = annotate(items, byId, own, lang);
    if (trailing !== '') injects.comment = trailing;
  }
  layOut(document);
  return document.toString({ lineWidth: 0, indent: 2, flowCollectionPadding: true });
}

function rowsOf(items: readonly Item[]): Record<string, unknown> {
  return Object.fromEntries(
    items.flatMap((item) => (item.type === 'inject' ? [[item.id, item.draft]] : [])),
  );
}

/** Comments before each inject; what stands after the last of them is returned. */
function annotate(
  items: readonly Item[],
  pairs: ReadonlyMap<string, Pair>,
  own: boolean,
  lang: Lang,
): string {
  const words = SCRIPT_WORDS[lang];
  let waiting: string[] = [];
  let first = true;
  for (const item of items) {
    if (item.type === 'section') {
      waiting.push(words.section(item.text, item.phase));
      continue;
    }
    if (item.type === 'refused') {
      waiting.push(words.refused(item.row, item.text), ...notes(item.faults, lang));
      continue;
    }
    const key = pairs.get(item.id)?.key;
    if (!isScalar(key)) continue;
    const left = item.left.map(([header, text]) => `${header || '?'}: ${text}`);
    const said = [...notes(item.faults, lang), ...left];
    // The rows of our own sheet say themselves which injects they are.
    const lines = [...waiting, ...(own && said.length === 0 ? [] : [words.row(item.row)]), ...said];
    if (lines.length > 0) key.commentBefore = comment(lines);
    if (!first) key.spaceBefore = true;
    first = false;
    waiting = [];
  }
  return comment(waiting);
}

function notes(faults: readonly SheetFault[], lang: Lang): readonly string[] {
  return faults.map((fault) => faultText(fault, lang).what);
}

/** No line break of somebody else's may end a comment. */
function comment(lines: readonly string[]): string {
  return lines
    .map((line) => neutral(line.replace(/\s+/g, ' ')))
    .map((line) => (line.length > LONGEST_COMMENT ? `${line.slice(0, LONGEST_COMMENT)}…` : line))
    .map((line) => ` ${line}`)
    .join('\n');
}

function layOut(document: Document): void {
  visit(document, {
    Pair: (_, pair) => {
      const key = isScalar(pair.key) ? pair.key.value : undefined;
      if (!isPair(pair) || pair.value === null) return;
      const { value } = pair;
      const inLine = isMap(value) && ['after', 'when', 'from', 'services'].includes(String(key));
      if (inLine && !wide(value.toString())) value.flow = true;
      if (isSeq(value)) {
        if (key !== 'expect') value.flow = true;
        else for (const item of value.items) if (isMap(item)) item.flow = true;
      }
    },
    Scalar: (_, scalar) => {
      if (typeof scalar.value !== 'string') return;
      if (scalar.value.includes('\n') || scalar.value.length > WIDTH) scalar.type = 'BLOCK_LITERAL';
    },
  });
}

function wide(text: string): boolean {
  return text.length > 2 * WIDTH || text.includes('\n\n');
}
