/** Well-formed nonsense from every side, in any order: each is answered, and the record replays. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ControlInput, RoleInput } from '../../../engine/exercise/entry.ts';
import { replay } from '../../../engine/exercise/replay.ts';
import { INPUTS } from './inputs.ts';
import type { ServerMessage } from '../../../engine/runtime/protocol.ts';
import { openRoom, planOf, settled, viewOf, type Room, type Wire } from './room.ts';

const plan = planOf();
const ids = [
  ...plan.roles,
  ...plan.facts,
  ...plan.tasks,
  ...plan.decisions,
  ...plan.phases,
  ...plan.injects,
].map(({ id }) => id);

const id = fc.oneof(
  fc.constantFrom(...ids, 'msg.1', 'msg.2', 'adhoc.1', 'best', 'cut', 'stay'),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', '', ' ', '\ud800'),
);
const words = fc.oneof(
  fc.constantFrom('<script>alert(1)</script>', '\u001b]0;x\u0007', '\u202e', '\ud800', ' ', 'ja'),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const number = fc.oneof(
  fc.nat(15_000_000),
  fc.constantFrom(0, 1, 12, 3600, 1e15, Number.MAX_SAFE_INTEGER),
);

/** An input whose fields are replaced by others of the same kind. */
const input: fc.Arbitrary<ControlInput | RoleInput> = fc
  .constantFrom(...INPUTS)
  .chain((example) => fc.record(mutations(example)) as fc.Arbitrary<ControlInput | RoleInput>);

const PROSE = ['body', 'title', 'reason', 'note', 'text'];
const FIXED = ['type', 'channel', 'as', 'rating', 'about', 'asks', 'kind', 'step'];

function mutations(example: object): Record<string, fc.Arbitrary<unknown>> {
  return Object.fromEntries(
    Object.entries(example).map(([key, value]: [string, unknown]) => {
      const kept = fc.constant(value);
      if (FIXED.includes(key)) return [key, kept];
      if (typeof value === 'number') return [key, fc.oneof(kept, number)];
      if (Array.isArray(value) && typeof value[0] === 'number') {
        return [key, fc.oneof(kept, fc.array(number, { maxLength: 4 }))];
      }
      if (Array.isArray(value)) return [key, fc.oneof(kept, fc.array(id, { maxLength: 4 }))];
      return [key, fc.oneof(kept, PROSE.includes(key) ? words : id)];
    }),
  );
}

type Move =
  | { readonly type: 'act'; readonly who: number; readonly input: ControlInput | RoleInput }
  | { readonly type: 'pass'; readonly ms: number };
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ type: fc.constant('act'), who: fc.nat(3), input }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('pass'),
      ms: fc.nat(120_000),
    }),
  },
);

/**
 * As many runs as begin within `ms`, each of them whole. fast-check's own limit leaves the last one
 * under way: what it finds is lost, and it goes on writing where the test is clearing up.
 */
function begunWithin<T extends readonly unknown[]>(
  ms: number,
  run: (...drawn: T) => Promise<void>,
) {
  const until = performance.now() + ms;
  return async (...drawn: T): Promise<void> => {
    if (performance.now() < until) await run(...drawn);
  };
}

test('whatever comes is done or refused, nobody is shown out, and the record replays', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      fc.array(move, { minLength: 5, maxLength: 60 }),
      begunWithin(12_000, async (moves: readonly Move[]) => {
        const room = await openRoom({ bots: 'all' });
        const control = await room.control();
        const wires: readonly Wire[] = [
          control,
          (await room.sit('duty')).wire,
          (await room.sit('boss')).wire,
          (await room.sit('lead')).wire,
        ];
        await control.act({ type: 'exercise.start' });
        for (const one of moves) {
          // Enough time for the allowance of messages to fill up again.
          room.hand.pass(one.type === 'pass' ? one.ms : 150);
          if (one.type === 'pass') continue;
          const answer = await wires[one.who]!.act(one.input);
          seen.add(answer.type === 'done' ? one.input.type : answer.code);
        }
        expect(wires.map((wire) => wire.closed())).toEqual(wires.map(() => undefined));
        expect(room.faults).toEqual([]);
        const entries = await room.entries();
        expect(replay(entries)).toMatchObject({ whole: entries.length - 1 });
        expect(replay(entries).differs).toBeUndefined();
      }),
    ),
    { numRuns: 60 },
  );
  // The moves are not all refused: the nonsense reaches the rules behind the door.
  expect(seen.size).toBeGreaterThan(20);
});

/** The view that these messages make; the record is shown in part to those who arrive. */
function seen(heard: readonly ServerMessage[]): ReadonlyMap<string, object> {
  return new Map([...viewOf(heard)].filter(([key]) => !key.startsWith('record/')));
}

function lastSeq(heard: readonly ServerMessage[]): number {
  return heard.flatMap((one) => ('put' in one && 'seq' in one ? [one.seq] : [])).at(-1) ?? -1;
}

/** Whoever stayed, whoever comes back and whoever arrives now see the same. */
async function sameForAll(room: Room, token: string, stayed: Wire, until: number): Promise<void> {
  const before = stayed.heard.slice(0, until);
  const expected = seen(stayed.heard);
  const back = room.hello(token, lastSeq(before));
  expect((await back.next('welcome')).resumed).toBe(true);
  expect(seen([...before, ...back.heard])).toEqual(expected);
  const newcomer = room.hello(token);
  await newcomer.next('welcome');
  expect(seen(newcomer.heard)).toEqual(expected);
}

test('to have stayed, to come back from any moment and to arrive now is all the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(move, { minLength: 10, maxLength: 50 }),
      fc.nat({ max: 1_000 }),
      begunWithin(10_000, async (moves: readonly Move[], moment: number) => {
        const room = await openRoom({ bots: 'all' });
        const control = await room.control();
        const seats = [await room.sit('duty'), await room.sit('boss'), await room.sit('lead')];
        const wires = [control, ...seats.map(({ wire }) => wire)];
        await control.act({ type: 'exercise.start' });
        const cuts: number[] = [];
        for (const [i, one] of moves.entries()) {
          if (i === moment % moves.length) cuts.push(...wires.map(({ heard }) => heard.length));
          room.hand.pass(one.type === 'pass' ? one.ms : 150);
          if (one.type === 'act') await wires[one.who]!.act(one.input);
        }
        await settled();
        const tokens = [room.tokens.control, ...seats.map(({ token }) => token)];
        for (const [i, token] of tokens.entries()) {
          await sameForAll(room, token, wires[i]!, cuts[i]!);
        }
      }),
    ),
    { numRuns: 50 },
  );
});
