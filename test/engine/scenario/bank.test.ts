/** The bank: prepared texts, what can be wrong with one, and what becomes of it in the Plan. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../../engine/plan/compile.ts';
import { planDigest } from '../../../engine/exercise/replay.ts';
import type { Plan } from '../../../engine/plan/plan.ts';
import { checkScenario } from '../../../engine/scenario/check.ts';
import { catalogue, check, files, SCENARIO, spoilt } from './fixture.ts';

const bank = (rows: string, text = SCENARIO): string => `${text}bank:\n${rows}\n`;
const ROW = 'channel: phone, title: { da: T, en: T }, body: { da: B, en: B }';
const found = (text: string): readonly string[] =>
  check(text).problems.map(({ code, path, severity }) => `${severity} ${code} ${path}`);

function planOf(text: string): Plan {
  const { scenario, problems } = checkScenario(files(text), catalogue);
  if (!scenario) throw new Error(problems.map(({ code, path }) => `${code} ${path}`).join());
  return compile(scenario, catalogue);
}

describe('what the checker says of a row', () => {
  test.each<readonly [what: string, row: string, said: readonly string[]]>([
    ['a simulated role’s text is right', `x: { from: press, ${ROW} }`, []],
    ['so is an outsider’s', `x: { from: { name: Mor, played-by: simcell }, ${ROW} }`, []],
    [
      'a role that does not exist',
      `x: { from: pres, ${ROW} }`,
      ['error unknown-reference bank.x.from'],
    ],
    ['a participant’s role', `x: { from: lead, ${ROW} }`, ['error bank-sender bank.x.from']],
    [
      'a receiver that does not exist',
      `x: { from: press, to: [led], ${ROW} }`,
      ['error unknown-reference bank.x.to[0]'],
    ],
    [
      'a fact that does not exist',
      `x: { from: press, facts: [leek], ${ROW} }`,
      ['error unknown-reference bank.x.facts[0]'],
    ],
    [
      'a channel that does not exist',
      `x: { from: press, ${ROW.replace('phone', 'fone')} }`,
      ['error not-allowed bank.x.channel'],
    ],
    [
      'a language left out',
      `x: { from: press, ${ROW.replace(', en: B', '')} }`,
      ['error missing-language bank.x.body'],
    ],
    [
      'a language left out of a note',
      `x: { from: press, notes: { da: N }, ${ROW} }`,
      ['warning missing-language bank.x.notes'],
    ],
    [
      'nothing but blanks',
      `x: { from: { name: ' ' }, ${ROW.replace('en: B', "en: '  '")} }`,
      ['error empty-value bank.x.from.name', 'error empty-value bank.x.body'],
    ],
    [
      'no text',
      `x: { from: press, ${ROW.replace('{ da: B, en: B }', "''")} }`,
      ['error empty-value bank.x.body'],
    ],
    [
      'an organisation whose roles are all simulated',
      `x: { from: { name: N }, to: media, ${ROW} }`,
      ['warning reaches-nobody bank.x.to'],
    ],
    [
      'itself, and somebody twice',
      `x: { from: press, to: [lead, press, lead], ${ROW} }`,
      ['warning sender-receives bank.x.to[1]', 'warning duplicate-entry bank.x.to[2]'],
    ],
    ['a time', `x: { at: 1h, from: press, ${ROW} }`, ['error unknown-key bank.x.at']],
    ['an inject’s id', `call: { from: press, ${ROW} }`, ['error bank-id-taken bank.call']],
    [
      'the same words twice',
      `x: { from: press, ${ROW} }\n  y: { from: press, ${ROW} }`,
      ['warning identical-rows bank.y'],
    ],
  ])('%s', (_, row, said) => {
    expect(found(bank(`  ${row}`))).toEqual(said);
  });

  test('the same id twice, in two files', () => {
    const more = { name: 'bank.yaml', text: `bank:\n  x: { from: press, ${ROW} }\n` };
    const { problems } = check(bank(`  x: { from: { name: N }, ${ROW} }`), more);
    expect(problems.map(({ code }) => code)).toEqual(['duplicate-id']);
  });

  test('a text that tells more than its receivers are cleared for', () => {
    const cleared = spoilt(
      'organisation: town }',
      'organisation: town, cleared-for: TLP:GREEN }',
    ).replace('to: all\n    channel: sitrep', 'to: operator\n    channel: sitrep');
    const tells = (fact: string): string =>
      bank(`  x: { from: press, to: [lead], facts: [${fact}], ${ROW} }`, cleared);
    expect(found(tells('encrypted'))).not.toContain('warning marking-not-cleared bank.x.to[0]');
    expect(found(tells('leak'))).toContain('warning marking-not-cleared bank.x.to[0]');
  });

  test('what only the bank tells counts as told by nothing: control may never send it', () => {
    const text = bank(`  x: { from: press, facts: [leak], ${ROW} }`).replace(
      '    facts: [leak]\n',
      '',
    );
    expect(found(text)).toContain('error fact-not-carried facts.leak');
  });
});

describe('in the Plan', () => {
  test('defaults are filled in, organisations are their roles, and notes stay', () => {
    const { bank: rows } = planOf(
      bank(
        `  x: { from: press, to: operator, facts: [leak], notes: N, ${ROW} }\n  y: { from: { name: Mor }, ${ROW} }`,
      ),
    );
    const text = { da: 'T', en: 'T' };
    const body = { da: 'B', en: 'B' };
    expect(rows).toEqual([
      {
        ...{ id: 'x', title: text, body, from: { role: 'press' }, channel: 'phone' },
        ...{ facts: ['leak'], to: ['duty', 'boss'], notes: 'N' },
      },
      {
        ...{ id: 'y', title: text, body, from: { name: 'Mor' }, channel: 'phone' },
        ...{ facts: [], to: [] },
      },
    ]);
  });

  test('a scenario without one has the Plan it always had', () => {
    expect(planOf(SCENARIO)).not.toHaveProperty('bank');
    const empty = checkScenario(files(`${SCENARIO}bank:\n`), catalogue);
    expect(empty.problems.map(({ code }) => code)).toEqual(['empty-value']);
  });

  test('the digest covers it', () => {
    const one = planOf(bank(`  x: { from: press, ${ROW} }`));
    const other = planOf(bank(`  x: { from: press, ${ROW.replace('en: B', 'en: C')} }`));
    expect(planDigest(one)).not.toBe(planDigest(other));
  });

  test('a row is repeated for a template, and filled in with its values', () => {
    const text = spoilt(
      '  media: { name: Avisen }\n',
      `  media: { name: Avisen }\n  paper: { name: "\${each} Avis", each: [Nordby, Sundby] }\n`,
    ).replace(
      '\nroles:\n',
      '\nroles:\n  reporter: { name: "Reporter, ${each}", organisation: paper, played-by: simcell }\n',
    );
    const plan = planOf(
      bank(
        `  again: { each: paper, from: reporter, to: lead, channel: phone, title: "\${each}", body: "\${each} ringer \${times} gange" }`,
        text.replace('begins: alarm\n', 'begins: alarm\nparameters: { times: 3 }\n'),
      ),
    );
    expect(plan.bank?.map(({ id, from, title, body }) => [id, from, title, body])).toEqual([
      ['again/nordby', { role: 'paper/nordby/reporter' }, 'Nordby', 'Nordby ringer 3 gange'],
      ['again/sundby', { role: 'paper/sundby/reporter' }, 'Sundby', 'Sundby ringer 3 gange'],
    ]);
  });
});
