/**
 * What roles do. Knows: when each act is allowed, and the event it becomes.
 * Does not know: what follows from that event (react).
 */
import { UNSURE, type RoleId } from '../plan/plan.ts';
import type { RoleInput } from './entry.ts';
import { emit, type Run, type Verdict } from './run.ts';
import { knows, received } from './state.ts';
import { seesDecision, seesTask } from './visible.ts';

type Of<T extends RoleInput['type']> = Extract<RoleInput, { type: T }>;

export function act(run: Run, role: RoleId, input: RoleInput): Verdict {
  const closed = closedTo(run, input);
  if (closed) return closed;
  switch (input.type) {
    case 'item.open':
      return openItem(run, role, input.item);
    case 'item.acknowledge':
      return acknowledge(run, role, input.item);
    case 'message.send':
      return sendMessage(run, role, input);
    case 'task.claim':
    case 'task.release':
    case 'task.finish':
      return actOnTask(run, role, input);
    case 'handover.offer':
    case 'handover.accept':
    case 'handover.decline':
      return handOver(run, role, input);
    case 'decision.record':
      return decide(run, role, input);
    case 'awareness.declare':
      return declare(run, role, input);
    case 'question.answer':
      return answerQuestion(run, role, input);
    case 'hotwash.answer':
      return answerHotWash(run, role, input);
    default:
      return input satisfies never;
  }
}

function closedTo(run: Run, input: RoleInput): Verdict {
  const { status } = run.state;
  if (input.type === 'hotwash.answer') return status === 'hotwash' ? undefined : 'hotwash-closed';
  if (status === 'running') return undefined;
  if (status === 'planned') return 'not-started';
  return status === 'paused' ? 'paused' : 'ended';
}

function openItem(run: Run, role: RoleId, item: string): Verdict {
  const found = received(run.state, role, item);
  if (!found) return 'unknown-item';
  if (!found.opened.has(role)) emit(run, { type: 'item.opened', item, role });
  return undefined;
}

function acknowledge(run: Run, role: RoleId, item: string): Verdict {
  const found = received(run.state, role, item);
  if (!found) return 'unknown-item';
  if (found.acknowledged.has(role)) return 'already-acknowledged';
  openItem(run, role, item);
  emit(run, { type: 'item.acknowledged', item, role });
  return undefined;
}

function sendMessage(run: Run, role: RoleId, input: Of<'message.send'>): Verdict {
  const { state } = run;
  const { type, asks = false, facts = [], ...rest } = input;
  if (input.body.trim() === '') return 'empty-text';
  if (input.to.some((to) => !state.lookup.roles.has(to))) return 'unknown-role';
  if (input.to.includes(role)) return 'own-role';
  // An answer to someone outside the exercise has no role to go to: control receives it.
  if (input.to.length === 0 && input.replyTo === undefined) return 'no-receiver';
  if (input.replyTo !== undefined && !received(state, role, input.replyTo)) return 'unknown-item';
  if (facts.some((fact) => !knows(state, role, fact))) return 'fact-not-known';
  const { task, decision } = input.about ?? {};
  if (task !== undefined && !seesTask(state, role, task)) return 'unknown-task';
  const subject = decision === undefined ? undefined : state.lookup.decisions.get(decision);
  if (decision !== undefined && (!subject || !seesDecision(state, role, subject))) {
    return 'unknown-decision';
  }
  const message = `msg.${state.messages.size + 1}`;
  const to = [...new Set(input.to)];
  emit(run, {
    ...rest,
    type: 'message.sent',
    message,
    from: role,
    to,
    facts,
    asks,
    simulated: false,
  });
  return undefined;
}

function actOnTask(
  run: Run,
  role: RoleId,
  input: Of<'task.claim' | 'task.release' | 'task.finish'>,
): Verdict {
  const { task: id } = input;
  const task = run.state.tasks.get(id);
  if (!task || !seesTask(run.state, role, id)) return 'unknown-task';
  if (task.status !== 'open') return 'task-not-open';
  const held = task.holders.find((holder) => holder.role === role);
  switch (input.type) {
    case 'task.claim':
      if (held?.as === input.as) return 'task-held';
      emit(run, { type: 'task.claimed', task: id, role, as: input.as });
      return undefined;
    case 'task.release':
      if (!held) return 'task-not-held';
      emit(run, { type: 'task.released', task: id, role });
      return undefined;
    case 'task.finish':
      emit(run, { type: 'task.done', task: id, role, note: input.note });
      return undefined;
    default:
      return input satisfies never;
  }
}

function handOver(
  run: Run,
  role: RoleId,
  input: Of<'handover.offer' | 'handover.accept' | 'handover.decline'>,
): Verdict {
  const { state } = run;
  const { task: id } = input;
  const task = state.tasks.get(id);
  if (!task || !seesTask(state, role, id)) return 'unknown-task';
  if (task.status !== 'open') return 'task-not-open';
  if (input.type === 'handover.offer') {
    const held = task.holders.find((holder) => holder.role === role);
    if (!held) return 'task-not-held';
    if (input.to === role) return 'own-role';
    if (!state.lookup.roles.has(input.to)) return 'unknown-role';
    if (task.offers.some(({ from, to }) => from === role && to === input.to)) {
      return 'handover-pending';
    }
    const { type, ...offer } = input;
    emit(run, { ...offer, type: 'handover.offered', from: role, as: held.as });
    return undefined;
  }
  const offer = task.offers.find(({ from, to }) => from === input.from && to === role);
  if (!offer) return 'no-handover';
  const { from, as } = offer;
  if (input.type === 'handover.accept') {
    emit(run, { type: 'handover.accepted', task: id, from, to: role, as });
  } else {
    if (input.reason.trim() === '') return 'empty-text';
    emit(run, { type: 'handover.declined', task: id, from, to: role, reason: input.reason });
  }
  return undefined;
}

function decide(run: Run, role: RoleId, input: Of<'decision.record'>): Verdict {
  const { state } = run;
  const decision = state.lookup.decisions.get(input.decision);
  if (!decision || !seesDecision(state, role, decision)) return 'unknown-decision';
  if (state.decisions.get(decision.id)?.status !== 'open') return 'decision-not-open';
  if (!decision.options.some(({ id }) => id === input.option)) return 'unknown-option';
  if (input.reason.trim() === '') return 'empty-text';
  const { type, facts = [], ...rest } = input;
  if (facts.some((fact) => !knows(state, role, fact))) return 'fact-not-known';
  emit(run, { ...rest, type: 'decision.recorded', role, facts, how: 'role' });
  return undefined;
}

function declare(run: Run, role: RoleId, input: Of<'awareness.declare'>): Verdict {
  const { state } = run;
  const { matter, reason } = input;
  if (!state.lookup.plan.matters.some(({ id }) => id === matter)) return 'unknown-matter';
  const organisation = state.lookup.roles.get(role)?.organisation ?? '';
  if (state.awareness.has(`${organisation}:${matter}`)) return 'already-declared';
  if (reason.trim() === '') return 'empty-text';
  emit(run, { type: 'awareness.declared', matter, role, organisation, reason });
  return undefined;
}

/** The first answer stands: a belief that was thought over again is another belief. */
function answerQuestion(run: Run, role: RoleId, input: Of<'question.answer'>): Verdict {
  const { state } = run;
  const { question: id, answer } = input;
  const question = state.questions.get(id);
  if (question?.status !== 'asked' || !question.row.to.includes(role)) return 'question-not-open';
  if (question.answers.has(role)) return 'already-answered';
  const { row } = question;
  const known =
    row.kind === 'poll'
      ? state.lookup.roles.has(answer)
      : row.options.some((option) => option.id === answer);
  if (!known && answer !== UNSURE) return 'unknown-answer';
  emit(run, { type: 'question.answered', question: id, role, answer });
  return undefined;
}

function answerHotWash(run: Run, role: RoleId, input: Of<'hotwash.answer'>): Verdict {
  const { question, text } = input;
  const known = run.state.lookup.plan.hotWash.some(({ id }) => id === question);
  if (!known) return 'unknown-question';
  if (text.trim() === '') return 'empty-text';
  emit(run, { type: 'hotwash.answered', question, role, text });
  return undefined;
}
