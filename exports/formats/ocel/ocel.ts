/**
 * The exercise as an object-centric event log (OCEL 2.0, JSON), for process mining. Times are the
 * story's, in UTC: pauses and pace are not in them. Knows: the analysis's events and what they are
 * about. Does not know: languages.
 */
import type { Text } from '../../../engine/scenario/text.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import type { TimelineRow } from '../../analysis/timeline.ts';
import { jsonLine } from '../escape.ts';
import { utcIso } from '../iso.ts';
import { type Link, linksOf, OBJECT_TYPES, type ObjectType } from './links.ts';

type Attribute = { readonly name: string; readonly value: string | number | boolean };
type OcelObject = {
  readonly id: string;
  readonly type: ObjectType;
  readonly attributes: readonly (Attribute & { readonly time: string })[];
  readonly relationships: readonly Relationship[];
};
type Relationship = { readonly objectId: string; readonly qualifier: string };
type OcelEvent = {
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly attributes: readonly Attribute[];
  readonly relationships: readonly Relationship[];
};
export type Ocel = {
  readonly objectTypes: readonly TypeOf[];
  readonly eventTypes: readonly TypeOf[];
  readonly objects: readonly OcelObject[];
  readonly events: readonly OcelEvent[];
};
type TypeOf = {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly type: string }[];
};

export const objectId = (type: ObjectType, id: string): string => `${type}:${id}`;

export function renderOcel(analysis: Analysis): string {
  return `${jsonLine(ocelOf(analysis))}\n`;
}

export function ocelOf(analysis: Analysis): Ocel {
  const objects = objectsOf(analysis);
  const known = new Set(objects.map(({ id }) => id));
  const crossings = crossingsOf(analysis);
  const events = analysis.timeline.map((row) => eventOf(row, analysis, known, crossings));
  const types = [...new Set(events.map(({ type }) => type))].sort();
  return {
    objectTypes: OBJECT_TYPES.map((name) => ({
      name,
      attributes: [{ name: 'name', type: 'string' }],
    })),
    eventTypes: types.map((name) => ({ name, attributes: EVENT_ATTRIBUTES })),
    objects,
    events,
  };
}

/** What an event of any type may carry. */
const SCALARS = ['as', 'how', 'option', 'answer', 'cause', 'rating'] as const;
const EVENT_ATTRIBUTES: TypeOf['attributes'] = [
  { name: 'entry', type: 'integer' },
  { name: 'exercise_ms', type: 'integer' },
  ...SCALARS.map((name) => ({ name, type: 'string' })),
];

function eventOf(
  { seq, at, event }: TimelineRow,
  { exercise }: Analysis,
  known: ReadonlySet<string>,
  crossings: ReadonlyMap<number, readonly Relationship[]>,
): OcelEvent {
  const fields: Readonly<Record<string, unknown>> = event;
  const scalars = SCALARS.flatMap((name) => {
    const value = fields[name];
    return typeof value === 'string' ? [{ name, value }] : [];
  });
  const links = linksOf(event).flatMap((link) => relationship(link, known));
  return {
    id: `e${seq}`,
    type: event.type,
    time: utcIso(exercise.story, at),
    attributes: [{ name: 'entry', value: seq }, { name: 'exercise_ms', value: at }, ...scalars],
    relationships: unlike([...links, ...(crossings.get(seq) ?? [])]),
  };
}

/** An item is an inject or a message; what is neither in the log is not referred to. */
function relationship(
  { types, id, qualifier }: Link,
  known: ReadonlySet<string>,
): readonly Relationship[] {
  const found = types.map((type) => objectId(type, id)).find((name) => known.has(name));
  return found === undefined ? [] : [{ objectId: found, qualifier }];
}

/** The standard has each pair of object and qualifier once. */
function unlike(rows: readonly Relationship[]): readonly Relationship[] {
  const seen = new Set<string>();
  return rows.filter(({ objectId: id, qualifier }) => {
    const key = `${qualifier} ${id}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function crossingsOf({ interfaces }: Analysis): ReadonlyMap<number, readonly Relationship[]> {
  const found = new Map<number, Relationship[]>();
  for (const row of interfaces) {
    const link = { objectId: objectId('interface', row.interface), qualifier: 'crosses' };
    for (const seq of row.evidence) {
      const links = found.get(seq);
      if (links) links.push(link);
      else found.set(seq, [link]);
    }
  }
  return found;
}

function objectsOf({ names, exercise, timeline, decisions }: Analysis): readonly OcelObject[] {
  const time = utcIso(exercise.story, 0);
  const object = (
    type: ObjectType,
    id: string,
    name: Text,
    relationships: readonly Relationship[] = [],
  ): OcelObject => {
    const value = typeof name === 'string' ? name : (name[exercise.languages[0] ?? 'en'] ?? id);
    return {
      id: objectId(type, id),
      type,
      attributes: [{ name: 'name', time, value }],
      relationships,
    };
  };
  const to = (type: ObjectType, qualifier: string) => (id: string) => ({
    objectId: objectId(type, id),
    qualifier,
  });
  const authority = new Map(decisions.decisions.map((row) => [row.decision, row.authority]));
  return [
    ...names.organisations.map(({ id, name }) => object('organisation', id, name)),
    ...names.roles.map(({ id, name, organisation }) =>
      object('role', id, name, [to('organisation', 'belongs to')(organisation)]),
    ),
    ...names.tasks.map(({ id, name }) => object('task', id, name)),
    ...names.decisions.map(({ id, name }) =>
      object('decision', id, name, (authority.get(id) ?? []).map(to('role', 'decided by'))),
    ),
    ...names.injects.map(({ id, name }) => object('inject', id, name)),
    ...names.facts.map(({ id, name }) => object('fact', id, name)),
    ...names.interfaces.map(({ id, name, from, to: ends }) =>
      object('interface', id, name, [
        ...from.map(to('role', 'from')),
        ...ends.map(to('role', 'to')),
      ]),
    ),
    ...names.clocks.map(({ id, name, organisation }) =>
      object('clock', id, name, [
        to('organisation', 'runs for')(organisation),
        to('task', 'is met by')(id),
      ]),
    ),
    ...timeline.flatMap(({ event }) =>
      event.type === 'message.sent'
        ? [object('message', event.message, event.title ?? event.message)]
        : [],
    ),
  ];
}
