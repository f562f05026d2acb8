/**
 * REFERENCE.da.md and REFERENCE.en.md are what the language is:
 * `UPDATE=1 npx vitest run test/engine/scenario/page.test.ts` writes them again.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import MarkdownIt from 'markdown-it';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { referencePage } from '../../../engine/scenario/describe/page.ts';
import { places } from '../../../engine/scenario/describe/path.ts';
import { SECTIONS } from '../../../engine/scenario/schema.ts';
import { LANGS } from '../../../engine/scenario/text.ts';

const file = (lang: string): URL =>
  new URL(`../../../scenarios/REFERENCE.${lang}.md`, import.meta.url);

test.each(LANGS)('REFERENCE.%s.md is what the language is', (lang) => {
  if (process.env['UPDATE']) writeFileSync(file(lang), referencePage(lang));
  expect(readFileSync(file(lang), 'utf8')).toBe(referencePage(lang));
});

test.each(LANGS)('every key stands in REFERENCE.%s.md', (lang) => {
  const page = referencePage(lang);
  for (const { path } of places()) {
    const shown = path.replace(/^(?:[a-z-]+\.\*\.|condition\.|after\.|text\.)/, '');
    const isSection = SECTIONS.some((name) => name === path);
    if (!shown.endsWith('*') && !isSection) expect(page).toContain(`\`${shown}\``);
  }
});

/** The text of a heading, made an anchor as GitHub makes it. */
const anchor = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

test.each(LANGS)(
  'every link in REFERENCE.%s.md leads to a heading, every snippet is YAML',
  (lang) => {
    const tokens = new MarkdownIt().parse(referencePage(lang), {});
    const headings = tokens.flatMap((token, i) =>
      token.type === 'heading_open' ? [anchor(tokens[i + 1]?.content ?? '')] : [],
    );
    expect(new Set(headings).size).toBe(headings.length);
    const inline = tokens.flatMap(({ children }) => children ?? []);
    const links = inline.filter(({ type }) => type === 'link_open').map((l) => l.attrGet('href'));
    expect(links.length).toBeGreaterThan(20);
    for (const link of links) {
      expect(headings.map((id) => `#${id}`)).toContain(decodeURIComponent(String(link ?? '')));
    }
    const snippets = tokens.filter(({ type, info }) => type === 'fence' && info === 'yaml');
    expect(snippets.length).toBeGreaterThan(15);
    for (const { content } of snippets) expect(() => parse(content) as unknown).not.toThrow();
  },
);
