/** What is put before everybody: statements, and the shared situation picture by its marking. */
import { expect, test } from 'vitest';
import { roleView } from '../../../../engine/exercise/view.ts';
import { given, type Given } from '../../../support/given.ts';
import { scenario } from '../../../support/scenario.ts';

const plan = scenario({
  marking: 'TLP:GREEN',
  facts: { leak: {}, deep: { marking: 'TLP:RED' } },
  roles: {
    duty: { name: 'Duty', organisation: 'operator' },
    lead: { name: 'Lead', organisation: 'town', 'cleared-for': 'TLP:AMBER' },
    press: { name: 'Press', organisation: 'media', 'played-by': 'simcell' },
  },
  injects: { call: { at: '0m', facts: ['leak', 'deep'] } },
});
const begun = (): Given =>
  given(plan).startex().at('1m').as('duty', { type: 'item.open', item: 'call' });
const rows = (e: Given, role: string, wanted: string): readonly unknown[] =>
  roleView(e.state, role).flatMap(([collection, , row]) => (collection === wanted ? [row] : []));
const picture = (e: Given, more: object = {}): Given =>
  e.as('duty', { type: 'picture.update', section: 'situation', text: 'Files are locked', ...more });

test('a statement is everybody’s, and opening it makes known what it says', () => {
  const exercise = begun().as('duty', {
    type: 'statement.publish',
    outlet: 'web',
    title: 'We are hit',
    body: 'More at noon.',
    facts: ['leak'],
  });
  exercise.expect('statement.published', { statement: 'statement.1', role: 'duty', outlet: 'web' });
  for (const role of ['duty', 'lead', 'press']) {
    expect(rows(exercise, role, 'statements')).toMatchObject([{ title: 'We are hit', at: 60_000 }]);
  }
  exercise
    .expectNo('fact.known')
    .at('4m')
    .as('lead', { type: 'item.open', item: 'statement.1' })
    .expect('fact.known', { fact: 'leak', role: 'lead', item: 'statement.1' });
  expect(rows(exercise, 'lead', 'statements')).toMatchObject([{ opened: 240_000 }]);
  expect(rows(exercise, 'press', 'statements')).not.toMatchObject([{ opened: 240_000 }]);
  exercise
    .as('lead', { type: 'item.open', item: 'statement.1' })
    .expectNo('item.opened')
    .as('lead', { type: 'item.acknowledge', item: 'statement.1' })
    .refused('unknown-item');
});

test('statements and pictures are numbered each for themselves, and versions by section', () => {
  const exercise = picture(picture(begun()), { section: 'outlook' });
  picture(exercise).expect('picture.updated', {
    picture: 'picture.3',
    section: 'situation',
    version: 2,
  });
  exercise
    .as('lead', { type: 'statement.publish', outlet: 'press', title: 'T', body: 'B' })
    .expect('statement.published', { statement: 'statement.1' });
});

test('its marking is the exercise’s own, or that of the closest fact, or a closer one', () => {
  picture(begun()).expect('picture.updated', { marking: 'TLP:GREEN' });
  picture(begun(), { facts: ['leak'] }).expect('picture.updated', { marking: 'TLP:GREEN' });
  picture(begun(), { facts: ['leak', 'deep'] }).expect('picture.updated', { marking: 'TLP:RED' });
  picture(begun(), { marking: 'TLP:AMBER' }).expect('picture.updated', { marking: 'TLP:AMBER' });
  picture(begun(), { marking: 'TLP:CLEAR' }).expect('picture.updated', { marking: 'TLP:CLEAR' });
  picture(begun(), { facts: ['deep'], marking: 'TLP:AMBER+STRICT' }).refused('marking-too-open');
});

test('who is not cleared for it does not see it, and cannot tell that it is there', () => {
  const exercise = picture(picture(begun()), { text: 'The cause is known', facts: ['deep'] });
  expect(rows(exercise, 'lead', 'picture')).toMatchObject([{ version: 1 }]);
  expect(rows(exercise, 'press', 'picture')).toHaveLength(2);
  expect(rows(exercise, 'duty', 'picture')).toHaveLength(2);
  exercise
    .as('lead', { type: 'item.open', item: 'picture.2' })
    .refused('unknown-item')
    .as('lead', { type: 'item.open', item: 'picture.9' })
    .refused('unknown-item')
    .as('press', { type: 'item.open', item: 'picture.2' })
    .expect('fact.known', { fact: 'deep', role: 'press' });
});

test('who wrote a version sees it, whatever it is marked', () => {
  const exercise = begun().as('lead', {
    type: 'picture.update',
    section: 'situation',
    text: 'Ours',
    marking: 'TLP:RED',
  });
  expect(rows(exercise, 'lead', 'picture')).toMatchObject([{ text: 'Ours' }]);
});
