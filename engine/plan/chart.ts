/**
 * The storyline as Mermaid text, for documents and editors. Knows: phases and what leads where.
 * Does not know: XState (its own definition is the `machine` format) or how Mermaid draws.
 */
import { leaves, type Condition } from '../scenario/condition.ts';
import { say, type Lang } from '../scenario/text.ts';
import { formatDuration, formatExerciseTime } from '../scenario/time.ts';
import type { Phase, Plan, Thread } from './plan.ts';

/**
 * A `stateDiagram-v2`: phases, their lengths, gates, branches and the decisions that move them. A
 * thread is a state of its own with its phases inside: it begins at STARTEX and ends nothing else.
 */
export function mermaid(plan: Plan, lang: Lang): string {
  const own = plan.phases.filter(({ thread }) => thread === undefined);
  return [
    'stateDiagram-v2',
    ...own.map((phase) => `  ${state(phase, lang)}`),
    ...(plan.threads ?? []).flatMap((thread) => strand(plan, thread, lang)),
    `  [*] --> ${nodeId(plan.begins)}: STARTEX`,
    ...(plan.threads ?? []).map(({ id }) => `  [*] --> ${nodeId(id, 't')}: STARTEX`),
    ...own.flatMap((phase) => arrows(plan, phase, lang)),
    '',
  ].join('\n');
}

function state({ id, title, length }: Phase, lang: Lang): string {
  const lasts = length === undefined ? '' : ` (${formatDuration(length)})`;
  return `state "${quote(say(title, lang) + lasts)}" as ${nodeId(id)}`;
}

function strand(plan: Plan, { id, title, begins }: Thread, lang: Lang): readonly string[] {
  const phases = plan.phases.filter(({ thread }) => thread === id);
  return [
    `  state "${quote(say(title, lang))}" as ${nodeId(id, 't')} {`,
    ...phases.map((phase) => `    ${state(phase, lang)}`),
    `    [*] --> ${nodeId(begins)}`,
    ...phases.flatMap((phase) => arrows(plan, phase, lang).map((line) => `  ${line}`)),
    '  }',
  ];
}

function arrows(plan: Plan, phase: Phase, lang: Lang): readonly string[] {
  return [...ways(phase), ...decided(plan, phase, lang)];
}

function ways(phase: Phase): readonly string[] {
  const when = [
    ...(phase.length === undefined ? [] : [formatDuration(phase.length)]),
    ...(phase.gate ? [sentence(phase.gate)] : []),
  ].join(' / ');
  const from = nodeId(phase.id);
  if (phase.next.length === 0) return [`  ${from} --> [*]: ${quote(when || ending(phase))}`];
  return phase.next.map((branch) => {
    const only = branch.when ? ` [${sentence(branch.when)}]` : '';
    return `  ${from} --> ${nodeId(branch.to)}: ${quote(when + only)}`;
  });
}

/** A phase with neither length nor gate is left by a decision, or stands until ENDEX. */
const ending = ({ thread }: Phase): string => (thread === undefined ? 'ENDEX' : 'end');

function decided(plan: Plan, phase: Phase, lang: Lang): readonly string[] {
  const decisions = plan.decisions.filter(({ phases }) => phases.includes(phase.id));
  return decisions.flatMap(({ id, options }) =>
    options.flatMap(({ title, goto }) =>
      goto === undefined || goto === phase.id
        ? []
        : [`  ${nodeId(phase.id)} --> ${nodeId(goto)}: ${quote(`${id} = ${say(title, lang)}`)}`],
    ),
  );
}

/** A condition in the scenario language's own words, short enough for an arrow. */
export function sentence(condition: Condition): string {
  switch (condition.type) {
    case 'all':
    case 'any': {
      const word = condition.type === 'all' ? ' & ' : ' | ';
      return `(${condition.of.map(sentence).join(word)})`;
    }
    case 'not':
      return `not ${sentence(condition.of)}`;
    case 'fact':
      return `${condition.fact} known by ${condition.by.join(condition.mode === 'all' ? ' & ' : ' | ')}`;
    case 'time-after':
      return formatExerciseTime(condition.at);
    case 'phase':
      return `phase ${condition.phase}`;
    default:
      return leaves(condition).map(named).join('');
  }
}

function named(leaf: Condition): string {
  if (leaf.type === 'task') return `${leaf.task} ${leaf.is}`;
  if (leaf.type === 'decision') return `${leaf.decision} = ${leaf.is}`;
  if (leaf.type === 'inject') return `${leaf.inject} ${leaf.is}`;
  if (leaf.type === 'expectation') return `${leaf.expectation} ${leaf.is}`;
  return leaf.type === 'clock' ? `${leaf.clock} ${leaf.is}` : '';
}

/** Mermaid's own signs would end a label or a name too soon. Times read `T+05.00`, as in Danish. */
function quote(text: string): string {
  return text
    .replace(/(\d):(?=\d)/g, '$1.')
    .replace(/["<>#;:]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Words that Mermaid keeps for itself, hyphens and slashes cannot be names; `a-b` and `a_b` are two. */
function nodeId(id: string, kind: 'p' | 't' = 'p'): string {
  return `${kind}_${id.replaceAll('_', '_0').replaceAll('-', '_1').replaceAll('/', '_2')}`;
}
