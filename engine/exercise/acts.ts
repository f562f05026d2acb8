/**
 * What roles do. Knows: in which state of the exercise each act is allowed. Does not know: the acts'
 * own rules (acts/), or what follows from their events (react).
 */
import type { RoleId } from '../plan/plan.ts';
import { declare, decide, discuss, raise } from './acts/decision.ts';
import { acknowledge, openItem, sendMessage } from './acts/item.ts';
import { publish, updatePicture } from './acts/publish.ts';
import { answerHotWash, answerQuestion } from './acts/question.ts';
import { askControl, contest, finishPractice, reportOutside } from './acts/report.ts';
import { actOnTask } from './acts/task.ts';
import type { RoleInput } from './entry.ts';
import type { Run, Verdict } from './run.ts';
import type { ExerciseState } from './state.ts';

export function act(run: Run, role: RoleId, input: RoleInput): Verdict {
  const closed = closedTo(run.state, input);
  if (closed) return closed;
  switch (input.type) {
    case 'item.open':
      return openItem(run, role, input.item);
    case 'item.acknowledge':
      return acknowledge(run, role, input.item);
    case 'message.send':
      return sendMessage(run, role, input);
    case 'task.claim':
    case 'task.release':
    case 'task.finish':
    case 'task.assign':
    case 'handover.offer':
    case 'handover.accept':
    case 'handover.decline':
      return actOnTask(run, role, input);
    case 'decision.record':
      return decide(run, role, input);
    case 'decision.raise':
      return raise(run, role, input);
    case 'decision.discuss':
      return discuss(run, role, input);
    case 'awareness.declare':
      return declare(run, role, input);
    case 'statement.publish':
      return publish(run, role, input);
    case 'picture.update':
      return updatePicture(run, role, input);
    case 'control.ask':
      return askControl(run, role, input);
    case 'record.contest':
      return contest(run, role, input);
    case 'outside.report':
      return reportOutside(run, role, input);
    case 'practice.finish':
      return finishPractice(run, role, input);
    case 'question.answer':
      return answerQuestion(run, role, input);
    case 'hotwash.answer':
      return answerHotWash(run, role, input);
    default:
      return input satisfies never;
  }
}

function closedTo({ status, hold }: ExerciseState, { type }: RoleInput): Verdict {
  if (hold === 'real' && type !== 'control.ask') return 'real-incident';
  switch (type) {
    case 'hotwash.answer':
      return status === 'hotwash' ? undefined : 'hotwash-closed';
    case 'practice.finish':
      if (status === 'planned') return undefined;
      return status === 'running' || status === 'paused' ? 'already-started' : 'ended';
    // To speak with control one need not wait for the story's time.
    case 'control.ask':
      return status === 'closed' ? 'closed' : undefined;
    // The record can be looked over when it is done, and time stands still.
    case 'record.contest':
    case 'outside.report':
      if (status === 'planned') return 'not-started';
      return status === 'closed' ? 'closed' : undefined;
    default:
      if (status === 'running') return undefined;
      if (status === 'planned') return 'not-started';
      // Turn by turn: the story's time stands still, and people think and act.
      if (status === 'paused') return hold === 'step' ? undefined : 'paused';
      return 'ended';
  }
}
