/**
 * A rehearsal's parts in words: names from the Plan, steps of a path, reasons why there is none.
 * Knows: one Plan and one language. Does not know: the page or the terminal around them.
 */
import type { Order } from '../../engine/exercise/bots/order.ts';
import { ENDEX } from '../../engine/plan/exercise.machine.ts';
import { lookup } from '../../engine/plan/lookup.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import { say, type Lang, type Text } from '../../engine/scenario/text.ts';
import { catalogue } from '../text.ts';
import type { Goal } from './goal.ts';
import type { Path, Step } from './path.ts';
import type { Reached } from './reach.ts';
import type { Kind, Mark } from './target.ts';
import { rehearsalText, type RehearsalText } from './text.ts';

export type Sayings = {
  readonly t: RehearsalText;
  readonly lang: Lang;
  readonly target: (kind: Kind, id: string) => string;
  readonly role: (id: string) => string;
  readonly fact: (id: string) => string;
  readonly decision: (id: string) => string;
  readonly path: (path: Path) => readonly string[];
  /** What became of the search for a way, in one or more sentences. */
  readonly verdict: (reached: Reached) => string;
  readonly number: (value: number, decimals?: number) => string;
  /** Rounded down, so that nothing is called complete that is not. */
  readonly share: (value: number) => string;
};

export function sayings(plan: Plan, lang: Lang): Sayings {
  const t = rehearsalText(lang);
  const names = namesOf(plan, lang);
  const number = (value: number, decimals = 0): string =>
    value.toFixed(decimals).replace('.', catalogue(lang).comma);
  return {
    t,
    lang,
    target: names.target,
    role: names.role,
    fact: names.fact,
    decision: names.question,
    path: ({ steps }) => stepsOf(steps, t, names),
    verdict: (reached) => verdictOf(reached, t, names),
    number,
    share: (value) => `${number(Math.floor(value * 100))}${catalogue(lang).percent}`,
  };
}

/** A title that is a quotation already keeps its own marks and gets no second ones. */
function unquoted(title: string, quoted: string): string {
  const own = /^[»"“„]/.test(title) && /[«"”]$/.test(title);
  if (!own) return quoted;
  const at = quoted.indexOf(title);
  return quoted.slice(0, at - 1) + title + quoted.slice(at + title.length + 1);
}

type Names = {
  readonly quote: (text: string) => string;
  readonly target: (kind: Kind, id: string) => string;
  readonly role: (id: string) => string;
  readonly organisation: (id: string) => string;
  readonly matter: (id: string) => string;
  readonly fact: (id: string) => string;
  readonly question: (decision: string) => string;
  readonly option: (decision: string, option: string) => string;
};

function namesOf(plan: Plan, lang: Lang): Names {
  const rows = lookup(plan);
  const { acts } = catalogue(lang);
  const quote = (words: string): string => unquoted(words, catalogue(lang).quote(words));
  const inject = (number: string, title: string): string =>
    unquoted(title, catalogue(lang).inject(number, title));
  const text = (found: Text | undefined, id: string): string =>
    quote(found === undefined ? id : say(found, lang));
  const role = (id: string): string => say(rows.roles.get(id)?.name ?? id, lang);
  const phase = (id: string): string =>
    id === ENDEX ? 'ENDEX' : text(rows.phases.get(id)?.title, id);
  const question = (id: string): string => text(rows.decisions.get(id)?.question, id);
  const option = (decision: string, id: string): string =>
    text(rows.decisions.get(decision)?.options.find((row) => row.id === id)?.title, id);
  const item = (id: string): string => {
    const row = rows.injects.get(id);
    return row ? inject(String(row.number), say(row.title, lang)) : quote(id);
  };
  const choice = (id: string): string => {
    const [decision = '', chosen = ''] = id.split('=');
    return `${question(decision)} → ${option(decision, chosen)}`;
  };
  const branch = (id: string): string => {
    const [from = '', rest = ''] = id.split('>');
    const [to = '', nth] = rest.split('#');
    return `${phase(from)} → ${phase(to)}${nth === undefined ? '' : ` (${nth})`}`;
  };
  const target = (kind: Kind, id: string): string => {
    switch (kind) {
      case 'phases':
        return phase(id);
      case 'branches':
        return id.includes('=') ? choice(id) : branch(id);
      case 'options':
        return choice(id);
      case 'injects':
      case 'contingencies':
        return item(id);
      case 'tasks':
        return text(rows.tasks.get(id)?.title, id);
      case 'interfaces':
        return `${id} ${text(rows.interfaces.get(id)?.title, id)}`;
      case 'clocks':
        return text(rows.clocks.get(id)?.title, id);
      case 'expectations': {
        const row = rows.expectations.get(id);
        return row ? `${role(row.role)}: ${acts[row.does]} (${item(row.inject)})` : id;
      }
      case 'threads':
        return text(plan.threads?.find((row) => row.id === id)?.title, id);
      case 'questions': {
        const row = plan.questions?.find((one) => one.id === id);
        return text(row?.kind === 'probe' ? row.question : undefined, id);
      }
      default:
        return kind satisfies never;
    }
  };
  return {
    quote,
    target,
    role,
    question,
    option,
    organisation: (id) => say(rows.organisations.get(id)?.name ?? id, lang),
    matter: (id) => text(plan.matters.find((row) => row.id === id)?.title, id),
    fact: (id) => text(rows.facts.get(id)?.text, id),
  };
}

/** Orders that steer bots without saying anything to a reader are left out. */
function stepsOf(steps: readonly Step[], t: RehearsalText, names: Names): readonly string[] {
  return steps.flatMap((step) => {
    if (step.type === 'phase') return [t.step.phase(names.target('phases', step.phase))];
    if (step.type === 'inject') return [t.step.inject(names.target('injects', step.inject))];
    const said = orderText(step.order, t, names);
    return said === undefined ? [] : [said];
  });
}

function orderText(order: Order, { step }: RehearsalText, names: Names): string | undefined {
  const { target, role } = names;
  switch (order.type) {
    case 'decide': {
      const phase = order.phase === undefined ? undefined : target('phases', order.phase);
      const { decision, option } = order;
      return step.decide(names.question(decision), names.option(decision, option), phase);
    }
    case 'undecided':
      return step.undecided(names.question(order.decision));
    case 'lapse':
      return step.lapse(target('expectations', order.expectation));
    case 'meet':
      return step.meet(target('expectations', order.expectation));
    case 'do':
      return step.do(
        target('tasks', order.task),
        order.by === undefined ? undefined : role(order.by),
      );
    case 'delay':
      return step.delay(target('tasks', order.task));
    case 'skip': {
      const { until } = order;
      if (!until) return step.skip(target('tasks', order.task));
      const kind = until.type === 'phase' ? 'phases' : 'injects';
      return step.skipUntil(target('tasks', order.task), target(kind, until.id));
    }
    case 'tell':
      return step.tell(names.fact(order.fact), role(order.from), role(order.to));
    case 'write': {
      const { about } = order;
      const matter =
        'task' in about ? target('tasks', about.task) : target('injects', about.inject);
      return step.write(role(order.from), role(order.to), matter);
    }
    case 'keep':
      return step.keep(names.fact(order.fact), role(order.role));
    case 'react':
      return step[order.how](role(order.role), target('injects', order.inject));
    case 'ignore':
      return step.ignore(target('injects', order.inject));
    case 'declare':
      return step.declare(role(order.role), names.matter(order.matter));
    case 'hush':
      return step.hush(names.organisation(order.organisation), names.matter(order.matter));
    case 'release':
      return step.release(target('injects', order.inject));
    case 'leave':
      // The phase that it leads to is a step of its own.
      return undefined;
    default:
      return order satisfies never;
  }
}

function verdictOf(reached: Reached, t: RehearsalText, names: Names): string {
  switch (reached.type) {
    case 'walked':
      return [...(reached.path.control ? [t.control] : []), t.walked(String(reached.seed))].join(
        ' ',
      );
    case 'unproven': {
      const ways = reached.instead.map((id) => names.target('branches', id)).join('; ');
      const instead = ways === '' ? [] : [t.instead(ways)];
      return [t.unproven(String(reached.tried)), ...instead].join(' ');
    }
    case 'none': {
      const [first] = reached.blocked;
      const why = first ? blockedText(first, t, names) : t.conflict;
      return t.noneWhy(reached.limit ? t.limit : why);
    }
    case 'chance':
      return t.chance;
    default:
      return reached satisfies never;
  }
}

function blockedText(goal: Goal, { blocked }: RehearsalText, names: Names): string {
  const { target } = names;
  switch (goal.type) {
    case 'phase':
      return blocked.phase(target('phases', goal.phase));
    case 'branch':
      return blocked.branch(target('phases', goal.phase));
    case 'chosen':
      return blocked.chosen(names.option(goal.decision, goal.option));
    case 'inject':
      return blocked.inject(target('injects', goal.inject));
    case 'reacted':
      return blocked.reacted(target('injects', goal.inject));
    case 'knows':
      return blocked.knows(names.role(goal.role), names.fact(goal.fact));
    case 'task':
      return blocked.task(target('tasks', goal.task));
    case 'expectation':
      return blocked.expectation(target('expectations', goal.expectation));
    case 'clock':
      return blocked.clock(target('clocks', goal.clock));
    case 'interface':
      return blocked.interface(target('interfaces', goal.interface));
    case 'question':
    case 'opened':
    case 'thread':
    case 'holds':
    case 'fails':
      return blocked.other;
    default:
      return goal satisfies never;
  }
}

/** `kind:id` as it is written on the command line, and back. */
const WORDS: Readonly<Record<string, Kind>> = {
  phase: 'phases',
  branch: 'branches',
  option: 'options',
  inject: 'injects',
  contingency: 'contingencies',
  task: 'tasks',
  interface: 'interfaces',
  clock: 'clocks',
  expectation: 'expectations',
  thread: 'threads',
  question: 'questions',
};
export const REACH_WORDS = Object.keys(WORDS);

export function kindOfWord(word: string): Kind | undefined {
  return WORDS[word];
}

export function reachWord({ kind, id }: Mark): string {
  const word = REACH_WORDS.find((one) => WORDS[one] === kind) ?? kind;
  return `${word}:${id}`;
}
