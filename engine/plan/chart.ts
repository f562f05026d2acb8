/**
 * The storyline as Mermaid text, for documents and editors. Knows: phases and what leads where.
 * Does not know: XState (its own definition is the `machine` format) or how Mermaid draws.
 */
import { leaves, type Condition } from '../scenario/condition.ts';
import { say, type Lang } from '../scenario/text.ts';
import { formatDuration, formatExerciseTime } from '../scenario/time.ts';
import type { Phase, Plan } from './plan.ts';

/** A `stateDiagram-v2`: phases, their lengths, gates, branches and the decisions that move them. */
export function mermaid(plan: Plan, lang: Lang): string {
  const states = plan.phases.map((phase) => {
    const length = phase.length === undefined ? '' : ` (${formatDuration(phase.length)})`;
    return `  state "${quote(say(phase.title, lang) + length)}" as ${nodeId(phase.id)}`;
  });
  return [
    'stateDiagram-v2',
    ...states,
    `  [*] --> ${nodeId(plan.begins)}: STARTEX`,
    ...plan.phases.flatMap((phase) => [...ways(phase), ...decided(plan, phase, lang)]),
    '',
  ].join('\n');
}

function ways(phase: Phase): readonly string[] {
  const when = [
    ...(phase.length === undefined ? [] : [formatDuration(phase.length)]),
    ...(phase.gate ? [sentence(phase.gate)] : []),
  ].join(' / ');
  const from = nodeId(phase.id);
  if (phase.next.length === 0) return [`  ${from} --> [*]: ${quote(when || 'ENDEX')}`];
  return phase.next.map((branch) => {
    const only = branch.when ? ` [${sentence(branch.when)}]` : '';
    return `  ${from} --> ${nodeId(branch.to)}: ${quote(when + only)}`;
  });
}

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

/** Words that Mermaid keeps for itself, and hyphens, cannot be names; `a-b` and `a_b` are two. */
function nodeId(phase: string): string {
  return `p_${phase.replaceAll('_', '_0').replaceAll('-', '_1')}`;
}
