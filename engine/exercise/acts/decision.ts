/** Raising, discussing and taking decisions; declaring what the organisation knows or judges. */
import type { RoleId } from '../../plan/plan.ts';
import { MINUTE } from '../../scenario/time.ts';
import { emit, type Run, type Verdict } from '../run.ts';
import { declaredKey } from '../state.ts';
import { decisionSeen } from '../visible.ts';
import { lacksFact } from './item.ts';
import type { Of } from './of.ts';

/** Fewer options are no choice; more cannot be weighed against each other. */
const OPTIONS = { least: 2, most: 10 } as const;

export function decide(run: Run, role: RoleId, input: Of<'decision.record'>): Verdict {
  const { state } = run;
  const decision = decisionSeen(state, role, input.decision);
  if (!decision) return 'unknown-decision';
  if (state.decisions.get(decision.id)?.status !== 'open') return 'decision-not-open';
  if (!decision.options.some(({ id }) => id === input.option)) return 'unknown-option';
  if (input.reason.trim() === '') return 'empty-text';
  const { type, facts = [], ...rest } = input;
  const wrong = lacksFact(run, role, facts);
  if (wrong) return wrong;
  emit(run, { ...rest, type: 'decision.recorded', role, facts, how: 'role' });
  return undefined;
}

export function raise(run: Run, role: RoleId, input: Of<'decision.raise'>): Verdict {
  const { state } = run;
  const { question } = input;
  const options = input.options.map((option) => option.trim());
  if (question.trim() === '' || options.includes('')) return 'empty-text';
  const different = new Set(options).size === options.length;
  if (options.length < OPTIONS.least || options.length > OPTIONS.most || !different) {
    return 'bad-options';
  }
  const { within } = input;
  const sound = Number.isSafeInteger(within) && within >= MINUTE;
  if (!sound || within > state.length) return 'bad-deadline';
  if (input.with.some((other) => !state.lookup.roles.has(other))) return 'unknown-role';
  emit(run, {
    type: 'decision.raised',
    decision: `raised.${state.raised + 1}`,
    role,
    question,
    options: options.map((title, i) => ({ id: `option-${i + 1}`, title })),
    due: run.moment.at + within,
    with: [...new Set(input.with)].filter((other) => other !== role),
  });
  return undefined;
}

export function discuss(run: Run, role: RoleId, input: Of<'decision.discuss'>): Verdict {
  const { state } = run;
  const decision = decisionSeen(state, role, input.decision);
  if (!decision) return 'unknown-decision';
  if (input.text.trim() === '') return 'empty-text';
  emit(run, { type: 'decision.discussed', decision: decision.id, role, text: input.text });
  return undefined;
}

export function declare(run: Run, role: RoleId, input: Of<'awareness.declare'>): Verdict {
  const { state } = run;
  const { matter, reason, as } = input;
  if (!state.lookup.plan.matters.some(({ id }) => id === matter)) return 'unknown-matter';
  const organisation = state.lookup.roles.get(role)?.organisation ?? '';
  if (state.awareness.has(declaredKey({ organisation, matter, as }))) return 'already-declared';
  if (reason.trim() === '') return 'empty-text';
  const said = as === undefined ? {} : { as };
  emit(run, { type: 'awareness.declared', matter, role, organisation, reason, ...said });
  return undefined;
}
