/** Simulated roles: what they write and say, and who plays them. */
import { BOT, type StaffKind } from '../entry.ts';
import { said, strays } from '../certainty.ts';
import { emit, type Run, type Verdict } from '../run.ts';
import { conducted } from '../state.ts';
import { badReceivers, isPrepared, notConducted, type Of } from './of.ts';

export function sendSimulated(run: Run, input: Of<'simcell.send'>): Verdict {
  const { state } = run;
  if (!conducted(run.state)) return notConducted(run);
  const { type, facts = [], certainty, ...rest } = input;
  const to = [...new Set(input.to)];
  if (state.lookup.roles.get(input.from)?.playedBy !== 'simcell') return 'not-simulated';
  const bad = badReceivers(state, to);
  if (bad) return bad;
  if (to.includes(input.from)) return 'own-role';
  if (input.body.trim() === '') return 'empty-text';
  if (facts.some((fact) => !state.lookup.facts.has(fact))) return 'fact-not-known';
  if (strays(input)) return 'malformed';
  if (input.replyTo !== undefined && !state.messages.has(input.replyTo)) return 'unknown-item';
  if (!isPrepared(state, input.prepared)) return 'unknown-item';
  const message = `msg.${state.messages.size + 1}`;
  const carried = { facts, ...said(certainty) };
  emit(run, {
    ...{ ...rest, to, type: 'message.sent', message, ...carried, asks: false, simulated: true },
  });
  return undefined;
}

export function playSimulated(run: Run, input: Of<'simcell.call' | 'simcell.play'>): Verdict {
  const { state } = run;
  if (!conducted(state) && input.type === 'simcell.call') return notConducted(run);
  const role = input.type === 'simcell.call' ? input.from : input.role;
  const { roles, facts } = state.lookup;
  if (roles.get(role)?.playedBy !== 'simcell') return 'not-simulated';
  if (input.type === 'simcell.play') {
    const { by } = input;
    const known = state.staff.size === 0 || plays(state.staff.get(by)?.kind);
    if (by !== BOT && !known) return 'unknown-staff';
    emit(run, { type: 'simcell.played', role, by });
    return undefined;
  }
  const told = input.facts ?? [];
  const parties = [...new Set(input.with)];
  const bad = badReceivers(state, parties);
  if (bad) return bad;
  if (parties.includes(role)) return 'own-role';
  if (input.text.trim() === '') return 'empty-text';
  if (told.some((fact) => !facts.has(fact))) return 'fact-not-known';
  const call = `call.${state.calls.size + 1}`;
  emit(run, {
    ...{ type: 'call.noted', call, from: role, with: parties, text: input.text, facts: told },
  });
  return undefined;
}

function plays(kind: StaffKind | undefined): boolean {
  return kind === 'lead' || kind === 'controller';
}
