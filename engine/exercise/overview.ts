/**
 * What exercise control sees: everything but the journal's entries, which the hub holds.
 * Knows: state. Does not know: sockets, or what the receiver already has.
 */
import type { Ref } from './changes.ts';
import type { ControlCollections, Put } from './rows.ts';
import { strandOf } from '../plan/exercise.machine.ts';
import { decisionOf, type ExerciseState } from './state.ts';
import {
  askedAbout,
  clockRow,
  discussionOf,
  exerciseRow,
  filesOf,
  madeOf,
  messageItem,
  publicationPut,
  roleRow,
  senderOf,
} from './view.ts';

/** Everything control sees now; the record is the hub's, which holds the journal. */
export function controlView(state: ExerciseState): readonly Put[] {
  return [...controlPuts(state, controlRefs(state)), ...plannedPuts(state)];
}

/** All that control sees something of, for whoever shows it bit by bit. */
export function controlRefs(state: ExerciseState): readonly Ref[] {
  const { plan } = state.lookup;
  return [
    ...plan.roles.map(({ id }): Ref => ({ kind: 'role', id })),
    { kind: 'exercise', id: 'exercise' },
    ...plan.phases.map(({ id }): Ref => ({ kind: 'phase', id })),
    ...[...state.injects.keys()].map((id): Ref => ({ kind: 'inject', id })),
    ...[...state.messages.keys()].map((id): Ref => ({ kind: 'message', id })),
    ...[...state.obligations.keys()].map((id): Ref => ({ kind: 'obligation', id })),
    ...[...state.tasks.keys()].map((id): Ref => ({ kind: 'task', id })),
    ...[...state.decisions.keys()].map((id): Ref => ({ kind: 'decision', id })),
    ...[...state.facts.keys()].map((id): Ref => ({ kind: 'fact', id })),
    ...[...state.clocks.keys()].map((id): Ref => ({ kind: 'clock', id })),
    ...[...state.services.keys()].map((id): Ref => ({ kind: 'service', id })),
    ...[...state.awareness.keys()].map((id): Ref => ({ kind: 'awareness', id })),
    ...[...state.seats.keys()].map((id): Ref => ({ kind: 'seat', id })),
    ...state.observations.map(({ id }): Ref => ({ kind: 'observation', id })),
    ...[...state.questions.keys()].map((id): Ref => ({ kind: 'question', id })),
    ...[...state.publications.keys()].map((id): Ref => ({ kind: 'publication', id })),
    ...[...state.asks.keys()].map((id): Ref => ({ kind: 'ask', id })),
    ...[...state.contests.keys()].map((id): Ref => ({ kind: 'contest', id })),
    ...[...state.outside.keys()].map((id): Ref => ({ kind: 'outside', id })),
    ...[...state.hotwash.keys()].map((id): Ref => ({ kind: 'hotwash', id })),
    ...[...state.staff.keys()].map((id): Ref => ({ kind: 'staff', id })),
    ...[...state.calls.keys()].map((id): Ref => ({ kind: 'call', id })),
    ...[...state.notes.keys()].map((id): Ref => ({ kind: 'note', id })),
  ];
}

/** What is ready to be sent, and what is exercised; the plan's, and always the same. */
export function plannedPuts(state: ExerciseState): readonly Put[] {
  const { bank = [], objectives } = state.lookup.plan;
  return [
    ...bank.map((row): Put => {
      return ['bank', row.id, { ...row, from: senderOf(state, row.from) }];
    }),
    ...objectives.map(({ id, title, capability }): Put => {
      return ['objectives', id, { id, title, capability }];
    }),
  ];
}

export function controlPuts(state: ExerciseState, refs: readonly Ref[]): readonly Put[] {
  return refs.flatMap((ref) => {
    const put = controlPut(state, ref);
    return put ? [put] : [];
  });
}

function controlPut(state: ExerciseState, { kind, id }: Ref): Put | undefined {
  const put = <K extends keyof ControlCollections>(
    collection: K,
    row: ControlCollections[K] | undefined,
  ): Put | undefined => row && [collection, id, row];
  switch (kind) {
    case 'exercise':
      return put('exercise', exerciseRow(state));
    case 'role':
      return put('roles', controlRole(state, id));
    case 'staff': {
      const staff = state.staff.get(id);
      return staff ? put('staff', staff) : ['staff', id, null];
    }
    case 'call':
      return put('calls', state.calls.get(id));
    case 'note':
      return put('notes', state.notes.get(id));
    case 'phase':
      return put('phases', phaseRow(state, id));
    case 'inject':
      return put('injects', controlInject(state, id));
    case 'message':
      return put('messages', controlMessage(state, id));
    case 'obligation':
      return put('obligations', obligationRow(state, id));
    case 'task':
      return put('tasks', controlTask(state, id));
    case 'decision':
      return put('decisions', controlDecision(state, id));
    case 'fact': {
      const fact = state.lookup.facts.get(id);
      const { text = id, certainty, variantOf } = fact ?? {};
      const known = [...(state.facts.get(id) ?? [])].map(([role, at]) => ({ role, at }));
      return put('facts', {
        ...{ id, text, known },
        ...(certainty === undefined ? {} : { certainty }),
        ...(variantOf === undefined ? {} : { variantOf }),
      });
    }
    case 'clock':
      return put('clocks', clockRow(state, id));
    case 'service':
      return put('services', serviceRow(state, id));
    case 'awareness':
      return put('awareness', state.awareness.get(id));
    case 'seat': {
      const seat = state.seats.get(id);
      return seat ? put('seats', { ...seat }) : ['seats', id, null];
    }
    case 'observation':
      return put(
        'observations',
        state.observations.find((row) => row.id === id),
      );
    case 'question':
      return put('questions', controlQuestion(state, id));
    case 'publication': {
      const row = state.publications.get(id);
      return row && publicationPut(row);
    }
    case 'ask': {
      const ask = state.asks.get(id);
      return ask && put('asks', { ...ask });
    }
    case 'contest':
      return put('contests', state.contests.get(id));
    case 'outside':
      return put('outside', state.outside.get(id));
    case 'hotwash':
      return put('hotwash', state.hotwash.get(id));
    default:
      return kind satisfies never;
  }
}

function controlRole(state: ExerciseState, id: string): ControlCollections['roles'] | undefined {
  const role = state.lookup.roles.get(id);
  const playedBy = state.players.get(id);
  return (
    role && {
      ...roleRow(state, id),
      seats: role.seats,
      ...(playedBy === undefined ? {} : { playedBy }),
    }
  );
}

function phaseRow(state: ExerciseState, id: string): ControlCollections['phases'] | undefined {
  const phase = state.lookup.phases.get(id);
  if (!phase) return undefined;
  const strand = state.strands.get(strandOf(phase));
  const current = strand?.phase === id ? strand : undefined;
  const thread = state.lookup.plan.threads?.find((row) => row.id === phase.thread)?.title;
  return {
    id,
    order: state.lookup.plan.phases.indexOf(phase),
    title: phase.title,
    ...(phase.length === undefined ? {} : { length: phase.length }),
    ...(thread === undefined ? {} : { thread }),
    current: current !== undefined,
    ...(current ? { enteredAt: current.enteredAt } : {}),
    ...(current?.until === undefined ? {} : { until: current.until }),
    ...(phase.gate ? { gate: phase.gate } : {}),
    ...(phase.next.length === 0 ? {} : { next: phase.next }),
  };
}

function serviceRow(state: ExerciseState, id: string): ControlCollections['services'] | undefined {
  const service = state.lookup.plan.services?.find((row) => row.id === id);
  const now = state.services.get(id);
  if (!service || !now) return undefined;
  const { title, owner, rto } = service;
  const due = rto === undefined || now.loweredAt === undefined ? undefined : now.loweredAt + rto;
  return {
    id,
    title,
    ...(owner === undefined ? {} : { owner }),
    ...now,
    ...(due === undefined ? {} : { due }),
  };
}

function controlInject(
  state: ExerciseState,
  id: string,
): ControlCollections['injects'] | undefined {
  const inject = state.injects.get(id);
  if (!inject) return undefined;
  const { number, title, body, notes, from, to, channel, phases, trigger, facts, replyTo } =
    inject.row;
  return {
    id,
    number,
    title,
    body,
    ...(notes === undefined ? {} : { notes }),
    from: senderOf(state, from),
    to,
    channel,
    ...filesOf(state, inject.row),
    phases,
    trigger: inject.adhoc ? 'adhoc' : trigger.type,
    status: inject.status,
    ...(inject.due === undefined ? {} : { due: inject.due }),
    ...(inject.planned === undefined ? {} : { planned: inject.planned }),
    ...(inject.changed ? { changed: inject.changed } : {}),
    ...(inject.repeats === undefined ? {} : { repeats: inject.repeats }),
    facts,
    ...(inject.releasedAt === undefined ? {} : { releasedAt: inject.releasedAt }),
    opened: [...inject.opened.keys()],
    acknowledged: [...inject.acknowledged.keys()],
    answered: [...inject.answered.keys()],
    ...(replyTo === undefined ? {} : { replyTo }),
  };
}

function controlQuestion(
  state: ExerciseState,
  id: string,
): ControlCollections['questions'] | undefined {
  const question = state.questions.get(id);
  if (!question) return undefined;
  const { row, status, due, planned, askedAt, answers } = question;
  return {
    id,
    ...askedAbout(state, row),
    ...(row.kind === 'probe' && row.truth !== undefined ? { truth: row.truth } : {}),
    to: row.to,
    trigger: row.trigger.type,
    status,
    ...(due === undefined ? {} : { due }),
    ...(planned === undefined ? {} : { planned }),
    ...(askedAt === undefined ? {} : { askedAt }),
    answers: [...answers].map(([role, answer]) => ({ role, ...answer })),
  };
}

function controlMessage(
  state: ExerciseState,
  id: string,
): ControlCollections['messages'] | undefined {
  const message = state.messages.get(id);
  if (!message) return undefined;
  const { kind, sent, ...row } = messageItem(state, message);
  return { ...row, opened: [...message.opened.keys()], simulated: message.simulated };
}

function obligationRow(
  state: ExerciseState,
  id: string,
): ControlCollections['obligations'] | undefined {
  const obligation = state.obligations.get(id);
  if (!obligation) return undefined;
  const { inject, role, does, task, decision } = obligation.row;
  return {
    id,
    inject,
    role,
    does,
    ...(task === undefined ? {} : { task }),
    ...(decision === undefined ? {} : { decision }),
    due: obligation.due,
    status: obligation.status,
  };
}

function controlTask(state: ExerciseState, id: string): ControlCollections['tasks'] | undefined {
  const task = state.lookup.tasks.get(id);
  const row = state.tasks.get(id);
  if (!task || !row) return undefined;
  const { title, description, domain, critical } = task;
  const { accountable, responsible, support, consulted, informed } = task;
  return {
    id,
    title,
    ...(description === undefined ? {} : { description }),
    domain,
    critical,
    accountable,
    responsible,
    support,
    consulted,
    informed,
    status: row.status,
    ...(row.startedAt === undefined ? {} : { startedAt: row.startedAt }),
    ...(row.due === undefined ? {} : { due: row.due }),
    overdue: row.overdue,
    holders: row.holders,
    offers: row.offers,
    ...(row.declined.length > 0 ? { declined: row.declined } : {}),
    ...(row.done ? { done: row.done } : {}),
  };
}

function controlDecision(
  state: ExerciseState,
  id: string,
): ControlCollections['decisions'] | undefined {
  const decision = decisionOf(state, id);
  const row = state.decisions.get(id);
  if (!decision || !row) return undefined;
  const { question, description, options, authority, consult } = decision;
  return {
    id,
    question,
    ...(description === undefined ? {} : { description }),
    options,
    authority,
    consult,
    default: decision.default,
    ...(row.openedAt === undefined ? {} : { openedAt: row.openedAt }),
    ...(row.due === undefined ? {} : { due: row.due }),
    ...discussionOf(row),
    ...madeOf(row, () => true),
  };
}
