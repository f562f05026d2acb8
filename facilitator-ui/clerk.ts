/**
 * Carries out what is typed in the line console and writes the answers.
 * Knows: asking before what cannot be undone, and lists as lines. Does not know: reading lines.
 */
import type { Client } from '../engine/runtime/client.ts';
import type { Lang } from '../engine/runtime/protocol.ts';
import { chosenIndex, homeOf, refsOf } from './choice.ts';
import { carry, waysIn } from './doors.ts';
import { badgeText } from './orders/staff.ts';
import { readOrder } from './order.ts';
import { askHost, confirmStart } from './preflight.ts';
import { listOf } from './panels/all.ts';
import { injectsPanel } from './panels/injects.ts';
import { alertCells } from './panels/alerts.ts';
import { toldLines } from './panels/debrief.ts';
import { attention } from './attention.ts';
import { plainText } from './sanitise.ts';
import { severalLines } from './several.ts';
import { entryLines, foundLines, pastLines, roleLines } from './seek.ts';
import {
  firstUi,
  sceneOf,
  words,
  type Confirm,
  type Errand,
  type Line,
  type LinkOf,
  type Mail,
  type Panel,
  type Past,
  type Ref,
  type RefKind,
  type Scene,
  type Span,
} from './scene.ts';
import { catalogue } from './text.ts';
import { windowOf } from './window.ts';

export type ClerkOptions = {
  readonly client: Client;
  readonly lang: Lang;
  readonly write: (line: string) => void;
  readonly status: () => readonly string[];
  readonly linkOf?: LinkOf | undefined;
};
/** Takes a line; says whether to go on. */
export type Clerk = (line: string) => Promise<boolean>;

/** Carries out one order after the other; says whether to go on. */
export function clerk({ client, lang, write, status, linkOf }: ClerkOptions): Clerk {
  const w = catalogue(lang).orders;
  const surroundings = linkOf ? { linkOf } : {};
  let asked: Errand | undefined;
  let listed: Panel = 'overview';
  let mail: Mail = 'all';
  let past: Past | undefined;
  let lane: 'mine' | 'all' = 'mine';

  const sceneOn = (panel: Panel): Scene =>
    sceneOf({ ...firstUi(lang, PAGE), panel, mail, past, lane }, client, surroundings);

  async function send(input: Errand): Promise<void> {
    // What one looks at is no longer so: nobody acts on it.
    if (past) {
      write(`✗ ${catalogue(lang).search.notInPast.replace('Esc', catalogue(lang).search.nowWord)}`);
      return;
    }
    const outcome = await carry(client, input, lang);
    if (outcome.type === 'invitations') {
      const links = input.type === 'invite' && input.links;
      for (const { name, code, link } of waysIn(sceneOn(listed), outcome.rows)) {
        write(`${code}  ${plainText(name)}${links && link !== undefined ? `: ${link}` : ''}`);
      }
      return;
    }
    if (outcome.type === 'appointed') {
      for (const text of badgeText(outcome, lang, linkOf)) write(text);
      return;
    }
    if (outcome.type === 'severally') {
      for (const text of severalLines(sceneOn(listed), outcome)) write(text);
      return;
    }
    if (outcome.type === 'debriefed') {
      for (const text of toldLines(outcome, sceneOn(listed))) write(text);
      return;
    }
    const { done, refused } = catalogue(lang);
    write(outcome.type === 'done' ? `✓ ${done}` : `✗ ${refused}: ${outcome.reason[lang]}`);
  }

  async function confirmed(line: string): Promise<void> {
    const input = asked;
    asked = undefined;
    const yes = ['ja', 'j', 'yes', 'y'].includes(line.trim().toLowerCase());
    if (input && yes) await send(input);
    else write(w.dropped);
  }

  return async (line) => {
    if (line.trim() === '') return true;
    if (asked) {
      await confirmed(line);
      return true;
    }
    const scene = sceneOn(listed);
    const ordered = readOrder(line, scene);
    switch (ordered.type) {
      case 'quit':
        return false;
      case 'act':
      case 'errand':
        await send(ordered.input);
        return true;
      case 'confirm':
        for (const text of questionLines(ordered.confirm)) write(text);
        write(w.sure);
        asked = ordered.confirm.input === 'leave' ? undefined : ordered.confirm.input;
        return true;
      case 'preflight': {
        const found = confirmStart(scene, ordered.start?.step, await askHost(client));
        for (const text of questionLines(found)) write(text);
        if (!ordered.start || found.input === 'leave') return true;
        write(w.sure);
        asked = found.input;
        return true;
      }
      case 'list':
        listed = ordered.panel;
        mail = ordered.mail ?? 'all';
        for (const text of listLines(sceneOn(listed), listed)) write(text);
        return true;
      case 'show':
        for (const text of shownLines(scene, ordered.number)) write(text);
        return true;
      case 'showRow':
        for (const text of detailOf(scene, ordered.ref)) write(text);
        return true;
      case 'status':
        for (const text of status()) write(text);
        return true;
      case 'find': {
        const rowsOf = (panel: Panel) => numberedRows(scene, panel, refsOf(scene, panel));
        for (const text of foundLines(scene, ordered.text, rowsOf)) write(text);
        return true;
      }
      case 'seek':
        for (const text of await entryLines(client, scene, ordered.target)) write(plainText(text));
        return true;
      case 'eyes':
        for (const text of await roleLines(client, scene, ordered.wish)) write(plainText(text));
        return true;
      case 'past': {
        const looked = await pastLines(client, scene, ordered.at);
        past = looked.past ?? past;
        for (const text of looked.lines) write(`! ${text}`);
        return true;
      }
      case 'now':
        past = undefined;
        write(catalogue(lang).search.orders.back);
        return true;
      case 'help':
        for (const [words, meaning] of helpIn(lang)) write(`${words}: ${meaning}`);
        return true;
      case 'lane':
        lane = ordered.lane;
        write(catalogue(lang).staff[lane]);
        return true;
      case 'say':
        write(plainText(ordered.text));
        return true;
      case 'lines':
        for (const text of ordered.lines) write(plainText(text));
        return true;
      default:
        return ordered satisfies never;
    }
  };
}

/** What can be typed: the console's own orders, then those of its areas. */
function helpIn(lang: Lang): readonly (readonly [string, string])[] {
  const { orders, pacing, search, simcell, scribe, script, staff } = catalogue(lang);
  return [
    ...orders.help,
    ...pacing.orders.help,
    ...script.help,
    ...search.help,
    ...simcell.orders.help,
    ...scribe.orders.help,
    ...staff.orders.help,
  ];
}

/** Wide enough for every column; a listener's patience is the limit, not a window. */
const PAGE = { columns: 200, rows: 50 } as const;
const LONGEST = 60;

const flat = (line: Line): string => line.map((part) => plainText(part.text)).join('');

function questionLines(confirm: Confirm): readonly string[] {
  return [confirm.title, ...confirm.effects.map(flat)];
}

/** The panel's rows with numbers, each as one line; those around the next where there are many. */
function listLines(scene: Scene, panel: Panel): readonly string[] {
  const refs = refsOf(scene, panel);
  if (refs.length === 0) return [catalogue(scene.ui.lang).nothing];
  const here = { ...scene, ui: { ...scene.ui, panel } };
  const { from, to } = windowOf(refs.length, chosenIndex(here, refs), LONGEST);
  return numberedRows(scene, panel, refs.slice(from, to), from).map(({ line }) => line);
}

function numberedRows(
  scene: Scene,
  panel: Panel,
  refs: readonly Ref[],
  from = 0,
): readonly { readonly ref: Ref; readonly line: string }[] {
  return refs.map((ref, i) => ({
    ref,
    line: `${numberOf(scene, ref, from + i)}. ${rowText(scene, panel, ref)}`,
  }));
}

/** What has a number of its own keeps it, so that it means the same tomorrow. */
function numberOf({ view, ui }: Scene, ref: Ref, index: number): number | string {
  switch (ref.kind) {
    case 'question': {
      const place = Object.keys(view.questions ?? {}).indexOf(ref.id) + 1;
      return `${ui.lang === 'da' ? 's' : 'q'}${place}`;
    }
    case 'ask':
      return `${ui.lang === 'da' ? 'h' : 'a'}${Object.keys(view.asks ?? {}).indexOf(ref.id) + 1}`;
    case 'message':
      return `${ui.lang === 'da' ? 'b' : 'm'}${Object.keys(view.messages ?? {}).indexOf(ref.id) + 1}`;
    case 'inject':
      return view.injects?.[ref.id]?.number ?? index + 1;
    case 'decision':
      return Object.keys(view.decisions ?? {}).indexOf(ref.id) + 1;
    case 'record':
      return Number(ref.id);
    default:
      return index + 1;
  }
}

/** Their first cell is the number, or the mark, that the line begins with already. */
const NUMBERED: readonly RefKind[] = ['inject', 'question', 'record'];

function rowText(scene: Scene, panel: Panel, ref: Ref): string {
  const list = listOf(panel);
  const alert = attention(scene.view).find((a) => a.ref.id === ref.id && a.ref.kind === ref.kind);
  if (!list && alert) {
    return joined([{ text: words(scene).kinds[alert.kind] }, ...alertCells(scene, alert)]);
  }
  const cells = (list ?? injectsPanel).cells(scene, ref, PAGE.columns);
  return joined(NUMBERED.includes(ref.kind) ? cells.slice(1) : cells);
}

function joined(cells: readonly Span[]): string {
  return cells
    .map(({ text }) => plainText(text))
    .filter((text) => text.trim() !== '')
    .join(' · ');
}

function shownLines(scene: Scene, number: number): readonly string[] {
  const { panel } = scene.ui;
  const ref = refsOf(scene, panel).find((r, i) => numberOf(scene, r, i) === number);
  if (!ref) return [words(scene).orders.noSuch(String(number))];
  return detailOf(scene, ref);
}

function detailOf(scene: Scene, ref: Ref): readonly string[] {
  const home = homeOf(scene, ref);
  const lines = listOf(home.panel)?.detail(scene, home.ref, PAGE.columns) ?? [];
  return lines.map((line) => flat(line).trimEnd());
}
