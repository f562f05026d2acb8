/**
 * Builds journals by hand: every act becomes an input and the events it causes, in the chain's form.
 * Knows: the shape of a journal. Does not know: the engine's rules; a test says what happened.
 */
import { createHash } from 'node:crypto';
import type { By, ClaimAs, Entry, ExerciseEvent, Input } from '../../engine/exercise/entry.ts';
import type { Plan, Task } from '../../engine/plan/plan.ts';
import { MINUTE, type Ms } from '../../engine/scenario/time.ts';

type Message = Partial<Extract<ExerciseEvent, { type: 'message.sent' }>> & {
  readonly to: readonly string[];
};

/** A plan with nothing in it but what the test gives. */
export function planOf(parts: Partial<Plan>): Plan {
  return {
    format: 1,
    id: 'fixture',
    version: '1.0.0',
    title: 'Fixture',
    kind: 'cross-sector',
    languages: ['da', 'en'],
    story: {
      epoch: Date.UTC(2026, 8, 18, 0, 10),
      zone: 'Europe/Copenhagen',
      offsets: [{ from: 0, offset: 120 * MINUTE }],
    },
    length: 1_800 * MINUTE,
    pace: 12,
    marking: 'TLP:AMBER',
    begins: 'alarm',
    organisations: [],
    roles: [],
    objectives: [],
    facts: [],
    tasks: [],
    interfaces: [],
    decisions: [],
    phases: [{ id: 'alarm', title: { da: 'Alarm', en: 'Alarm' }, next: [] }],
    injects: [],
    expectations: [],
    matters: [],
    clocks: [],
    hotWash: [],
    ...parts,
  };
}

export function taskOf(parts: Partial<Task> & { readonly id: string }): Task {
  return {
    title: parts.id,
    accountable: [],
    responsible: [],
    support: [],
    consulted: [],
    informed: [],
    needs: [],
    within: 60 * MINUTE,
    critical: false,
    domain: 'digital',
    objectives: [],
    ...parts,
  };
}

export const role = (
  id: string,
  organisation: string,
  name: Plan['title'] = id,
): Plan['roles'][0] => ({
  id,
  name,
  organisation,
  seats: { min: 1, max: 1 },
  playedBy: 'participant',
});

const ENGINE: By = { type: 'engine' };
const CONTROL: By = { type: 'facilitator', name: 'Øvelsesleder' };
const WALL = Date.UTC(2026, 10, 23, 8, 0);

/** Writes a journal, minute by minute. `shift` moves everything that follows, as a jump would. */
export function writer(plan: Plan) {
  const entries: Entry[] = [];
  let [minute, tip, messages, agenda, wallShift] = [0, '0'.repeat(64), 0, 0, 0];
  let [raised, calls, statements] = [0, 0, 0];
  const put = (by: By, body: { input: Input } | { event: ExerciseEvent }): number => {
    const at: Ms = Math.round(minute * MINUTE);
    const wall = new Date(WALL + at / plan.pace + wallShift).toISOString();
    const entry: Entry = { seq: entries.length, at, wall, by, prev: tip, ...body };
    entries.push(entry);
    tip = createHash('sha256').update(JSON.stringify(entry)).digest('hex');
    return entry.seq;
  };
  const act = (by: By, input: Input, ...events: readonly ExerciseEvent[]): number => {
    put(by, { input });
    return events.map((event) => put(by, { event })).at(-1) ?? entries.length - 1;
  };
  const due = (...events: readonly ExerciseEvent[]): number =>
    act(ENGINE, { type: 'agenda.due', number: (agenda += 1) }, ...events);
  const as = (id: string): By => ({ type: 'role', role: id, seat: `${id}-1` });
  const carried = new Map<string, readonly string[]>(plan.injects.map((i) => [i.id, i.facts]));

  act(
    ENGINE,
    {
      type: 'exercise.open',
      format: 1,
      engine: '0.1.0',
      exercise: 'oevelse-1',
      seed: 7,
      digest: createHash('sha256').update(JSON.stringify(plan)).digest('hex'),
      plan,
    },
    { type: 'exercise.opened', exercise: 'fixture' },
  );

  const self = {
    entries: entries as readonly Entry[],
    digest: (): string => tip,
    /** Everything from here on happens `minutes` into the exercise. */
    at(minutes: number) {
      minute = minutes;
      return self;
    },
    control: (input: Input, ...events: readonly ExerciseEvent[]) => act(CONTROL, input, ...events),
    /** The same by one of several in exercise control. */
    staff: (name: string, input: Input, ...events: readonly ExerciseEvent[]) =>
      act({ type: 'facilitator', name }, input, ...events),
    /** An act of a role's that has no name here. */
    act: (id: string, input: Input, ...events: readonly ExerciseEvent[]) =>
      act(as(id), input, ...events),
    due,
    start: () =>
      act(
        CONTROL,
        { type: 'exercise.start' },
        { type: 'exercise.started', pace: plan.pace },
        { type: 'phase.entered', phase: plan.begins, cause: { type: 'start' } },
      ),
    end: () => act(CONTROL, { type: 'exercise.end' }, { type: 'exercise.ended', cause: 'control' }),
    /** A pause lasts in wall time only; exercise time stands still. */
    pause(wallMinutes: number, reason: string) {
      act(CONTROL, { type: 'exercise.pause', reason }, { type: 'exercise.paused', reason });
      wallShift += wallMinutes * MINUTE;
      return act(CONTROL, { type: 'exercise.resume' }, { type: 'exercise.resumed' });
    },
    seat: (id: string, bot = false) =>
      act(
        ENGINE,
        { type: 'seat.take', role: id, seat: `${id}-1`, pseudonym: 'P1', bot },
        { type: 'seat.taken', role: id, seat: `${id}-1`, pseudonym: 'P1', bot },
      ),
    release: (inject: string, to: readonly string[], cause: 'due' | 'if-not' = 'due') =>
      due({ type: 'inject.released', inject, to, cause }),
    /** Opens an item and learns what it carries. */
    open(id: string, item: string) {
      const facts = carried.get(item) ?? [];
      return act(
        as(id),
        { type: 'item.open', item },
        { type: 'item.opened', item, role: id },
        ...facts.map((fact) => ({ type: 'fact.known', fact, role: id, item }) as const),
      );
    },
    /** Sends a message; returns its id. */
    send(from: string, message: Message): string {
      const id = `msg-${(messages += 1)}`;
      const simulated = message.simulated ?? false;
      const row = { body: 'Se venligst vedhæftede.', facts: [], asks: false, ...message };
      carried.set(id, row.facts);
      const event = { ...row, type: 'message.sent', message: id, from, simulated } as const;
      const { to, body, facts } = row;
      if (simulated) act(CONTROL, { type: 'simcell.send', from, to, body, facts }, event);
      else act(as(from), { type: 'message.send', to, body, facts }, event);
      return id;
    },
    startTask: (task: string, window: number) =>
      due({ type: 'task.started', task, due: (minute + window) * MINUTE }),
    claim: (id: string, task: string, how: ClaimAs = 'accountable') =>
      act(
        as(id),
        { type: 'task.claim', task, as: how },
        {
          type: 'task.claimed',
          task,
          role: id,
          as: how,
        },
      ),
    letGo: (id: string, task: string) =>
      act(as(id), { type: 'task.release', task }, { type: 'task.released', task, role: id }),
    finish: (id: string, task: string, ...after: readonly ExerciseEvent[]) =>
      act(
        as(id),
        { type: 'task.finish', task, note: 'Meldt.' },
        { type: 'task.done', task, role: id, note: 'Meldt.' },
        ...after,
      ),
    offer: (from: string, to: string, task: string, how: ClaimAs = 'accountable') =>
      act(
        as(from),
        { type: 'handover.offer', task, to },
        {
          type: 'handover.offered',
          task,
          from,
          to,
          as: how,
        },
      ),
    accept: (from: string, to: string, task: string, how: ClaimAs = 'accountable') =>
      act(
        as(to),
        { type: 'handover.accept', task, from },
        {
          type: 'handover.accepted',
          task,
          from,
          to,
          as: how,
        },
      ),
    /** Puts a poll or a probe to some roles. */
    ask: (question: string, to: readonly string[], cause: 'due' | 'control' = 'due') => {
      const event = { type: 'question.asked', question, to, cause } as const;
      return cause === 'due' ? due(event) : act(CONTROL, { type: 'question.ask', question }, event);
    },
    answer: (id: string, question: string, answer: string) =>
      act(
        as(id),
        { type: 'question.answer', question, answer },
        { type: 'question.answered', question, role: id, answer },
      ),
    openDecision: (decision: string, window: number) =>
      due({ type: 'decision.opened', decision, due: (minute + window) * MINUTE }),
    decide: (id: string, decision: string, option: string, facts: readonly string[] = []) =>
      act(
        as(id),
        { type: 'decision.record', decision, option, reason: 'Efter samråd.', facts },
        {
          type: 'decision.recorded',
          decision,
          option,
          reason: 'Efter samråd.',
          role: id,
          facts,
          how: 'role',
        },
      ),
    lapse: (decision: string, option: string) =>
      due({ type: 'decision.recorded', decision, option, reason: '', facts: [], how: 'default' }),
    /** A role raises a decision of its own, `raised.1` and on; returns its id. */
    raise(
      id: string,
      question: string,
      options: readonly string[],
      others: readonly string[],
      window: number,
    ) {
      const decision = `raised.${(raised += 1)}`;
      const within = window * MINUTE;
      const rows = options.map((title, i) => ({ id: `option-${i + 1}`, title }));
      const due = minute * MINUTE + within;
      act(
        as(id),
        { type: 'decision.raise', question, options, within, with: others },
        { type: 'decision.raised', decision, role: id, question, options: rows, due, with: others },
      );
      return decision;
    },
    discuss: (id: string, decision: string) =>
      act(
        as(id),
        { type: 'decision.discuss', decision, text: 'Hvad taler imod?' },
        { type: 'decision.discussed', decision, role: id, text: 'Hvad taler imod?' },
      ),
    /** Control enters a decision that was made aloud, now or `happened` minutes into the exercise. */
    enter(id: string, decision: string, option: string, happened?: number) {
      const row = { decision, option, role: id, reason: 'Sagt højt.' };
      const when = happened === undefined ? {} : { happened: happened * MINUTE };
      return act(
        CONTROL,
        { type: 'decision.enter', ...row, ...when },
        { type: 'decision.recorded', ...row, ...when, facts: [], how: 'control' },
      );
    },
    /** Control notes a decision that the plan does not have, with its answer. */
    note(id: string, question: string, option: string, happened?: number) {
      const decision = `raised.${(raised += 1)}`;
      const when = happened === undefined ? {} : { happened: happened * MINUTE };
      const made = { role: id, reason: 'Sagt højt.' };
      const options = [{ id: '1', title: option }];
      const due = minute * MINUTE;
      act(
        CONTROL,
        { type: 'decision.note', question, option, ...made, ...when },
        { type: 'decision.raised', decision, role: id, question, options, due, with: [] },
        {
          type: 'decision.recorded',
          decision,
          option: '1',
          ...made,
          ...when,
          facts: [],
          how: 'control',
        },
      );
      return decision;
    },
    /** What a simulated role said in a call: known at once to those who were in it. */
    call(from: string, others: readonly string[], facts: readonly string[]) {
      const call = `call.${(calls += 1)}`;
      const row = { from, with: others, text: 'Ringet op.', facts };
      return act(
        CONTROL,
        { type: 'simcell.call', ...row },
        { type: 'call.noted', call, ...row },
        ...others.flatMap((id) =>
          facts.map((fact) => ({ type: 'fact.known', fact, role: id, item: call }) as const),
        ),
      );
    },
    publish(id: string, facts: readonly string[]) {
      const statement = `statement.${(statements += 1)}`;
      const row = { outlet: 'web', title: 'Status', body: 'Vi er ramt.', facts } as const;
      carried.set(statement, facts);
      act(
        as(id),
        { type: 'statement.publish', ...row },
        { type: 'statement.published', statement, role: id, ...row },
      );
      return statement;
    },
    declare: (id: string, matter: string, organisation: string, clocks: Record<string, Ms>) =>
      act(
        as(id),
        { type: 'awareness.declare', matter, reason: 'Vi er bekendt med hændelsen.' },
        {
          type: 'awareness.declared',
          matter,
          role: id,
          organisation,
          reason: 'Vi er bekendt med hændelsen.',
        },
        ...Object.entries(clocks).map(
          ([clock, at]) => ({ type: 'clock.started', clock, due: at }) as const,
        ),
      ),
  };
  return self;
}
