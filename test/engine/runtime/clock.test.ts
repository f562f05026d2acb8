import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAlarm, createClock, type Clock } from '../../../engine/runtime/clock.ts';

const HOUR = 3_600_000;

/** A wall clock that stands still until it is moved. */
function handWall(start = 0): { readonly read: () => number; readonly pass: (ms: number) => void } {
  let now = start;
  return { read: () => now, pass: (ms) => void (now += ms) };
}

type Act =
  | { readonly type: 'pass'; readonly ms: number }
  | { readonly type: 'start' | 'pause' | 'resume' | 'read' }
  | { readonly type: 'pace'; readonly pace: number }
  | { readonly type: 'jump'; readonly by: number };

const paces = fc.oneof(
  fc.constantFrom(0.1, 0.5, 1, 1.5, 12, 60, 3600),
  fc.integer({ min: 100, max: 3_600_000 }).map((thousandths) => thousandths / 1_000),
);
/** Microseconds are what a wall clock can be relied on for. */
const walls = fc.integer({ min: 0, max: 20_000_000 }).map((micros) => micros / 1_000);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: walls.map((ms): Act => ({ type: 'pass', ms })) },
  fc.constantFrom<Act>({ type: 'start' }, { type: 'pause' }, { type: 'resume' }, { type: 'read' }),
  paces.map((pace): Act => ({ type: 'pace', pace })),
  fc.integer({ min: -HOUR, max: HOUR }).map((by): Act => ({ type: 'jump', by })),
);

function perform(clock: Clock, pass: (ms: number) => void, doing: Act): void {
  if (doing.type === 'pass') pass(doing.ms);
  else if (doing.type === 'pace') clock.setPace(doing.pace);
  else if (doing.type === 'jump') clock.jumpTo(clock.now() + doing.by);
  else if (doing.type === 'read') clock.now();
  else clock[doing.type]();
}

describe('the exercise clock', () => {
  test('stands where it was set until it starts', () => {
    const wall = handWall(500);
    const clock = createClock(wall.read, 90_000, 12);
    wall.pass(1_000);
    expect(clock.now()).toBe(90_000);
    expect(clock.running()).toBe(false);
    clock.start();
    wall.pass(1_000);
    expect(clock.now()).toBe(102_000);
    expect(clock.running()).toBe(true);
  });

  test('stands during a pause, however long', () => {
    const wall = handWall();
    const clock = createClock(wall.read, 0, 2);
    clock.start();
    wall.pass(100);
    clock.pause();
    wall.pass(86_400_000);
    expect(clock.now()).toBe(200);
    clock.resume();
    wall.pass(1);
    expect(clock.now()).toBe(202);
  });

  test('a new pace holds from now on, also when set during a pause', () => {
    const wall = handWall();
    const clock = createClock(wall.read, 0, 1);
    clock.start();
    wall.pass(1_000);
    clock.setPace(60);
    expect(clock.now()).toBe(1_000);
    wall.pass(1_000);
    expect(clock.now()).toBe(61_000);
    clock.pause();
    clock.setPace(0.5);
    expect(clock.pace()).toBe(0.5);
    clock.resume();
    wall.pass(1_000);
    expect(clock.now()).toBe(61_500);
  });

  test('jumps forward exactly, and never back', () => {
    const wall = handWall(0.4);
    const clock = createClock(wall.read, 0, 1);
    clock.start();
    wall.pass(10.7);
    clock.jumpTo(HOUR);
    expect(clock.now()).toBe(HOUR);
    clock.jumpTo(5);
    expect(clock.now()).toBe(HOUR);
    wall.pass(1);
    expect(clock.now()).toBe(HOUR + 1);
  });

  test.each([0, -1, NaN, Infinity, 0.0001])('refuses the pace %s and keeps the old', (pace) => {
    const wall = handWall();
    const clock = createClock(wall.read, 0, 3);
    clock.start();
    expect(() => clock.setPace(pace)).toThrow(RangeError);
    expect(() => createClock(wall.read, 0, pace)).toThrow(RangeError);
    wall.pass(10);
    expect(clock.now()).toBe(30);
    expect(clock.pace()).toBe(3);
  });

  test('does not follow a wall clock that goes back', () => {
    const wall = handWall(1_000);
    const clock = createClock(wall.read, 0, 1);
    clock.start();
    wall.pass(100);
    expect(clock.now()).toBe(100);
    wall.pass(-500);
    expect(clock.now()).toBe(100);
    wall.pass(550);
    expect(clock.now()).toBe(150);
  });

  test('whatever is done to it, it shows whole ms and never an earlier one', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), paces, (acts, pace) => {
        const wall = handWall(123.456);
        const clock = createClock(wall.read, 0, pace);
        let before = clock.now();
        for (const each of acts) {
          perform(clock, wall.pass, each);
          const now = clock.now();
          expect(Number.isSafeInteger(now)).toBe(true);
          expect(now).toBeGreaterThanOrEqual(before);
          before = now;
        }
      }),
    );
  });

  test('pausing, resuming, reading or setting the same pace at any points changes nothing', () => {
    const pieces = fc.array(fc.tuple(walls, fc.constantFrom('read', 'pause', 'pace', 'start')), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(pieces, paces, walls, (parts, pace, pauseLength) => {
        const cutWall = handWall();
        const cut = createClock(cutWall.read, 7, pace);
        cut.start();
        let elapsed = 0;
        for (const [ms, what] of parts) {
          cutWall.pass(ms);
          elapsed += Math.round(ms * 1_000);
          if (what === 'pace') cut.setPace(pace);
          else if (what === 'start') cut.start();
          else if (what === 'read') cut.now();
          else {
            cut.pause();
            cutWall.pass(pauseLength);
            cut.resume();
          }
        }
        const wholeWall = handWall();
        const whole = createClock(wholeWall.read, 7, pace);
        whole.start();
        wholeWall.pass(elapsed / 1_000);
        expect(cut.now()).toBe(whole.now());
      }),
    );
  });

  test('is the formula: floor(anchor + elapsed × pace), in exact arithmetic', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.nat(9_000_000), fc.nat(3_600_000), (at, micros, rate) => {
        const wall = handWall();
        const clock = createClock(wall.read, at, (rate + 1) / 1_000);
        clock.start();
        wall.pass(micros / 1_000);
        const exact = BigInt(at) + (BigInt(micros) * BigInt(rate + 1)) / 1_000_000n;
        expect(clock.now()).toBe(Number(exact));
      }),
    );
  });

  test('says how long until a time, and then it is that time and not before', () => {
    fc.assert(
      fc.property(paces, walls, fc.integer({ min: 1, max: 10 * HOUR }), (pace, offset, ahead) => {
        const wall = handWall();
        const clock = createClock(wall.read, 0, pace);
        clock.start();
        wall.pass(offset);
        const due = clock.now() + ahead;
        const left = clock.wallUntil(due)!;
        wall.pass(left - 0.001);
        expect(clock.now()).toBeLessThan(due);
        wall.pass(0.001);
        expect(clock.now()).toBeGreaterThanOrEqual(due);
        expect(clock.wallUntil(due)).toBe(0);
      }),
    );
  });

  test('knows no wall time for what is ahead while it stands', () => {
    const clock = createClock(() => 0, 1_000, 1);
    expect(clock.wallUntil(1_001)).toBeUndefined();
    expect(clock.wallUntil(1_000)).toBe(0);
  });
});

/** Timers fired by hand; each remembers how far ahead it was set. */
function handTimers() {
  let next = 1;
  const armed = new Map<number, { readonly ms: number; readonly call: () => void }>();
  return {
    armed,
    set: (call: () => void, ms: number): number => {
      armed.set(next, { ms, call });
      return next++;
    },
    clear: (timer: number): void => void armed.delete(timer),
    fire: (): number => {
      const [first] = armed;
      if (!first) throw new Error('no timer is set');
      armed.delete(first[0]);
      first[1].call();
      return first[1].ms;
    },
  };
}

describe('the alarm', () => {
  test('rings when the time has come', () => {
    const timers = handTimers();
    const alarm = createAlarm(timers.set, timers.clear);
    let left = 250.2;
    let rung = 0;
    alarm.set(
      () => left,
      () => (rung += 1),
    );
    left = 0;
    expect(timers.fire()).toBe(251);
    expect(rung).toBe(1);
    expect(timers.armed.size).toBe(0);
  });

  test('a timer that goes off early only looks at the clock again', () => {
    const timers = handTimers();
    const alarm = createAlarm(timers.set, timers.clear);
    let left = 10;
    let rung = 0;
    alarm.set(
      () => left,
      () => (rung += 1),
    );
    left = 0.4;
    timers.fire();
    expect(rung).toBe(0);
    left = 0;
    expect(timers.fire()).toBe(1);
    expect(rung).toBe(1);
  });

  test('never waits longer than an hour at a time, and rings in the end', () => {
    const timers = handTimers();
    const alarm = createAlarm(timers.set, timers.clear);
    let left = 60 * 24 * HOUR;
    let rung = 0;
    alarm.set(
      () => left,
      () => (rung += 1),
    );
    let fired = 0;
    while (timers.armed.size > 0) {
      const [ms] = [...timers.armed.values()].map((timer) => timer.ms);
      expect(ms).toBeLessThanOrEqual(HOUR);
      left = Math.max(0, left - ms!);
      timers.fire();
      fired += 1;
    }
    expect(fired).toBe(60 * 24);
    expect(rung).toBe(1);
  });

  test('has one timer, whatever it is set to', () => {
    const timers = handTimers();
    const alarm = createAlarm(timers.set, timers.clear);
    const rung: string[] = [];
    alarm.set(
      () => 5,
      () => rung.push('first'),
    );
    alarm.set(
      () => 0,
      () => rung.push('second'),
    );
    expect(timers.armed.size).toBe(1);
    timers.fire();
    expect(rung).toEqual(['second']);
    alarm.stop();
    alarm.set(
      () => 5,
      () => rung.push('third'),
    );
    alarm.stop();
    alarm.stop();
    expect(timers.armed.size).toBe(0);
  });

  test('is off while no time is known, also when that happens on the way', () => {
    const timers = handTimers();
    const alarm = createAlarm(timers.set, timers.clear);
    let left: number | undefined;
    const never = (): never => expect.fail('it rang');
    alarm.set(() => left, never);
    expect(timers.armed.size).toBe(0);
    left = 5;
    alarm.set(() => left, never);
    left = undefined;
    timers.fire();
    expect(timers.armed.size).toBe(0);
  });

  test('can be set again from its own ring', () => {
    const timers = handTimers();
    const alarm = createAlarm(timers.set, timers.clear);
    let rung = 0;
    const again = (): void => {
      rung += 1;
      if (rung < 3) alarm.set(() => 0, again);
    };
    alarm.set(() => 0, again);
    for (let i = 0; i < 3; i += 1) timers.fire();
    expect(rung).toBe(3);
    expect(timers.armed.size).toBe(0);
  });
});
