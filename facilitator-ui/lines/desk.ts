/**
 * A participant's desk: the role's view with a number on everything that can be named.
 * Knows: the view, its order, its names. Does not know: commands, or how rows read as lines (row).
 */
import type {
  DecisionRow,
  ItemRow,
  PictureRow,
  QuestionRow,
  RoleRow,
  RoleView,
  StatementRow,
  TaskRow,
} from '../../engine/exercise/rows.ts';
import type { Sureness } from '../../engine/exercise/entry.ts';
import type { Client } from '../../engine/runtime/client.ts';
import { say, type Lang, type Text } from '../../engine/runtime/protocol.ts';
import { joined } from '../names.ts';
import { plainText } from '../sanitise.ts';
import { numbering, type Numbering } from './command.ts';
import { lineWords, type LineWords } from './words.ts';

const KINDS = ['items', 'tasks', 'decisions', 'questions', 'statements', 'facts', 'roles'] as const;
export type Kind = (typeof KINDS)[number];

export type Desk = {
  readonly client: Client;
  /** Changed by the one who sits there. */
  lang: Lang;
  readonly numbers: { readonly [K in Kind]: Numbering };
  /** Lines that came to nothing, as they were typed; and those that have had no answer yet. */
  readonly kept: string[];
  readonly underway: string[];
  /** Wall ms. */
  readonly wall: () => number;
  /** The practice inject: when it was shown, and how long after that it was opened, wall ms. */
  practice?: { readonly shown: number; readonly opened?: number };
};

export function openDesk(client: Client, lang: Lang, wall: () => number = Date.now): Desk {
  const numbers = Object.fromEntries(KINDS.map((kind) => [kind, numbering()])) as Desk['numbers'];
  return { client, lang, numbers, kept: [], underway: [], wall };
}

export function words(desk: Desk): LineWords {
  return lineWords(desk.lang);
}

export function viewOf(client: Client): Partial<RoleView> {
  const state = client.state();
  return state.audience === 'role' ? state.view : {};
}

export function exerciseOf(desk: Desk): RoleView['exercise'][string] | undefined {
  return viewOf(desk.client).exercise?.['exercise'];
}

export function meOf(desk: Desk): RoleView['me'][string] | undefined {
  return viewOf(desk.client).me?.['me'];
}

export function text(desk: Desk, value: Text): string {
  return plainText(say(value, desk.lang));
}

/** A role's row, one's own too. */
export function roleRow(desk: Desk, role: string): RoleRow | undefined {
  const me = meOf(desk);
  return viewOf(desk.client).roles?.[role] ?? (me?.id === role ? me : undefined);
}

export function nameOf(desk: Desk, role: string | undefined): string {
  if (role === undefined) return '';
  const row = roleRow(desk, role);
  return row ? text(desk, row.name) : plainText(role);
}

/** The roles by name; where there are none but a name outside the exercise, that. */
export function namesOf(desk: Desk, roles: readonly string[], outside?: string): string {
  const names = roles.map((role) => nameOf(desk, role));
  if (outside !== undefined) names.push(plainText(outside));
  return names.length === 0 ? words(desk).control : joined(names);
}

/** The rows in a fixed order, each with its number. */
export function items(desk: Desk): readonly ItemRow[] {
  return numbered(desk.numbers.items, viewOf(desk.client).items, (a, b) => a.seq - b.seq);
}
export function tasks(desk: Desk): readonly TaskRow[] {
  const rows = viewOf(desk.client).tasks;
  return numbered(desk.numbers.tasks, rows, (a, b) => a.startedAt - b.startedAt);
}
export function decisions(desk: Desk): readonly DecisionRow[] {
  const rows = viewOf(desk.client).decisions;
  return numbered(desk.numbers.decisions, rows, (a, b) => a.openedAt - b.openedAt);
}
/** Those that were put to the role, in the order in which they were. */
export function questions(desk: Desk): readonly QuestionRow[] {
  const rows = viewOf(desk.client).questions;
  return numbered(desk.numbers.questions, rows, (a, b) => a.askedAt - b.askedAt);
}
export function statements(desk: Desk): readonly StatementRow[] {
  const rows = viewOf(desk.client).statements;
  return numbered(desk.numbers.statements, rows, (a, b) => a.seq - b.seq);
}
export function contacts(desk: Desk): readonly RoleRow[] {
  const others = Object.values(viewOf(desk.client).roles ?? {}).filter(
    ({ id }) => id !== meOf(desk)?.id,
  );
  return numbered(desk.numbers.roles, others, () => 0);
}
/** Every version that one may see, the oldest first. They go by section and version, not by number. */
export function pictures(desk: Desk): readonly PictureRow[] {
  return Object.values(viewOf(desk.client).picture ?? {}).sort((a, b) => a.seq - b.seq);
}

function numbered<T extends { readonly id: string }>(
  numbers: Numbering,
  rows: { readonly [key: string]: T } | readonly T[] | undefined,
  order: (a: T, b: T) => number,
): readonly T[] {
  const sorted = Object.values(rows ?? {}).sort(order);
  for (const row of sorted) numbers.of(row.id);
  return sorted.sort((a, b) => numbers.of(a.id) - numbers.of(b.id));
}

/** Gives everything on the desk its number, so that any can be named before its list was read. */
export function numberAll(desk: Desk): void {
  for (const list of [items, tasks, decisions, questions, statements, contacts]) list(desk);
  for (const row of factsOf(desk)) desk.numbers.facts.of(row.id);
}

export function factsOf(desk: Desk): readonly RoleView['facts'][string][] {
  return Object.values(viewOf(desk.client).facts ?? {}).sort((a, b) => a.since - b.since);
}

/**
 * `+1 Filserveren er krypteret (sandsynligt)`, for each that one knows, with how sure the sender
 * said to be; the id of one that one does not.
 */
export function carried(
  desk: Desk,
  facts: readonly string[],
  certainty: Sureness = {},
): readonly string[] {
  return facts.map((id) => {
    const fact = viewOf(desk.client).facts?.[id];
    const sure = certainty[id];
    const said = sure === undefined ? '' : ` (${words(desk).certainty[sure]})`;
    if (!fact) return `${plainText(id)}${said}`;
    return `+${desk.numbers.facts.of(id)} ${text(desk, fact.text)}${said}`;
  });
}
