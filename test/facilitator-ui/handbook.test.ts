/**
 * The handbooks say what the console does: every key in the words of the catalogue, every order known.
 * With UPDATE_HANDBOOK=1 the tables of keys are written anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bindingsByGroup } from '../../facilitator-ui/keys.ts';
import { readOrder } from '../../facilitator-ui/order.ts';
import { firstUi, sceneOf } from '../../facilitator-ui/scene.ts';
import { catalogue } from '../../facilitator-ui/text.ts';
import { controlClient, richView } from './support.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'facilitator-ui');
const LANGS = ['da', 'en'] as const;
type Lang = (typeof LANGS)[number];
const HEADS = { da: ['Tast', 'Kort', 'Hvad den gør'], en: ['Key', 'In short', 'What it does'] };

const fileOf = (lang: Lang): string => join(FOLDER, `HANDBOOK.${lang}.md`);
const textOf = (lang: Lang): string => readFileSync(fileOf(lang), 'utf8');

/** What stands between the marks of a generated or checked part. */
function partOf(text: string, name: string): string {
  const [, after = ''] = text.split(`<!-- ${name} -->`);
  return after.split(`<!-- /${name} -->`)[0] ?? '';
}

/** The cells of the tables in a text, without headings and padding. */
function rowsOf(text: string): readonly (readonly string[])[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line, i) => line.startsWith('|') && !/^\|[ :-]+\|/.test(lines[i + 1] ?? ''))
    .filter((line) => !/^\|[ :|-]+\|$/.test(line))
    .map((line) => line.slice(1, -1).split('|'))
    .map((cells) => cells.map((cell) => cell.trim()));
}

type Block = { readonly title: string; readonly rows: readonly (readonly string[])[] };
function keysOf(lang: Lang): readonly Block[] {
  const w = catalogue(lang);
  return bindingsByGroup().map(([group, bindings]) => {
    const all = bindings.map(({ action, shown }) => [
      `\`${shown}\``,
      w.actions[action],
      w.longer[action],
    ]);
    return {
      title: w.groups[group],
      rows: all.filter((row, i) => all.findIndex((r) => r.join('|') === row.join('|')) === i),
    };
  });
}

function written(lang: Lang): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return keysOf(lang)
    .map(({ title, rows }) =>
      [`### ${title}\n`, row(HEADS[lang]), '|---|---|---|', ...rows.map(row)].join('\n'),
    )
    .join('\n\n');
}

describe.each(LANGS)('the handbook (%s)', (lang) => {
  test('has every key in the words of the catalogue, and no other', () => {
    if (process.env['UPDATE_HANDBOOK']) {
      const [before = ''] = textOf(lang).split('<!-- keys -->');
      const [, after = ''] = textOf(lang).split('<!-- /keys -->');
      const part = `<!-- keys -->\n\n${written(lang)}\n\n<!-- /keys -->`;
      writeFileSync(fileOf(lang), `${before}${part}${after}`);
    }
    const part = partOf(textOf(lang), 'keys');
    const sorted = (rows: readonly (readonly string[])[]) => rows.map((r) => r.join(' | ')).sort();
    expect(sorted(rowsOf(part))).toEqual(sorted(keysOf(lang).flatMap(({ rows }) => rows)));
    for (const { title } of keysOf(lang)) expect(part).toContain(`### ${title}\n`);
  });

  test('has no order that the console does not know', () => {
    const scene = sceneOf(firstUi(lang, { columns: 80, rows: 24 }), controlClient(richView()), {});
    const orders = rowsOf(partOf(textOf(lang), 'orders')).map(([cell = '']) =>
      cell.replaceAll('`', ''),
    );
    expect(orders.length).toBeGreaterThan(15);
    const unknown = orders.filter((order) => {
      const [word = ''] = order.split(' ');
      const said = readOrder(order, scene);
      return said.type === 'say' && said.text === catalogue(lang).orders.unknown(word);
    });
    expect(unknown).toEqual([]);
  });

  test('has at least eight screens', () => {
    expect(textOf(lang).split('```text\n').length - 1).toBeGreaterThanOrEqual(8);
  });
});
