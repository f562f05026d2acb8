/** Out and in again: every field of every inject is as it was. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { compile } from '../../../engine/plan/compile.ts';
import { checkScenario } from '../../../engine/scenario/check.ts';
import { ROWS } from '../../../engine/scenario/schema.ts';
import { say, unwrap } from '../../../engine/scenario/text.ts';
import { readDuration } from '../../../engine/scenario/time.ts';
import { baseOf } from '../../../exports/msel/base.ts';
import {
  exactDuration,
  exactTime,
  flow,
  neutralise,
  readFlow,
  restore,
} from '../../../exports/msel/cell.ts';
import { renderMselCsv } from '../../../exports/msel/csv.ts';
import { withoutInjects } from '../../../exports/msel/cut.ts';
import { readDelimited } from '../../../exports/msel/delimited.ts';
import { textOf } from '../../../exports/msel/row.ts';
import { renderScript } from '../../../exports/msel/script.ts';
import { readWorkbook } from '../../../exports/msel/workbook.ts';
import { wrap } from '../../../exports/msel/wrap.ts';
import { renderMselXlsx } from '../../../exports/msel/xlsx.ts';
import * as small from '../../support/scenario.ts';
import { sources } from '../../support/scenarios.ts';
import { runs } from '../../support/runs.ts';
import { catalogue, codesOf, flagship, injectsIn, takeIn, whole, type Whole } from './support.ts';

const BOM = '\ufeff';

async function reread(sheet: string | Uint8Array, before: Whole, from = catalogue): Promise<Whole> {
  const read = await takeIn(sheet, { base: baseOf(before.files), replace: true });
  expect(read.own).toBe(true);
  expect(read.items.flatMap(codesOf)).toEqual([]);
  const ids = new Set(injectsIn(read).map(({ id }) => id));
  const rest = before.files
    .map((file) => withoutInjects(file, ids).file)
    .filter(({ text }) => text !== '');
  const text = renderScript(read, 'sheet.xlsx', 'da');
  return whole([...rest, { name: 'injects/back.yaml', text }], from);
}

test.each(['da', 'en'] as const)('the flagship through a workbook, %s', async (lang) => {
  const before = flagship();
  const after = await reread(await renderMselXlsx(before.scenario, before.plan, lang), before);
  expect(after.plan).toEqual(before.plan);
  expect(after.scenario.injects).toEqual(before.scenario.injects);
});

test.each(['da', 'en'] as const)('the flagship through CSV, %s', async (lang) => {
  const before = flagship();
  const after = await reread(BOM + renderMselCsv(before.scenario, before.plan, lang), before);
  expect(after.plan).toEqual(before.plan);
  expect(after.scenario.injects).toEqual(before.scenario.injects);
});

test.each(['da', 'en'] as const)('the bank has a sheet of its own to be read, %s', async (lang) => {
  const { scenario, plan } = flagship();
  const read = await readWorkbook(await renderMselXlsx(scenario, plan, lang));
  if (!('sheets' in read)) throw new Error(read.refusal);
  const [, sheet, ...more] = read.sheets;
  expect([sheet?.name, more]).toEqual(['Bank', []]);
  const rows = sheet!.rows.slice(1).map((row) => row.map(textOf));
  const bank = Object.entries(scenario.bank!);
  expect(rows.map(([id]) => id)).toEqual(bank.map(([id]) => id));
  for (const [i, [, row]] of bank.entries()) {
    expect(rows[i]).toContain(say(row.title, lang));
    for (const words of Object.values(row.body)) expect(rows[i]).toContain(neutralise(words));
    expect(rows[i]).toContain(row.channel);
  }
});

test('a scenario without a bank has one sheet, and CSV never has more than the script', async () => {
  const { scenario, plan } = flagship();
  const { bank, ...bare } = scenario;
  const read = await readWorkbook(await renderMselXlsx(bare, plan, 'da'));
  expect('sheets' in read && read.sheets.map(({ name }) => name)).toEqual(['Drejebog']);
  const csv = renderMselCsv(scenario, plan, 'da');
  for (const id of Object.keys(bank!)) expect(csv).not.toContain(id);
});

test('the same scenario gives the same bytes', async () => {
  const { scenario, plan } = flagship();
  const [one, two] = await Promise.all([0, 1].map(() => renderMselXlsx(scenario, plan, 'da')));
  expect(one).toEqual(two);
});

/** An empty list says what no list says. */
function withoutEmpty(inject: object): object {
  return Object.fromEntries(
    Object.entries(inject).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  );
}

test('any scenario, through both', async () => {
  await fc.assert(
    fc.asyncProperty(sources, async (drawn) => {
      const { scenario } = checkScenario(small.files(drawn), small.catalogue);
      if (!scenario) throw new Error('repair did not do its work');
      const plan = compile(scenario, small.catalogue);
      const sheets = [
        renderMselCsv(scenario, plan, 'da'),
        await renderMselXlsx(scenario, plan, 'en'),
      ];
      for (const sheet of sheets) {
        const read = await takeIn(sheet, { replace: true });
        const back = Object.fromEntries(
          injectsIn(read).map(({ id, draft }) => [id, ROWS.injects.parse(draft)]),
        );
        expect(Object.keys(back)).toEqual(Object.keys(scenario.injects));
        for (const [id, inject] of Object.entries(scenario.injects)) {
          expect(withoutEmpty(back[id]!)).toEqual(withoutEmpty(inject));
        }
      }
    }),
    runs(30),
  );
});

test('what the flagship does not use: a single text, a simulated sender, files, rules, odd times', async () => {
  const parts = {
    facts: { f: {} },
    tasks: { t: {} },
    injects: {
      first: {
        at: '1.5s',
        title: '=HYPERLINK("http://x")',
        body: "'-1+1\n\n- a list\n- of two\n\n@all",
      },
      second: {
        at: '70d',
        from: { name: { en: '+45 11 22 33 44' }, 'played-by': 'simcell' },
        title: { da: '-5 grader', en: '@home; "now", then' },
        body: { da: 'En linje\\\nog en til _x0041_', en: '  indented' },
        notes: 'one note',
        marking: 'TLP:RED',
        domain: 'physical',
        facts: ['f'],
        phase: ['alarm'],
        expect: [
          { role: ['duty', 'boss'], does: 'message', to: 'town', facts: ['f'], within: '90s' },
          { id: 'own', role: 'duty', does: 'task', task: 't' },
        ],
        'if-not': 'spare',
      },
      spare: { to: ['duty', 'boss'] },
      third: { manual: true, to: ['all'], channel: 'portal' },
      fourth: { after: { inject: 'first', is: 'opened', delay: '2m' } },
      fifth: {
        when: {
          all: [
            { 'time-after': '1h30m' },
            {
              not: {
                any: [
                  { task: 't', is: 'overdue' },
                  { fact: 'f', 'known-by': ['duty'] },
                ],
              },
            },
          ],
        },
      },
    },
  };
  const drawn = {
    ...small.source(parts),
    length: '90d',
    phases: { alarm: { title: 'Alarm', length: '90d' } },
  };
  const before = whole(small.files(drawn), small.catalogue);
  const csv = renderMselCsv(before.scenario, before.plan, 'en');
  const parsed = readDelimited(new TextEncoder().encode(csv), 'sheet.csv');
  const cells = ('sheet' in parsed ? parsed.sheet.rows : []).flat().map((cell) => textOf(cell));
  expect(cells.length).toBeGreaterThan(100);
  expect(cells.filter((cell) => /^\s*[=+\-@\t]/.test(cell))).toEqual([]);
  for (const sheet of [csv, await renderMselXlsx(before.scenario, before.plan, 'da')]) {
    const read = await takeIn(sheet, { replace: true });
    const back = Object.fromEntries(
      injectsIn(read).map(({ id, draft }) => [id, ROWS.injects.parse(draft)]),
    );
    expect(back).toEqual(before.scenario.injects);
  }
});

test('signs that the language would fill in are kept from it', async () => {
  const drawn = small.source({
    injects: { a: { at: '0m', body: 'Pay $${sum} or $$${sum}, not ${n}' } },
  });
  const text = stringify({ ...drawn, parameters: { n: 7 } });
  const before = whole([{ name: 'scenario.yaml', text }], small.catalogue);
  expect(before.plan.injects[0]?.body).toBe('Pay ${sum} or $${sum}, not 7');
  const sheet = await renderMselXlsx(before.scenario, before.plan, 'en');
  const read = await takeIn(sheet, { replace: true });
  const rest = withoutInjects(before.files[0]!, new Set(['a'])).file;
  const unused = { ...rest, text: rest.text.replace(/parameters:\n.*\n/, '') };
  const script = { name: 'injects/back.yaml', text: renderScript(read, 'x', 'en') };
  const after = whole([unused, script], small.catalogue);
  expect(after.plan.injects[0]?.body).toBe(before.plan.injects[0]?.body);
});

const TEXT = fc
  .array(
    fc.constantFrom(
      'a',
      '-',
      '- x',
      '1. y',
      '\\',
      ' ',
      '# h',
      '> q',
      '\t',
      'lorem ipsum dolor sit amet',
      '\n',
      '\n\n',
      '*',
      "'",
      '=',
      '+',
      '@',
    ),
  )
  .map((parts) => parts.join(''));

test('a text is read from its file as it was, however its lines are broken', () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      expect(unwrap(wrap(text))).toBe(text);
    }),
    runs(1000),
  );
});

test('no cell begins like a formula, and nothing is lost by it', () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      const cell = neutralise(text);
      expect(cell).not.toMatch(/^\s*[=+\-@\t]/);
      expect(restore(cell)).toBe(text);
    }),
    runs(1000),
  );
});

test('times are exact', () => {
  fc.assert(
    fc.property(fc.nat(400 * 86_400_000), (ms) => {
      expect(readDuration(exactTime(ms))).toBe(ms);
      expect(readDuration(exactDuration(ms))).toBe(ms);
    }),
    runs(500),
  );
});

test('a condition in a cell: as written, over several lines, and broken', () => {
  expect(readFlow(flow({ when: { phase: 'a' } }))).toEqual({ value: { when: { phase: 'a' } } });
  expect(readFlow('[{ a: 1 },\n{ a: 2 }]')).toEqual({ value: [{ a: 1 }, { a: 2 }] });
  for (const bad of [
    '{ a: ',
    '!!js/function x',
    '&a [*a]',
    'x: 1\ny: 2',
    '{ __proto__: 1 }',
    '['.repeat(500),
  ]) {
    expect(readFlow(bad), bad).toHaveProperty('fault');
  }
});
