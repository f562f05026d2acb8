/** Releasing, holding, changing, repeating and writing injects; polls and probes. */
import { nextInject, type InjectStep } from '../../plan/lifecycle.machine.ts';
import type { Text } from '../../scenario/text.ts';
import type { WrittenInject } from '../entry.ts';
import { ask, emit, inPhase, passOver, release, type Run, type Verdict } from '../run.ts';
import { conducted, type InjectState } from '../state.ts';
import { ahead, badReceivers, isPrepared, notConducted, type Of } from './of.ts';

export function handleInject(
  run: Run,
  input: Of<'inject.release' | 'inject.hold' | 'inject.unhold' | 'inject.skip'>,
): Verdict {
  const { state } = run;
  if (state.status !== 'planned' && !conducted(state)) return 'ended';
  const inject = state.injects.get(input.inject);
  if (!inject) return 'unknown-inject';
  const step = input.type.slice('inject.'.length) as InjectStep;
  if (!nextInject(inject.status, step)) return refuseInject(inject, input.type);
  const id = inject.row.id;
  switch (input.type) {
    case 'inject.release':
      if (state.status === 'planned') return 'not-started';
      release(run, inject, 'control');
      return undefined;
    case 'inject.hold':
      emit(run, { type: 'inject.held', inject: id });
      return undefined;
    case 'inject.unhold':
      emit(run, { type: 'inject.unheld', inject: id });
      if (ripe(run, inject)) release(run, inject, 'due');
      else passOver(run, id);
      return undefined;
    case 'inject.skip': {
      const reason = input.reason === undefined ? {} : { reason: input.reason };
      emit(run, { type: 'inject.skipped', inject: id, ...reason });
      return undefined;
    }
    default:
      return input satisfies never;
  }
}

export function changeInject(run: Run, { type, ...input }: Of<'inject.change'>): Verdict {
  const { state } = run;
  if (state.status !== 'planned' && !conducted(state)) return 'ended';
  const inject = state.injects.get(input.inject);
  if (!inject) return 'unknown-inject';
  if (inject.status !== 'planned' && inject.status !== 'held') return 'inject-gone';
  const { due, to, title, body } = input;
  const texts = [title, body].filter((text) => text !== undefined);
  if (due === undefined && to === undefined && texts.length === 0) return 'bad-change';
  if (due !== undefined && !ahead(run, due)) return 'bad-time';
  const bad = to && badReceivers(state, to);
  if (bad) return bad;
  if (texts.some(hasGap)) return 'empty-text';
  const receivers = to === undefined ? {} : { to: [...new Set(to)] };
  emit(run, { ...input, ...receivers, type: 'inject.changed' });
  return undefined;
}

/** There is nothing to read in it, or in one of the languages it names. */
function hasGap(text: Text): boolean {
  const all = typeof text === 'string' ? [text] : Object.values(text);
  return all.length === 0 || all.some((one) => one.trim() === '');
}

export function repeatInject(run: Run, input: Of<'inject.repeat'>): Verdict {
  const { state } = run;
  if (!conducted(state)) return notConducted(run);
  const inject = state.injects.get(input.inject);
  if (!inject) return 'unknown-inject';
  if (inject.status !== 'released') return 'not-released';
  const to = input.to ?? inject.row.to;
  const bad = badReceivers(state, to);
  if (bad) return bad;
  const { title, body, from, channel, facts, files, marking, replyTo } = inject.row;
  releaseWritten(run, {
    ...{ title, body, from, to: [...new Set(to)], channel, facts, marking },
    repeats: inject.repeats ?? inject.row.id,
    ...(files === undefined ? {} : { files }),
    ...(replyTo === undefined ? {} : { replyTo }),
  });
  return undefined;
}

function releaseWritten(run: Run, row: WrittenInject): void {
  const id = `adhoc.${run.state.written + 1}`;
  emit(run, { type: 'inject.written', inject: id, row });
  const written = run.state.injects.get(id);
  if (written) release(run, written, 'control');
}

export function handleQuestion(run: Run, input: Of<'question.ask' | 'question.skip'>): Verdict {
  const { state } = run;
  if (input.type === 'question.ask' && state.status === 'planned') return 'not-started';
  if (state.status !== 'planned' && !conducted(state)) return 'ended';
  const question = state.questions.get(input.question);
  if (!question) return 'unknown-question';
  if (question.status !== 'planned') return 'question-gone';
  if (input.type === 'question.ask') {
    ask(run, question, 'control');
  } else {
    const reason = input.reason === undefined ? {} : { reason: input.reason };
    emit(run, { type: 'question.skipped', question: question.row.id, ...reason });
  }
  return undefined;
}

function refuseInject(inject: InjectState, type: string): Verdict {
  if (type === 'inject.unhold') return 'inject-not-held';
  return type === 'inject.hold' && inject.status === 'held' ? 'inject-held' : 'inject-gone';
}

/** Its time has passed, and it may be released where the storyline stands. */
function ripe(run: Run, inject: InjectState): boolean {
  const due = inject.due ?? Infinity;
  return conducted(run.state) && due <= run.moment.at && inPhase(run.state, inject);
}

export function writeInject(run: Run, input: Of<'inject.write'>): Verdict {
  const { state } = run;
  if (!conducted(run.state)) return notConducted(run);
  const { to, from, channel, title, body, facts = [], replyTo, prepared } = input;
  const bad = badReceivers(state, to);
  if (bad) return bad;
  if ([title, body, from].some(hasGap)) return 'empty-text';
  if (facts.some((fact) => !state.lookup.facts.has(fact))) return 'fact-not-known';
  if (replyTo !== undefined && !state.messages.has(replyTo)) return 'unknown-item';
  if (!isPrepared(state, prepared)) return 'unknown-item';
  releaseWritten(run, {
    ...{ title, body, from: { name: from }, to: [...new Set(to)], channel, facts },
    ...(replyTo === undefined ? {} : { replyTo }),
    ...(prepared === undefined ? {} : { prepared }),
  });
  return undefined;
}
