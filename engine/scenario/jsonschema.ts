/**
 * The language as a JSON Schema for editors, made from the schema that checks. Knows: what zod's own
 * rendering loses, and what yaml-language-server shows. Does not know: any file.
 *
 * Draft-07: of the drafts the server knows, it is the one that other editors know as well, and nothing
 * here needs a newer one. In draft-07 a $ref stands alone, so every description stands beside `allOf`.
 */
import { z } from 'zod';
import type { Catalogue } from './catalogue.ts';
import { CONDITION, DURATION, ID, TEXT } from './describe/path.ts';
import { bothOf, proseOf } from './describe/prose.ts';
import { snippets } from './describe/snippet.ts';
import { meaningsOf, STATES, type Said } from './describe/term.ts';
import { HEAD, LEVEL, scenarioSchema, SECTIONS } from './schema.ts';
import { say, type Text } from './text.ts';

/** One node of the schema; JSON through and through. */
export type Node = { readonly [keyword: string]: unknown };
type Nodes = Readonly<Record<string, Node>>;

const PARAMETER = { title: 'parameter', type: 'string', pattern: '^\\$\\{[^}]+\\}$' };
/** What time.ts reads as a length of time; with a parameter in it, nobody can tell yet. */
export const DURATION_PATTERN = [
  '^\\s*T\\+\\d{1,4}:[0-5]\\d(?::[0-5]\\d)?\\s*$',
  '^\\s*P(?=\\d|T\\d)(?:\\d{1,4}D)?(?:T(?=\\d)(?:\\d{1,4}H)?(?:\\d{1,5}M)?(?:\\d{1,6}S)?)?\\s*$',
  '^\\s*(?:\\d{1,6}(?:\\.\\d{1,3})?\\s*[dhms]\\s*)+$',
  '\\$\\{',
].join('|');
/** What level.ts reads; with a parameter in it, nobody can tell yet. */
const LEVEL_PATTERN = '^\\s*(?:\\d{1,2}|100)\\s*%\\s*$|\\$\\{';
const BAD_LEVEL = 'Skriv hele procent: 60%. / Write whole per cent: 60%.';
const BAD_DURATION =
  'Skriv et tidsrum med enhed: 45m, 2h, 1d 3h eller T+01:30. / ' +
  'Write a length of time with its unit: 45m, 2h, 1d 3h or T+01:30.';
const ROW_ID =
  'Rækkens id: det navn, andre rækker henviser til den med. / ' +
  'The row’s id: the name that other rows refer to it by.';
const BAD_ID =
  'Et id består af a-z, cifre, - og _ og begynder med et bogstav. / ' +
  'An id is made of a-z, digits, - and _ and begins with a letter.';

/** The JSON Schema that serves every file of a scenario. Same catalogue, same bytes. */
export function jsonSchema(catalogue: Catalogue): Node {
  const { $schema, required: _, definitions, ...whole } = rendered();
  const offered = offers(catalogue);
  const root = described(whole, '', offered);
  const shared = Object.entries((definitions ?? {}) as Nodes).map(
    ([name, node]) => [name, described(node, name, offered)] as const,
  );
  return {
    $schema,
    description:
      'En fil i et scenarie. scenario.yaml rummer det, der gælder hele øvelsen; afsnittene kan deles ' +
      'ud på flere filer.\n\nA file of a scenario. scenario.yaml holds what is true of the whole ' +
      'exercise; the sections may be spread over several files.',
    ...root,
    // Files with nothing but sections are right; who writes `beredt:` is writing scenario.yaml.
    if: { required: ['beredt'] },
    then: { required: headRequired() },
    definitions: Object.fromEntries(shared),
  };
}

function headRequired(): readonly string[] {
  return Object.entries(HEAD).flatMap(([key, { _zod }]) => (_zod.optin === undefined ? [key] : []));
}

function rendered(): Node {
  const names = z.registry<{ id: string }>().add(CONDITION, { id: 'condition' });
  const [, languages] = TEXT instanceof z.ZodUnion ? TEXT.options : [];
  if (languages) names.add(languages, { id: 'text' });
  return z.toJSONSchema(scenarioSchema, {
    io: 'input',
    target: 'draft-07',
    metadata: names,
    override: ({ zodSchema, jsonSchema: node }) => {
      if (zodSchema === DURATION) {
        Object.assign(node, { pattern: DURATION_PATTERN, patternErrorMessage: BAD_DURATION });
      } else if (zodSchema === LEVEL) {
        Object.assign(node, { pattern: LEVEL_PATTERN, patternErrorMessage: BAD_LEVEL });
      } else if (zodSchema === languages) Object.assign(node, { minProperties: 1 });
      else if (zodSchema === ID) Object.assign(node, { patternErrorMessage: BAD_ID });
      else if (zodSchema instanceof z.ZodNumber) orParameter(node);
    },
  });
}

/** A number may also be a parameter that stands for one. */
function orParameter(node: Record<string, unknown>): void {
  const number = { ...node };
  for (const key of Object.keys(node)) Reflect.deleteProperty(node, key);
  node['anyOf'] = [number, PARAMETER];
}

const FORMS: Readonly<Record<string, string>> = {
  string: 'tekst / text',
  number: 'tal / number',
  integer: 'tal / number',
  array: 'liste / list',
  object: 'felter / fields',
};

/**
 * The server names a value's alternatives by their titles, and takes the nearest one further out
 * where they have none; so only alternatives have titles, and all of them do. A $ref stands alone.
 */
function titled(node: unknown): unknown {
  if (!isNode(node) || node['$ref'] !== undefined || node['anyOf'] !== undefined) return node;
  const title = node['patternErrorMessage'] === BAD_ID ? 'id' : FORMS[String(node['type'])];
  return { title, ...node };
}

/** Words to offer at a place where other words are right too. */
type Offer = {
  readonly title: string;
  readonly other: string;
  readonly words: readonly (readonly [string, Said])[];
};
type Offers = ReadonlyMap<string, Offer>;

function offers({ clocks, interfaces, roles }: Catalogue): Offers {
  const listed = (texts: Readonly<Record<string, Text>>): Offer => ({
    title: 'fra kataloget / from the catalogue',
    other: 'id',
    words: Object.entries(texts).map(([id, text]) => [
      id,
      { da: say(text, 'da'), en: say(text, 'en') },
    ]),
  });
  const states = {
    title: 'tilstand / state',
    other: 'handlemulighed / option',
    words: stateWords(),
  };
  return new Map([
    ['tasks.*.clock', listed(textsOf(clocks, 'title'))],
    ['interfaces.*.catalogue', listed(textsOf(interfaces, 'title'))],
    ['organisations.*.catalogue', listed(textsOf(roles, 'name'))],
    ['condition.is', states],
    ['after.is', states],
  ]);
}

function textsOf<K extends string>(
  rows: Readonly<Record<string, { readonly [key in K]: Text }>>,
  key: K,
): Readonly<Record<string, Text>> {
  return Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, row[key]]));
}

/** Every state once, with what it means for each thing that can be in it. */
function stateWords(): readonly (readonly [string, Said])[] {
  const found = new Map<string, Said>();
  for (const [subject, words] of Object.entries(STATES)) {
    for (const [word, { da, en }] of Object.entries(words as Readonly<Record<string, Said>>)) {
      const before = found.get(word);
      const said = { da: `\`${subject}\`: ${da}`, en: `\`${subject}\`: ${en}` };
      found.set(
        word,
        before ? { da: `${before.da} ${said.da}`, en: `${before.en} ${said.en}` } : said,
      );
    }
  }
  return [...found];
}

/** The node with the words that belong to its path, and everything below it with theirs. */
function described(node: Node, path: string, offered: Offers): Node {
  const { properties, additionalProperties, propertyNames, items, anyOf, ...rest } = node;
  const below = (child: unknown, at: string): unknown =>
    isNode(child) ? { ...proseOf(at), ...described(child, at, offered) } : child;
  const same = (child: unknown): unknown =>
    isNode(child) ? described(child, path, offered) : child;
  const offer = offered.get(path);
  const home = path.endsWith('.after') ? 'after' : path;
  return {
    ...(offer && offer.words.length > 0 && !anyOf
      ? offering(rest, offer)
      : { ...rest, ...termsOf(rest) }),
    ...(isNode(properties) && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, child]) => [
          key,
          below(child, home === '' ? key : `${home}.${key}`),
        ]),
      ),
    }),
    ...(additionalProperties !== undefined && {
      additionalProperties: properties
        ? additionalProperties
        : below(additionalProperties, `${path}.*`),
    }),
    ...(isNode(propertyNames) && {
      propertyNames: { title: 'id', description: ROW_ID, ...propertyNames },
    }),
    ...(items !== undefined && { items: same(items) }),
    ...(Array.isArray(anyOf) && { anyOf: anyOf.map((branch) => titled(same(branch))) }),
    // An editor that sees `allOf` alone does not know that a map will stand here.
    ...(rest['allOf'] !== undefined && { type: 'object' }),
    ...rowsOf(path),
  };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function offering(node: Node, { title, other, words }: Offer): Node {
  const meanings = words.map(([, said]) => bothOf(said));
  return {
    anyOf: [
      {
        title,
        type: 'string',
        enum: words.map(([word]) => word),
        enumDescriptions: meanings,
        markdownEnumDescriptions: meanings,
      },
      { title: other, ...node },
    ],
  };
}

/** What the words mean that a key can take. */
function termsOf({ enum: words }: Node): Node {
  if (!Array.isArray(words)) return {};
  const meanings = meaningsOf(words as readonly string[])?.map(bothOf);
  return meanings ? { enumDescriptions: meanings, markdownEnumDescriptions: meanings } : {};
}

/** A section offers whole rows to be filled in, and says what stands before the colon. */
function rowsOf(path: string): Node {
  const section = SECTIONS.find((name) => name === path);
  const rows = section && snippets[section];
  return rows ? { defaultSnippets: rows } : {};
}
