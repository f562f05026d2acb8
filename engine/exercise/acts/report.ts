/** What a participant says about the exercise itself: to control, to the record, to the evaluators. */
import type { RoleId } from '../../plan/plan.ts';
import type { About } from '../entry.ts';
import { emit, type Run, type Verdict } from '../run.ts';
import { received } from '../state.ts';
import { unseenSubject } from './item.ts';
import type { Of } from './of.ts';

export function askControl(run: Run, role: RoleId, input: Of<'control.ask'>): Verdict {
  const { text, about } = input;
  if (text.trim() === '') return 'empty-text';
  const wrong = unseen(run, role, about ?? {});
  if (wrong) return wrong;
  const ask = `ask.${run.state.asks.size + 1}`;
  emit(run, { type: 'control.asked', ask, role, text, ...(about ? { about } : {}) });
  return undefined;
}

export function contest(run: Run, role: RoleId, input: Of<'record.contest'>): Verdict {
  const { about, text } = input;
  if (text.trim() === '') return 'empty-text';
  const wrong = unseen(run, role, about);
  if (wrong) return wrong;
  const id = `contest.${run.state.contests.size + 1}`;
  emit(run, { type: 'record.contested', contest: id, role, about, text });
  return undefined;
}

export function reportOutside(run: Run, role: RoleId, input: Of<'outside.report'>): Verdict {
  const { about, text, to = [] } = input;
  if (text.trim() === '') return 'empty-text';
  if (to.some((other) => !run.state.lookup.roles.has(other))) return 'unknown-role';
  if (to.includes(role)) return 'own-role';
  const wrong = unseen(run, role, about);
  if (wrong) return wrong;
  const report = `outside.${run.state.outside.size + 1}`;
  emit(run, { type: 'outside.reported', report, role, about, text, to: [...new Set(to)] });
  return undefined;
}

export function finishPractice(run: Run, role: RoleId, input: Of<'practice.finish'>): Verdict {
  const { by } = run.moment;
  const { opened, acknowledged } = input;
  if (acknowledged < opened) return 'malformed';
  if (by.type !== 'role') return 'not-allowed';
  emit(run, { type: 'practice.finished', role, seat: by.seat, opened, acknowledged });
  return undefined;
}

/** One can speak only of what one sees: an id that answers differently would give a secret away. */
function unseen(run: Run, role: RoleId, about: About): Verdict {
  const { state } = run;
  const items = [about.inject, about.message].flatMap((id) => id ?? []);
  const own = (id: string): boolean => state.messages.get(id)?.from === role;
  if (items.some((id) => !received(state, role, id) && !own(id))) return 'unknown-item';
  if (about.role !== undefined && !state.lookup.roles.has(about.role)) return 'unknown-role';
  return unseenSubject(run, role, about);
}
