/** The engine, with its session and clock, against the plain model of it, command by command. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Input } from '../../engine/exercise/entry.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import { MINUTE } from '../../engine/scenario/time.ts';
import { CONTROL, seated } from '../support/given.ts';
import { recompute, type Deed } from '../support/model.ts';
import { PATIENCE, runs } from '../support/runs.ts';
import { scenario } from '../support/scenario.ts';
import { held, type Held } from '../support/session.ts';

/** What the model knows: the deeds so far and how time goes. */
type Model = { deeds: Deed[]; minute: number; running: boolean; pace: number };
type Real = { readonly plan: Plan; readonly run: Held };
type Command = fc.AsyncCommand<Model, Real>;
/** Without the minute: that is when its turn comes. */
type Doing = Deed extends infer D ? (D extends Deed ? Omit<D, 'minute'> : never) : never;

const LENGTH = 90;
const ROLES = ['duty', 'boss'];

function compare({ deeds, minute, running, pace }: Model, { plan, run }: Real): void {
  const { state } = run.session;
  const expected = recompute(plan, deeds, minute);
  const statuses = [...state.obligations].map(([id, { status }]) => [id, status] as const);
  expect({
    injects: Object.fromEntries(
      [...state.injects].map(([id, { status, releasedAt }]) => [
        id,
        [status, releasedAt === undefined ? undefined : releasedAt / MINUTE],
      ]),
    ),
    obligations: Object.fromEntries(statuses),
    over: state.status === 'ended',
  }).toEqual(expected);
  if (expected.over) return;
  expect(run.session.reading()).toMatchObject({ at: minute * MINUTE, running, pace });
}

function inputOf(doing: Doing): Input {
  switch (doing.does) {
    case 'open':
    case 'acknowledge':
      return { type: `item.${doing.does}`, item: doing.inject };
    case 'answer':
      return { type: 'message.send', to: ['lead'], replyTo: doing.inject, body: 'Yes' };
    case 'end':
      return { type: 'exercise.end' };
    default:
      return { type: `inject.${doing.does}`, inject: doing.inject };
  }
}

class Act implements Command {
  readonly #doing: Doing;
  constructor(doing: Doing) {
    this.#doing = doing;
  }
  check(): boolean {
    return true;
  }
  async run(model: Model, real: Real): Promise<void> {
    const doing = this.#doing;
    const by = 'role' in doing ? seated(doing.role) : CONTROL;
    await real.run.session.submit(by, inputOf(doing));
    // Roles can do nothing while time stands still; control can.
    if (model.running || !('role' in doing)) model.deeds.push({ ...doing, minute: model.minute });
    compare(model, real);
  }
  toString(): string {
    return JSON.stringify(this.#doing);
  }
}

type Handling =
  | { readonly clock: 'wait'; readonly minutes: number }
  | { readonly clock: 'jump'; readonly minutes: number }
  | { readonly clock: 'pause' | 'resume' }
  | { readonly clock: 'pace'; readonly pace: number };

class Clock implements Command {
  readonly #handling: Handling;
  constructor(handling: Handling) {
    this.#handling = handling;
  }
  check(): boolean {
    return true;
  }
  async run(model: Model, real: Real): Promise<void> {
    const handling = this.#handling;
    const { session } = real.run;
    const over = session.state.status === 'ended';
    switch (handling.clock) {
      case 'wait':
        real.run.wait(handling.minutes * MINUTE);
        real.run.ring();
        if (model.running) model.minute += handling.minutes * model.pace;
        break;
      case 'jump': {
        const to = model.minute + handling.minutes;
        await session.submit(CONTROL, { type: 'exercise.jump', to: to * MINUTE });
        if (to <= LENGTH && handling.minutes > 0) model.minute = to;
        break;
      }
      case 'pace':
        await session.submit(CONTROL, { type: 'exercise.pace', pace: handling.pace });
        if (!over) model.pace = handling.pace;
        break;
      default:
        await session.submit(CONTROL, { type: `exercise.${handling.clock}` });
        model.running = handling.clock === 'resume';
    }
    compare(model, real);
  }
  toString(): string {
    return JSON.stringify(this.#handling);
  }
}

const name = fc.nat({ max: 5 }).map((i) => `i${i}`);
const role = fc.constantFrom(...ROLES);
const minutes = fc.constantFrom(0, 1, 1, 2, 5);
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .record({ does: fc.constantFrom('open', 'acknowledge', 'answer'), role, inject: name })
      .map((doing) => new Act(doing)),
  },
  {
    weight: 6,
    arbitrary: fc
      .record({
        does: fc.constantFrom('release', 'hold', 'hold', 'unhold', 'unhold', 'skip'),
        inject: name,
      })
      .map((doing) => new Act(doing)),
  },
  { weight: 5, arbitrary: minutes.map((n) => new Clock({ clock: 'wait', minutes: n })) },
  {
    weight: 1,
    arbitrary: fc.nat({ max: 30 }).map((n) => new Clock({ clock: 'jump', minutes: n })),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('pause', 'resume', 'resume').map((clock) => new Clock({ clock })),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 3 }).map((pace) => new Clock({ clock: 'pace', pace })),
  },
  {
    weight: 1,
    arbitrary: fc
      .nat({ max: 9 })
      .map((n) => (n === 0 ? new Act({ does: 'end' }) : new Clock({ clock: 'wait', minutes: 1 }))),
  },
);

/** Six injects that hang together in some way; within nine minutes, so that much falls due at once. */
const plans: fc.Arbitrary<Plan> = fc
  .array(
    fc.record({
      trigger: fc.constantFrom('at', 'at', 'after', 'after', 'manual', 'if-not'),
      is: fc.constantFrom('released', 'opened', 'acknowledged', 'answered'),
      of: fc.nat({ max: 99 }),
      minute: fc.nat({ max: 60 }),
      to: fc.constantFrom(['duty'], ['boss'], ['duty', 'boss']),
      expect: fc.array(
        fc.record({
          does: fc.constantFrom('open', 'acknowledge', 'answer'),
          within: fc.integer({ min: 1, max: 9 }),
        }),
        { maxLength: 2 },
      ),
    }),
    { minLength: 6, maxLength: 6 },
  )
  .map((drawn) => {
    const rows = drawn.map(({ trigger, is, of, minute, to, expect: asked }, i) => ({
      ...(trigger === 'at' || i === 0 ? { at: `${minute}m` } : {}),
      ...(trigger === 'after' && i > 0
        ? { after: { inject: `i${of % i}`, is, delay: `${minute % 7}m` } }
        : {}),
      ...(trigger === 'manual' && i > 0 ? { manual: true } : {}),
      to,
      expect: asked.flatMap(({ does, within }) =>
        to.map((who) => ({ role: who, does, within: `${within}m` })),
      ),
    }));
    const injects: Record<string, object> = Object.fromEntries(
      rows.map((row, i) => [`i${i}`, row]),
    );
    for (const [i, { trigger, of }] of drawn.entries()) {
      if (trigger !== 'if-not' || i === 0) continue;
      const parent = `i${of % i}`;
      const free = rows[of % i]!.expect.length > 0 && !('if-not' in injects[parent]!);
      if (free) injects[parent] = { ...injects[parent], 'if-not': `i${i}` };
      else injects[`i${i}`] = { ...injects[`i${i}`], manual: true };
    }
    return scenario({
      length: `${LENGTH}m`,
      pace: 1,
      injects: injects as Record<string, Record<string, unknown>>,
    });
  });

test(
  'the engine does what the plain model says, whatever is done and however time goes',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        plans,
        fc.commands([command], { maxCommands: 50, size: 'max' }),
        async (plan, commands) => {
          const run = await held(plan);
          await run.session.submit(CONTROL, { type: 'exercise.start' });
          const model: Model = { deeds: [], minute: 0, running: true, pace: 1 };
          await fc.asyncModelRun(() => ({ model, real: { plan, run } }), commands);
        },
      ),
      runs(500),
    );
  },
  PATIENCE,
);
