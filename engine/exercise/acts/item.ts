/** Reading and writing: what one received, what one sends. */
import type { RoleId } from '../../plan/plan.ts';
import type { About } from '../entry.ts';
import { said, strays } from '../certainty.ts';
import { emit, type Run, type Verdict } from '../run.ts';
import { knows, received } from '../state.ts';
import { decisionSeen, openable, seesPublication, seesTask } from '../visible.ts';
import type { Of } from './of.ts';

export function openItem(run: Run, role: RoleId, item: string): Verdict {
  const found = openable(run.state, role, item);
  if (!found) return 'unknown-item';
  if (!found.opened.has(role)) emit(run, { type: 'item.opened', item, role });
  return undefined;
}

export function acknowledge(run: Run, role: RoleId, item: string): Verdict {
  const found = received(run.state, role, item);
  if (!found) return 'unknown-item';
  if (found.acknowledged.has(role)) return 'already-acknowledged';
  openItem(run, role, item);
  emit(run, { type: 'item.acknowledged', item, role });
  return undefined;
}

export function sendMessage(run: Run, role: RoleId, input: Of<'message.send'>): Verdict {
  const { state } = run;
  const { type, asks = false, facts = [], certainty, outside: named = '', ...rest } = input;
  if (input.body.trim() === '') return 'empty-text';
  if (input.to.some((to) => !state.lookup.roles.has(to))) return 'unknown-role';
  if (input.to.includes(role)) return 'own-role';
  // What goes to someone outside the exercise has no role to go to: control receives it.
  const outside = named.trim();
  if (input.to.length === 0 && outside === '' && input.replyTo === undefined) return 'no-receiver';
  if (input.replyTo !== undefined && !received(state, role, input.replyTo)) return 'unknown-item';
  if (strays(input)) return 'malformed';
  const wrong = lacksFact(run, role, facts) ?? unseenSubject(run, role, input.about ?? {});
  if (wrong) return wrong;
  const message = `msg.${state.messages.size + 1}`;
  const to = [...new Set(input.to)];
  emit(run, {
    ...rest,
    ...(outside === '' ? {} : { outside }),
    type: 'message.sent',
    message,
    from: role,
    to,
    facts,
    ...said(certainty),
    asks,
    simulated: false,
  });
  return undefined;
}

/** One can speak of facts only that one knows. */
export function lacksFact(run: Run, role: RoleId, facts: readonly string[]): Verdict {
  return facts.some((fact) => !knows(run.state, role, fact)) ? 'fact-not-known' : undefined;
}

/** One can speak about tasks, decisions and publications only that one sees. */
export function unseenSubject(run: Run, role: RoleId, about: About): Verdict {
  const { state } = run;
  const { task, decision, publication } = about;
  if (publication !== undefined) {
    const row = state.publications.get(publication);
    if (!row || !seesPublication(state, role, row)) return 'unknown-item';
  }
  if (task !== undefined && !seesTask(state, role, task)) return 'unknown-task';
  if (decision !== undefined && !decisionSeen(state, role, decision)) return 'unknown-decision';
  return undefined;
}
