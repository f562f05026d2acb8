/**
 * Arbitrary behaviour: what facilitator, roles and the passing of time may do to an exercise, sense
 * and nonsense alike. A draw says what is tried; at whom and what it is aimed is settled when its
 * turn comes. Knows: every kind of input. Does not know: which of them are allowed.
 */
import fc from 'fast-check';
import {
  BOT,
  NOTE_KINDS,
  OUTLETS,
  PAUSE_KINDS,
  PICTURE_SECTIONS,
  STAFF_KINDS,
  type By,
  type ControlInput,
  type Input,
  type RoleInput,
} from '../../engine/exercise/entry.ts';
import type { ExerciseState } from '../../engine/exercise/state.ts';
import type { Decision } from '../../engine/plan/plan.ts';
import { CERTAINTIES, MARKINGS } from '../../engine/scenario/schema.ts';
import { CONTROL, ENGINE, seated } from './given.ts';

const CONTROL_KINDS = [
  'exercise.pause',
  'exercise.resume',
  'exercise.resume',
  'exercise.resume',
  'exercise.pace',
  'exercise.jump',
  'exercise.hotwash',
  'exercise.start',
  'phase.choose',
  'inject.release',
  'inject.hold',
  'inject.hold',
  'inject.unhold',
  'inject.unhold',
  'inject.skip',
  'question.ask',
  'question.skip',
  'inject.write',
  'simcell.send',
  'decision.enter',
  'observation.note',
  'control.answer',
  'exercise.shift',
  'exercise.shift',
  'phase.adjust',
  'phase.adjust',
  'inject.change',
  'inject.change',
  'inject.change',
  'inject.repeat',
  'inject.repeat',
  'simcell.call',
  'simcell.play',
  'decision.note',
  'record.note',
  'staff.hand',
] as const;
/** Listed as often as they should be tried. */
const ROLE_KINDS = [
  'item.open',
  'item.open',
  'item.open',
  'item.acknowledge',
  'item.acknowledge',
  'message.send',
  'message.send',
  'task.claim',
  'task.release',
  'task.finish',
  'handover.offer',
  'handover.accept',
  'handover.decline',
  'task.assign',
  'task.assign',
  'decision.record',
  'decision.raise',
  'decision.raise',
  'decision.discuss',
  'decision.discuss',
  'awareness.declare',
  'statement.publish',
  'picture.update',
  'picture.update',
  'control.ask',
  'record.contest',
  'outside.report',
  'outside.report',
  'practice.finish',
  'question.answer',
  'question.answer',
  'hotwash.answer',
] as const satisfies readonly RoleInput['type'][];

type Aim = { readonly a: number; readonly b: number; readonly c: number; readonly wild: boolean };
/** One thing that is tried. */
export type Act =
  | ({
      readonly type: 'role';
      readonly role: number;
      readonly kind: (typeof ROLE_KINDS)[number];
    } & Aim)
  | ({
      readonly type: 'control';
      readonly who: number;
      readonly kind: (typeof CONTROL_KINDS)[number];
    } & Aim)
  | ({ readonly type: 'end' } & Aim)
  | ({ readonly type: 'seat' | 'staff'; readonly leave: boolean } & Aim)
  /** The right input by the wrong hand, or an agenda item that nobody is waiting for. */
  | ({ readonly type: 'usurp' } & Aim);
export type Step = { readonly wait: number } | Act;

const nat = fc.nat({ max: 99 });
/** `wild`: names what may not exist, or not be there for this role. */
const aim = { a: nat, b: nat, c: nat, wild: fc.nat({ max: 9 }).map((n) => n === 0) };

export const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 60,
    arbitrary: fc.record({
      type: fc.constant('role' as const),
      role: nat,
      kind: fc.constantFrom(...ROLE_KINDS),
      ...aim,
    }),
  },
  {
    weight: 35,
    arbitrary: fc.record({
      type: fc.constant('control' as const),
      who: nat,
      kind: fc.constantFrom(...CONTROL_KINDS),
      ...aim,
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('end' as const), ...aim }) },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('seat' as const), leave: fc.boolean(), ...aim }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('staff' as const), leave: fc.boolean(), ...aim }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('usurp' as const), ...aim }) },
);
/** Exercise ms: whole minutes mostly, since that is when things fall due. */
const waits: fc.Arbitrary<number> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(0, 1, 4, 5, 10, 20, 30).map((m) => m * 60_000) },
  { weight: 1, arbitrary: fc.nat({ max: 900_000 }) },
);
export const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof({ weight: 2, arbitrary: fc.record({ wait: waits }) }, { weight: 5, arbitrary: acts }),
  { maxLength: 40, size: 'max' },
);

export const WILD = '<script>\u001b[2J';

/** The input that an act becomes where the exercise stands; `turn` makes each text its own. */
export function aimed(state: ExerciseState, act: Act, turn: number): { by: By; input: Input } {
  const { plan } = state.lookup;
  const role = plan.roles[act.a % plan.roles.length]!.id;
  switch (act.type) {
    case 'role': {
      const who = plan.roles[act.role % plan.roles.length]!.id;
      return { by: seated(who), input: roleInput(state, who, act, turn) };
    }
    case 'control':
      return { by: controller(state, act), input: controlInput(state, act, turn) };
    case 'staff':
      return { by: act.wild ? CONTROL : ENGINE, input: staffInput(state, act) };
    case 'end':
      return {
        by: controller(state, { who: 1, wild: false }),
        input: { type: 'exercise.end', reason: said(turn, 'end') },
      };
    case 'seat': {
      const seat = `s${act.b % 3}`;
      const input: Input = act.leave
        ? { type: 'seat.leave', role, seat }
        : {
            type: 'seat.take',
            role,
            seat,
            pseudonym: said(turn, 'pseudonym'),
            bot: act.c % 2 === 0,
          };
      return { by: ENGINE, input };
    }
    case 'usurp':
      if (act.b % 3 === 0) return { by: CONTROL, input: { type: 'agenda.due', number: act.c } };
      return act.b % 3 === 1
        ? { by: seated(role), input: { type: 'exercise.end' } }
        : { by: CONTROL, input: { type: 'task.finish', task: 't0', note: '' } };
    default:
      return act satisfies never;
  }
}

/** What somebody says: it stands nowhere else. */
export const said = (turn: number, what: string): string => `⟦said ${turn} ${what}⟧`;

/** Whoever is in exercise control, the lead mostly; CONTROL as long as nobody has joined. */
function controller(state: ExerciseState, { who, wild }: { who: number; wild: boolean }): By {
  const all = [...state.staff.values()];
  const lead = all.find(({ kind }) => kind === 'lead');
  const one = who % 3 === 0 ? all[who % all.length] : lead;
  return one && !wild ? { type: 'facilitator', name: one.id } : CONTROL;
}

function staffInput(state: ExerciseState, { leave, a, b, c }: Aim & { leave: boolean }): Input {
  const staff = `F${1 + (a % 5)}`;
  if (leave && b % 3 === 0) return { type: 'staff.leave', staff };
  const kind = state.staff.size === 0 ? 'lead' : STAFF_KINDS[b % STAFF_KINDS.length]!;
  const { organisations } = state.lookup.plan;
  const lane = c % 2 ? { lane: [organisations[c % organisations.length]!.id] } : {};
  return { type: 'staff.join', staff, kind, ...lane };
}

function chosen(from: readonly string[], n: number, wild: boolean): string {
  return wild || from.length === 0 ? WILD : from[n % from.length]!;
}

function roleInput(
  state: ExerciseState,
  role: string,
  { kind, a, b, c, wild }: Extract<Act, { type: 'role' }>,
  turn: number,
): RoleInput {
  const { plan } = state.lookup;
  const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);
  const task = chosen(ids(plan.tasks), a, wild);
  const words = wild ? ' ' : said(turn, kind);
  switch (kind) {
    case 'item.open':
    case 'item.acknowledge':
      return { type: kind, item: chosen(itemsOf(state, role), b, wild) };
    case 'message.send': {
      const known = knownTo(state, role);
      const others = ids(plan.roles).filter((id) => id !== role);
      const items = itemsOf(state, role);
      const answered = b % 3 === 0 && items.length > 0 ? { replyTo: chosen(items, a, wild) } : {};
      const about =
        b % 4 === 0
          ? { about: { task } }
          : b % 4 === 1
            ? { about: { decision: c % 2 ? 'd0' : 'raised.1' } }
            : {};
      return {
        type: kind,
        to: b % 5 === 0 ? [] : [chosen(others, a, wild), chosen(others, c, false)],
        ...(b % 5 < 2 ? { outside: wild ? ' ' : said(turn, 'outside') } : {}),
        body: words,
        ...(b % 2 ? { title: said(turn, 'title') } : {}),
        ...(c % 3 ? sureOf(wild ? ids(plan.facts) : known, b) : {}),
        ...answered,
        ...about,
        asks: c % 2 === 0,
      };
    }
    case 'task.claim':
      return { type: kind, task, as: b % 2 ? 'accountable' : 'responsible' };
    case 'task.release':
      return { type: kind, task };
    case 'task.finish':
      return { type: kind, task, note: words, ...(b % 3 === 0 ? { outside: true } : {}) };
    case 'task.assign': {
      const as = c % 2 ? 'accountable' : 'responsible';
      return { type: kind, task, to: chosen(ids(plan.roles), b, wild), as, note: words };
    }
    case 'handover.offer':
      return { type: kind, task, to: chosen(ids(plan.roles), b, wild), note: words };
    case 'handover.accept':
    case 'handover.decline': {
      const offers = [...state.tasks].flatMap(([id, row]) =>
        row.offers.filter(({ to }) => to === role).map(({ from }) => ({ task: id, from })),
      );
      const offer = offers[b % offers.length] ?? { task, from: WILD };
      return kind === 'handover.accept'
        ? { type: kind, ...offer }
        : { type: kind, ...offer, reason: words };
    }
    case 'decision.record': {
      const decision = decisionAt(state, a);
      const option = chosen(ids(decision?.options ?? []), b, wild);
      return {
        type: kind,
        decision: decision?.id ?? WILD,
        option,
        reason: words,
        facts: knownTo(state, role),
        ...(c % 3 === 0 ? { assumptions: said(turn, 'assumes'), dissent: said(turn, 'no') } : {}),
        ...(c % 4 === 0 ? { outside: true } : {}),
      };
    }
    case 'decision.raise': {
      const options = [said(turn, 'one'), wild ? ' ' : said(turn, 'two')];
      const within = (b % 3) * 10 * 60_000;
      return {
        type: kind,
        question: words,
        options,
        within,
        with: [chosen(ids(plan.roles), a, wild)],
      };
    }
    case 'decision.discuss':
      return { type: kind, decision: decisionAt(state, a)?.id ?? WILD, text: words };
    case 'awareness.declare': {
      const as = ([{}, { as: 'aware' }, { as: 'classified' }] as const)[b % 3];
      return { type: kind, matter: chosen(ids(plan.matters), a, wild), reason: words, ...as };
    }
    case 'statement.publish': {
      const facts = wild ? ids(plan.facts) : knownTo(state, role);
      const outlet = OUTLETS[a % OUTLETS.length]!;
      return { type: kind, outlet, title: said(turn, 'title'), body: words, ...sureOf(facts, b) };
    }
    case 'picture.update': {
      const section = PICTURE_SECTIONS[a % 2]!;
      const facts = c % 2 ? knownTo(state, role) : [];
      const marking = b % 2 ? { marking: MARKINGS[c % MARKINGS.length]! } : {};
      return { type: kind, section, text: words, ...sureOf(facts, a), ...marking };
    }
    case 'control.ask':
      return { type: kind, text: words, ...(b % 2 ? { about: { task } } : {}) };
    case 'record.contest':
    case 'outside.report': {
      const item = chosen(itemsOf(state, role), b, wild);
      const what = item.startsWith('msg') ? 'message' : 'inject';
      const about =
        c % 5 === 0 ? { task } : { [state.publications.has(item) ? 'publication' : what]: item };
      return { type: kind, about, text: words };
    }
    case 'practice.finish':
      return { type: kind, opened: a, acknowledged: b };
    case 'question.answer': {
      const asked = plan.questions?.[a % (plan.questions.length || 1)];
      const options = asked?.kind === 'probe' ? ids(asked.options) : ids(plan.roles);
      return {
        type: kind,
        question: asked?.id ?? WILD,
        answer: chosen([...options, '?'], b, wild),
      };
    }
    case 'hotwash.answer':
      return { type: kind, question: chosen(ids(plan.hotWash), a, wild), text: words };
    default:
      return kind satisfies never;
  }
}

/** Facts, and of some of them how sure one is; of `stray` too, which is not among them. */
function sureOf(facts: readonly string[], n: number, stray?: string) {
  const certainty = Object.fromEntries(
    [...facts.filter((_, i) => (n + i) % 2), ...(stray === undefined ? [] : [stray])].map(
      (fact, i) => [fact, CERTAINTIES[(n + i) % CERTAINTIES.length]!],
    ),
  );
  return { facts, ...(n % 3 ? { certainty } : {}) };
}

function knownTo(state: ExerciseState, role: string): readonly string[] {
  return [...state.facts].flatMap(([fact, since]) => (since.has(role) ? [fact] : []));
}

/** The plan's decisions and those that roles have raised. */
function decisionAt(state: ExerciseState, n: number): Decision | undefined {
  const raised = [...state.decisions.values()].flatMap((row) => row.raised ?? []);
  const all: readonly Decision[] = [...state.lookup.plan.decisions, ...raised];
  return all[n % all.length];
}

/** What the role has received by the record; sometimes something it has not. */
function itemsOf(state: ExerciseState, role: string): readonly string[] {
  const injects = [...state.injects.values()]
    .filter(({ status, row }) => status === 'released' && row.to.includes(role))
    .map(({ row }) => row.id);
  const messages = [...state.messages.values()]
    .filter(({ to }) => to.includes(role))
    .map(({ id }) => id);
  return [...injects, ...messages, ...state.publications.keys(), 'i0'];
}

/** One of the injects that stand so, if there is one. */
function withStatus(state: ExerciseState, wanted: string, n: number): string | undefined {
  const ids = [...state.injects].flatMap(([id, { status }]) => (status === wanted ? [id] : []));
  return ids[n % ids.length];
}

function simulated(state: ExerciseState, n: number, wild: boolean): string {
  const played = state.lookup.plan.roles.filter(({ playedBy }) => playedBy === 'simcell');
  return chosen(
    played.map(({ id }) => id),
    n,
    wild,
  );
}

/** A whole ten minutes ahead: where other things are due as well. */
function soon(state: ExerciseState, n: number): number {
  const step = 10 * 60_000;
  return (Math.floor(state.at / step) + 1 + (n % 6)) * step;
}

function controlInput(
  state: ExerciseState,
  { kind, a, b, c, wild }: Extract<Act, { type: 'control' }>,
  turn: number,
): ControlInput {
  const { plan } = state.lookup;
  const roles = plan.roles.map(({ id }) => id);
  const words = wild ? ' ' : said(turn, kind);
  const inject = chosen(
    plan.injects.map(({ id }) => id),
    a,
    wild,
  );
  const facts = plan.facts.slice(0, b % 3).map(({ id }) => id);
  const to = [chosen(roles, b, wild), chosen(roles, c, false)];
  switch (kind) {
    case 'exercise.start':
      return a % 2 ? { type: kind } : { type: kind, step: true };
    case 'exercise.resume':
    case 'exercise.hotwash':
      return { type: kind };
    case 'exercise.pause':
      return {
        type: kind,
        ...(a % 2 ? {} : { reason: said(turn, 'pause') }),
        ...(b % 2 ? { kind: PAUSE_KINDS[c % PAUSE_KINDS.length]! } : {}),
      };
    case 'exercise.pace':
      return { type: kind, pace: wild ? NaN : 1 + (a % 60) };
    case 'exercise.jump':
      return { type: kind, to: state.at + (wild ? -1 : (a % 40) * 60_000 + b) };
    case 'phase.choose':
      return {
        type: kind,
        phase: chosen(
          plan.phases.map(({ id }) => id),
          a,
          wild,
        ),
        reason: words,
      };
    case 'inject.release':
      return { type: kind, inject };
    case 'inject.hold':
      return { type: kind, inject: withStatus(state, 'planned', a) ?? inject };
    case 'inject.unhold':
      return { type: kind, inject: (wild ? undefined : withStatus(state, 'held', a)) ?? inject };
    case 'inject.skip':
      return { type: kind, inject, reason: words };
    case 'question.ask':
    case 'question.skip': {
      const questions = (plan.questions ?? []).map(({ id }) => id);
      const question = chosen(questions, a, wild);
      return kind === 'question.ask'
        ? { type: kind, question }
        : { type: kind, question, reason: words };
    }
    case 'inject.write': {
      const sent = [...state.messages.values()].filter(({ to }) => to.length === 0);
      const answered = sent[a % sent.length];
      return {
        type: kind,
        to: answered ? [answered.from] : to,
        ...(answered && a % 2 ? { replyTo: wild ? WILD : answered.id } : {}),
        from: said(turn, 'from'),
        channel: b % 2 ? 'sms' : 'news',
        title: words,
        body: words,
        facts,
      };
    }
    case 'simcell.send': {
      const sure = sureOf(wild ? [] : facts, c, wild ? WILD : undefined);
      return {
        type: kind,
        from: simulated(state, a, wild && c % 2 === 0),
        to,
        body: words,
        ...sure,
      };
    }
    case 'decision.enter': {
      const decision = decisionAt(state, a);
      const option = chosen(decision?.options.map(({ id }) => id) ?? [], b, wild);
      return {
        type: kind,
        decision: decision?.id ?? WILD,
        option,
        role: roles[c % roles.length]!,
        reason: words,
        ...(a % 2 ? { facts, happened: Math.max(0, state.at - b * 60_000) } : {}),
      };
    }
    case 'observation.note': {
      const happened = c % 2 ? { happened: Math.max(0, state.at - b * 60_000) } : {};
      const evidence = b % 2 ? { evidence: [c, wild ? state.seq + 9 : a] } : {};
      return { type: kind, text: words, rating: 'S', about: { inject }, ...evidence, ...happened };
    }
    // Few different times and ways, so that what is moved is often moved back to where it was.
    case 'exercise.shift':
      return { type: kind, by: wild ? 0 : ((a % 7) - 3) * 10 * 60_000, reason: words };
    case 'phase.adjust': {
      const phases = [...state.strands.values()].map(({ phase }) => phase);
      const until = wild ? state.at : soon(state, b);
      return { type: kind, phase: chosen(phases, a, wild), until, reason: words };
    }
    case 'inject.change': {
      const aimedAt = withStatus(state, b % 4 ? 'planned' : 'held', a) ?? inject;
      return {
        type: kind,
        inject: aimedAt,
        ...(a % 3 ? { due: soon(state, c) } : {}),
        ...(b % 3 === 0 ? { to: wild ? [] : to } : {}),
        ...(c % 3 === 0 ? { title: said(turn, 'other title'), body: words } : {}),
        reason: words,
      };
    }
    case 'inject.repeat': {
      const again = withStatus(state, 'released', a) ?? inject;
      return { type: kind, inject: again, ...(b % 2 ? { to } : {}) };
    }
    case 'simcell.call':
      return { type: kind, from: simulated(state, a, wild), with: to, text: words, facts };
    case 'simcell.play': {
      const by = chosen([...state.staff.keys(), BOT], b, wild);
      return { type: kind, role: simulated(state, a, wild), by };
    }
    case 'decision.note': {
      const happened = c % 2 ? { happened: Math.max(0, state.at - b * 60_000) } : {};
      const [question, option] = [said(turn, 'question'), said(turn, 'option')];
      const role = roles[a % roles.length]!;
      return { type: kind, question, option, role, reason: words, facts, ...happened };
    }
    case 'record.note':
      return {
        type: kind,
        entry: wild ? state.seq + 9 : c,
        kind: NOTE_KINDS[a % NOTE_KINDS.length]!,
        text: words,
      };
    case 'staff.hand':
      return { type: kind, to: chosen([...state.staff.keys()], a, wild) };
    case 'control.answer':
      return { type: kind, ask: chosen([...state.asks.keys()], a, wild), text: words };
    default:
      return kind satisfies never;
  }
}
