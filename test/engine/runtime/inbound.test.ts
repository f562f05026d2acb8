/** What a client may send: every input there is, its limits, and everything that is none of it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ControlInput, RoleInput } from '../../../engine/exercise/entry.ts';
import { readFrame } from '../../../engine/runtime/inbound.ts';
import { LIMITS } from '../../../engine/runtime/protocol.ts';
import { INPUTS } from './inputs.ts';

function act(input: unknown, id = 'a'): string {
  return JSON.stringify({ type: 'act', id, input });
}

test.each(INPUTS.map((input) => [input.type, input] as const))(
  '%s is read as it is',
  (_, input) => {
    expect(readFrame(act(input))).toEqual({
      type: 'message',
      message: { type: 'act', id: 'a', input },
    });
  },
);

test.each(INPUTS.map((input) => [input.type, input] as const))(
  '%s with a key too many, a key too few or a key of another kind is not',
  (_, input) => {
    const malformed = { type: 'malformed', id: 'a' };
    expect(readFrame(act({ ...input, more: 1 }))).toEqual(malformed);
    for (const [key, value] of Object.entries(input)) {
      // A text is a string or one for each language: neither is a list of truths.
      const other = typeof value === 'string' ? 7 : [true];
      expect(readFrame(act({ ...input, [key]: other }))).toEqual(malformed);
      expect(readFrame(act({ ...input, [key]: null }))).toEqual(malformed);
    }
  },
);

const text = 'x'.repeat(LIMITS.text);
const title = 'x'.repeat(LIMITS.title);
const write = { type: 'inject.write', to: ['a'], from: 'b', channel: 'sms', title: 't', body: 'b' };

const sure = (certainty: object, facts: unknown = ['a']): object => ({
  ...{ type: 'statement.publish', outlet: 'web', title, body: 'b', facts, certainty },
});

test.each<[string, boolean, unknown]>([
  ['a certainty of a fact that goes along', true, sure({ a: 'possible' })],
  ['no certainty of any', true, sure({})],
  ['a certainty of a fact that does not', false, sure({ b: 'possible' })],
  ['a certainty that is none', false, sure({ a: 'sure' })],
  ['a certainty without facts', false, sure({ a: 'possible' }, [])],
  ['the longest text', true, { type: 'observation.note', text }],
  ['one character more', false, { type: 'observation.note', text: `${text}x` }],
  ['the longest title', true, { ...write, title }],
  ['one character more in a title', false, { ...write, title: `${title}x` }],
  ['a channel that is none', false, { ...write, channel: 'pigeon' }],
  ['the longest id', true, { type: 'item.open', item: 'x'.repeat(260) }],
  ['an id that is too long', false, { type: 'item.open', item: 'x'.repeat(261) }],
  ['an empty id', false, { type: 'item.open', item: '' }],
  ['too many receivers', false, { ...write, to: Array.from({ length: 1001 }, () => 'a') }],
  ['a time that is no whole number', false, { type: 'exercise.jump', to: 1.5 }],
  ['a time before the beginning', false, { type: 'exercise.jump', to: -1 }],
  ['a time beyond all counting', false, { type: 'exercise.jump', to: 1e300 }],
  [
    'an engine’s input',
    false,
    { type: 'seat.take', role: 'a', seat: 's', pseudonym: 'p', bot: true },
  ],
  ['the opening', false, { type: 'exercise.open' }],
  ['what is due', false, { type: 'agenda.due', number: 1 }],
])('%s: %s', (_, allowed, input) => {
  expect(readFrame(act(input)).type).toBe(allowed ? 'message' : 'malformed');
});

test.each([
  ['NaN', '{"type":"act","id":"a","input":{"type":"exercise.pace","pace":NaN}}', 'garbage'],
  [
    'infinity',
    '{"type":"act","id":"a","input":{"type":"exercise.pace","pace":1e999}}',
    'malformed',
  ],
  ['a number for an id', '{"type":"act","id":1,"input":{"type":"exercise.start"}}', 'garbage'],
  ['no id', '{"type":"act","input":{"type":"exercise.start"}}', 'garbage'],
  ['a take without a role', '{"type":"take","id":"a"}', 'garbage'],
  [
    'a name that is too long',
    `{"type":"take","id":"a","role":"r","name":"${'x'.repeat(61)}"}`,
    'garbage',
  ],
  ['a since that is no number', '{"type":"hello","protocol":1,"token":"t","since":"0"}', 'garbage'],
  ['an empty token', '{"type":"hello","protocol":1,"token":""}', 'garbage'],
  ['an empty frame', '', 'garbage'],
  ['a string', '"hello"', 'garbage'],
])('%s', (_, frame, type) => {
  expect(readFrame(frame).type).toBe(type);
});

test.each([
  '{"type":"act","id":"a","input":{"type":"exercise.start","__proto__":{"admin":true}}}',
  '{"type":"act","id":"a","__proto__":{"admin":true},"input":{"type":"exercise.start"}}',
  '{"type":"act","id":"a","input":{"__proto__":{"type":"exercise.start"}}}',
  '{"type":"act","id":"a","input":{"type":"__proto__"}}',
  '{"type":"act","id":"a","input":{"type":"constructor"}}',
  '{"type":"act","id":"a","input":{"type":"toString"}}',
  '{"type":"act","id":"a","input":{"type":"observation.note","text":"t","about":{"__proto__":{}}}}',
])('no name reaches a prototype: %s', (frame) => {
  expect(readFrame(frame)).toEqual({ type: 'malformed', id: 'a' });
  expect(({} as Record<string, unknown>)['admin']).toBeUndefined();
});

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\ud800', '\u001b[2J', '<script>', '\u202e', '\0', '\n', 'ÆØÅ🖥️'),
);

test('any text is kept exactly as it came', () => {
  fc.assert(
    fc.property(nasty, (body) => {
      const input = { type: 'message.send', to: ['a'], body } as const;
      const read = readFrame(act(input));
      expect(read).toEqual({ type: 'message', message: { type: 'act', id: 'a', input } });
    }),
  );
});

test('no frame whatever makes it throw, and nothing else than inputs gets through', () => {
  const types = new Set<string>(INPUTS.map(({ type }) => type));
  const known = fc.constantFrom(...INPUTS, { type: 'hello' }, { type: 'take' }, { type: 'leave' });
  const frame = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc
      .tuple(fc.json(), known)
      .map(([json, input]) => act({ ...input, extra: JSON.parse(json) as unknown })),
    fc
      .record({
        type: fc.constantFrom('act', 'hello', 'take', 'leave'),
        id: nasty,
        input: fc.object(),
      })
      .map((value) => JSON.stringify(value)),
  );
  fc.assert(
    fc.property(frame, (data) => {
      const read = readFrame(data);
      if (read.type !== 'message' || read.message.type !== 'act') return;
      expect(types).toContain(read.message.input.type);
    }),
    { numRuns: 500 },
  );
});

test('there is an example of every input', () => {
  const all = {
    'exercise.start': 1,
    'exercise.pause': 1,
    'exercise.resume': 1,
    'exercise.pace': 1,
    'exercise.jump': 1,
    'exercise.end': 1,
    'exercise.hotwash': 1,
    'exercise.close': 1,
    'phase.choose': 1,
    'inject.release': 1,
    'inject.hold': 1,
    'inject.unhold': 1,
    'inject.skip': 1,
    'question.ask': 1,
    'question.skip': 1,
    'question.answer': 1,
    'inject.write': 1,
    'simcell.send': 1,
    'decision.enter': 1,
    'observation.note': 1,
    'control.answer': 1,
    'item.open': 1,
    'item.acknowledge': 1,
    'message.send': 1,
    'task.claim': 1,
    'task.release': 1,
    'task.finish': 1,
    'task.assign': 1,
    'handover.offer': 1,
    'handover.accept': 1,
    'handover.decline': 1,
    'decision.record': 1,
    'decision.raise': 1,
    'decision.discuss': 1,
    'awareness.declare': 1,
    'statement.publish': 1,
    'picture.update': 1,
    'control.ask': 1,
    'record.contest': 1,
    'outside.report': 1,
    'practice.finish': 1,
    'hotwash.answer': 1,
    'exercise.shift': 1,
    'phase.adjust': 1,
    'inject.change': 1,
    'inject.repeat': 1,
    'simcell.call': 1,
    'simcell.play': 1,
    'decision.note': 1,
    'record.note': 1,
    'staff.hand': 1,
  } satisfies Record<(ControlInput | RoleInput)['type'], 1>;
  expect(INPUTS.map(({ type }) => type).sort()).toEqual(Object.keys(all).sort());
});
