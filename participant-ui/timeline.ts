/**
 * What has happened as far as this role can see, read from the rows it has: no more than that is
 * known of a past. Knows: rows and their times. Does not know: words, or what the host recorded.
 */
import { byCodeUnit, type Ms, type Text } from '../engine/runtime/protocol.ts';
import type { About } from '../engine/exercise/entry.ts';
import type { DecisionRow, ItemRow, RoleView, TaskRow } from '../engine/exercise/rows.ts';
import { SECTIONS, type Place, type Section } from './place.ts';

export type HappeningKind =
  | 'received'
  | 'sent'
  | 'task-arisen'
  | 'task-accountable'
  | 'task-responsible'
  | 'task-offered'
  | 'task-assigned'
  | 'task-declined'
  | 'task-done'
  | 'decision-raised'
  | 'decision-discussed'
  | 'decision-made'
  | 'aware'
  | 'classified'
  | 'clock-started'
  | 'clock-met'
  | 'clock-late'
  | 'statement'
  | 'picture'
  | 'control-asked'
  | 'control-answered'
  | 'contested'
  | 'outside';

export type Happening = {
  readonly key: string;
  readonly at: Ms;
  readonly kind: HappeningKind;
  /** The thing it happened to: a message's, task's or decision's title, a matter, a first line. */
  readonly title: Text;
  /** A message, for its sender and receivers. */
  readonly item?: ItemRow;
  /** The role that did it. */
  readonly role?: string;
  /** The role it was done to. */
  readonly to?: string;
  /** What was said with it: a note, a reason, an option. */
  readonly text?: Text;
  /** The section of the situation picture, and its version. */
  readonly picture?: RoleView['picture'][string];
  readonly place?: Place;
  /** This role did it, or it came to this role. */
  readonly own: boolean;
  /** A role of this role's organisation did, or it came to one. */
  readonly ours: boolean;
};

/** Whose doings are shown. */
export const SCOPES = ['all', 'ours', 'own'] as const;
export type Scope = (typeof SCOPES)[number];

type Told = Omit<Happening, 'own' | 'ours'>;

/** The newest first; the key settles what the time does not. */
export function timeline(view: RoleView, scope: Scope = 'all'): readonly Happening[] {
  return [
    ...Object.values(view.items).map(itemTold),
    ...Object.values(view.tasks).flatMap(taskTold),
    ...Object.values(view.decisions).flatMap(decisionTold),
    ...declared(view),
    ...clockTold(view),
    ...published(view),
    ...saidToControl(view),
  ]
    .map((told) => withSide(view, told))
    .filter(({ own, ours }) => scope === 'all' || (scope === 'own' ? own : ours))
    .sort((a, b) => b.at - a.at || byCodeUnit(b.key, a.key));
}

function withSide(view: RoleView, told: Told): Happening {
  const me = view.me['me'];
  const side = [told.role, told.to];
  // What one has received came to one's own role; a clock is one's own organisation's.
  const own = told.kind === 'received' || (me !== undefined && side.includes(me.id));
  const ours = told.kind.startsWith('clock-') || side.some((role) => isOurs(view, role));
  return { ...told, own, ours: own || ours };
}

function isOurs(view: RoleView, role: string | undefined): boolean {
  const organisation = view.roles[role ?? '']?.organisation;
  return organisation !== undefined && organisation === view.me['me']?.organisation;
}

function itemTold(item: ItemRow): Told {
  const { id, at, title, sent, from } = item;
  return {
    key: `item:${id}`,
    at,
    kind: sent ? 'sent' : 'received',
    title,
    item,
    ...(from.role === undefined ? {} : { role: from.role }),
    place: { section: 'inbox', id },
  };
}

function taskTold(task: TaskRow): readonly Told[] {
  const { id, title, holders, offers, declined = [], done } = task;
  const place = { section: 'tasks', id } as const;
  const told = (kind: HappeningKind, at: Ms, more: Partial<Told> = {}): Told => ({
    key: `task:${id}:${kind}:${more.role ?? ''}:${more.to ?? ''}`,
    at,
    kind,
    title,
    place,
    ...more,
  });
  return [
    told('task-arisen', task.startedAt),
    ...holders.map(({ role, as, since }) => told(`task-${as}`, since, { role })),
    ...offers.map(({ from, to, at, note, assigned }) =>
      told(assigned ? 'task-assigned' : 'task-offered', at, {
        role: from,
        to,
        ...(note === undefined ? {} : { text: note }),
      }),
    ),
    ...declined.map(({ from, to, at, reason }, i) => ({
      ...told('task-declined', at, { role: to, to: from, text: reason }),
      key: `task:${id}:task-declined:${i}`,
    })),
    ...(done ? [told('task-done', done.at, { role: done.role, text: done.note })] : []),
  ];
}

function decisionTold(decision: DecisionRow): readonly Told[] {
  const { id, question, openedAt, raisedBy, discussion = [], made } = decision;
  const place = { section: 'decisions', id } as const;
  const base = { title: question, place };
  const key = `decision:${id}`;
  return [
    {
      ...base,
      key: `${key}:raised`,
      at: openedAt,
      kind: 'decision-raised',
      ...(raisedBy === undefined ? {} : { role: raisedBy }),
    },
    ...discussion.map(({ role, at, text }, i): Told => {
      return { ...base, key: `${key}:said:${i}`, at, kind: 'decision-discussed', role, text };
    }),
    ...(made ? [{ ...base, ...madeTold(decision, made), key: `${key}:made` }] : []),
  ];
}

function madeTold(
  { options }: DecisionRow,
  { at, role, option }: NonNullable<DecisionRow['made']>,
): Pick<Told, 'at' | 'kind' | 'role' | 'text'> {
  const text = options.find(({ id }) => id === option)?.title;
  return {
    at,
    kind: 'decision-made',
    ...(role === undefined ? {} : { role }),
    ...(text === undefined ? {} : { text }),
  };
}

function declared(view: RoleView): readonly Told[] {
  const matters = view.exercise['exercise']?.matters ?? [];
  return Object.entries(view.awareness).map(([key, { matter, role, at, reason, as }]) => ({
    key: `declared:${key}`,
    at,
    kind: as ?? 'aware',
    title: matters.find(({ id }) => id === matter)?.title ?? matter,
    role,
    text: reason,
    place: { section: 'deadlines' },
  }));
}

/** When a clock was met is not in its row; it is where its task is seen to be done. */
function clockTold(view: RoleView): readonly Told[] {
  return Object.values(view.clocks).flatMap((clock): readonly Told[] => {
    const { id, title, startedAt, status, due } = clock;
    const base = { title, place: { section: 'deadlines' } } as const;
    const done = view.tasks[id]?.done?.at;
    const late = status === 'late' && due !== undefined;
    return [
      { ...base, key: `clock:${id}:started`, at: startedAt, kind: 'clock-started' },
      ...(status === 'met' && done !== undefined
        ? [{ ...base, key: `clock:${id}:met`, at: done, kind: 'clock-met' } as const]
        : []),
      ...(late ? [{ ...base, key: `clock:${id}:late`, at: due, kind: 'clock-late' } as const] : []),
    ];
  });
}

function published(view: RoleView): readonly Told[] {
  return [
    ...Object.values(view.statements).map(({ id, at, role, title }): Told => ({
      key: `statement:${id}`,
      at,
      kind: 'statement',
      title,
      role,
      ...placeIn('statements', id),
    })),
    ...Object.values(view.picture).map((row): Told => ({
      key: `picture:${row.id}`,
      at: row.at,
      kind: 'picture',
      title: row.text,
      picture: row,
      role: row.role,
      ...placeIn('picture'),
    })),
  ];
}

/** What one asked, contested and reported is one's own alone; it leads to what it is about. */
function saidToControl(view: RoleView): readonly Told[] {
  return [
    ...Object.values(view.asks).flatMap(
      ({ id, at, role, text, about, answer }): readonly Told[] => {
        const base = { title: text, ...placeOf(view, about) };
        const answered = { ...base, key: `ask:${id}:answer`, kind: 'control-answered', to: role };
        return [
          { ...base, key: `ask:${id}`, at, kind: 'control-asked', role },
          ...(answer ? [{ ...answered, at: answer.at, text: answer.text } as const] : []),
        ] as readonly Told[];
      },
    ),
    ...Object.values(view.contests).map(({ id, at, role, text, about }): Told => ({
      key: `contest:${id}`,
      at,
      kind: 'contested',
      title: text,
      role,
      ...placeOf(view, about),
    })),
    ...Object.values(view.outside).map(({ id, at, role, text, about }): Told => ({
      key: `outside:${id}`,
      at,
      kind: 'outside',
      title: text,
      role,
      ...placeOf(view, about),
    })),
  ];
}

/** Where that which something is about is read, if one has it. */
export function placeOf(view: RoleView, about: About = {}): { readonly place?: Place } {
  const { task = '', decision = '', inject = '', message = '', publication = '' } = about;
  if (view.tasks[task]) return { place: { section: 'tasks', id: task } };
  if (view.decisions[decision]) return { place: { section: 'decisions', id: decision } };
  if (view.statements[publication]) return { place: { section: 'statements', id: publication } };
  if (view.picture[publication]) return { place: { section: 'picture' } };
  const item = view.items[inject] ?? view.items[message];
  return item ? { place: { section: 'inbox', id: item.id } } : {};
}

/** A place in a section that this edition of the page may not have. */
export function placeIn(name: string, id?: string): { readonly place?: Place } {
  const section = SECTIONS.find((one) => one === (name as Section));
  return section ? { place: { section, ...(id === undefined ? {} : { id }) } } : {};
}
