/**
 * What came of one inject, receiver by receiver: who has opened, acknowledged and answered it and
 * when, what is still expected of whom, and what control has done to it.
 * Knows: rows, and the part of the record that is here. Does not know: where on the screen it stands.
 */
import type { ExerciseEvent } from '../../engine/exercise/entry.ts';
import type { ControlInjectRow, RecordRow } from '../../engine/exercise/rows.ts';
import { formatExerciseTime, type Ms } from '../../engine/runtime/protocol.ts';
import { labelled, rule, span } from '../layout.ts';
import { namesOf } from '../names.ts';
import { expected, once, record, repeats, seatsOf } from '../rows.ts';
import { words, type Line, type Scene, type Span } from '../scene.ts';
import { fit } from '../width.ts';
import { sayBy } from './record.ts';
import { presence } from './roles.ts';

/** What the record says of one inject: what its receivers did, and what control did. */
type Story = {
  readonly opened: ReadonlyMap<string, Ms>;
  readonly acknowledged: ReadonlyMap<string, Ms>;
  readonly answered: ReadonlyMap<string, Ms>;
  readonly deeds: readonly RecordRow[];
};

/** Worked out once for each change of the record: it is asked for at every drawing. */
function storyOf(scene: Scene, inject: string): Story {
  return once(record(scene.view), `story:${inject}`, (rows) => told(rows.toReversed(), inject));
}

/** `rows`: the oldest first. */
function told(rows: readonly RecordRow[], inject: string): Story {
  const opened = new Map<string, Ms>();
  const acknowledged = new Map<string, Ms>();
  const answered = new Map<string, Ms>();
  const deeds: RecordRow[] = [];
  for (const row of rows) {
    const { event, at } = row;
    if (event === undefined) continue;
    if (isDeed(row, event, inject)) deeds.push(row);
    if (event.type === 'item.opened' && event.item === inject) first(opened, event.role, at);
    if (event.type === 'item.acknowledged' && event.item === inject) {
      first(acknowledged, event.role, at);
    }
    if (event.type === 'message.sent' && event.replyTo === inject) first(answered, event.from, at);
  }
  return { opened, acknowledged, answered, deeds };
}

function first(times: Map<string, Ms>, role: string, at: Ms): void {
  if (!times.has(role)) times.set(role, at);
}

const DEEDS = new Set<ExerciseEvent['type']>([
  'inject.changed',
  'inject.held',
  'inject.unheld',
  'inject.skipped',
  'inject.written',
]);

/** What somebody in control did to it; a release of its own accord is no deed. */
function isDeed({ by }: RecordRow, event: ExerciseEvent, inject: string): boolean {
  if (!('inject' in event) || event.inject !== inject || by.type !== 'facilitator') return false;
  return DEEDS.has(event.type) || (event.type === 'inject.released' && event.cause === 'control');
}

const STEP = 17;

/** A line for each receiver; only what can be known: a time stands where the record reaches back. */
export function receiptLines(
  scene: Scene,
  inject: ControlInjectRow,
  width: number,
): readonly Line[] {
  if (inject.status !== 'released') return [];
  const w = words(scene).script;
  const names = namesOf(scene.view, scene.ui.lang);
  const story = storyOf(scene, inject.id);
  const asked = new Set(
    expected(scene.view, inject.id).flatMap((duty) => (duty.does === 'answer' ? [duty.role] : [])),
  );
  const room = Math.max(12, width - 3 * (STEP + 1) - 2);
  const lines = inject.to.map((role): Line => {
    const opened = inject.opened.includes(role);
    const answered = inject.answered.includes(role);
    return [
      span(`${fit(names.role(role), room)}  `),
      step(opened, story.opened.get(role), opened ? w.opened : w.notOpened),
      span(' '),
      ...(opened ? [acknowledgement(scene, inject, role, story)] : [absence(scene, role)]),
      span(' '),
      ...(answered || asked.has(role)
        ? [step(answered, story.answered.get(role), answered ? w.answered : w.notAnswered)]
        : []),
    ];
  });
  return [rule(Math.min(width, 40), w.receivers), ...lines];
}

function acknowledgement(scene: Scene, inject: ControlInjectRow, role: string, story: Story): Span {
  const w = words(scene).script;
  const done = inject.acknowledged.includes(role);
  return step(done, story.acknowledged.get(role), done ? w.acknowledged : w.notAcknowledged);
}

/** `✓ åbnet T+02:17`, or `– ikke åbnet`. */
function step(done: boolean, at: Ms | undefined, word: string): Span {
  const time = done && at !== undefined ? ` ${formatExerciseTime(at, false)}` : '';
  return span(fit(`${done ? '✓' : '–'} ${word}${time}`, STEP), done ? 'good' : 'warn');
}

/** Why it may not be opened: nobody is there. */
function absence(scene: Scene, role: string): Span {
  const here = presence(scene, role, seatsOf(scene.view, role));
  return { ...here, text: fit(here.text, STEP) };
}

/** What control has done to it: when, who, what and why. */
export function deedLines(scene: Scene, inject: ControlInjectRow, width: number): readonly Line[] {
  const w = words(scene).script;
  const names = namesOf(scene.view, scene.ui.lang);
  const { deeds } = storyOf(scene, inject.id);
  const altered = inject.changed === true || inject.planned !== undefined;
  const known = deeds.some(({ event }) => event?.type === 'inject.changed');
  return [
    ...deeds.flatMap(({ at, by, event }, i) => {
      const what = event ? sayDeed(scene, event) : '';
      const text = `${formatExerciseTime(at)} ${sayBy(by, names)}: ${what}`;
      return labelled(i === 0 ? w.changes : '', text, width, 'info');
    }),
    ...(altered && !known
      ? labelled(deeds.length === 0 ? w.changes : '', w.changesUnknown, width, 'dim')
      : []),
    ...repetitions(scene, inject, width),
  ];
}

function sayDeed(scene: Scene, event: ExerciseEvent): string {
  const w = words(scene).script.deed;
  const names = namesOf(scene.view, scene.ui.lang);
  switch (event.type) {
    case 'inject.changed': {
      const parts = [
        ...(event.due === undefined ? [] : [w.due(formatExerciseTime(event.due))]),
        ...(event.to === undefined ? [] : [w.to(names.roles(event.to))]),
        ...(event.title === undefined ? [] : [w.title]),
        ...(event.body === undefined ? [] : [w.body]),
      ];
      return because(parts.join(', '), event.reason);
    }
    case 'inject.held':
      return w.held;
    case 'inject.unheld':
      return w.unheld;
    case 'inject.skipped':
      return because(w.skipped, event.reason);
    case 'inject.written':
      return w.written;
    case 'inject.released':
      return w.released;
    default:
      return event.type;
  }
}

function because(what: string, reason: string | undefined): string {
  return reason === undefined || reason === '' ? what : `${what} – ${reason}`;
}

/** Where it was released once more, and to whom. */
function repetitions(scene: Scene, inject: ControlInjectRow, width: number): readonly Line[] {
  const w = words(scene).script;
  const names = namesOf(scene.view, scene.ui.lang);
  const again = repeatedBy(scene).get(inject.id) ?? [];
  return again.flatMap((row, i) => {
    const time = row.releasedAt === undefined ? '' : ` ${formatExerciseTime(row.releasedAt)}`;
    const text = `${row.number}${time} → ${names.roles(row.to)}`;
    return labelled(i === 0 ? w.repeated : '', text, width);
  });
}

function repeatedBy({ view }: Scene): ReadonlyMap<string, readonly ControlInjectRow[]> {
  return once(repeats(view), 'by-repeats', (rows) => {
    const found = new Map<string, ControlInjectRow[]>();
    for (const row of rows) {
      const again = found.get(row.repeats ?? '') ?? [];
      again.push(row);
      found.set(row.repeats ?? '', again);
    }
    return found;
  });
}
