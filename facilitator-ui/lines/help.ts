/**
 * The help: what each command is for, and whether it leads anywhere just now.
 * Knows: what must be there for a command to make sense. Does not know: how commands are carried out.
 */
import { VERBS, verbOf, type Verb } from './command.ts';
import { list, type Deed } from './deed.ts';
import { exerciseOf, items, meOf, tasks, viewOf, words, type Desk } from './desk.ts';
import { offersTo } from './work.ts';

/** The commands in the order in which the help tells of them. */
const ORDER: readonly Verb[] = [
  'take',
  'practice',
  'now',
  'inbox',
  'open',
  'acknowledge',
  'reply',
  'replyAll',
  'write',
  'external',
  'ask',
  'tasks',
  'claim',
  'release',
  'finish',
  'finishOutside',
  'assign',
  'handover',
  'accept',
  'decline',
  'decisions',
  'raise',
  'discuss',
  'decide',
  'decideOutside',
  'communicate',
  'aware',
  'classify',
  'statements',
  'publish',
  'picture',
  'update',
  'control',
  'outside',
  'contest',
  'questions',
  'answer',
  'facts',
  'contacts',
  'clock',
  'timeline',
  'search',
  'summary',
  'hotwash',
  'drafts',
  'again',
  'language',
  'help',
  'leave',
  'quit',
];

/** What applies now; `alt` everything; a command's own words, what it is for and its other words. */
export const help: Deed = (desk, rest, tell) => {
  const w = words(desk);
  const word = rest.trim().toLowerCase();
  const verb = verbOf(word);
  if (verb) {
    const [usage, meaning] = w.help[verb];
    list(desk, tell, [usage, `  ${meaning}`, `  ${w.alsoWritten}: ${VERBS[verb].join(', ')}`]);
    return;
  }
  const all = ['alt', 'all'].includes(word);
  if (word !== '' && !all) {
    tell.refuse(w.unknown(rest));
    return;
  }
  const shown = ORDER.filter((one) => all || applies(desk, one));
  for (const one of shown) {
    const [usage, meaning] = w.help[one];
    tell.line(`  ${usage}: ${meaning}`);
  }
  if (!all) tell.line(w.helpMore);
  tell.line(w.grammar);
};

/** Whether it would lead anywhere if it were typed now. Only a help: the host alone decides. */
export function applies(desk: Desk, verb: Verb): boolean {
  const { audience } = desk.client.state();
  if (audience !== 'role') return ['take', 'help', 'language', 'quit'].includes(verb);
  const status = exerciseOf(desk)?.status;
  const { hold } = exerciseOf(desk) ?? {};
  const running = status === 'running' || (status === 'paused' && hold === 'step');
  switch (verb) {
    case 'take':
      return false;
    case 'practice':
      return status === 'planned';
    case 'hotwash':
      return status === 'hotwash';
    case 'drafts':
    case 'again':
      return desk.kept.length > 0;
    case 'now':
      return running || status === 'paused';
    case 'control':
      return status !== 'closed';
    case 'contest':
    case 'outside':
      return status !== 'planned' && status !== 'closed';
    default:
      return READING.includes(verb) || (running && actApplies(desk, verb));
  }
}

const READING: readonly Verb[] = [
  'help',
  'leave',
  'inbox',
  'open',
  'tasks',
  'decisions',
  'statements',
  'picture',
  'questions',
  'facts',
  'contacts',
  'clock',
  'timeline',
  'search',
  'summary',
  'language',
  'quit',
];

/** The acts that need something to act on. */
function actApplies(desk: Desk, verb: Verb): boolean {
  const view = viewOf(desk.client);
  const me = meOf(desk)?.id;
  const received = items(desk).filter(({ sent }) => !sent);
  const open = tasks(desk).filter((row) => row.status === 'open');
  const ours = open.filter((row) => row.holders.some(({ role }) => role === me));
  const decisions = Object.values(view.decisions ?? {});
  switch (verb) {
    case 'acknowledge':
      return received.some(({ acknowledged }) => acknowledged === undefined);
    case 'reply':
      return received.length > 0;
    case 'replyAll':
      return received.some(({ to }) => to.length > 1);
    case 'claim':
    case 'finish':
    case 'finishOutside':
    case 'assign':
      return open.length > 0;
    case 'release':
    case 'handover':
      return ours.length > 0;
    case 'accept':
    case 'decline':
      return open.some((row) => offersTo(desk, row).length > 0);
    case 'discuss':
      return decisions.length > 0;
    case 'decide':
    case 'decideOutside':
      return decisions.some(({ made }) => !made);
    case 'communicate':
      return decisions.some(({ made }) => made !== undefined);
    case 'aware':
    case 'classify':
      return (exerciseOf(desk)?.matters ?? []).length > 0;
    case 'answer':
      return Object.values(view.questions ?? {}).some(({ answer }) => answer === undefined);
    default:
      return true;
  }
}
