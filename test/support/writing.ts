/**
 * Writes what was drawn as a scenario in the planners' language. Knows: ids, references, words.
 * Does not know: whether the checker will let it through (repair sees to that).
 */
import { CERTAINTIES, MARKINGS } from '../../engine/scenario/schema.ts';
import type { PhaseSpec, Spec, Tree } from './spec.ts';

export type Json = Record<string, unknown>;
export type Rows = Record<string, Json>;

/** A text that stands nowhere else. */
const mark = (...path: readonly string[]): string => `⟦${path.join(' ')}⟧`;

const ACTS = ['open', 'acknowledge', 'answer', 'message', 'task', 'decision', 'declare'] as const;
const CLOCKS = ['warning', 'undue', 'notice'];

/** How sure a fact is, and sometimes that it is a changed version of the first. */
function versionOf(facts: readonly string[], i: number, n: number): object {
  return {
    ...(n % 4 < CERTAINTIES.length ? { certainty: CERTAINTIES[n % 4] } : {}),
    ...(i > 0 && n % 3 === 0 ? { 'variant-of': facts[0] } : {}),
  };
}

type Kind = 'roles' | 'players' | 'facts' | 'tasks' | 'decisions' | 'phases' | 'injects';
type Names = { readonly [K in Kind | 'expectations' | 'clocks']: readonly string[] } & {
  /** The phases of the storyline, then those of each thread. */
  readonly strands: readonly (readonly string[])[];
};

function namesOf(drawn: Spec): Names {
  const named = (letter: string, all: readonly unknown[]): string[] =>
    all.map((_, i) => `${letter}${i}`);
  const roles = named('r', drawn.roles);
  // Somebody must be played by a participant: the first, if by chance nobody is.
  const people = roles.filter((_, i) => drawn.roles[i]!.simulated < 800);
  const players = people.length > 0 ? people : roles.slice(0, 1);
  const tasks = named('t', drawn.tasks);
  const strands = [
    named('p', drawn.phases),
    ...drawn.threads.map((thread, i) => named(`h${i}p`, thread)),
  ];
  return {
    strands,
    roles,
    players,
    facts: named('f', drawn.facts),
    tasks,
    decisions: named('d', drawn.decisions),
    phases: strands.flat(),
    injects: named('i', drawn.injects),
    expectations: drawn.injects.flatMap(({ expect }, i) =>
      expect.flatMap((row, n) => {
        const who = expected(row, players);
        return who.map((role) => `i${i}.${n + 1}${who.length > 1 ? `/${role}` : ''}`);
      }),
    ),
    clocks: tasks.filter((_, i) => CLOCKS[drawn.tasks[i]!.clock]),
  };
}

/** Who is expected to act: one role, or two. */
function expected(
  { role, both }: { readonly role: number; readonly both: boolean },
  players: readonly string[],
): string[] {
  return [...new Set([players[role % players.length]!, ...(both ? [players[0]!] : [])])];
}

/** The scenario as its planner would have written it, mistakes included. */
export function written(drawn: Spec): Json {
  const names = namesOf(drawn);
  const { players } = names;
  const condition = (wanted: Tree): Json => conditionOf(wanted, names);
  const pick = (from: readonly string[], wanted: readonly number[]): string[] => [
    ...new Set(wanted.flatMap((n) => (from.length === 0 ? [] : [from[n % from.length]!]))),
  ];
  return withoutEmpty({
    beredt: 1,
    id: 'drawn',
    version: '1.0.0',
    title: mark('plan title'),
    summary: mark('plan summary'),
    ...(drawn.letters ? { letters: 'shown' } : {}),
    purpose: mark('plan purpose'),
    kind: 'procedure',
    languages: ['en'],
    starts: '2026-10-25T01:30 Europe/Copenhagen',
    length: `${drawn.length}m`,
    pace: 10,
    marking: 'TLP:GREEN',
    begins: 'p0',
    organisations: { o0: { name: mark('o0 name') }, o1: { name: mark('o1 name') } },
    roles: rows(names.roles, (id, i) => ({
      name: mark(id, 'name'),
      organisation: `o${drawn.roles[i]!.organisation % 2}`,
      briefing: mark(id, 'briefing'),
      ...(players.includes(id) ? {} : { 'played-by': 'simcell' }),
      ...(drawn.cleared[i] === undefined ? {} : { 'cleared-for': MARKINGS[drawn.cleared[i]] }),
    })),
    facts: rows(names.facts, (id, i) => ({
      text: mark(id, 'text'),
      ...(drawn.facts[i]!.closed ? { marking: 'TLP:RED' } : {}),
      ...versionOf(names.facts, i, drawn.facts[i]!.carrier),
    })),
    phases: Object.assign(
      {},
      ...names.strands.map((strand, n) =>
        rows(strand, (id, i) => ({
          ...phaseOf(id, i, strandOf(drawn, n), strand, condition),
          ...(n === 0 ? {} : { thread: `h${n - 1}` }),
        })),
      ),
    ) as Rows,
    threads: rows(
      drawn.threads.map((_, i) => `h${i}`),
      (id) => ({ title: mark(id, 'title'), begins: `${id}p0` }),
    ),
    ...questionsOf(drawn, names, condition, pick),
    tasks: rows(names.tasks, (id, i) => {
      const { letters, needs, starts, within, clock } = drawn.tasks[i]!;
      return {
        title: mark(id, 'title'),
        description: mark(id, 'description'),
        ...lettersOf(letters, names.roles),
        needs: pick(names.facts, needs),
        ...(starts ? { starts: condition(starts) } : {}),
        within: `${within}m`,
        ...(CLOCKS[clock] ? { clock: CLOCKS[clock] } : {}),
      };
    }),
    decisions: rows(names.decisions, (id, i) => {
      const { parts, needs, opens, within, stay, gotos, phases } = drawn.decisions[i]!;
      const [authority, consult, inform] = spread(parts, names.roles);
      const options = gotos.map((_, n) => `x${n}`);
      // An option can move one strand only: that of the first phase drawn.
      const [first] = pick(names.phases, phases);
      const strand = names.strands.find((ids) => first !== undefined && ids.includes(first)) ?? [];
      const from = pick(strand, phases);
      return {
        question: mark(id, 'question'),
        description: mark(id, 'description'),
        authority: authority!.length > 0 ? authority : [names.roles[0]],
        consult,
        inform,
        needs: pick(names.facts, needs),
        ...(opens ? { opens: condition(opens) } : {}),
        within: `${within}m`,
        default: options[stay % options.length],
        ...(from.length > 0 ? { phase: from } : {}),
        options: rows(options, (option, n) => {
          const [goto] = gotos[n] === undefined ? [] : pick(strand, [gotos[n]]);
          const leads = from.length > 0 && goto !== undefined && !from.includes(goto);
          return { title: mark(id, option, 'title'), ...(leads ? { goto } : {}) };
        }),
      };
    }),
    injects: injectsOf(drawn, names, condition, pick),
    bank: bankOf(drawn, names, pick),
    'hot-wash': Object.fromEntries(
      Array.from({ length: drawn.hotWash }, (_, i) => [`q${i}`, mark(`q${i}`)]),
    ),
  });
}

/** A section without a row is a mistake; one leaves it out. */
function withoutEmpty(whole: Json): Json {
  const isEmpty = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => !isEmpty(value)));
}

function rows(ids: readonly string[], row: (id: string, i: number) => Json): Rows {
  return Object.fromEntries(ids.map((id, i) => [id, row(id, i)]));
}

/** Each role gets at most one part, by the number drawn for its turn. */
function spread(drawn: readonly number[], roles: readonly string[]): string[][] {
  const parts: string[][] = [[], [], [], [], []];
  for (const [i, role] of roles.entries()) parts[drawn[i % drawn.length]! % 6]?.push(role);
  return parts;
}

function lettersOf(drawn: readonly number[], roles: readonly string[]): Json {
  const accountable = roles[drawn[0]! % roles.length]!;
  const others = roles.filter((role) => role !== accountable);
  const [responsible = [], support, consulted, informed] = spread(drawn, others);
  return {
    accountable,
    responsible: responsible.length > 0 ? responsible : [accountable],
    support,
    consulted,
    informed,
  };
}

/** Every phase but the last leads on to the next, sooner or later. */
function phaseOf(
  id: string,
  i: number,
  drawn: readonly PhaseSpec[],
  strand: readonly string[],
  condition: (wanted: Tree) => Json,
): Json {
  const { length, gate, next } = drawn[i]!;
  const last = i === strand.length - 1;
  const others = strand.filter((other) => other !== id);
  const branches = next.flatMap(({ to, when }) =>
    others.length === 0 ? [] : [{ to: others[to % others.length], when: condition(when) }],
  );
  const ends = length ?? (gate && !last ? undefined : last ? undefined : 20);
  const ways = last ? [] : [...branches, { to: strand[i + 1] }];
  return {
    title: mark(id, 'title'),
    description: mark(id, 'description'),
    ...(ends === undefined ? {} : { length: `${ends}m` }),
    ...(gate ? { gate: condition(gate) } : {}),
    ...(ways.length > 0 ? { next: ways } : {}),
  };
}

function conditionOf(wanted: Tree, names: Names): Json {
  if ('all' in wanted) return { all: wanted.all.map((part) => conditionOf(part, names)) };
  if ('any' in wanted) return { any: wanted.any.map((part) => conditionOf(part, names)) };
  if ('not' in wanted) return { not: conditionOf(wanted.not, names) };
  const { kind, a, b, at } = wanted.leaf;
  const one = (from: readonly string[]): string | undefined => from[a % from.length];
  const is = (words: readonly string[]): string => words[b % words.length]!;
  const later = { 'time-after': `${at}m` };
  const [fact, task, decision] = [one(names.facts), one(names.tasks), one(names.decisions)];
  switch (kind) {
    case 0: {
      const by = [...new Set([names.roles[b % names.roles.length], names.roles[0]])];
      return fact === undefined ? later : { fact, [b % 2 ? 'known-by' : 'opened-by']: by };
    }
    case 1:
      return task === undefined ? later : { task, is: is(['open', 'claimed', 'done', 'overdue']) };
    case 2:
      return decision === undefined ? later : { decision, is: is(['open', 'made', 'x0', 'x1']) };
    case 3:
      return {
        inject: one(names.injects),
        is: is(['released', 'opened', 'acknowledged', 'answered']),
      };
    case 4: {
      const expectation = one(names.expectations);
      return expectation === undefined ? later : { expectation, is: is(['met', 'overdue']) };
    }
    case 5:
      return { phase: one(names.phases) };
    case 6: {
      const clock = one(names.clocks);
      return clock === undefined ? later : { clock, is: is(['running', 'met', 'late']) };
    }
    default:
      return later;
  }
}

function injectsOf(
  drawn: Spec,
  names: Names,
  condition: (wanted: Tree) => Json,
  pick: (from: readonly string[], wanted: readonly number[]) => string[],
): Rows {
  const injects = rows(names.injects, (id, i) => {
    const { trigger, at, when, to, phases, a, expect } = drawn.injects[i]!;
    const receivers = a % 5 === 0 ? ['all'] : a % 5 === 1 ? ['o0'] : pick(names.roles, to);
    const facts = names.facts.filter(
      (_, n) => drawn.facts[n]!.carrier % names.injects.length === i,
    );
    const inPhases = pick(names.phases, phases);
    return {
      ...triggerOf(trigger, at, when, i, a, names, condition),
      ...(inPhases.length > 0 ? { phase: inPhases } : {}),
      from: a % 2 ? { name: mark(id, 'sender') } : names.roles[a % names.roles.length],
      to: receivers,
      channel: 'email',
      title: mark(id, 'title'),
      body: mark(id, 'body'),
      notes: mark(id, 'notes'),
      facts,
      ...(drawn.injects[i]!.files === 5 ? { files: ['map.png', `${id}.pdf`] } : {}),
      expect: expect.map((row) => expectationOf(row, names)),
    };
  });
  for (const [i, id] of names.injects.entries()) {
    const { trigger, a } = drawn.injects[i]!;
    if (trigger !== 9 || i === 0) continue;
    const parent = injects[names.injects[a % i]!]!;
    const free = parent['if-not'] === undefined && (parent['expect'] as unknown[]).length > 0;
    if (free) parent['if-not'] = id;
    else injects[id]!['manual'] = true;
  }
  return injects;
}

/** Nobody writes in a participant's name: where no role is simulated, they all come from outside. */
function bankOf(
  drawn: Spec,
  names: Names,
  pick: (from: readonly string[], wanted: readonly number[]) => string[],
): Rows {
  const simulated = names.roles.filter((role) => !names.players.includes(role));
  const ids = drawn.bank.map((_, i) => `b${i}`);
  return rows(ids, (id, i) => {
    const row = drawn.bank[i]!;
    const to = pick(names.players, row.to);
    const own = row.simulated && simulated.length > 0;
    return {
      from: own ? simulated[row.from % simulated.length] : { name: mark(id, 'sender') },
      ...(to.length > 0 ? { to } : {}),
      channel: 'email',
      title: mark(id, 'title'),
      body: mark(id, 'body'),
      facts: pick(names.facts, row.facts),
      notes: mark(id, 'notes'),
    };
  });
}

function strandOf(drawn: Spec, n: number): readonly PhaseSpec[] {
  return n === 0 ? drawn.phases : drawn.threads[n - 1]!;
}

function questionsOf(
  drawn: Spec,
  names: Names,
  condition: (wanted: Tree) => Json,
  pick: (from: readonly string[], wanted: readonly number[]) => string[],
): Json {
  const asked = drawn.questions.map(({ ask, poll, subject, options, truth, to }, i) => {
    const { trigger, at, when, a } = ask;
    // 9 is for contingency injects; nothing asks when something was not done.
    const row = {
      ...triggerOf(trigger === 9 ? 0 : trigger, at, when, 0, a, names, condition),
      to: a % 5 === 0 ? ['all'] : pick(names.players, to),
    };
    const answers = Array.from({ length: options }, (_, n) => `a${n}`);
    const task = names.tasks[subject % names.tasks.length];
    return poll && task !== undefined
      ? (['polls', `k${i}`, { ...row, asks: 'owner-of', task }] as const)
      : ([
          'probes',
          `k${i}`,
          {
            ...row,
            question: mark(`k${i}`, 'question'),
            options: Object.fromEntries(answers.map((id) => [id, mark(`k${i}`, id)])),
            ...(truth === undefined ? {} : { truth: answers[truth % answers.length] }),
          },
        ] as const);
  });
  const section = (wanted: string): Json =>
    Object.fromEntries(asked.flatMap(([kind, id, row]) => (kind === wanted ? [[id, row]] : [])));
  return { polls: section('polls'), probes: section('probes') };
}

function triggerOf(
  trigger: number,
  at: number,
  when: Tree,
  i: number,
  a: number,
  names: Names,
  condition: (wanted: Tree) => Json,
): Json {
  if (trigger <= 3) return { at: `${at}m` };
  if (trigger <= 5) return { when: condition(when) };
  if (trigger === 6) return { manual: true };
  if (trigger === 9 && i > 0) return {};
  const after: Json[] = [
    ...(i > 0 ? [{ inject: names.injects[a % i] }] : []),
    { phase: names.phases[a % names.phases.length] },
    ...names.decisions.map((decision) => ({ decision })),
    ...names.tasks.map((task) => ({ task, is: 'done' })),
  ];
  return { after: { ...after[a % after.length]!, delay: `${at}m` } };
}

function expectationOf(drawn: Spec['injects'][0]['expect'][0], names: Names): Json {
  const { does, a, within } = drawn;
  const base = { role: expected(drawn, names.players), within: `${within}m` };
  const [task, decision] = [
    names.tasks[a % names.tasks.length],
    names.decisions[a % names.decisions.length],
  ];
  const act = ACTS[does]!;
  if (act === 'message') {
    const fact = names.facts[a % names.facts.length];
    const to = a % 3 === 0 ? 'o1' : names.roles[a % names.roles.length];
    return { ...base, does: act, to, ...(fact === undefined || a % 2 ? {} : { facts: [fact] }) };
  }
  if (act === 'task')
    return task === undefined ? { ...base, does: 'open' } : { ...base, does: act, task };
  if (act === 'decision') {
    return decision === undefined ? { ...base, does: 'open' } : { ...base, does: act, decision };
  }
  return { ...base, does: act };
}
