/** Every reason for which an input is not carried out: when it is given, and that it changes nothing. */
import { describe, expect, test } from 'vitest';
import type { By, ControlInput, Input, RoleInput } from '../../../engine/exercise/entry.ts';
import { REFUSALS, refusalText, type RefusalCode } from '../../../engine/exercise/refusal.ts';
import { dump } from '../../support/dump.ts';
import { CONTROL, ENGINE, given, seated, staff, type Given } from '../../support/given.ts';
import { scenario } from '../../support/scenario.ts';

const plan = scenario({
  facts: { leak: {}, deep: {} },
  tasks: {
    warn: { clock: 'warning', consulted: ['lead'] },
    later: { starts: { inject: 'late' } },
    secret: { accountable: 'lead', responsible: ['lead'] },
  },
  decisions: { cut: {}, later: { opens: { inject: 'late' } } },
  phases: { alarm: { length: '2h', next: 'after' }, after: {} },
  injects: {
    call: { at: '0m', facts: ['leak'] },
    late: { at: '3h', to: ['lead'], facts: ['deep'] },
  },
  polls: { owner: { at: '0m', asks: 'owner-of', task: 'warn', to: ['duty'] } },
  'hot-wash': { best: 'What went well?' },
});

const planned = (): Given => given(plan);
const running = (): Given => planned().startex();
const knowing = (): Given => running().as('duty', { type: 'item.open', item: 'call' });
const paused = (): Given => running().control({ type: 'exercise.pause' });
const ended = (): Given => running().control({ type: 'exercise.end' });
const washing = (): Given => ended().control({ type: 'exercise.hotwash' });
const closed = (): Given => ended().control({ type: 'exercise.close' });

/** Exercise control as four people; the controller looks after the town. */
const staffed = (): Given =>
  running()
    .input(ENGINE, { type: 'staff.join', staff: 'F1', kind: 'lead' })
    .input(ENGINE, { type: 'staff.join', staff: 'F2', kind: 'controller', lane: ['town'] })
    .input(ENGINE, { type: 'staff.join', staff: 'F3', kind: 'evaluator' })
    .input(ENGINE, { type: 'staff.join', staff: 'F4', kind: 'observer' });
const real = (): Given => running().control({ type: 'exercise.pause', kind: 'real' });
const stopped = (): Given => staffed().input(staff('F4'), { type: 'exercise.pause', kind: 'real' });

type Case = readonly [RefusalCode, () => Given, By, Input];
const role = (code: RefusalCode, where: () => Given, input: RoleInput, who = 'duty'): Case => [
  code,
  where,
  seated(who),
  input,
];
const control = (code: RefusalCode, where: () => Given, input: ControlInput): Case => [
  code,
  where,
  CONTROL,
  input,
];

const by = (code: RefusalCode, name: string, input: Input, where = staffed): Case => [
  code,
  where,
  staff(name),
  input,
];

const claim: RoleInput = { type: 'task.claim', task: 'warn', as: 'accountable' };
const offer: RoleInput = { type: 'handover.offer', task: 'warn', to: 'lead' };
const claimed = (): Given => running().as('duty', claim);
const message = { type: 'message.send', to: ['lead'], body: 'Hello' } as const;
const decide = { type: 'decision.record', decision: 'cut', option: 'cut', reason: 'So' } as const;
const declare = { type: 'awareness.declare', matter: 'incident', reason: 'So' } as const;
const write = {
  type: 'inject.write',
  to: ['duty'],
  from: 'X',
  channel: 'sms',
  title: 'T',
  body: 'B',
} as const;
const guess = { type: 'question.answer', question: 'owner', answer: 'boss' } as const;
const simulate = { type: 'simcell.send', from: 'press', to: ['duty'], body: 'B' } as const;
const enter = {
  type: 'decision.enter',
  decision: 'cut',
  option: 'cut',
  role: 'boss',
  reason: 'So',
} as const;
const take = { type: 'seat.take', role: 'boss', seat: 's1', pseudonym: 'P', bot: false } as const;
const taken = (): Given => running().input(ENGINE, take);
const raise = {
  type: 'decision.raise',
  question: 'Q?',
  options: ['Yes', 'No'],
  within: 60_000,
  with: ['boss'],
} as const;
const note = {
  type: 'decision.note',
  question: 'Q?',
  option: 'Yes',
  role: 'boss',
  reason: 'So',
} as const;
const call = { type: 'simcell.call', from: 'press', with: ['duty'], text: 'T' } as const;
const repeat = { type: 'inject.repeat', inject: 'call' } as const;
const released = (): Given => running().at('0m');
const change = (what: object): ControlInput => ({ type: 'inject.change', inject: 'late', ...what });
const adjust = (until: number, phase = 'alarm'): ControlInput => ({
  type: 'phase.adjust',
  phase,
  until,
});
const HOUR = 3_600_000;
const mark = { type: 'record.note', entry: 0, kind: 'bookmark', text: 'T' } as const;
const picture = { type: 'picture.update', section: 'situation', text: 'T' } as const;

const CASES: readonly Case[] = [
  role('not-started', planned, { type: 'item.open', item: 'call' }),
  control('not-started', planned, { type: 'exercise.pause' }),
  control('not-started', planned, { type: 'exercise.end' }),
  control('not-started', planned, { type: 'exercise.jump', to: 10 }),
  control('not-started', planned, { type: 'phase.choose', phase: 'after', reason: 'R' }),
  control('not-started', planned, { type: 'inject.release', inject: 'call' }),
  control('not-started', planned, write),
  control('not-started', planned, simulate),
  control('not-started', planned, enter),
  control('already-started', running, { type: 'exercise.start' }),
  control('already-started', paused, { type: 'exercise.start' }),
  role('paused', paused, { type: 'item.open', item: 'call' }),
  control('paused', paused, { type: 'exercise.pause' }),
  control('not-paused', running, { type: 'exercise.resume' }),
  role('ended', ended, message),
  role('ended', closed, message),
  control('ended', ended, { type: 'exercise.start' }),
  control('ended', ended, { type: 'exercise.pause' }),
  control('ended', ended, { type: 'exercise.pace', pace: 2 }),
  control('ended', ended, { type: 'inject.release', inject: 'late' }),
  control('ended', washing, { type: 'exercise.end' }),
  control('not-ended', running, { type: 'exercise.hotwash' }),
  control('not-ended', planned, { type: 'exercise.close' }),
  control('not-ended', paused, { type: 'exercise.close' }),
  role('hotwash-closed', running, { type: 'hotwash.answer', question: 'best', text: 'T' }),
  role('hotwash-closed', ended, { type: 'hotwash.answer', question: 'best', text: 'T' }),
  control('hotwash-open', washing, { type: 'exercise.hotwash' }),
  control('closed', closed, { type: 'exercise.close' }),
  control('closed', closed, { type: 'observation.note', text: 'T' }),
  control('bad-pace', running, { type: 'exercise.pace', pace: 0 }),
  control('bad-pace', running, { type: 'exercise.pace', pace: NaN }),
  control('bad-pace', running, { type: 'exercise.pace', pace: 3601 }),
  control('bad-jump', running, { type: 'exercise.jump', to: 0 }),
  control('bad-jump', running, { type: 'exercise.jump', to: 1.5 }),
  control('bad-jump', running, { type: 'exercise.jump', to: plan.length + 1 }),
  ['not-allowed', running, seated('duty'), { type: 'exercise.end' }],
  ['not-allowed', running, CONTROL, { type: 'item.open', item: 'call' }],
  ['not-allowed', running, CONTROL, { type: 'agenda.due', number: 0 }],
  ['not-allowed', running, ENGINE, { type: 'agenda.due', number: 99 }],
  ['not-allowed', running, ENGINE, { type: 'seat.leave', role: 'duty', seat: 'nobody' }],
  ['not-allowed', running, CONTROL, { type: 'seat.leave', role: 'duty', seat: 'nobody' }],
  role('bad-options', running, { ...raise, options: ['Only one'] }),
  role('bad-options', running, { ...raise, options: ['Same', 'Same '] }),
  role('bad-options', running, { ...raise, options: Array.from({ length: 11 }, (_, i) => `${i}`) }),
  role('bad-deadline', running, { ...raise, within: 59_999 }),
  role('bad-deadline', running, { ...raise, within: plan.length + 1 }),
  role('marking-too-open', knowing, { ...picture, facts: ['leak'], marking: 'TLP:CLEAR' }),
  role('fact-not-known', running, { ...picture, facts: ['leak'] }),
  role('malformed', knowing, { ...picture, certainty: { leak: 'likely' } }),
  role('already-started', running, { type: 'practice.finish', opened: 1, acknowledged: 2 }),
  role('malformed', planned, { type: 'practice.finish', opened: 2, acknowledged: 1 }),
  control('unknown-inject', running, { type: 'inject.hold', inject: 'gone' }),
  control('inject-gone', running, { type: 'inject.release', inject: 'call' }),
  control('inject-gone', running, { type: 'inject.hold', inject: 'call' }),
  control('inject-gone', running, { type: 'inject.skip', inject: 'call' }),
  control('inject-held', () => running().control({ type: 'inject.hold', inject: 'late' }), {
    type: 'inject.hold',
    inject: 'late',
  }),
  control('inject-not-held', running, { type: 'inject.unhold', inject: 'late' }),
  role('unknown-item', running, { type: 'item.open', item: 'late' }),
  role('unknown-item', running, { type: 'item.open', item: 'call' }, 'lead'),
  role('unknown-item', running, { type: 'item.acknowledge', item: 'msg.1' }),
  role('unknown-item', running, { ...message, replyTo: 'late' }),
  control('unknown-item', running, { ...simulate, replyTo: 'msg.1' }),
  role(
    'already-acknowledged',
    () => running().as('duty', { type: 'item.acknowledge', item: 'call' }),
    { type: 'item.acknowledge', item: 'call' },
  ),
  role('unknown-role', running, { ...message, to: ['lead', 'king'] }),
  role('unknown-role', claimed, { ...offer, to: 'king' }),
  control('unknown-role', running, { ...write, to: ['king'] }),
  control('unknown-role', running, { ...simulate, to: ['king'] }),
  control('unknown-role', running, { ...enter, role: 'king' }),
  ['unknown-role', running, ENGINE, { ...take, role: 'king' }],
  ['unknown-role', running, ENGINE, { ...take, role: 'press' }],
  control('not-simulated', running, { ...simulate, from: 'duty' }),
  role('no-receiver', running, { ...message, to: [] }),
  control('no-receiver', running, { ...write, to: [] }),
  control('no-receiver', running, { ...simulate, to: [] }),
  role('own-role', running, { ...message, to: ['lead', 'duty'] }),
  role('own-role', claimed, { ...offer, to: 'duty' }),
  control('own-role', running, { ...simulate, to: ['press'] }),
  role('fact-not-known', running, { ...message, facts: ['leak'] }),
  role('fact-not-known', running, { ...decide, facts: ['leak'] }, 'boss'),
  role('malformed', knowing, { ...message, facts: ['leak'], certainty: { deep: 'likely' } }),
  control('malformed', running, { ...simulate, facts: ['leak'], certainty: { deep: 'likely' } }),
  control('fact-not-known', running, { ...write, facts: ['gossip'] }),
  control('fact-not-known', running, { ...simulate, facts: ['gossip'] }),
  role('unknown-task', running, { type: 'task.claim', task: 'secret', as: 'accountable' }),
  role('unknown-task', running, { type: 'task.finish', task: 'later', note: '' }),
  role('unknown-task', running, { ...message, about: { task: 'secret' } }),
  role('unknown-task', running, { type: 'handover.accept', task: 'secret', from: 'lead' }),
  role(
    'task-not-open',
    () => running().as('boss', { type: 'task.finish', task: 'warn', note: '' }),
    claim,
  ),
  role(
    'task-not-open',
    () => claimed().as('boss', { type: 'task.finish', task: 'warn', note: '' }),
    offer,
  ),
  role('task-held', claimed, claim),
  role('task-not-held', running, { type: 'task.release', task: 'warn' }),
  role('task-not-held', running, offer),
  role('handover-pending', () => claimed().as('duty', offer), offer),
  role('no-handover', running, { type: 'handover.accept', task: 'warn', from: 'lead' }),
  role(
    'no-handover',
    () => claimed().as('duty', offer),
    { type: 'handover.decline', task: 'warn', from: 'duty', reason: 'R' },
    'boss',
  ),
  role('unknown-decision', running, { ...decide, decision: 'later' }, 'boss'),
  role('unknown-decision', running, decide, 'duty'),
  role('unknown-decision', running, { ...message, about: { decision: 'cut' } }),
  control('unknown-decision', running, { ...enter, decision: 'gone' }),
  role('decision-not-open', () => running().as('boss', decide), decide, 'boss'),
  control('decision-not-open', running, { ...enter, decision: 'later' }),
  role('unknown-option', running, { ...decide, option: 'flee' }, 'boss'),
  control('unknown-option', running, { ...enter, option: 'flee' }),
  role('unknown-matter', running, { ...declare, matter: 'breach' }),
  role('already-declared', () => running().as('boss', declare), declare),
  control('unknown-phase', running, { type: 'phase.choose', phase: 'gone', reason: 'R' }),
  control('unknown-phase', running, { type: 'phase.choose', phase: 'alarm', reason: 'R' }),
  role('unknown-question', washing, { type: 'hotwash.answer', question: 'worst', text: 'T' }),
  ['seat-taken', taken, ENGINE, take],
  ['role-full', taken, ENGINE, { ...take, seat: 's2' }],
  role('empty-text', running, { ...message, body: ' \n' }),
  role('empty-text', running, { ...decide, reason: '' }, 'boss'),
  role('empty-text', running, { ...declare, reason: '\t' }),
  role('empty-text', washing, { type: 'hotwash.answer', question: 'best', text: '' }),
  role(
    'empty-text',
    () => claimed().as('duty', offer),
    { type: 'handover.decline', task: 'warn', from: 'duty', reason: '' },
    'lead',
  ),
  role('question-not-open', running, guess, 'lead'),
  role('unknown-answer', () => running().at('0m'), { ...guess, answer: 'nobody' }),
  role('already-answered', () => running().at('0m').as('duty', guess), guess),
  control('question-gone', () => running().at('0m'), { type: 'question.ask', question: 'owner' }),
  control('unknown-question', running, { type: 'question.skip', question: 'none' }),
  control('empty-text', running, { type: 'observation.note', text: '' }),
  control('empty-text', running, { type: 'phase.choose', phase: 'after', reason: ' ' }),
  control('empty-text', running, { ...write, body: '' }),
  control('empty-text', running, { ...simulate, body: '' }),
  control('empty-text', running, { ...enter, reason: '' }),
  control('not-started', planned, { type: 'exercise.shift', by: HOUR }),
  control('not-started', planned, adjust(HOUR)),
  control('not-started', planned, repeat),
  control('not-started', planned, note),
  control('not-started', planned, call),
  control('ended', ended, { type: 'exercise.shift', by: HOUR }),
  control('ended', ended, adjust(HOUR)),
  control('ended', ended, change({ due: HOUR })),
  control('ended', ended, repeat),
  control('ended', ended, call),
  control('paused', real, { type: 'exercise.pause', kind: 'real' }),
  control('bad-time', running, { type: 'exercise.shift', by: 0 }),
  control('bad-time', running, { type: 'exercise.shift', by: 0.5 }),
  control('bad-time', running, { type: 'exercise.shift', by: -plan.length }),
  control('bad-time', running, { type: 'exercise.shift', by: 100 * 24 * HOUR }),
  control('bad-time', running, { type: 'exercise.shift', by: Number.MAX_SAFE_INTEGER }),
  control('bad-time', () => running().at('1h'), adjust(HOUR)),
  control('bad-time', running, adjust(plan.length + 1)),
  control('bad-time', running, adjust(1.5)),
  control('bad-time', running, change({ due: 0 })),
  control('bad-time', running, change({ due: plan.length + 1 })),
  control('bad-time', planned, change({ due: -1 })),
  control('bad-time', running, { ...enter, happened: 1 }),
  control('bad-time', running, { ...note, happened: -1 }),
  control('bad-time', running, { type: 'observation.note', text: 'T', happened: 1 }),
  control('unknown-phase', running, adjust(HOUR, 'after')),
  control('unknown-phase', running, adjust(HOUR, '$end')),
  control('bad-change', running, change({})),
  control('bad-change', running, change({ reason: 'R' })),
  control('unknown-inject', running, { type: 'inject.change', inject: 'gone', due: HOUR }),
  control('unknown-inject', running, { ...repeat, inject: 'gone' }),
  control('inject-gone', released, { type: 'inject.change', inject: 'call', title: 'T' }),
  control('inject-gone', () => running().control({ type: 'inject.skip', inject: 'late' }), {
    type: 'inject.change',
    inject: 'late',
    due: HOUR,
  }),
  control('no-receiver', running, change({ to: [] })),
  control('unknown-role', running, change({ to: ['duty', 'king'] })),
  control('empty-text', running, change({ title: ' ' })),
  control('empty-text', running, change({ body: {} })),
  control('empty-text', running, change({ body: { da: 'Dansk', en: ' ' } })),
  control('not-released', running, { ...repeat, inject: 'late' }),
  control('no-receiver', released, { ...repeat, to: [] }),
  control('unknown-role', released, { ...repeat, to: ['king'] }),
  control('unknown-role', running, { ...note, role: 'king' }),
  control('empty-text', running, { ...note, question: '' }),
  control('empty-text', running, { ...note, option: ' ' }),
  control('empty-text', running, { ...note, reason: '' }),
  control('fact-not-known', running, { ...note, facts: ['gossip'] }),
  control('fact-not-known', running, { ...enter, facts: ['gossip'] }),
  control('not-simulated', running, { ...call, from: 'duty' }),
  control('no-receiver', running, { ...call, with: [] }),
  control('unknown-role', running, { ...call, with: ['king'] }),
  control('own-role', running, { ...call, with: ['duty', 'press'] }),
  control('empty-text', running, { ...call, text: ' ' }),
  control('fact-not-known', running, { ...call, facts: ['gossip'] }),
  control('not-simulated', running, { type: 'simcell.play', role: 'duty', by: 'bot' }),
  control('unknown-item', running, { ...write, prepared: 'gone' }),
  control('unknown-item', running, { ...simulate, prepared: 'gone' }),
  control('unknown-entry', running, { ...mark, entry: 99 }),
  control('unknown-entry', running, { ...mark, entry: -1 }),
  control('unknown-entry', running, { type: 'observation.note', text: 'T', evidence: [0, 99] }),
  control('empty-text', running, { ...mark, text: ' ' }),
  control('closed', closed, mark),
  control('unknown-staff', running, { type: 'staff.hand', to: 'F2' }),
  by('unknown-staff', 'F1', { type: 'staff.hand', to: 'F1' }),
  by('unknown-staff', 'F1', { type: 'staff.hand', to: 'F9' }),
  by('unknown-staff', 'F1', { type: 'simcell.play', role: 'press', by: 'F3' }),
  by('unknown-staff', 'F1', { type: 'simcell.play', role: 'press', by: 'F9' }),
  by('unknown-staff', 'F1', { type: 'staff.leave', staff: 'F1' }),
  by('unknown-staff', 'F1', { type: 'staff.leave', staff: 'F9' }),
  by('unknown-staff', 'F1', { type: 'staff.join', staff: 'F2', kind: 'observer' }),
  by('unknown-staff', 'F1', { type: 'staff.join', staff: 'F5', kind: 'lead' }),
  by('unknown-staff', 'F1', { type: 'staff.join', staff: 'bot', kind: 'observer' }),
  ['unknown-staff', running, ENGINE, { type: 'staff.join', staff: 'F1', kind: 'observer' }],
  by('unknown-role', 'F1', {
    type: 'staff.join',
    staff: 'F5',
    kind: 'controller',
    lane: ['nowhere'],
  }),
  by('not-allowed', 'F9', { type: 'exercise.pause' }),
  by('not-allowed', 'F9', { type: 'exercise.pause', kind: 'real' }),
  by('lead-only', 'F2', { type: 'staff.join', staff: 'F5', kind: 'observer' }),
  by('lead-only', 'F2', { type: 'staff.leave', staff: 'F3' }),
  ['lead-only', staffed, seated('duty'), { type: 'staff.leave', staff: 'F3' }],
  by('not-your-part', 'F4', mark),
  by('not-your-part', 'F3', write),
  by('not-in-lane', 'F2', write),
  role('real-incident', real, { type: 'item.open', item: 'call' }),
  role('real-incident', real, { type: 'record.contest', about: {}, text: 'T' }),
  control('real-incident', real, { type: 'exercise.jump', to: HOUR }),
  control('real-incident', real, { type: 'exercise.shift', by: HOUR }),
  control('real-incident', real, { type: 'inject.release', inject: 'late' }),
  control('real-incident', real, simulate),
  control('real-incident', real, enter),
  by('lead-only', 'F2', { type: 'exercise.pause' }, stopped),
  by('lead-only', 'F2', { type: 'exercise.resume' }, stopped),
];

/** Given before the engine is asked: by whoever reads what a client sends. */
const AT_THE_DOOR: readonly RefusalCode[] = [
  'too-long',
  'malformed',
  'pseudonym-taken',
  'seat-in-use',
  'too-many-looks',
];

/** The state but for the number of the last line. */
function standing({ state }: Given): unknown {
  return { ...(dump(state) as object), seq: undefined };
}

describe('refused', () => {
  test.each(CASES)('%s', (code, where, by, input) => {
    const exercise = where();
    const before = standing(exercise);
    exercise.input(by, input).refused(code);
    expect(standing(exercise)).toEqual(before);
  });
});

test('every reason there is has its case', () => {
  const given = new Set([...CASES.map(([code]) => code), ...AT_THE_DOOR]);
  expect([...given].sort()).toEqual([...REFUSALS].sort());
});

test('every reason is told in Danish and in English, each in words of its own', () => {
  const texts = (['da', 'en'] as const).flatMap((lang) =>
    REFUSALS.map((code) => refusalText(code, lang)),
  );
  expect(new Set(texts).size).toBe(2 * REFUSALS.length);
  for (const text of texts) expect(text).toMatch(/\w.*\.$/);
});

test('bots fill no seats: a person can always sit down where one sits', () => {
  running()
    .input(ENGINE, { ...take, seat: 'bot:boss', bot: true })
    .input(ENGINE, take)
    .expect('seat.taken', { seat: 's1', bot: false })
    .input(ENGINE, { type: 'seat.leave', role: 'boss', seat: 's1' })
    .expect('seat.left')
    .input(ENGINE, { ...take, seat: 's2' })
    .expect('seat.taken');
});
