/** The guides as data. Knows: Markdown's fences, and the note before one that says how it is checked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

export type Snippet = {
  readonly number: number;
  readonly language: string;
  readonly text: string;
  /** What the comment on the line before says: `merge`, `whole` or `problem some-code`. */
  readonly check: string | undefined;
};

export type Guide = {
  readonly headings: readonly string[];
  readonly snippets: readonly Snippet[];
  readonly prose: string;
};

const FENCE = /(?:<!-- check: ([a-z -]+) -->\n)?```([a-z]*)\n([^]*?)\n```$/gm;

export function readGuide(lang: 'da' | 'en'): Guide {
  const path = join(import.meta.dirname, '..', '..', 'scenarios', `GUIDE.${lang}.md`);
  const text = readFileSync(path, 'utf8');
  const found = [...text.matchAll(FENCE)];
  return {
    headings: [...text.replace(FENCE, '').matchAll(/^(#+) .+$/gm)].map(([heading]) => heading),
    snippets: found.map(([, check, language = '', body = ''], i) => ({
      number: i + 1,
      language,
      text: body,
      check,
    })),
    prose: text.replace(FENCE, ''),
  };
}

type Data = { readonly [key: string]: unknown };
const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The base with the fragment's rows in the place of its own; a section's other rows stay. */
export function merged(base: string, fragment: string): Data {
  const into: Data = parse(base) as Data;
  const rows = Object.entries(parse(fragment) as Data).map(([key, value]) => {
    const before = into[key];
    return [
      key,
      isData(before) && isData(value) && !isText(value) ? { ...before, ...value } : value,
    ];
  });
  return { ...into, ...(Object.fromEntries(rows) as Data) };
}

/** `{ da: …, en: … }` stands for one text, not for rows. */
const isText = (value: Data): boolean => Object.keys(value).every((key) => /^(da|en)$/.test(key));

/** What a snippet says apart from its words: the same in both languages. */
export function bones(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bones);
  if (isData(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, bones(inner)]));
  }
  if (typeof value === 'string' && /\.(png|svg)$/.test(value)) return 'file';
  // Ids, times and allowed words have no spaces and begin with a small letter or a digit.
  return typeof value === 'string' && !/^[a-z0-9][\w.:/-]*$/.test(value) ? 'text' : value;
}
