/** The protocol page and the code say the same: nothing missing, nothing too much. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { REFUSALS, refusalText } from '../../../engine/exercise/refusal.ts';
import { readFrame } from '../../../engine/runtime/inbound.ts';
import { CLOSE, LIMITS, PROTOCOL, SOCKET_PATH } from '../../../engine/runtime/protocol.ts';
import { CHANNELS } from '../../../engine/scenario/schema.ts';
import { collections, fields, members, type Fields } from './shapes.ts';

const page = readFileSync(
  join(import.meta.dirname, '..', '..', '..', 'engine', 'runtime', 'PROTOCOL.md'),
  'utf8',
);

/** The text under a heading, up to the next of the same or a higher level. */
function section(heading: string, from = page): string {
  const level = /^#+/.exec(heading)?.[0].length ?? 0;
  const lines = from.split('\n');
  const start = lines.indexOf(heading);
  if (start < 0) throw new Error(`the page has no ${heading}`);
  const end = lines.findIndex(
    (line, i) => i > start && /^#+ /.test(line) && /^#+/.exec(line)![0].length <= level,
  );
  return lines.slice(start + 1, end < 0 ? undefined : end).join('\n');
}

/** A table's rows, each a list of cells. */
function rows(text: string): readonly (readonly string[])[] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| ---'))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

function ticked(text = ''): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word ?? '');
}

/** The fields that a section gives: its table's first column, or a sentence that lists them. */
function given(text: string): Fields {
  const table = rows(text).flatMap(([first]) => ticked(first));
  if (table.length > 0) return table;
  const sentence = text.split('\n').find((line) => line.startsWith('As for a role: ')) ?? '';
  return ticked(sentence);
}

function sorted(names: Iterable<string>): readonly string[] {
  return [...names].sort();
}

/** Each `### …` of a part with the fields it gives. */
function parts(heading: string, prefix = ''): ReadonlyMap<string, Fields> {
  const text = section(heading);
  const names = [...text.matchAll(/^### (.+)$/gm)].map(([, name]) => name ?? '');
  return new Map(
    names.map((name) => {
      const [word = ''] = ticked(name);
      expect(name).toBe(`${prefix}\`${word}\``);
      return [word, sorted(given(section(`### ${name}`, text)))] as const;
    }),
  );
}

function inOrder(all: ReadonlyMap<string, Fields>): ReadonlyMap<string, Fields> {
  return new Map([...all].map(([name, list]) => [name, sorted(list)] as const));
}

/** A table whose first column is a name and whose second lists fields. */
function listed(text: string): ReadonlyMap<string, Fields> {
  // What stands in italics or after a colon explains; fields come before.
  return new Map(rows(text).map(([name, list]) => [ticked(name)[0] ?? '', sorted(ticked(list))]));
}

test.each([
  ['## Messages from the client', 'ClientMessage'],
  ['## Messages from the host', 'ServerMessage'],
])('%s', (heading, type) => {
  expect(parts(heading)).toEqual(inOrder(members('runtime/protocol.ts', type)));
});

test('the clock', () => {
  expect(sorted(given(section('## Time')))).toEqual(
    sorted(fields('runtime/protocol.ts', 'ClockReading')),
  );
});

test('the lobby’s roles', () => {
  const mentioned = ticked(section('### `lobby`'));
  const known = collections('RoleCollections').get('roles') ?? [];
  const more = fields('runtime/protocol.ts', 'LobbyRole').filter((name) => !known.includes(name));
  for (const name of more) expect(mentioned).toContain(name);
});

test.each([
  ['### From a role', 'RoleInput'],
  ['### From control', 'ControlInput'],
  ["## The engine's own inputs", 'EngineInput'],
  ['## Events', 'ExerciseEvent'],
])('%s', (heading, type) => {
  expect(listed(section(heading))).toEqual(inOrder(members('exercise/entry.ts', type)));
});

test('what a text can be about', () => {
  const sentence = /`about` names what something is about: (.*?), each an id/.exec(page)?.[1];
  expect(sorted(ticked(sentence).map((name) => `${name}?`))).toEqual(
    sorted(fields('exercise/entry.ts', 'About')),
  );
});

test.each([
  ['## Rows for a role', 'Role: ', 'RoleCollections'],
  ['## Rows for control', 'Control: ', 'ControlCollections'],
  ['## Rows for the wall', 'Wall: ', 'WallCollections'],
])('%s', (heading, prefix, type) => {
  expect(parts(heading, prefix)).toEqual(inOrder(collections(type)));
});

test('the channels', () => {
  const sentence = /`channel` one of (.*?)\.\n/.exec(page)?.[1];
  expect(ticked(sentence)).toEqual(CHANNELS);
});

test('refusals', () => {
  const told = rows(section('## Refusals')).map(([code, reason]) => [ticked(code)[0], reason]);
  expect(told).toEqual(REFUSALS.map((code) => [code, refusalText(code, 'en')]));
});

test('close codes', () => {
  const told = rows(section('## Close codes')).map(([reason, code, retry]) => [
    ticked(reason)[0],
    { code: Number(code), retry: retry === 'yes' },
  ]);
  expect(Object.fromEntries(told)).toEqual(CLOSE);
  expect(told).toHaveLength(Object.keys(CLOSE).length);
});

test('limits', () => {
  const told = rows(section('## Limits')).map(([name, value]) => [ticked(name)[0], Number(value)]);
  expect(Object.fromEntries(told)).toEqual(LIMITS);
  expect(told).toHaveLength(Object.keys(LIMITS).length);
});

test('version and path', () => {
  expect(page).toContain(`(version ${PROTOCOL})`);
  expect(page).toContain(`ws://HOST:PORT${SOCKET_PATH}\``);
});

type Example = { readonly type: string };
const SIDES = [
  ['## Messages from the client', 'ClientMessage'],
  ['## Messages from the host', 'ServerMessage'],
] as const;

function examples(heading: string): readonly Example[] {
  const found = section(heading).matchAll(/```json\n([^]*?)\n```/g);
  return [...found].map(([, json]) => JSON.parse(json ?? '') as Example);
}

test.each(SIDES)('%s: each has an example with all fields that must be there', (heading, type) => {
  const all = members('runtime/protocol.ts', type);
  expect(sorted(examples(heading).map(({ type }) => type))).toEqual(sorted(all.keys()));
  for (const { type, ...rest } of examples(heading)) {
    const known = all.get(type) ?? [];
    const needed = known.filter((name) => !name.endsWith('?'));
    expect(Object.keys(rest)).toEqual(expect.arrayContaining(needed));
    expect(known.map((name) => name.replace('?', ''))).toEqual(
      expect.arrayContaining(Object.keys(rest)),
    );
  }
});

test('the host accepts the examples of what a client says', () => {
  for (const example of examples(SIDES[0][0])) {
    expect(readFrame(JSON.stringify(example))).toEqual({ type: 'message', message: example });
  }
});
