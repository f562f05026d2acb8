/**
 * The debrief after ENDEX: what is stepped through, and what a key does to it.
 * Knows: the record and the findings. Does not know: how they look (panels/debrief).
 */
import type { ExerciseEvent } from '../engine/exercise/entry.ts';
import type { RecordRow } from '../engine/exercise/rows.ts';
import type { Client, Outcome } from '../engine/runtime/client.ts';
import type { DebriefFinding } from '../engine/runtime/protocol.ts';
import type { Key } from './key.ts';
import { moved } from './window.ts';

export const DEBRIEF_TABS = ['lanes', 'decisions', 'findings'] as const;
export type DebriefTab = (typeof DEBRIEF_TABS)[number];

/** What the host said, once: the exercise is over, and nothing of it changes any more. */
export type Debriefed = {
  readonly type: 'debriefed';
  /** On the host, for a browser. */
  readonly path: string;
  readonly findings: readonly DebriefFinding[];
  /** What is worth stepping through, oldest first. */
  readonly steps: readonly Step[];
};
export type Step = {
  readonly row: RecordRow & { readonly event: ExerciseEvent };
  readonly mark: Mark;
  /** The roles in whose lanes it stands; none: the exercise's own. */
  readonly roles: readonly string[];
};
export type DebriefUi = {
  readonly told: Debriefed;
  readonly tab: DebriefTab;
  /** Which step one stands on. */
  readonly at: number;
  /** The chosen row of the list of findings. */
  readonly finding: number;
};

/** How an event is marked in a lane, the weightiest first: where two meet, that one is drawn. */
export const MARKS = [
  'overdue',
  'decision',
  'claim',
  'done',
  'handover',
  'declared',
  'public',
  'inject',
  'message',
  'phase',
] as const;
export type Mark = (typeof MARKS)[number];

const MARK_OF: { readonly [T in ExerciseEvent['type']]?: Mark } = {
  'exercise.started': 'phase',
  'exercise.paused': 'phase',
  'exercise.resumed': 'phase',
  'exercise.jumped': 'phase',
  'exercise.shifted': 'phase',
  'exercise.ended': 'phase',
  'phase.entered': 'phase',
  'thread.ended': 'phase',
  'service.changed': 'inject',
  'inject.released': 'inject',
  'message.sent': 'message',
  'call.noted': 'message',
  'obligation.overdue': 'overdue',
  'task.overdue': 'overdue',
  'clock.missed': 'overdue',
  'task.claimed': 'claim',
  'task.released': 'handover',
  'task.assigned': 'handover',
  'handover.offered': 'handover',
  'handover.accepted': 'handover',
  'handover.declined': 'handover',
  'task.done': 'done',
  'outside.reported': 'done',
  'decision.opened': 'decision',
  'decision.raised': 'decision',
  'decision.recorded': 'decision',
  'awareness.declared': 'declared',
  'statement.published': 'public',
  'picture.updated': 'public',
};

/** The host's findings, and its whole record as far as it is worth a step. */
export async function loadDebrief(client: Client): Promise<Debriefed | Outcome> {
  const told = await client.request({ type: 'debrief' });
  if (told.type === 'refused') return told;
  const rows = await wholeRecord(client);
  if (!('steps' in rows)) return rows;
  const { path, findings } = told;
  return { type: 'debriefed', path, findings, steps: rows.steps };
}

async function wholeRecord(
  client: Client,
): Promise<{ readonly steps: readonly Step[] } | Extract<Outcome, { type: 'refused' }>> {
  const pages: (readonly Step[])[] = [];
  for (let before = client.state().seq + 1; before > 0;) {
    const page = await client.request({ type: 'entries', before });
    if (page.type === 'refused') return page;
    const rows = page.put.map(([, , row]) => row as RecordRow);
    const [first] = rows;
    if (!first || first.seq >= before) break;
    pages.push(rows.flatMap(stepOf));
    before = first.seq;
  }
  return { steps: pages.reverse().flat() };
}

function stepOf(row: RecordRow): readonly Step[] {
  const { event } = row;
  const mark = event && MARK_OF[event.type];
  return event && mark ? [{ row: { ...row, event }, mark, roles: rolesOf(event) }] : [];
}

function rolesOf(event: ExerciseEvent): readonly string[] {
  switch (event.type) {
    case 'inject.released':
      return event.to;
    case 'message.sent':
    case 'task.assigned':
    case 'handover.offered':
      return [event.from];
    case 'handover.accepted':
    case 'handover.declined':
      return [event.to];
    case 'call.noted':
      return [event.from, ...event.with];
    default:
      return 'role' in event && event.role !== undefined ? [event.role] : [];
  }
}

export function beginDebrief(told: Debriefed): DebriefUi {
  return { told, tab: 'lanes', at: 0, finding: 0 };
}

/** The steps at which something was decided. */
export function decidedAt({ steps }: Debriefed): readonly number[] {
  return steps.flatMap(({ row }, i) => (row.event.type === 'decision.recorded' ? [i] : []));
}

/** The last step that is in the record by then. */
export function stepAt({ steps }: Debriefed, seq: number): number {
  const after = steps.findIndex(({ row }) => row.seq > seq);
  return Math.max(0, (after === -1 ? steps.length : after) - 1);
}

const PAGE = 10;
const BY: Readonly<Record<string, number>> = {
  left: -1,
  right: 1,
  pageup: -PAGE,
  pagedown: PAGE,
  ' ': 1,
  home: -Infinity,
  end: Infinity,
};

/** After a key; undefined where the key leads out. */
export function pressDebrief(ui: DebriefUi, { name }: Key): DebriefUi | undefined {
  const { told, tab, at } = ui;
  if (['escape', 'q', 'ctrl+c'].includes(name)) return undefined;
  const digit = DEBRIEF_TABS[Number(name) - 1];
  if (digit) return { ...ui, tab: digit };
  if (name === 'tab') return { ...ui, tab: next(DEBRIEF_TABS, tab, 1) };
  if (name === 'shift+tab') return { ...ui, tab: next(DEBRIEF_TABS, tab, -1) };
  if (name === 'f') return toFinding(ui, tab === 'findings' ? ui.finding : ui.finding + 1);
  if (name === 'return' && tab !== 'lanes') {
    return tab === 'findings' ? toFinding(ui, ui.finding) : { ...ui, tab: 'lanes' };
  }
  if (name === 'd') return { ...ui, at: following(decidedAt(told), at, 1) };
  if (name === 'up' || name === 'down') return walk(ui, name === 'up' ? -1 : 1);
  const by = BY[name];
  return by === undefined ? ui : { ...ui, at: moved(told.steps.length, at, by) };
}

function walk(ui: DebriefUi, by: 1 | -1): DebriefUi {
  const { told, tab, at } = ui;
  switch (tab) {
    case 'findings':
      return { ...ui, finding: moved(told.findings.length, ui.finding, by) };
    case 'decisions':
      return { ...ui, at: following(decidedAt(told), at, by) };
    case 'lanes':
      return { ...ui, at: moved(told.steps.length, at, by) };
    default:
      return tab satisfies never;
  }
}

/** To the first entry that shows it; round from the last finding to the first. */
function toFinding(ui: DebriefUi, wanted: number): DebriefUi {
  const { told } = ui;
  if (told.findings.length === 0) return ui;
  const finding = wanted % told.findings.length;
  const [seq] = told.findings[finding]?.evidence ?? [];
  return { ...ui, finding, tab: 'lanes', at: seq === undefined ? ui.at : stepAt(told, seq) };
}

/** The next of `places` after (or before) `at`; where there is none, one stays. */
function following(places: readonly number[], at: number, by: 1 | -1): number {
  const found = by === 1 ? places.find((i) => i > at) : places.findLast((i) => i < at);
  return found ?? at;
}

function next<T>(all: readonly T[], current: T, by: 1 | -1): T {
  return all[(all.indexOf(current) + by + all.length) % all.length] ?? current;
}
