/** What control makes of the script: other times, receivers and words, and what is released again. */
import { describe, expect, test } from 'vitest';
import { controlView } from '../../../engine/exercise/overview.ts';
import { replay } from '../../../engine/exercise/replay.ts';
import { roleView } from '../../../engine/exercise/view.ts';
import { given, ms, type Given } from '../../support/given.ts';
import { scenario } from '../../support/scenario.ts';

const plan = scenario({
  facts: { leak: {} },
  injects: {
    call: {
      at: '10m',
      to: ['duty', 'lead'],
      facts: ['leak'],
      marking: 'TLP:AMBER',
      expect: [
        { role: 'duty', does: 'open', within: '10m' },
        { role: 'duty', does: 'acknowledge', within: '20m' },
        { id: 'reply', role: ['duty', 'lead'], does: 'answer', within: '30m' },
      ],
    },
    next: { after: { inject: 'call', is: 'answered', delay: '5m' } },
    whole: { when: { expectation: 'reply', is: 'met' } },
    byhand: { manual: true },
  },
  decisions: { cut: {} },
});
const control = ({ state }: Given, collection: string, key: string) =>
  controlView(state).find(([name, id]) => name === collection && id === key)?.[2];
const items = ({ state }: Given, role: string) =>
  new Map(
    roleView(state, role).flatMap(([name, id, row]) => (name === 'items' ? [[id, row]] : [])),
  );
const released = (exercise: Given, inject: string) =>
  exercise.minutes('inject.released', { inject });
const change = (exercise: Given, inject: string, what: object): Given =>
  exercise.control({ type: 'inject.change', inject, ...what });

describe('another time', () => {
  test('before STARTEX, also STARTEX itself', () => {
    const moved = change(given(plan), 'call', { due: 0 });
    expect(control(moved, 'injects', 'call')).toMatchObject({ due: 0, planned: ms('10m') });
    expect(released(moved.startex().at('1h'), 'call')).toEqual([0]);
  });

  test('there, away and back: it comes once, at the last of them, also after a hold', () => {
    const exercise = given(plan).startex();
    for (const due of ['30m', '20m', '10m', '40m', '20m'])
      change(exercise, 'call', { due: ms(due) });
    exercise.control({ type: 'inject.hold', inject: 'call' }).at('15m');
    change(exercise, 'call', { due: ms('25m') }).control({ type: 'inject.unhold', inject: 'call' });
    expect(control(exercise, 'injects', 'call')).toMatchObject({ planned: ms('10m') });
    exercise.at('1h');
    expect(released(exercise, 'call')).toEqual([25]);
    expect(replay(exercise.entries).differs).toBeUndefined();
  });

  test('for one without any, whose trigger then counts no more', () => {
    const exercise = change(change(given(plan).startex(), 'byhand', { due: ms('7m') }), 'next', {
      due: ms('1h'),
    });
    change(exercise, 'next', { due: ms('2h') });
    expect(control(exercise, 'injects', 'next')).toMatchObject({ due: ms('2h') });
    expect(control(exercise, 'injects', 'next')).not.toHaveProperty('planned');
    exercise
      .at('12m')
      .as('duty', { type: 'message.send', to: ['boss'], replyTo: 'call', body: 'Ja' })
      .expectNo('inject.scheduled')
      .at('3h');
    expect([released(exercise, 'byhand'), released(exercise, 'next')]).toEqual([[7], [120]]);
  });
});

describe('other receivers', () => {
  test('spare those who no longer get it, and nobody waits for them', () => {
    const exercise = change(given(plan).startex(), 'call', { to: ['duty', 'boss', 'duty'] }).at(
      '10m',
    );
    exercise.expect('inject.released', { inject: 'call', to: ['duty', 'boss'] });
    exercise.expectNo('obligation.opened', { obligation: 'reply/lead' });
    expect([items(exercise, 'boss').has('call'), items(exercise, 'lead').has('call')]).toEqual([
      true,
      false,
    ]);
    expect(control(exercise, 'injects', 'call')).toMatchObject({ changed: true });
    exercise
      .as('duty', { type: 'message.send', to: ['boss'], replyTo: 'call', body: 'Ja' })
      .expect('obligation.met', { obligation: 'reply/duty' })
      .expect('inject.released', { inject: 'whole' });
  });

  test('who gets it again owes again', () => {
    const exercise = given(plan).startex();
    change(change(exercise, 'call', { to: ['boss'] }), 'call', { to: ['lead'] }).at('10m');
    exercise.expect('obligation.opened', { obligation: 'reply/lead' });
    exercise.expectNo('obligation.opened', { obligation: 'reply/duty' });
  });
});

test('other words are all that anybody sees of it', () => {
  const body = { da: 'Nye ord', en: 'New words' };
  const exercise = change(given(plan).startex(), 'call', {
    title: 'Ny',
    body,
    reason: 'Hemmelig',
  }).at('10m');
  expect(items(exercise, 'duty').get('call')).toMatchObject({ title: 'Ny', body });
  for (const role of ['duty', 'lead']) {
    expect(JSON.stringify(roleView(exercise.state, role))).not.toMatch(/About call|Hemmelig/);
  }
});

describe('a repeat', () => {
  const repeated = (to?: readonly string[]): Given =>
    given(plan)
      .startex()
      .at('15m')
      .control({ type: 'inject.repeat', inject: 'call', ...(to ? { to } : {}) });

  test('is the same once more, with its marking and facts, to the same or to others', () => {
    repeated().expect('inject.released', { inject: 'adhoc.1', to: ['duty', 'lead'] });
    const exercise = repeated(['boss']).as('boss', { type: 'item.open', item: 'adhoc.1' });
    exercise.expect('fact.known', { fact: 'leak', role: 'boss', item: 'adhoc.1' });
    const { title, body, marking } = items(exercise, 'boss').get('adhoc.1') as never;
    expect({ title, body, marking }).toEqual({
      ...{ title: 'call', body: 'About call', marking: 'TLP:AMBER' },
    });
    expect(items(exercise, 'duty').has('adhoc.1')).toBe(false);
  });

  test('of a repeat repeats the first', () => {
    const exercise = repeated().control({ type: 'inject.repeat', inject: 'adhoc.1' });
    expect(control(exercise, 'injects', 'adhoc.2')).toMatchObject({ repeats: 'call' });
  });

  test('opened, acknowledged or answered is what was expected of the first, and lets it go on', () => {
    repeated()
      .as('duty', { type: 'item.acknowledge', item: 'adhoc.1' })
      .expect('obligation.met', { obligation: 'call.1' })
      .expect('obligation.met', { obligation: 'call.2' })
      .as('duty', { type: 'message.send', to: ['boss'], replyTo: 'adhoc.1', body: 'Ja' })
      .expect('obligation.met', { obligation: 'reply/duty' })
      .expect('inject.scheduled', { inject: 'next', due: ms('20m') });
    repeated()
      .as('lead', { type: 'outside.report', about: { inject: 'adhoc.1' }, text: 'Ringede' })
      .expect('obligation.outside', { obligation: 'reply/lead' });
  });
});

describe('said and written down', () => {
  test('what was said in a call is known to those in it, and to nobody else', () => {
    const exercise = given(plan)
      .startex()
      .control({
        type: 'simcell.call',
        from: 'press',
        with: ['lead', 'lead'],
        text: 'Ved I det?',
        facts: ['leak'],
      })
      .expect('call.noted', { call: 'call.1', with: ['lead'] })
      .expect('fact.known', { fact: 'leak', role: 'lead', item: 'call.1' });
    expect(exercise.minutes('fact.known')).toHaveLength(1);
    expect(control(exercise, 'calls', 'call.1')).toMatchObject({ by: 'Lead', text: 'Ved I det?' });
    for (const { id } of plan.roles) {
      expect(JSON.stringify(roleView(exercise.state, id))).not.toMatch(/Ved I det|call\.1/);
    }
  });

  test('a decision that nobody planned stands made, with when it was made beside when it was entered', () => {
    const exercise = given(plan)
      .startex()
      .at('30m')
      .control({
        ...{ type: 'decision.note', question: 'Lukke?', option: 'Ja', role: 'lead' },
        ...{ reason: 'Sagt højt', facts: ['leak'], happened: ms('20m') },
      })
      .expect('decision.raised', { decision: 'raised.1', role: 'lead' });
    const made = { option: '1', at: ms('30m'), happened: ms('20m'), how: 'control' };
    expect(control(exercise, 'decisions', 'raised.1')).toMatchObject({ made });
    expect(roleView(exercise.state, 'lead').filter(([, key]) => key === 'raised.1')).toHaveLength(
      1,
    );
    exercise.at('4h').expectNo('decision.recorded');
  });

  test('a decision of the plan can be entered late', () => {
    given(plan)
      .startex()
      .at('20m')
      .control({
        ...{ type: 'decision.enter', decision: 'cut', option: 'cut', role: 'boss' },
        ...{ reason: 'Sagt højt', happened: 0 },
      })
      .expect('decision.recorded', { decision: 'cut', how: 'control', happened: 0 });
  });

  test('observations carry evidence; bookmarks and corrections stand beside, and change nothing', () => {
    const exercise = given(plan)
      .startex()
      .at('20m')
      .control({ type: 'observation.note', text: 'Ro', evidence: [2, 3], happened: ms('5m') });
    const before = exercise.entries.slice();
    exercise
      .control({ type: 'record.note', entry: 3, kind: 'correction', text: 'Nej' })
      .expect('record.noted', { note: 'note.1' });
    expect(control(exercise, 'observations', '1')).toMatchObject({
      ...{ evidence: [2, 3], happened: ms('5m'), at: ms('20m') },
    });
    expect(control(exercise, 'notes', 'note.1')).toMatchObject({ entry: 3, by: 'Lead' });
    expect(exercise.entries.slice(0, before.length)).toEqual(before);
  });

  test('a role is not told that a message to it was prepared', () => {
    const bank = [
      {
        ...{ id: 'denial', title: 'Nej', body: 'Ingen kommentar', channel: 'email' as const },
        ...{ from: { role: 'press' }, facts: [], to: [] },
      },
    ];
    const exercise = given({ ...plan, bank })
      .startex()
      .control({
        type: 'simcell.send',
        from: 'press',
        to: ['lead'],
        body: 'Nej',
        prepared: 'denial',
      })
      .expect('message.sent', { prepared: 'denial' });
    expect(control(exercise, 'bank', 'denial')).toMatchObject({ from: { role: 'press' } });
    expect(JSON.stringify(roleView(exercise.state, 'lead'))).not.toMatch(/denial|prepared/);
  });
});
