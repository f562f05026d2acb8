/** What an event is about, by its fields. Knows: events. Does not know: which objects there are. */
import type { About, ExerciseEvent } from '../../../engine/exercise/entry.ts';

export const OBJECT_TYPES = [
  'task',
  'decision',
  'inject',
  'message',
  'fact',
  'role',
  'organisation',
  'interface',
  'clock',
] as const;
export type ObjectType = (typeof OBJECT_TYPES)[number];

/** `types`: what the id may be of, the likeliest first. */
export type Link = {
  readonly types: readonly ObjectType[];
  readonly id: string;
  readonly qualifier: string;
};

const ITEM: readonly ObjectType[] = ['inject', 'message'];

/** The fields of events that name something, and how it takes part. */
const FIELDS: Readonly<Record<string, readonly [types: readonly ObjectType[], qualifier: string]>> =
  {
    role: [['role'], 'by'],
    from: [['role'], 'from'],
    to: [['role'], 'to'],
    with: [['role'], 'with'],
    assignedBy: [['role'], 'assigned by'],
    organisation: [['organisation'], 'for'],
    task: [['task'], 'task'],
    decision: [['decision'], 'decision'],
    inject: [['inject'], 'inject'],
    message: [['message'], 'message'],
    item: [ITEM, 'item'],
    replyTo: [ITEM, 'answers'],
    fact: [['fact'], 'fact'],
    facts: [['fact'], 'carries'],
    clock: [['clock'], 'clock'],
  };
const NAMING = Object.entries(FIELDS);
/** In these, `from` and `to` are phases, or people in exercise control. */
const OTHERS = /^(phase|thread|staff|exercise)\./;

export function linksOf(event: ExerciseEvent): readonly Link[] {
  const fields: Readonly<Record<string, unknown>> = event;
  const others = OTHERS.test(event.type);
  // By the table and not by the event: links stand in the same order whatever wrote the journal.
  const own = NAMING.flatMap(([field, [types, qualifier]]) => {
    if (!(field in fields) || (others && (field === 'from' || field === 'to'))) return [];
    return idsIn(fields[field]).map((id) => ({ types, id, qualifier }));
  });
  const about = fields['about'];
  return [...own, ...(isAbout(about) ? aboutLinks(about) : [])];
}

function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
}

const isAbout = (value: unknown): value is About => typeof value === 'object' && value !== null;

function aboutLinks({ task, decision, inject, message, role }: About): readonly Link[] {
  const rows: readonly (readonly [ObjectType, string | undefined])[] = [
    ['task', task],
    ['decision', decision],
    ['inject', inject],
    ['message', message],
    ['role', role],
  ];
  return rows.flatMap(([type, id]) =>
    id === undefined ? [] : [{ types: [type], id, qualifier: 'about' }],
  );
}
