/** What control writes down while it runs: decisions made aloud, observations, notes, answers. */
import type { EventOf } from '../entry.ts';
import { emit, type Run, type Verdict } from '../run.ts';
import { conducted, decisionOf } from '../state.ts';
import { behind, notConducted, type Of } from './of.ts';

export function enterDecision(run: Run, input: Of<'decision.enter' | 'decision.note'>): Verdict {
  const { state } = run;
  if (!conducted(run.state)) return notConducted(run);
  const { facts = [], role, reason, happened } = input;
  if (!state.lookup.roles.has(role)) return 'unknown-role';
  if (reason.trim() === '') return 'empty-text';
  if (facts.some((fact) => !state.lookup.facts.has(fact))) return 'fact-not-known';
  if (!behind(run, happened)) return 'bad-time';
  const made = {
    ...({ type: 'decision.recorded', role, reason, facts, how: 'control' } as const),
    ...(happened === undefined ? {} : { happened }),
  };
  if (input.type === 'decision.note') return noteDecision(run, input, made);
  const decision = decisionOf(state, input.decision);
  if (!decision) return 'unknown-decision';
  if (state.decisions.get(decision.id)?.status !== 'open') return 'decision-not-open';
  if (!decision.options.some(({ id }) => id === input.option)) return 'unknown-option';
  emit(run, { ...made, decision: decision.id, option: input.option });
  return undefined;
}

/** One that the plan does not have is raised and made at once, in the name of who made it. */
function noteDecision(
  run: Run,
  { question, option, role }: Of<'decision.note'>,
  made: Omit<EventOf<'decision.recorded'>, 'decision' | 'option'>,
): Verdict {
  if (question.trim() === '' || option.trim() === '') return 'empty-text';
  const decision = `raised.${run.state.raised + 1}`;
  const options = [{ id: '1', title: option }];
  const due = run.moment.at;
  emit(run, { type: 'decision.raised', decision, role, question, options, due, with: [] });
  emit(run, { ...made, decision, option: '1' });
  return undefined;
}

export function note(run: Run, input: Of<'observation.note' | 'record.note'>): Verdict {
  if (input.text.trim() === '') return 'empty-text';
  const entries = input.type === 'record.note' ? [input.entry] : (input.evidence ?? []);
  // The input itself is the last there is.
  const there = (seq: number): boolean => Number.isSafeInteger(seq) && seq >= 0;
  if (!entries.every((seq) => there(seq) && seq < run.moment.seq)) return 'unknown-entry';
  if (input.type === 'record.note') {
    const { type, ...row } = input;
    const id = `note.${run.state.notes.size + 1}`;
    emit(run, { ...row, type: 'record.noted', note: id });
    return undefined;
  }
  if (!behind(run, input.happened)) return 'bad-time';
  const { type, ...row } = input;
  emit(run, { ...row, type: 'observation.noted' });
  return undefined;
}

/** A second answer takes the first one's place in the view; both are in the record. */
export function answerAsked(run: Run, { ask, text }: Of<'control.answer'>): Verdict {
  if (!run.state.asks.has(ask)) return 'unknown-question';
  if (text.trim() === '') return 'empty-text';
  emit(run, { type: 'control.answered', ask, text });
  return undefined;
}
