/**
 * Random exercises on whole minutes: roles that take, give, hand over and finish tasks, ask, answer
 * and tell, in any order that the engine would let happen. Knows: the fixture's writer.
 */
import fc from 'fast-check';
import { planOf, role, taskOf, writer } from '../fixture.ts';

const ROLES = ['a', 'b', 'c', 'd', 'e'] as const;
const TASKS = ['t1', 't2'] as const;
const END = 120;

const someRoles = fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: 3 });
const task = (id: string) =>
  fc
    .record({
      accountable: fc.uniqueArray(fc.constantFrom(...ROLES), { maxLength: 2 }),
      responsible: someRoles,
      support: someRoles,
      consulted: someRoles,
      informed: someRoles,
      critical: fc.boolean(),
    })
    .map((parts) => taskOf({ id, ...parts }));

const act = fc.record({
  minute: fc.integer({ min: 1, max: END - 1 }),
  does: fc.constantFrom(
    'claim',
    'claim',
    'release',
    'finish',
    'offer',
    'accept',
    'ask',
    'reply',
    'tell',
    'open',
    'open',
  ),
  task: fc.constantFrom(...TASKS),
  who: fc.constantFrom(...ROLES),
  other: fc.constantFrom(...ROLES),
  as: fc.constantFrom('accountable' as const, 'responsible' as const),
  pick: fc.nat({ max: 9 }),
});

export const plays = fc
  .record({
    tasks: fc.tuple(task('t1'), task('t2')),
    starts: fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: END + 20 })),
    windows: fc.tuple(fc.integer({ min: 5, max: 100 }), fc.integer({ min: 5, max: 100 })),
    acts: fc.array(act, { maxLength: 40 }),
  })
  .map(({ tasks, starts, windows, acts }) => {
    const plan = planOf({
      organisations: ROLES.slice(0, 3).map((id) => ({ id, name: id })),
      roles: ROLES.map((id, i) => role(id, ROLES[i % 3]!)),
      tasks,
    });
    return { plan, play: (pause?: number) => conduct(plan, starts, windows, acts, pause) };
  });

type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** `pause`: the minute before which ten minutes of wall time pass with the exercise standing still. */
function conduct(
  plan: ReturnType<typeof planOf>,
  starts: readonly number[],
  windows: readonly number[],
  acts: readonly Act[],
  pause?: number,
) {
  const w = writer(plan);
  ROLES.forEach((id) => w.seat(id));
  w.at(0).start();
  const begins = TASKS.map((id, i) => ({ minute: starts[i]!, id, window: windows[i]! }));
  const moments = [
    ...begins.map((b) => ({ minute: b.minute, run: () => void w.startTask(b.id, b.window) })),
    ...acts.map((one) => ({ minute: one.minute, run: () => perform(w, state, one) })),
    ...(pause === undefined
      ? []
      : [{ minute: pause, run: () => void w.pause(10, 'Reel hændelse') }]),
  ].filter(({ minute }) => minute < END);
  const state: State = {
    begun: (id, at) => begins.some((b) => b.id === id && b.minute <= at),
    done: new Set(),
    holders: new Map(TASKS.map((id) => [id, new Map<string, As>()])),
    offers: new Set(),
    sent: [],
  };
  moments.sort((a, b) => a.minute - b.minute);
  for (const { minute, run } of moments) {
    w.at(minute);
    run();
  }
  w.at(END).end();
  return w.entries;
}

type As = 'accountable' | 'responsible';
type State = {
  readonly begun: (task: string, minute: number) => boolean;
  readonly done: Set<string>;
  readonly holders: Map<string, Map<string, As>>;
  readonly offers: Set<string>;
  readonly sent: { readonly id: string; readonly from: string; readonly to: readonly string[] }[];
};

function perform(w: ReturnType<typeof writer>, state: State, one: Act): void {
  const { who, other, as } = one;
  const holders = state.holders.get(one.task)!;
  const open = state.begun(one.task, one.minute) && !state.done.has(one.task);
  const about = { task: one.task };
  const item = state.sent[one.pick % Math.max(1, state.sent.length)];
  const sends = (from: string, message: Parameters<typeof w.send>[1]): void => {
    state.sent.push({ id: w.send(from, message), from, to: message.to });
  };
  switch (one.does) {
    case 'claim':
      if (!open || holders.get(who) === as) return;
      w.claim(who, one.task, as);
      holders.set(who, as);
      return;
    case 'release':
      if (!open || !holders.delete(who)) return;
      w.letGo(who, one.task);
      return;
    case 'finish':
      if (!open) return;
      w.finish(who, one.task);
      state.done.add(one.task);
      return;
    case 'offer':
      if (!open || who === other || !holders.has(who)) return;
      w.offer(who, other, one.task, holders.get(who));
      state.offers.add(`${one.task} ${who} ${other}`);
      return;
    case 'accept': {
      const how = holders.get(other);
      if (!open || how === undefined || !state.offers.delete(`${one.task} ${other} ${who}`)) return;
      w.accept(other, who, one.task, how);
      holders.delete(other);
      holders.set(who, how);
      return;
    }
    case 'ask':
      if (who !== other) sends(who, { to: [other], asks: true, about });
      return;
    case 'tell':
      if (who !== other) sends(who, { to: [other], about });
      return;
    case 'reply':
      if (item?.to.includes(who) && item.from !== who) {
        sends(who, { to: [item.from], replyTo: item.id, ...(one.pick % 2 === 0 && { about }) });
      }
      return;
    case 'open':
      if (item?.to.includes(who)) w.open(who, item.id);
      return;
    default:
      one.does satisfies never;
  }
}
