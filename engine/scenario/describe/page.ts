/**
 * The reference of the language as a page of Markdown, made from the schema and the words beside it.
 * Knows: the order and the look. Does not know: what a key means, or where the page lies.
 */
import { z } from 'zod';
import type { KeyPath } from './path.ts';
import { CONDITION, DURATION, ID, places, TEXT, type Place } from './path.ts';
import { danish } from './danish.ts';
import { defaults } from './default.ts';
import { english } from './english.ts';
import { examples } from './example.ts';
import { meaningsOf, STATES, type Said } from './term.ts';
import { pageTexts, type PageText } from './heading.ts';
import { LEVEL, SECTIONS } from '../schema.ts';
import type { Lang } from '../text.ts';

/** The whole reference in one language. Same language, same bytes. */
export function referencePage(lang: Lang): string {
  const t = pageTexts[lang];
  const all = places();
  const parts: readonly (readonly [title: string, text: string])[] = [
    [t.files.title, t.files.text],
    [t.head.title, headPart(all, lang)],
    ...SECTIONS.map((name) => [t.sections[name], sectionPart(name, all, lang)] as const),
    [t.conditions.title, formPart('condition', t.conditions.text, all, lang) + states(lang)],
    [t.after.title, formPart('after', t.after.text, all, lang)],
    [t.texts.title, formPart('text', t.texts.text, all, lang)],
    [t.times.title, t.times.text],
    [t.ids.title, t.ids.text],
    [t.templates.title, t.templates.text],
    [t.words.title, wordsPart(all, lang)],
    [t.editor.title, t.editor.text],
  ];
  const contents = parts.map(([title]) => `- [${title}](#${anchor(title)})`).join('\n');
  const chapters = parts.map(([title, text]) => `## ${title}\n\n${text.trim()}`);
  return `${[`# ${t.title}`, t.lead, contents, ...chapters].join('\n\n')}\n`;
}

/** As GitHub makes anchors: small letters, no punctuation, a hyphen for each space. */
function anchor(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}

function headPart(all: readonly Place[], lang: Lang): string {
  const inHead = all.filter(({ path }) => {
    const [first = ''] = path.split('.');
    return !SECTIONS.some((name) => name === first) && !isForm(path);
  });
  return `${pageTexts[lang].head.text}\n\n${table(inHead, '', lang)}`;
}

const isForm = (path: string): boolean => /^(?:condition|after|text)\./.test(path);

function sectionPart(name: (typeof SECTIONS)[number], all: readonly Place[], lang: Lang): string {
  const row = `${name}.*` as const;
  const keys = all.filter(({ path }) => path.startsWith(`${row}.`));
  const example = keys.length === 0 ? examples[name] : `${name}:\n${indented(examples[row])}`;
  return [
    meaning(name, lang),
    meaning(row, lang),
    `\`\`\`yaml\n${example}\n\`\`\``,
    ...(keys.length === 0 ? [] : [table(keys, `${row}.`, lang)]),
  ].join('\n\n');
}

function formPart(form: string, lead: string, all: readonly Place[], lang: Lang): string {
  const keys = all.filter(({ path }) => path.startsWith(`${form}.`));
  return `${lead}\n\n${table(keys, `${form}.`, lang)}`;
}

function table(keys: readonly Place[], prefix: string, lang: Lang): string {
  const { columns, required } = pageTexts[lang];
  const rows = keys.map((place) => {
    const path = place.path as KeyPath;
    const fallback = defaults[path];
    return [
      `\`${path.slice(prefix.length)}\`${place.required ? ` **${required}**` : ''}`,
      formOf(place.schema, pageTexts[lang]),
      fallback === undefined ? '' : `\`${String(fallback)}\``,
      meaning(path, lang),
      exampleCell(examples[path]),
    ];
  });
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

function meaning(path: KeyPath, lang: Lang): string {
  return (lang === 'da' ? danish : english)[path];
}

/** A table's cell has one line: what takes more is shown above the table, or line under line. */
function exampleCell(example: string): string {
  return example
    .split('\n')
    .map((line) => {
      const indent = '\u00a0'.repeat(line.length - line.trimStart().length);
      return `\`${indent}${line.trimStart().replaceAll('|', '\\|')}\``;
    })
    .join('<br>');
}

function indented(text: string): string {
  return text.replaceAll(/^/gm, '  ');
}

/** What a value looks like, in words. */
function formOf(schema: z.core.$ZodType, t: PageText): string {
  const { forms } = t;
  if (schema === TEXT) return forms.text;
  if (schema === DURATION) return forms.time;
  if (schema === LEVEL) return forms.level;
  if (schema === CONDITION) return forms.condition;
  if (schema === ID) return forms.id;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodExactOptional) {
    return formOf(schema.unwrap(), t);
  }
  if (schema instanceof z.ZodPipe) return formOf(schema.in, t);
  if (schema instanceof z.ZodLazy) return formOf(schema.unwrap(), t);
  if (schema instanceof z.ZodUnion) {
    return [...new Set(schema.options.map((option) => formOf(option, t)))].join(` ${t.or} `);
  }
  if (schema instanceof z.ZodArray) return `${forms.list} ${formOf(schema.element, t)}`;
  if (schema instanceof z.ZodEnum) return forms.word;
  if (schema instanceof z.ZodLiteral) return `\`${String(schema.value)}\``;
  if (schema instanceof z.ZodNumber) return forms.number;
  if (schema instanceof z.ZodBoolean) return forms.boolean;
  if (schema instanceof z.ZodRecord) return forms.rows;
  return schema instanceof z.ZodObject ? forms.fields : forms.string;
}

/** What `is:` can ask, one table for each thing that can be asked about. */
function states(lang: Lang): string {
  const { states: t } = pageTexts[lang];
  const rows = Object.entries(STATES).flatMap(([subject, words]) =>
    Object.entries(words as Readonly<Record<string, Said>>).map(
      ([word, said]) => `| \`${subject}\` | \`${word}\` | ${said[lang]} |`,
    ),
  );
  return [
    `\n\n### ${t.title}\n\n${t.text}\n`,
    `| ${t.columns.join(' | ')} |`,
    '| --- | --- | --- |',
  ]
    .concat(rows)
    .join('\n');
}

/** Every set of words once, under the keys that take it. */
function wordsPart(all: readonly Place[], lang: Lang): string {
  const users = new Map<string, { readonly words: readonly string[]; readonly keys: string[] }>();
  for (const { path, schema } of all) {
    const words = wordsOf(schema);
    if (!words) continue;
    const known = users.get(words.join()) ?? { words, keys: [] };
    known.keys.push(`\`${path}\``);
    users.set(words.join(), known);
  }
  const { words: t } = pageTexts[lang];
  const chapters = [...users.values()].map(({ words, keys }) => {
    const meanings = meaningsOf(words) ?? [];
    const rows = words.map((word, i) => `| \`${word}\` | ${meanings[i]?.[lang] ?? ''} |`);
    return [keys.join(', '), '', `| ${t.columns.join(' | ')} |`, '| --- | --- |', ...rows].join(
      '\n',
    );
  });
  return [t.text, ...chapters].join('\n\n');
}

function wordsOf(schema: z.core.$ZodType): readonly string[] | undefined {
  if (schema instanceof z.ZodOptional) return wordsOf(schema.unwrap());
  if (schema instanceof z.ZodArray) return wordsOf(schema.element);
  return schema instanceof z.ZodEnum ? (schema.options as readonly string[]) : undefined;
}
