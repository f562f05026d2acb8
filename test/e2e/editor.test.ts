/**
 * What a planner meets in an editor, proved with the real YAML language server: it reads our files,
 * follows their first line to the schema, and completes, explains and corrects.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ACTS, CHANNELS, HEAD_KEYS, ROWS, SECTIONS } from '../../engine/scenario/schema.ts';
import { openEditor, type Diagnostic, type Editor, type Item } from '../support/editor.ts';
import { shipped, sourcesIn } from '../support/shipped.ts';

const LIBRARY = join(import.meta.dirname, '..', '..', 'scenarios');
const FLAGSHIP = join(LIBRARY, 'kommune-it-ransomware');
/** The first time, npx fetches a Node; on a busy machine the server starts slowly. */
const PATIENCE = 240_000;

let editor: Editor;
beforeAll(async () => {
  editor = await openEditor();
}, PATIENCE);
afterAll(async () => {
  await editor.close();
});

const labels = (items: readonly Item[]): readonly string[] => items.map(({ label }) => label);
let drafts = 0;

/** A new file in the flagship's folder; `¦` is where the cursor stands. */
async function draft(text: string): Promise<{
  readonly found: readonly Diagnostic[];
  readonly complete: () => Promise<readonly Item[]>;
  readonly hover: () => Promise<string>;
}> {
  const file = join(FLAGSHIP, `draft-${++drafts}.yaml`);
  const whole = `# yaml-language-server: $schema=../scenario.schema.json\n${text}`;
  const before = whole.split('¦', 1)[0] ?? '';
  const lines = before.split('\n');
  const at = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  const found = await editor.open(file, whole.replace('¦', ''));
  return {
    found,
    complete: () => editor.complete(file, at),
    hover: () => editor.hover(file, at),
  };
}

describe.each(shipped())('%s', (scenario) => {
  test.each(sourcesIn(scenario).map(({ name, text }) => [name, text] as const))(
    'nothing is wrong in %s',
    async (name, text) => {
      expect(await editor.open(join(LIBRARY, scenario, name), text)).toEqual([]);
    },
    PATIENCE,
  );

  // The same files with one mistake in each: had the server read no schema, it would find nothing.
  test.each(sourcesIn(scenario).map(({ name, text }) => [name, text] as const))(
    'a key that does not exist is found in %s',
    async (name, text) => {
      const lines = text.trimEnd().split('\n');
      const file = join(LIBRARY, scenario, name.replace('.yaml', '.planted.yaml'));
      const found = await editor.open(file, [...lines, 'injcts: {}'].join('\n'));
      expect(found.map(({ range }) => range.start.line)).toEqual([lines.length]);
    },
    PATIENCE,
  );
});

type Row = readonly [what: string, text: string, expected: readonly string[]];
const KEYS = Object.keys;
const CONDITION_KEYS = ['fact', 'known-by', 'opened-by', 'task', 'decision', 'inject', 'is', 'not'];

const COMPLETIONS: readonly Row[] = [
  ['keys at the top', '¦', [...HEAD_KEYS, ...SECTIONS]],
  ['keys of an inject', 'injects:\n  a:\n    at: 0m\n    ¦\n', KEYS(ROWS.injects.shape)],
  ['keys of a task', 'tasks:\n  a:\n    critical: true\n    ¦\n', KEYS(ROWS.tasks.shape)],
  ['keys of a probe', 'probes:\n  a:\n    at: 1h\n    ¦\n', KEYS(ROWS.probes.shape)],
  [
    'keys of a text in the bank',
    'bank:\n  a:\n    from: x\n    ¦\n',
    KEYS(ROWS.bank.shape).filter((key) => key !== 'from'),
  ],
  ['channels', 'injects:\n  a:\n    channel: ¦\n', CHANNELS],
  ['acts', 'injects:\n  a:\n    expect:\n      - role: x\n        does: ¦\n', ACTS],
  ['keys of a condition', 'tasks:\n  a:\n    starts:\n      ¦\n', CONDITION_KEYS],
  [
    'keys of a condition inside conditions',
    'phases:\n  a:\n    gate:\n      all:\n        - not:\n            ¦\n',
    CONDITION_KEYS,
  ],
  ['states', 'phases:\n  a:\n    gate:\n      task: x\n      is: ¦\n', ['done', 'overdue', 'met']],
  ['keys of after', 'injects:\n  a:\n    after:\n      ¦\n', ['inject', 'decision', 'is', 'delay']],
  ['languages of a text', 'injects:\n  a:\n    title:\n      ¦\n', ['da', 'en']],
  ['clocks of the catalogue', 'tasks:\n  a:\n    clock: ¦\n', ['nis2.early_warning', 'gdpr.33']],
  ['interfaces of the catalogue', 'interfaces:\n  a:\n    catalogue: ¦\n', ['IF-01', 'IF-09']],
  ['roles of the catalogue', 'organisations:\n  a:\n    catalogue: ¦\n', ['kommune', 'nost']],
  ['markings', 'facts:\n  a:\n    marking: ¦\n', ['TLP:CLEAR', 'TLP:AMBER+STRICT', 'TLP:RED']],
  ['whole rows', 'injects:\n  ¦\n', ['nyt indspil / new inject', 'id']],
];

test.each(COMPLETIONS)(
  'it completes %s',
  async (_, text, expected) => {
    const { complete } = await draft(text);
    const offered = labels(await complete());
    const own = text.includes('at: ') ? 'at' : text.includes('critical: ') ? 'critical' : '';
    // What stands there already is not offered again.
    for (const label of expected.filter((key) => key !== own)) expect(offered).toContain(label);
  },
  PATIENCE,
);

test(
  'a new row is written out, to be filled in',
  async () => {
    const { complete } = await draft('injects:\n  ¦\n');
    const row = (await complete()).find(({ label }) => label === 'nyt indspil / new inject');
    for (const key of ['at:', 'from:', 'to:', 'channel:', 'title:', 'body:']) {
      expect(row?.insertText).toContain(key);
    }
  },
  PATIENCE,
);

test(
  'hovering over within explains it in Danish and English, with an example',
  async () => {
    const tasks = readFileSync(join(FLAGSHIP, 'tasks.yaml'), 'utf8').split('\n');
    const line = tasks.findIndex((text) => /^ {4}within: /.test(text));
    const file = join(FLAGSHIP, 'tasks.hover.yaml');
    await editor.open(file, tasks.join('\n'));
    const said = await editor.hover(file, { line, character: 6 });
    expect(said).toMatch(/^Fristen: hvor længe der må gå/);
    expect(said).toContain('The time limit: how long may pass');
    expect(said).toContain('```yaml\nwithin: 60m\n```');
  },
  PATIENCE,
);

const HOVERS: readonly Row[] = [
  ['a word', 'injects:\n  a:\n    channel: ph¦one\n', ['Telefonopkald / Phone call']],
  [
    'a clock',
    'tasks:\n  a:\n    clock: gdpr¦.33\n',
    ['Anmeldelse af brud', 'Notification of a breach'],
  ],
  [
    'a key inside a condition',
    'phases:\n  a:\n    gate: { ta¦sk: x, is: done }\n',
    ['Opgaven er i den'],
  ],
  ['a condition', 'tasks:\n  a:\n    sta¦rts: { phase: x }\n', ['Betingelsen for, at opgaven er']],
  ['a list or an id', 'injects:\n  a:\n    t¦o: all\n', ['Modtagerne:', 'The receivers:', 'to: [']],
  ['a section', 'tas¦ks:\n  a:\n    within: 1h\n', ['Ansvarsplanen', 'The responsibility plan']],
];

test.each(HOVERS)(
  'hovering explains %s',
  async (_, text, expected) => {
    const { hover } = await draft(text);
    const said = await hover();
    for (const words of expected) expect(said).toContain(words);
  },
  PATIENCE,
);

const TASK = 'tasks:\n  a:\n    title: x\n';
/** The line is counted from the draft's own first. */
const MISTAKES: readonly (readonly [what: string, text: string, line: number, said: RegExp])[] = [
  ['a misspelt key', `${TASK}    within: 60m\n    critcal: true\n`, 4, /critcal/],
  ['a misspelt section', `taks:\n  a: {}\n`, 0, /taks/],
  ['a misspelt key in a condition', `${TASK}    within: 60m\n    starts: { tsk: x }\n`, 4, /tsk/],
  ['a word that is none', `facts:\n  a:\n    text: x\n    domain: digitl\n`, 3, /digital/],
  ['a yes for true', `${TASK}    within: 60m\n    critical: yes\n`, 4, /boolean/],
  ['a time without a unit', `${TASK}    within: 60\n`, 3, /string/],
  ['a time in words', `${TASK}    within: 60 minutter\n`, 3, /45m, 2h/],
  ['a list for a map', `roles:\n  - a\n`, 1, /object/],
  [
    'an id with a space',
    `threads:\n  a b:\n    title: x\n    begins: y\n`,
    1,
    /begynder med et bogstav/,
  ],
  ['a pace out of bounds', `pace: 9999\n`, 0, /3600/],
  ['a missing key', `threads:\n  a:\n    title: x\n`, 1, /begins/],
  ['a missing key at the top', `beredt: 1\n`, 0, /languages/],
];

test.each(MISTAKES)(
  'it finds %s',
  async (_, text, line, said) => {
    const { found } = await draft(text);
    const there = found.filter(({ range }) => range.start.line === line + 1);
    expect(there.some(({ message }) => said.test(message))).toBe(true);
  },
  PATIENCE,
);

test.each([
  ['a file of sections alone', 'roles:\n  a: { name: x, organisation: o }\n'],
  ['parameters in times and numbers', 'pace: ${pace}\nlength: ${hours}h\n'],
])('it finds nothing in %s', async (_, text) => {
  expect((await draft(text)).found).toEqual([]);
});
