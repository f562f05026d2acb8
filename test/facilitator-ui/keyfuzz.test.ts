/**
 * Keys at random, for ten minutes of exercise time, on a console that is connected to a real session
 * with a journal: nothing throws, the record replays, and nothing that cannot be taken back is done
 * before its question was on the screen and was answered with a yes.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replay } from '../../engine/exercise/replay.ts';
import { connect, type Client } from '../../engine/runtime/client.ts';
import type { SocketLike } from '../../engine/runtime/client.ts';
import { padded } from '../../facilitator-ui/layout.ts';
import { isIrreversible } from '../../facilitator-ui/irreversible.ts';
import { readKeys, type Key } from '../../facilitator-ui/key.ts';
import { BINDINGS } from '../../facilitator-ui/keys.ts';
import type { Errand } from '../../facilitator-ui/scene.ts';
import { screenLines } from '../../facilitator-ui/screen.ts';
import { createStore } from '../../facilitator-ui/store.ts';
import { catalogue } from '../../facilitator-ui/text.ts';
import { openRoom, type Room } from '../engine/runtime/room.ts';
import { PATIENCE, runs } from '../support/runs.ts';

const NAMED = [...new Set(BINDINGS.flatMap(({ keys }) => keys))];
const special = (name: string): Key => ({ name, text: '' });

type Press = readonly Key[] | { readonly columns: number; readonly rows: number };

/** What a terminal may deliver: keys, words, pastes with escape sequences in them, another size. */
const presses: fc.Arbitrary<Press> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...NAMED).map((name) => [keyNamed(name)]) },
  {
    weight: 5,
    arbitrary: fc.constantFrom('return', 'escape', 'tab', 'down').map((n) => [special(n)]),
  },
  // An answer, so that what is asked about is now and then done.
  { weight: 3, arbitrary: fc.constantFrom('j', 'y', 'n').map((name) => [{ name, text: name }]) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('T+2:10', '+5m', '-10m', 'Brandalarm', '12', 'æøå', 'ro', '#4')
      .map((text) => readKeys(text, {})),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('\x1b[2J\x1b[1;1Hj', '\x1b]0;x\x07e\rj', '\x9b31mx', 'a\tb\r', '\u202ej')
      .map((text) => readKeys(text, {})),
  },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'binary', maxLength: 12 }).map((t) => readKeys(t, {})),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      columns: fc.constantFrom(20, 60, 80, 120, 200),
      rows: fc.constantFrom(5, 16, 24, 60),
    }),
  },
);

function keyNamed(name: string): Key {
  return { name, text: Array.from(name).length === 1 ? name : '' };
}

/** A client on the room's hub, without a network between. */
function join(room: Room): Client {
  let ids = 0;
  return connect('ws://room', room.tokens.control, {
    open: () => {
      const socket: SocketLike = {
        onopen: null,
        onmessage: null,
        onclose: null,
        onerror: null,
        send: (frame: string) => connection.receive(frame),
        close: () => connection.closed(),
      };
      const connection = room.hub.connect({
        send: (frame) => socket.onmessage?.({ data: frame.toString() }),
        close: (code, reason) => socket.onclose?.({ code, reason }),
        waiting: () => 0,
      });
      queueMicrotask(() => socket.onopen?.({} as never));
      return socket;
    },
    now: room.hand.epoch,
    after: room.hand.after,
    id: () => `key-${(ids += 1)}`,
  });
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test(
  'keys at random never throw, never spoil the record, and never do what was not asked about',
  async () => {
    const done = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(presses, { minLength: 60, maxLength: 220 }), async (pressed) => {
        const room = await openRoom({ bots: 'all' });
        const client = join(room);
        while (client.state().view['exercise'] === undefined) await turn();
        const sent: Errand[] = [];
        const watched: Client = {
          ...client,
          act: (input, note) => {
            sent.push(input as Errand);
            return client.act(input, note);
          },
          free: (seat) => {
            sent.push({ type: 'free', seat });
            return client.free(seat);
          },
          invite: () => {
            sent.push({ type: 'invite', links: false });
            return client.invite();
          },
        };
        const options = { lang: 'da', size: { columns: 80, rows: 24 } } as const;
        const after = room.hand.after;
        const store = createStore({ ...options, client: watched, left: () => undefined, after });
        await client.act({ type: 'exercise.start' });
        const each = Math.ceil(600_000 / room.plan.pace / pressed.length);
        for (const press of pressed) {
          if ('columns' in press) store.resize(press);
          else {
            for (const key of press) {
              const { overlay, size } = store.scene().ui;
              const before = sent.length;
              const first = Array.from(key.text)[0] ?? key.name;
              const yes = overlay.type === 'confirm' && ['j', 'y', 'J', 'Y'].includes(first);
              if (yes && size.columns >= 60 && size.rows >= 16) {
                expect(frameOf(store.scene())).toContain(catalogue(store.scene().ui.lang).yesNo);
              }
              store.press(key);
              for (const input of sent.slice(before).filter(isIrreversible)) {
                done.add(input.type);
                const question = yes ? overlay.confirm.input : undefined;
                expect(typesOf(question)).toContain(input.type);
              }
            }
          }
          expect(frameOf(store.scene())).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
          room.hand.pass(each);
          await turn();
        }
        await turn();
        store.stop();
        expect(room.faults).toEqual([]);
        const entries = await room.entries();
        const again = replay(entries);
        expect(again.differs).toBeUndefined();
        expect(again.whole).toBe(entries.length - 1);
        client.close();
      }),
      { ...runs(8), seed: 20_261_130 },
    );
    // Otherwise it would have shown nothing.
    expect(done.size).toBeGreaterThan(1);
  },
  PATIENCE * 3,
);

/** What a question asked about: an act, or the acts on several injects. */
function typesOf(question: Errand | 'leave' | undefined): readonly string[] {
  if (question === undefined || question === 'leave') return [];
  return question.type === 'several' ? question.acts.map(({ type }) => type) : [question.type];
}

function frameOf(scene: Parameters<typeof screenLines>[0]): string {
  return screenLines(scene)
    .map((line) =>
      padded(line, scene.ui.size.columns)
        .map(({ text }) => text)
        .join(''),
    )
    .join('\n');
}
