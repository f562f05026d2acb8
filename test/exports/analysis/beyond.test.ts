/** An exercise with acts that the plan does not have: the analysis tells them, every format writes them. */
import { expect, test } from 'vitest';
import { replay } from '../../../engine/exercise/replay.ts';
import { events as danish } from '../../../exports/danish/events.ts';
import { events as english } from '../../../exports/english/events.ts';
import { analyse, type Analysis } from '../../../exports/analysis/analysis.ts';
import { renderCsv } from '../../../exports/formats/csv.ts';
import { renderHtml } from '../../../exports/formats/html.ts';
import { renderJson } from '../../../exports/formats/json.ts';
import { renderMarkdown } from '../../../exports/formats/markdown.ts';
import { speaker } from '../../../exports/formats/words.ts';
import { entriesOf } from '../../support/conduct.ts';
import { given } from '../../support/given.ts';
import { scenario } from '../../support/scenario.ts';

const plan = scenario({
  facts: { leak: {}, deep: { marking: 'TLP:RED' } },
  roles: {
    duty: { name: 'Duty', organisation: 'operator' },
    boss: { name: 'Boss', organisation: 'operator' },
    lead: { name: 'Lead', organisation: 'town', 'cleared-for': 'TLP:AMBER' },
    press: { name: 'Press', organisation: 'media', 'played-by': 'simcell' },
  },
  tasks: { warn: { needs: ['leak'], within: '2h' } },
  injects: {
    call: {
      at: '0m',
      facts: ['leak', 'deep'],
      expect: [
        { role: 'duty', does: 'answer', within: '10m' },
        { role: 'duty', does: 'acknowledge', within: '10m' },
      ],
    },
  },
});

const { drafts } = given(plan)
  .startex()
  .at('1m')
  .as('duty', { type: 'item.open', item: 'call' })
  .as('duty', { type: 'outside.report', about: { inject: 'call' }, text: 'By telephone' })
  .as('duty', { type: 'message.send', to: [], outside: 'The supplier', body: 'Come' })
  .as('boss', { type: 'task.assign', task: 'warn', to: 'duty', as: 'responsible' })
  .as('duty', { type: 'handover.accept', task: 'warn', from: 'boss' })
  .at('5m')
  .as('duty', {
    type: 'statement.publish',
    outlet: 'press',
    title: 'Hit',
    body: 'More at noon',
    facts: ['leak'],
  })
  .as('duty', { type: 'picture.update', section: 'situation', text: 'Why', facts: ['deep'] })
  .as('duty', { type: 'picture.update', section: 'consequences', text: 'Much' })
  .at('9m')
  .as('lead', { type: 'item.open', item: 'statement.1' })
  .as('lead', { type: 'item.open', item: 'picture.2' })
  .as('duty', {
    type: 'decision.raise',
    question: 'Send people home?',
    options: ['Yes', 'No'],
    within: 600_000,
    with: ['boss'],
  })
  .as('boss', {
    type: 'decision.record',
    decision: 'raised.1',
    option: 'option-2',
    reason: 'Needed here',
  })
  .as('duty', { type: 'task.finish', task: 'warn', note: 'Told them', outside: true })
  .as('boss', { type: 'record.contest', about: { task: 'warn' }, text: 'It was I' })
  .at('4h')
  .control({ type: 'exercise.close' });
const entries = entriesOf(drafts);

const meta = { digest: 'd'.repeat(64), entries: entries.length, engine: '0.0.0' };
const analysed = (): Analysis => analyse(entries);

test('the journal replays', () => {
  expect(replay(entries).differs).toBeUndefined();
});

test('done outside the tool is neither done nor not done', () => {
  const statuses = analysed().obligations.rows.map(({ does, status }) => [does, status]);
  expect(statuses).toEqual([
    ['answer', 'outside'],
    ['acknowledge', 'outside'],
  ]);
  expect(renderMarkdown(analysed(), 'en', meta)).toContain(
    '2 were reported done outside the tool.',
  );
  expect(renderMarkdown(analysed(), 'da', meta)).toContain('uden om værktøjet');
  expect(renderCsv(analysed(), 'en')['obligations.csv']).toContain('outside');
});

test('what is put before everybody delivers its facts, and passes them on', () => {
  const { facts } = analysed().flow;
  const leak = facts.find(({ fact }) => fact === 'leak')!.roles;
  expect(leak.find(({ role }) => role === 'duty')).toMatchObject({ usedAt: 300_000 });
  expect(leak.find(({ role }) => role === 'lead')).toMatchObject({
    deliveredAt: 300_000,
    knownAt: 540_000,
  });
  expect(leak.find(({ role }) => role === 'boss')).toMatchObject({ deliveredAt: 300_000 });
  // The lead may not see what is marked so strictly, and so it was never there for them.
  const deep = facts.find(({ fact }) => fact === 'deep')!.roles.map(({ role }) => role);
  expect(deep).toEqual(['duty', 'boss', 'press']);
});

test('an opened publication is named by what it is', () => {
  const told = { en: speaker(analysed(), 'en'), da: speaker(analysed(), 'da') };
  const tells = { en: english, da: danish };
  const open = (lang: 'da' | 'en', item: string): string =>
    tells[lang]['item.opened']({ type: 'item.opened', role: 'lead', item }, told[lang]);
  expect(open('en', 'statement.1')).toBe('Lead opens the statement “Hit”');
  expect(open('da', 'statement.1')).toBe('Lead åbner udtalelsen »Hit«');
  expect(open('en', 'picture.2')).toBe('Lead opens the situation picture, consequences, version 1');
  expect(open('da', 'picture.2')).toBe('Lead åbner situationsbilledet, konsekvenser, version 1');
  expect(open('en', 'msg.1')).toBe('Lead opens message msg.1');
});

test('every format tells it in words, and no id of a raised decision stands for its name', () => {
  const all = analysed();
  for (const lang of ['da', 'en'] as const) {
    const pages = [renderMarkdown(all, lang, meta), renderHtml(all, lang, meta)];
    for (const page of pages) {
      expect(page).toContain('Send people home?');
      expect(page).not.toMatch(/undefined|\[object|NaN|raised\.1|statement\.1|picture\.1/);
    }
    expect(Object.values(renderCsv(all, lang)).join('\n')).not.toMatch(/undefined|\[object|NaN/);
  }
  expect(() => JSON.parse(renderJson(all, meta)) as unknown).not.toThrow();
});
