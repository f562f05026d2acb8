/** The authoring guides: every example is what the program says it is, in both languages alike. */
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { readCatalogue } from '../../engine/scenario/catalogue.ts';
import { checkScenario } from '../../engine/scenario/check.ts';
import { CODES } from '../../engine/scenario/code.ts';
import { run } from '../e2e/process.ts';
import { sourcesIn } from '../support/shipped.ts';
import { bones, merged, readGuide, type Snippet } from './guide.ts';

const GUIDES = { da: readGuide('da'), en: readGuide('en') } as const;
const { catalogue } = readCatalogue(sourcesIn('catalogue'));

function codesOf(lang: 'da' | 'en', { check, text }: Snippet): readonly string[] {
  const base = sourcesIn(`templates/blank/${lang}`)[0]?.text ?? '';
  const whole = check === 'whole' ? text : stringify(merged(base, text));
  const { problems } = checkScenario([{ name: 'scenario.yaml', text: whole }], catalogue);
  return [...new Set(problems.map(({ code }) => code))];
}

describe.each(['da', 'en'] as const)('the guide in %s', (lang) => {
  const examples = GUIDES[lang].snippets.filter(({ language }) => language === 'yaml');

  test('says of every example how it is checked, and has enough of them', () => {
    expect(examples.length).toBeGreaterThan(30);
    for (const { number, check = '' } of examples) {
      const [kind, code, ...more] = check.split(' ');
      expect([number, kind, more]).toEqual([
        number,
        expect.stringMatching(/^(whole|merge|problem)$/),
        [],
      ]);
      expect(kind === 'problem').toBe(code !== undefined && Object.hasOwn(CODES, code));
    }
  });

  test.each(examples)('example $number: $check', (snippet) => {
    const [, code] = (snippet.check ?? '').split(' ');
    expect(codesOf(lang, snippet)).toEqual(code === undefined ? [] : [code]);
  });

  test('lists only commands and options that there are', async () => {
    const help = await (asked ??= askForHelp());
    const wanted = new Set(linesIn(lang).flatMap(needs));
    expect(wanted.size).toBeGreaterThan(20);
    const missing = [...wanted].filter((need) => !exists(need, help));
    expect(missing).toEqual([]);
  }, 120_000);
});

test('the two guides are one: the same chapters, the same examples in the same places', () => {
  const { da, en } = GUIDES;
  const level = (heading: string): string => heading.replace(/[^#].*/, '');
  expect(da.headings.map(level)).toEqual(en.headings.map(level));
  expect(new Set([...da.headings, ...en.headings]).size).toBe(2 * da.headings.length);
  expect(da.snippets.map(({ number, language, check }) => [number, language, check])).toEqual(
    en.snippets.map(({ number, language, check }) => [number, language, check]),
  );
  for (const [i, snippet] of da.snippets.entries()) {
    const other = en.snippets[i]?.text ?? '';
    if (snippet.language === 'yaml') expect(skeleton(snippet.text)).toEqual(skeleton(other));
    if (snippet.language === 'sh') {
      expect(commandLines(snippet.text).map(needs)).toEqual(commandLines(other).map(needs));
    }
  }
});

test('the two blank templates are one: the same rows, in two languages', () => {
  const [da, en] = (['da', 'en'] as const).map((lang) => sourcesIn(`templates/blank/${lang}`)[0]);
  expect(skeleton(da?.text ?? '')).toEqual(skeleton(en?.text ?? ''));
});

function skeleton(text: string): unknown {
  const { id, languages, ...rest } = parse(text) as Record<string, unknown>;
  return bones({ ...rest, ...(id === undefined ? {} : { id: 0 }), languages: languages ? 0 : 1 });
}

function commandLines(text: string): readonly string[] {
  return text.split('\n').filter((line) => line.startsWith('beredt '));
}

/** Those in shell examples, and those named in the prose. */
function linesIn(lang: 'da' | 'en'): readonly string[] {
  const { snippets, prose } = GUIDES[lang];
  const named = [...prose.matchAll(/`(beredt [^`]+)`/g)].map(([, line = '']) => line);
  return [...snippets.flatMap(({ text }) => commandLines(text)), ...named];
}

/** What a line takes for granted: the command, its options, and for `--format` the format. */
function needs(line: string): readonly string[] {
  const [, command = '', ...words] = line.match(/"[^"]*"|\S+/g) ?? [];
  return [
    command,
    ...words.flatMap((word, i) => {
      if (!word.startsWith('--')) return [];
      return word === '--format' ? [`${command} --format ${words[i + 1]}`] : [`${command} ${word}`];
    }),
  ];
}

/** Each command's help, by its name. */
type Help = ReadonlyMap<string, string>;
let asked: Promise<Help> | undefined;

async function askForHelp(): Promise<Help> {
  const { out } = await run(['--help']);
  const names = [...out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name);
  const told = await Promise.all(names.map(async (name) => (await run([name, '--help'])).out));
  return new Map(names.map((name, i) => [name, told[i] ?? '']));
}

/** A missing command's options are missing with it, and are not missed one by one. */
function exists(need: string, help: Help): boolean {
  const [command = '', option, value] = need.split(' ');
  const text = help.get(command);
  if (option === undefined) return text !== undefined;
  if (text === undefined) return true;
  // Wrapped lines become one: what an option says of itself ends where the next one begins.
  const said = text.split(/\n {2}(?=-)/).find((part) => part.split(/[ ,]/).includes(option));
  return said !== undefined && (value === undefined || said.split(/[\s,()]+/).includes(value));
}
