/**
 * What one role sees. Denied by default: a row reaches a role only through a function here that
 * finds a reason to let it. Knows: state and rules of sight. Does not know: sockets, or what the
 * receiver already has.
 */
import { plannedLetters } from '../plan/letter.ts';
import type { FactId, Inject, Question, RoleId, Sender } from '../plan/plan.ts';
import type { Text } from '../scenario/text.ts';
import { stating } from './certainty.ts';
import type { Ref } from './changes.ts';
import type {
  ClockRow,
  DecisionRow,
  ExerciseRow,
  FileRow,
  ItemRow,
  Put,
  QuestionRow,
  RoleCollections,
  RoleRow,
  TaskRow,
} from './rows.ts';
import {
  knows,
  received,
  type DecisionState,
  type ExerciseState,
  type InjectState,
  type MessageState,
  type PublicationState,
  type Times,
} from './state.ts';
import { decisionSeen, seesPublication, seesTask } from './visible.ts';

/** Everything a role may see now. */
export function roleView(state: ExerciseState, role: RoleId): readonly Put[] {
  const { plan } = state.lookup;
  const refs: Ref[] = [
    { kind: 'exercise', id: 'exercise' },
    ...[...state.injects.keys()].map((id): Ref => ({ kind: 'inject', id })),
    ...[...state.messages.keys()].map((id): Ref => ({ kind: 'message', id })),
    ...[...state.tasks.keys()].map((id): Ref => ({ kind: 'task', id })),
    ...[...state.decisions.keys()].map((id): Ref => ({ kind: 'decision', id })),
    ...[...state.facts.keys()].map((id): Ref => ({ kind: 'fact', id })),
    ...[...state.clocks.keys()].map((id): Ref => ({ kind: 'clock', id })),
    ...[...state.awareness.keys()].map((id): Ref => ({ kind: 'awareness', id })),
    ...[...state.questions.keys()].map((id): Ref => ({ kind: 'question', id })),
    ...[...state.publications.keys()].map((id): Ref => ({ kind: 'publication', id })),
    ...[...state.asks.keys()].map((id): Ref => ({ kind: 'ask', id })),
    ...[...state.contests.keys()].map((id): Ref => ({ kind: 'contest', id })),
    ...[...state.outside.keys()].map((id): Ref => ({ kind: 'outside', id })),
    ...plan.hotWash.map(({ id }): Ref => ({ kind: 'hotwash', id: `${role}:${id}` })),
  ];
  const me = state.lookup.roles.get(role);
  const { briefing } = me ?? {};
  const self = { ...roleRow(state, role), ...(briefing === undefined ? {} : { briefing }) };
  return [
    ['me', 'me', self],
    ...plan.roles.map(({ id }): Put => ['roles', id, roleRow(state, id)]),
    ...rolePuts(state, role, refs),
  ];
}

/** The changes among `refs` that this role may see. */
export function rolePuts(state: ExerciseState, role: RoleId, refs: readonly Ref[]): readonly Put[] {
  return refs.flatMap((ref) => {
    const put = ref.roles && !ref.roles.includes(role) ? undefined : rolePut(state, role, ref);
    return put ? [put] : [];
  });
}

function rolePut(state: ExerciseState, role: RoleId, { kind, id }: Ref): Put | undefined {
  const put = <K extends keyof RoleCollections>(
    collection: K,
    row: RoleCollections[K] | undefined,
    key = id,
  ): Put | undefined => row && [collection, key, row];
  switch (kind) {
    case 'exercise':
      return put('exercise', exerciseRow(state));
    case 'inject':
    case 'message':
      return put('items', itemRow(state, role, id));
    case 'task':
      return seesTask(state, role, id)
        ? put('tasks', withLetters(state, role, taskRow(state, id)))
        : undefined;
    case 'decision':
      return put('decisions', decisionRow(state, role, id));
    case 'fact': {
      const fact = state.lookup.facts.get(id);
      const since = state.facts.get(id)?.get(role);
      if (!fact || since === undefined) return undefined;
      const { text, domain, marking } = fact;
      return put('facts', { id, text, domain, marking, since });
    }
    case 'clock':
      return own(state, role, state.lookup.clocks.get(id)?.organisation)
        ? put('clocks', clockRow(state, id))
        : undefined;
    case 'awareness': {
      const row = state.awareness.get(id);
      return row && own(state, role, row.organisation) ? put('awareness', { ...row }) : undefined;
    }
    case 'question':
      return put('questions', questionRow(state, role, id));
    case 'publication': {
      const row = state.publications.get(id);
      return row && seesPublication(state, role, row) ? publicationPut(row, role) : undefined;
    }
    case 'ask':
      return put('asks', ownRow(state.asks.get(id), role));
    case 'contest':
      return put('contests', ownRow(state.contests.get(id), role));
    case 'outside':
      return put('outside', ownRow(state.outside.get(id), role));
    case 'hotwash': {
      const row = state.hotwash.get(id);
      if (row?.role !== role) return undefined;
      return put('hotwash', { id: row.question, text: row.text }, row.question);
    }
    case 'phase':
    case 'service':
    case 'obligation':
    case 'seat':
    case 'role':
    case 'staff':
    case 'call':
    case 'note':
    case 'observation':
      return undefined;
    default:
      return kind satisfies never;
  }
}

/** What one said to control and to the record is nobody else's. */
function ownRow<R extends { readonly role: RoleId }>(row: R | undefined, role: RoleId) {
  return row?.role === role ? { ...row } : undefined;
}

/** For control without a role: who has opened it is in the record. */
export function publicationPut(publication: PublicationState, role?: RoleId): Put {
  const { kind, opened, ...row } = publication;
  const times = role === undefined ? {} : timeOf(opened, role, 'opened');
  return [kind === 'statement' ? 'statements' : 'picture', row.id, { ...row, ...times }];
}

function own(state: ExerciseState, role: RoleId, organisation: string | undefined): boolean {
  return organisation !== undefined && state.lookup.roles.get(role)?.organisation === organisation;
}

export function exerciseRow(state: ExerciseState): ExerciseRow {
  const { plan } = state.lookup;
  const { title, kind, languages, marking, story, hotWash, matters, contentWarning } = plan;
  return {
    id: state.exercise,
    title,
    kind,
    languages,
    marking,
    status: state.status,
    ...(state.reason === undefined ? {} : { reason: state.reason }),
    ...(state.hold === undefined ? {} : { hold: state.hold }),
    story,
    length: state.length,
    pace: state.pace,
    hotWash,
    matters,
    ...(contentWarning === undefined ? {} : { contentWarning }),
  };
}

export function roleRow(state: ExerciseState, id: RoleId): RoleRow {
  const role = state.lookup.roles.get(id);
  const organisation = state.lookup.organisations.get(role?.organisation ?? '');
  return {
    id,
    name: role?.name ?? id,
    organisation: role?.organisation ?? '',
    organisationName: organisation?.name ?? '',
    simulated: role?.playedBy === 'simcell',
    ...(role?.deputy === undefined ? {} : { deputy: role.deputy }),
  };
}

export function senderOf(state: ExerciseState, from: Sender): { role?: RoleId; name: Text } {
  if ('name' in from) return { name: from.name };
  return { role: from.role, name: state.lookup.roles.get(from.role)?.name ?? from.role };
}

/** A receiver's row, or the sender's own copy; nobody else has a reason to see it. */
function itemRow(state: ExerciseState, role: RoleId, id: string): ItemRow | undefined {
  const item = received(state, role, id) ?? ownMessage(state, role, id);
  if (!item) return undefined;
  const base = 'row' in item ? injectItem(state, item) : messageItem(state, item);
  const times = {
    ...timeOf(item.opened, role, 'opened'),
    ...timeOf(item.acknowledged, role, 'acknowledged'),
    ...timeOf(item.answered, role, 'answered'),
  };
  const sent = !('row' in item) && item.from === role;
  // The untouched row is the same object for every receiver, and so is encoded once.
  return sent || Object.keys(times).length > 0 ? { ...base, ...times, sent } : base;
}

function ownMessage(state: ExerciseState, role: RoleId, id: string): MessageState | undefined {
  const message = state.messages.get(id);
  return message?.from === role ? message : undefined;
}

function timeOf(times: Times, role: RoleId, key: string): { readonly [key: string]: number } {
  const at = times.get(role);
  return at === undefined ? {} : { [key]: at };
}

const itemRows = new WeakMap<InjectState | MessageState, ItemRow>();

function remembered(item: InjectState | MessageState, make: () => ItemRow): ItemRow {
  const known = itemRows.get(item);
  const row = known ?? make();
  if (!known) itemRows.set(item, row);
  return row;
}

function injectItem(state: ExerciseState, inject: InjectState): ItemRow {
  return remembered(inject, () => {
    const { id, to, channel, title, body, marking, facts, from, replyTo } = inject.row;
    return {
      id,
      kind: 'inject',
      seq: inject.seq ?? 0,
      at: inject.releasedAt ?? 0,
      from: senderOf(state, from),
      to,
      channel,
      title,
      body,
      marking,
      facts,
      ...stating(state, inject),
      ...filesOf(state, inject.row),
      ...(replyTo === undefined ? {} : { replyTo }),
      asks: false,
      sent: false,
    };
  });
}

/** What there is to fetch of an inject's attachments; the Plan knows what lay in the folder. */
export function filesOf(
  state: ExerciseState,
  { files = [] }: Inject,
): { readonly files?: readonly FileRow[] } {
  const found = (state.lookup.plan.files ?? []).filter(({ name }) => files.includes(name));
  return found.length > 0 ? { files: found } : {};
}

export function messageItem(state: ExerciseState, message: MessageState): ItemRow {
  return remembered(message, () => {
    const { opened, acknowledged, answered, simulated, prepared, from, title, ...row } = message;
    return {
      ...row,
      kind: 'message',
      from: senderOf(state, { role: from }),
      channel: 'message',
      title: title ?? '',
      marking: state.lookup.plan.marking,
      sent: false,
    };
  });
}

function taskRow(state: ExerciseState, id: string): TaskRow | undefined {
  const task = state.lookup.tasks.get(id);
  const row = state.tasks.get(id);
  if (!task || !row || row.status === 'dormant') return undefined;
  const { title, description, domain } = task;
  return {
    id,
    title,
    ...(description === undefined ? {} : { description }),
    domain,
    status: row.status,
    startedAt: row.startedAt ?? 0,
    due: row.due ?? 0,
    overdue: row.overdue,
    holders: row.holders,
    offers: row.offers,
    ...(row.declined.length > 0 ? { declined: row.declined } : {}),
    ...(row.done ? { done: row.done } : {}),
  };
}

/** The role's own letters, where the plan lets it see them. */
function withLetters(
  state: ExerciseState,
  role: RoleId,
  row: TaskRow | undefined,
): TaskRow | undefined {
  const task = state.lookup.plan.letters === 'shown' && state.lookup.tasks.get(row?.id ?? '');
  const letters = task ? plannedLetters(task, role) : [];
  return row && letters.length > 0 ? { ...row, letters } : row;
}

function decisionRow(state: ExerciseState, role: RoleId, id: string): DecisionRow | undefined {
  const decision = decisionSeen(state, role, id);
  const row = state.decisions.get(id);
  if (!decision || !row) return undefined;
  const { question, description, options } = decision;
  return {
    id,
    question,
    ...(description === undefined ? {} : { description }),
    options: options.map((option) => ({ id: option.id, title: option.title })),
    openedAt: row.openedAt ?? 0,
    due: row.due ?? 0,
    ...discussionOf(row),
    ...madeOf(row, (fact) => knows(state, role, fact)),
  };
}

/** How it was decided, naming of the facts it was based on those that `known` lets through. */
export function madeOf(
  { made }: DecisionState,
  known: (fact: FactId) => boolean,
): Pick<DecisionRow, 'made'> {
  if (!made) return {};
  const { facts: all, ...rest } = made;
  const facts = all.filter(known);
  return { made: { ...rest, ...(facts.length > 0 ? { facts } : {}) } };
}

/** Who raised it, if a role did, and what has been said about it. */
export function discussionOf({
  raised,
  discussion,
}: DecisionState): Pick<DecisionRow, 'raisedBy' | 'discussion'> {
  const raisedBy = raised && { raisedBy: raised.raisedBy };
  return { ...raisedBy, ...(discussion.length > 0 ? { discussion: [...discussion] } : {}) };
}

/** Only those it was put to have a reason to see it, and each its own answer alone. */
function questionRow(state: ExerciseState, role: RoleId, id: string): QuestionRow | undefined {
  const question = state.questions.get(id);
  if (question?.status !== 'asked' || !question.row.to.includes(role)) return undefined;
  const own = question.answers.get(role);
  return {
    id,
    ...askedAbout(state, question.row),
    askedAt: question.askedAt ?? 0,
    ...(own ? { answer: own.answer, answeredAt: own.at } : {}),
  };
}

/** What a poll or a probe asks, without what is true. */
export function askedAbout(
  state: ExerciseState,
  row: Question,
): Pick<QuestionRow, 'kind' | 'title' | 'task' | 'options'> {
  if (row.kind === 'probe') return { kind: row.kind, title: row.question, options: row.options };
  const title = state.lookup.tasks.get(row.task)?.title ?? row.task;
  return { kind: row.kind, title, task: row.task, options: [] };
}

export function clockRow(state: ExerciseState, id: string): ClockRow | undefined {
  const clock = state.lookup.clocks.get(id);
  const row = state.clocks.get(id);
  if (!clock || !row || row.status === 'dormant') return undefined;
  return {
    id,
    title: clock.title,
    organisation: clock.organisation,
    startedAt: row.startedAt ?? 0,
    ...(row.due === undefined ? {} : { due: row.due }),
    status: row.missed ? 'late' : row.status,
  };
}
