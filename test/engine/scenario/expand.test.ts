/** Parameters and templates: what one row that stands for several becomes, and where it leads back. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../../engine/plan/compile.ts';
import type { Plan } from '../../../engine/plan/plan.ts';
import { checkScenario, type Given } from '../../../engine/scenario/check.ts';
import type { Problem } from '../../../engine/scenario/problem.ts';
import { slugOf } from '../../../engine/scenario/template.ts';
import { given } from '../../support/given.ts';
import { catalogue } from '../../support/scenario.ts';

const HEAD = `beredt: 1
id: towns
version: 1.0.0
title: "\${customers} customers"
kind: cross-sector
languages: [en]
starts: 2026-09-18T02:10 Europe/Copenhagen
length: 4h
pace: 12
begins: alarm
parameters: { customers: 3, grace: 20m, sender: Guard }
phases: { alarm: { title: Alarm } }
`;
const REST = `
organisations:
  operator: { name: Operator }
  town:
    name: "\${each} Kommune"
    each: [Nordby, { name: Rødby, residents: 12000 }, { name: Vest, id: west, residents: 800 }]
roles:
  duty: { name: Duty, organisation: operator }
  lead: { name: "Crisis lead of \${each}", organisation: town }
facts:
  down: { text: Systems are down }
  care: { each: town, text: "Care in \${each} works on paper" }
tasks:
  warn:
    each: town
    title: "Warn \${each}"
    accountable: lead
    responsible: [lead]
    consulted: [duty]
    needs: [down, care]
    starts: { fact: care, opened-by: lead }
    within: \${grace}
injects:
  call:
    at: 0m
    from: { name: "\${sender}" }
    to: [town, duty]
    channel: phone
    title: "\$\${price} for \${customers}"
    body: Everything is down
    facts: [down]
    expect: [{ id: told, role: lead, does: acknowledge, within: 10m }]
  paper:
    each: town
    after: { inject: call, delay: 5m }
    from: { name: Care }
    to: lead
    channel: email
    title: Paper
    body: "\${each} is on paper"
    facts: [care]
    expect:
      - { id: answered, role: lead, does: answer, within: 10m }
      - { role: lead, does: task, task: warn }
    if-not: nudge
  nudge: { each: town, from: { name: Care }, to: lead, channel: sms, title: Well?, body: Well? }
  watch:
    when: { expectation: told/town/roedby/lead, is: overdue }
    from: { name: Care }
    to: [duty]
    channel: sms
    title: Rødby
    body: No word from Rødby
`;

function check(text: string, facts: Given = {}): ReturnType<typeof checkScenario> {
  return checkScenario([{ name: 'scenario.yaml', text }], catalogue, facts);
}

function plan(text = HEAD + REST, facts: Given = {}): Plan {
  const { scenario, problems } = check(text, facts);
  const errors = problems.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code, path, params }) => [code, path, params])).toEqual([]);
  return compile(scenario!, catalogue);
}

const ids = (rows: readonly { readonly id: string }[]): readonly string[] => rows.map((r) => r.id);
const only = <T>(list: readonly T[]): T => {
  expect(list).toHaveLength(1);
  return list[0] as T;
};
const at = ({ place }: Problem): string => `${place.line}:${place.column}`;

describe('templates', () => {
  const towns = plan();

  test('an organisation becomes its instances, and its roles become theirs', () => {
    expect(ids(towns.organisations)).toEqual([
      'operator',
      'town/nordby',
      'town/roedby',
      'town/west',
    ]);
    expect(ids(towns.roles)).toEqual([
      'duty',
      'town/nordby/lead',
      'town/roedby/lead',
      'town/west/lead',
    ]);
    expect(towns.organisations[2]?.name).toBe('Rødby Kommune');
    expect(towns.roles[3]).toMatchObject({
      name: 'Crisis lead of Vest',
      organisation: 'town/west',
    });
  });

  test('in a repeated row a template means the same instance’s', () => {
    const warn = towns.tasks.find(({ id }) => id === 'warn/roedby');
    expect(warn).toMatchObject({
      title: 'Warn Rødby',
      accountable: ['town/roedby/lead'],
      consulted: ['duty'],
      needs: ['down', 'care/roedby'],
      starts: { type: 'fact', fact: 'care/roedby', by: ['town/roedby/lead'], mode: 'any' },
    });
    expect(towns.injects.find(({ id }) => id === 'paper/west')).toMatchObject({
      to: ['town/west/lead'],
      facts: ['care/west'],
      ifNot: 'nudge/west',
      body: 'Vest is on paper',
    });
  });

  test('elsewhere a template in a list means every instance', () => {
    const call = towns.injects.find(({ id }) => id === 'call');
    expect(call?.to).toEqual(['town/nordby/lead', 'town/roedby/lead', 'town/west/lead', 'duty']);
  });

  test('expectations are called by instance, and conditions find them', () => {
    const names = ids(towns.expectations.filter(({ inject }) => inject === 'paper/nordby'));
    expect(names).toEqual(['answered/nordby', 'paper/nordby.2']);
    const exercise = given(towns).startex().at('1m');
    exercise.as('town/nordby/lead', { type: 'item.acknowledge', item: 'call' });
    exercise.at('10m').expect('obligation.overdue', { obligation: 'told/town/roedby/lead' });
    exercise.expect('inject.released', { inject: 'watch' });
    exercise.at('15m').expect('inject.released', { inject: 'nudge/west' });
  });

  test('an instance can stand alone: its task starts by its own fact, and no other’s', () => {
    const exercise = given(towns).startex().at('5m');
    exercise.as('town/west/lead', { type: 'item.open', item: 'paper/west' });
    exercise.expect('task.started', { task: 'warn/west', due: 25 * 60_000 });
    exercise.expectNo('task.started', { task: 'warn/nordby' });
  });

  test('a mistake in a template is said once, where its author wrote it', () => {
    const wrong = only(
      check(HEAD + REST.replace('consulted: [duty]', 'consulted: [duty, dutty]')).problems,
    );
    expect([wrong.code, wrong.suggestion, at(wrong)]).toEqual([
      'unknown-reference',
      'duty',
      `${lineOf('consulted')}:23`,
    ]);
  });

  test('a place in a list leads back past what a template put in before it', () => {
    const wrong = only(check(HEAD + REST.replace('to: [town, duty]', 'to: [town, duti]')).problems);
    expect([wrong.path, at(wrong)]).toEqual(['injects.call.to[3]', `${lineOf('to: [town')}:16`]);
  });

  test('ids that only expansion makes cannot be written', () => {
    const wrong = check(
      HEAD +
        REST.replace(
          '  duty: { name: Duty',
          '  "town/nordby/duty": { name: X, organisation: operator }\n  duty: { name: Duty',
        ),
    );
    expect(wrong.problems.map(({ code }) => code)).toContain('bad-id');
    expect(wrong.scenario).toBeUndefined();
  });
});

function lineOf(words: string): number {
  return (HEAD + REST).split('\n').findIndex((line) => line.includes(words)) + 1;
}

describe('parameters', () => {
  test('stand for texts, times and numbers; $$ keeps the signs', () => {
    const { title, tasks, injects } = plan();
    expect(title).toBe('3 customers');
    expect(tasks[0]?.within).toBe(20 * 60_000);
    expect(injects[0]?.title).toBe('${price} for 3');
    expect(injects[0]?.from).toEqual({ name: 'Guard' });
    const paced = HEAD.replace('pace: 12', 'pace: ${customers}') + REST;
    expect(plan(paced).pace).toBe(3);
  });

  test('can be set from outside, each as the type it has', () => {
    const set = plan(HEAD + REST, { set: { customers: '40', sender: 'Vagten' } });
    expect([set.title, set.injects[0]?.from]).toEqual(['40 customers', { name: 'Vagten' }]);
  });

  test('that nobody knows are refused with the nearest name', () => {
    const wrong = only(check(HEAD + REST, { set: { custmers: '4' } }).problems);
    expect([wrong.code, wrong.suggestion]).toEqual(['unknown-setting', 'customers']);
    const loose = only(
      check(HEAD + REST.replace('Systems are down', '"${each} is down"')).problems,
    );
    expect([loose.code, loose.params['name']]).toEqual(['unknown-parameter', 'each']);
  });

  test('from outside are hostile until checked', () => {
    for (const sender of ['\u001b[2J', 'x'.repeat(2_001)]) {
      expect(only(check(HEAD + REST, { set: { sender } }).problems).code).toBe('bad-setting');
    }
    expect(only(check(HEAD + REST, { set: { customers: '' } }).problems).code).toBe('bad-setting');
    const html = plan(HEAD + REST, { set: { sender: '${grace}<script>' } });
    // A value is put in as it is: it is not looked through for names in its turn.
    expect(html.injects[0]?.from).toEqual({ name: '${grace}<script>' });
  });
});

test.each([
  ['Rødby Ny', 'roedby-ny'],
  ['  Ærøskøbing ', 'aeroeskoebing'],
  ['Århus/Vest', 'aarhus-vest'],
  ['Évora', 'evora'],
  ['---', ''],
])('%s is called %s in ids', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
