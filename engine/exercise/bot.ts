/**
 * Bots for the chairs that nobody has taken. A bot follows the plan as a diligent but human
 * participant would: it opens, answers, claims, consults, decides and passes on, a little late now
 * and then, and sometimes not at all. Knows: plan, state, seed. Does not know: wall time.
 */
import type { Expectation, RoleId, Task } from '../plan/plan.ts';
import { say, type Lang } from '../scenario/text.ts';
import { MINUTE, type Ms } from '../scenario/time.ts';
import { BOT_TEXT } from './bottext.ts';
import { chance } from './chance.ts';
import type { ExerciseEvent, RoleInput } from './entry.ts';
import { popHeap, pushHeap, type Timed } from './heap.ts';
import { knows, received, type ExerciseState } from './state.ts';
import { planned } from './visible.ts';

/** Something a bot means to do. What exactly, and whether at all, is settled when the time comes. */
export type Intent = Timed & {
  readonly role: RoleId;
  readonly input: (state: ExerciseState) => RoleInput | undefined;
};

export type Bots = {
  /** Lets the bots take notice of an event, applied to the state already. */
  readonly notice: (state: ExerciseState, event: ExerciseEvent) => void;
  readonly next: () => Intent | undefined;
  readonly take: () => Intent | undefined;
  /** Forgets what should have been done by now: after a replay it has been. */
  readonly skipTo: (at: Ms) => void;
};

type Plot = (
  key: string,
  role: RoleId,
  delay: Ms,
  input: (state: ExerciseState) => RoleInput | undefined,
) => void;

/** How often a bot lets a thing slide altogether, and how often it is late. */
const OMITS = 0.06;
const SLOW = 0.14;

export function createBots(seed: number, lang: Lang): Bots {
  const intents: Intent[] = [];
  const meant = new Set<string>();
  let count = 0;

  const plotAt =
    (at: Ms): Plot =>
    (key, role, delay, input) => {
      const name = `${role} ${key}`;
      if (meant.has(name)) return;
      meant.add(name);
      const due = at + Math.max(0, Math.round(delay));
      pushHeap(intents, { due, number: count++, role, input });
    };

  return {
    notice: (state, event) => plan(state, event, plotAt(state.at), { seed, lang }),
    next: () => intents[0],
    take: () => popHeap(intents),
    skipTo: (at) => {
      while (intents[0] && intents[0].due <= at) popHeap(intents);
    },
  };
}

type Manner = { readonly seed: number; readonly lang: Lang };

/** When within its window a thing gets done; undefined: never. */
function pick(manner: Manner, name: string, within: Ms): Ms | undefined {
  const mood = chance(manner.seed, `mood ${name}`);
  if (mood < OMITS) return undefined;
  const share = chance(manner.seed, `share ${name}`);
  return mood < OMITS + SLOW ? within * (1.05 + share * 0.5) : within * (0.2 + share * 0.6);
}

function plan(state: ExerciseState, event: ExerciseEvent, plot: Plot, manner: Manner): void {
  switch (event.type) {
    case 'inject.released':
      for (const role of event.to) openSoon(state, event.inject, role, plot, manner);
      return;
    case 'obligation.opened':
      meet(state, event.obligation, plot, manner);
      return;
    case 'message.sent':
      for (const role of event.to) openSoon(state, event.message, role, plot, manner);
      if (event.asks) replyTo(event, plot, manner);
      return;
    case 'fact.known':
      passOn(state, event.fact, event.role, plot, manner);
      becomeAware(state, event.role, plot, manner);
      return;
    case 'task.started':
      takeUp(state, event.task, plot, manner);
      return;
    case 'task.done':
      tellOutcome(state, event.task, event.role, plot, manner);
      return;
    case 'decision.opened':
      decide(state, event.decision, plot, manner);
      return;
    case 'handover.offered': {
      const { task, from, to } = event;
      plot(`accept ${task} ${from}`, to, 3 * MINUTE, () => ({
        type: 'handover.accept',
        task,
        from,
      }));
      return;
    }
    default:
  }
}

function openSoon(
  state: ExerciseState,
  item: string,
  role: RoleId,
  plot: Plot,
  manner: Manner,
): void {
  const tightest = (state.lookup.expectationsOf.get(item) ?? [])
    .filter((row) => row.role === role && (row.does === 'open' || row.does === 'acknowledge'))
    .reduce((least, row) => Math.min(least, row.within), 15 * MINUTE);
  const delay = tightest * (0.1 + 0.4 * chance(manner.seed, `open ${role} ${item}`));
  plot(`open ${item}`, role, delay, (now) =>
    received(now, role, item)?.opened.has(role) ? undefined : { type: 'item.open', item },
  );
}

function meet(state: ExerciseState, id: string, plot: Plot, manner: Manner): void {
  const row = state.obligations.get(id)?.row;
  if (!row) return;
  const delay = pick(manner, `meet ${id}`, row.within);
  if (delay === undefined) return;
  const { role, inject } = row;
  switch (row.does) {
    case 'open':
    case 'task':
      // Opening is everybody's habit; tasks are taken up when they arise.
      return;
    case 'acknowledge':
      plot(`acknowledge ${inject}`, role, delay, (now) =>
        received(now, role, inject)?.acknowledged.has(role)
          ? undefined
          : { type: 'item.acknowledge', item: inject },
      );
      return;
    case 'answer':
      plot(`answer ${inject}`, role, delay, (now) => answer(now, role, inject, manner.lang));
      return;
    case 'message':
      plot(`message ${id}`, role, delay, (now) => inform(now, row, manner.lang));
      return;
    case 'decision':
      plot(`decide ${row.decision ?? ''}`, role, delay, (now) =>
        choose(now, role, row.decision ?? '', manner),
      );
      return;
    case 'declare':
      plot(`declare ${id}`, role, delay, (now) => declare(now, role, manner.lang));
      return;
    default:
      row.does satisfies never;
  }
}

function answer(
  state: ExerciseState,
  role: RoleId,
  item: string,
  lang: Lang,
): RoleInput | undefined {
  const found = received(state, role, item);
  if (!found || found.answered.has(role)) return undefined;
  const from = 'row' in found ? found.row.from : { role: found.from };
  const to = 'role' in from && from.role !== role ? [from.role] : [];
  return { type: 'message.send', to, replyTo: item, body: BOT_TEXT[lang].answer };
}

function inform(state: ExerciseState, row: Expectation, lang: Lang): RoleInput | undefined {
  const to = row.to.filter((role) => role !== row.role);
  const facts = row.facts.filter((fact) => knows(state, row.role, fact));
  if (to.length === 0) return undefined;
  const title = say(state.injects.get(row.inject)?.row.title ?? '', lang);
  const body = facts.length > 0 ? telling(state, facts, lang) : `${BOT_TEXT[lang].inform} ${title}`;
  return { type: 'message.send', to, facts, body };
}

function telling(state: ExerciseState, facts: readonly string[], lang: Lang): string {
  const said = facts.map((fact) => say(state.lookup.facts.get(fact)?.text ?? fact, lang));
  return [BOT_TEXT[lang].inform, ...said].join(' ');
}

function replyTo(
  { message, from, to }: Extract<ExerciseEvent, { type: 'message.sent' }>,
  plot: Plot,
  manner: Manner,
): void {
  for (const role of to) {
    const name = `reply ${role} ${message}`;
    const delay = pick(manner, name, 20 * MINUTE);
    if (delay === undefined) continue;
    plot(`reply ${message}`, role, delay, (now) => {
      if (now.messages.get(message)?.answered.has(role)) return undefined;
      const body = BOT_TEXT[manner.lang].consulted;
      return { type: 'message.send', to: [from], replyTo: message, body };
    });
  }
}

/** Knowing something, one tells those whom an interface or a colleague's task makes wait for it. */
function passOn(
  state: ExerciseState,
  fact: string,
  role: RoleId,
  plot: Plot,
  manner: Manner,
): void {
  const { lookup } = state;
  const across = lookup.plan.interfaces
    .filter((row) => row.from.includes(role) && row.carries.includes(fact))
    .flatMap((row) => row.to);
  const organisation = lookup.roles.get(role)?.organisation ?? '';
  const colleagues = (lookup.rolesOf.get(organisation) ?? []).filter((other) =>
    needs(state, other, fact),
  );
  const to = [...new Set([...across, ...colleagues])].filter((other) => other !== role);
  if (to.length === 0) return;
  const delay = pick(manner, `pass ${role} ${fact}`, 25 * MINUTE);
  if (delay === undefined) return;
  plot(`pass ${fact}`, role, delay, (now) => {
    const ignorant = to.filter((other) => !knows(now, other, fact));
    if (ignorant.length === 0) return undefined;
    const body = telling(now, [fact], manner.lang);
    return { type: 'message.send', to: ignorant, facts: [fact], body };
  });
}

function needs(state: ExerciseState, role: RoleId, fact: string): boolean {
  const { tasks, decisions } = state.lookup.plan;
  return (
    tasks.some((task) => task.needs.includes(fact) && doers(task).includes(role)) ||
    decisions.some(({ needs: key, authority }) => key.includes(fact) && authority.includes(role))
  );
}

function doers(task: Task): readonly RoleId[] {
  return [...task.accountable, ...task.responsible];
}

function becomeAware(state: ExerciseState, role: RoleId, plot: Plot, manner: Manner): void {
  for (const clock of state.lookup.plan.clocks) {
    const task = state.lookup.tasks.get(clock.id);
    const ready = task?.needs.every((fact) => knows(state, role, fact));
    if (!task?.accountable.includes(role) || !ready) continue;
    const delay = pick(manner, `aware ${role} ${clock.matter}`, 30 * MINUTE);
    if (delay === undefined) continue;
    plot(`aware ${clock.matter}`, role, delay, (now) =>
      declare(now, role, manner.lang, clock.matter),
    );
  }
}

function declare(
  state: ExerciseState,
  role: RoleId,
  lang: Lang,
  wanted?: string,
): RoleInput | undefined {
  const organisation = state.lookup.roles.get(role)?.organisation ?? '';
  const open = state.lookup.plan.clocks.find(
    ({ matter, organisation: owner }) =>
      owner === organisation &&
      (wanted ?? matter) === matter &&
      !state.awareness.has(`${organisation}:${matter}`),
  );
  if (!open) return undefined;
  return { type: 'awareness.declare', matter: open.matter, reason: BOT_TEXT[lang].aware };
}

function takeUp(state: ExerciseState, id: string, plot: Plot, manner: Manner): void {
  const task = state.lookup.tasks.get(id);
  if (!task) return;
  const open = (now: ExerciseState): boolean => now.tasks.get(id)?.status === 'open';
  const [owner] = task.accountable;
  for (const role of doers(task)) {
    const as = task.accountable.includes(role) ? 'accountable' : 'responsible';
    const share = 0.05 + 0.2 * chance(manner.seed, `claim ${role} ${id}`);
    plot(`claim ${id}`, role, task.within * share, (now) =>
      open(now) && !now.tasks.get(id)?.holders.some((holder) => holder.role === role)
        ? { type: 'task.claim', task: id, as }
        : undefined,
    );
  }
  const doer = task.responsible[0] ?? owner;
  if (doer === undefined) return;
  const consulted = task.consulted.filter((role) => role !== doer);
  if (consulted.length > 0) {
    plot(`consult ${id}`, doer, task.within * 0.28, (now) =>
      open(now) ? ask(consulted, { task: id }, manner.lang) : undefined,
    );
  }
  const delay = pick(manner, `finish ${id}`, task.within);
  if (delay === undefined) return;
  plot(`finish ${id}`, doer, Math.max(delay, task.within * 0.35), (now) =>
    open(now) ? { type: 'task.finish', task: id, note: BOT_TEXT[manner.lang].finished } : undefined,
  );
}

function ask(
  to: readonly RoleId[],
  about: { readonly task?: string; readonly decision?: string },
  lang: Lang,
): RoleInput {
  return { type: 'message.send', to, about, asks: true, body: BOT_TEXT[lang].consult };
}

function tellOutcome(
  state: ExerciseState,
  id: string,
  doer: RoleId,
  plot: Plot,
  manner: Manner,
): void {
  const task = state.lookup.tasks.get(id);
  if (!task || !planned(task).includes(doer)) return;
  const to = [...new Set([...task.accountable, ...task.informed])].filter((role) => role !== doer);
  if (to.length === 0) return;
  plot(`outcome ${id}`, doer, 4 * MINUTE, () => {
    const body = `${BOT_TEXT[manner.lang].outcome} ${say(task.title, manner.lang)}`;
    return { type: 'message.send', to, about: { task: id }, body };
  });
}

function decide(state: ExerciseState, id: string, plot: Plot, manner: Manner): void {
  const decision = state.lookup.decisions.get(id);
  const [decider] = decision?.authority ?? [];
  if (!decision || decider === undefined) return;
  const consulted = decision.consult.filter((role) => role !== decider);
  if (consulted.length > 0) {
    plot(`consult ${id}`, decider, decision.within * 0.15, (now) =>
      now.decisions.get(id)?.status === 'open'
        ? ask(consulted, { decision: id }, manner.lang)
        : undefined,
    );
  }
  const delay = pick(manner, `decide ${id}`, decision.within);
  if (delay === undefined) return;
  const before = Math.min(Math.max(delay, decision.within * 0.3), decision.within * 0.95);
  plot(`decide ${id}`, decider, before, (now) => choose(now, decider, id, manner));
}

function choose(
  state: ExerciseState,
  role: RoleId,
  id: string,
  manner: Manner,
): RoleInput | undefined {
  const decision = state.lookup.decisions.get(id);
  if (!decision || state.decisions.get(id)?.status !== 'open') return undefined;
  const { options } = decision;
  const option = options[Math.floor(chance(manner.seed, `choose ${id}`) * options.length)];
  if (!option) return undefined;
  const facts = decision.needs.filter((fact) => knows(state, role, fact));
  const reason = BOT_TEXT[manner.lang].decided;
  return { type: 'decision.record', decision: id, option: option.id, reason, facts };
}
