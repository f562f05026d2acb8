/** The storyline as a statechart and as a picture. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMachine, type AnyStateNode } from 'xstate';
import { mermaid } from '../../../engine/plan/chart.ts';
import {
  ENDEX,
  moveStoryline,
  storylineConfig,
  type Stand,
} from '../../../engine/plan/exercise.machine.ts';
import { STORYLINE } from '../../../engine/scenario/strand.ts';
import type { Plan } from '../../../engine/plan/plan.ts';
import { runs } from '../../support/runs.ts';
import { scenario } from '../../support/scenario.ts';
import { plans } from '../../support/scenarios.ts';

const HOSTILE = 'End:\n  note "left" of <b>--> [*] #35; ;';
const plan = scenario({
  decisions: {
    cut: {
      phase: 'a-b',
      opens: { 'time-after': '5m' },
      options: { cut: { title: HOSTILE, goto: 'a_b' }, stay: { title: 'Stay' } },
    },
  },
  facts: { leak: {} },
  tasks: { warn: { clock: 'warning' } },
  phases: {
    'a-b': {
      title: HOSTILE,
      length: '1h',
      gate: {
        any: [
          { fact: 'leak', 'known-by': ['duty', 'boss'] },
          { not: { task: 'warn', is: 'open' } },
        ],
      },
      next: [{ when: { 'time-after': '90m' }, to: 'end' }, { to: 'a_b' }],
    },
    a_b: { length: '1h', next: [{ when: { clock: 'warn', is: 'met' }, to: 'end' }, { to: 'a-b' }] },
    end: {
      gate: { all: [{ inject: 'call' }, { expectation: 'call.1', is: 'met' }, { phase: 'end' }] },
    },
  },
  injects: {
    call: { at: '0m', facts: ['leak'], expect: [{ role: 'duty', does: 'open', within: '5m' }] },
  },
});

const stateNames = (text: string): readonly string[] =>
  text.split('\n').flatMap((line) => /^ {2,4}state ".*" as (\S+)$/.exec(line)?.[1] ?? []);

/** The lines that Mermaid's grammar for this diagram allows here, and nothing else. */
const LINE =
  /^ {2}(}|state "[^"\n]*" as t_\w+ {|( {2})?(state "[^"\n]*" as p_\w+|(p_\w+|\[\*\]) --> ([pt]_\w+|\[\*\])(: [^":;#<>\n]+)?))$/;

function checkPicture(drawn: Plan): void {
  const [head, ...lines] = mermaid(drawn, 'en').trimEnd().split('\n');
  expect(head).toBe('stateDiagram-v2');
  for (const line of lines) expect(line).toMatch(LINE);
  const names = stateNames(mermaid(drawn, 'en'));
  expect(names).toHaveLength(drawn.phases.length);
  expect(new Set(names).size).toBe(names.length);
  const drawnTo = lines.flatMap((line) => /--> (p_\w+)/.exec(line)?.[1] ?? []);
  for (const name of drawnTo) expect(names).toContain(name);
}

test('every phase is drawn once under a name of its own, whatever its words', () => {
  checkPicture(plan);
});

test('any storyline is a picture that Mermaid can read', () => {
  fc.assert(fc.property(plans, checkPicture), runs(60));
});

test('a thread is a state of its own that begins at STARTEX, with its phases inside', () => {
  const threaded: Plan = {
    ...plan,
    threads: [{ id: 'press-line', title: HOSTILE, begins: 'calm' }],
    phases: [
      ...plan.phases,
      {
        id: 'calm',
        title: 'Calm',
        thread: 'press-line',
        length: 3_600_000,
        next: [{ to: 'storm' }],
      },
      { id: 'storm', title: 'Storm', thread: 'press-line', next: [] },
    ],
  };
  const lines = mermaid(threaded, 'en').split('\n');
  const from = lines.findIndex((line) => /^ {2}state "[^"]*" as t_press_1line \{$/.test(line));
  const to = lines.indexOf('  }');
  expect(lines.slice(from + 1, to)).toEqual([
    '    state "Calm (1h)" as p_calm',
    '    state "Storm" as p_storm',
    '    [*] --> p_calm',
    '    p_calm --> p_storm: 1h',
    '    p_storm --> [*]: end',
  ]);
  expect(lines).toContain('  [*] --> t_press_1line: STARTEX');
  expect([...lines.slice(0, from), ...lines.slice(to + 1)].join('\n')).not.toMatch(/calm|storm/);
});

test('the picture says what leads where, and why', () => {
  const lines = mermaid(plan, 'da').split('\n');
  const arrows = lines.filter((line) => line.includes('-->'));
  expect(arrows).toHaveLength(1 + 2 + 1 + 2 + 1);
  expect(arrows[0]).toMatch(/\[\*\] --> p_\w+: STARTEX$/);
  expect(arrows.join('\n')).toContain('leak known by duty & boss');
  expect(arrows.join('\n')).toContain('not warn open');
  expect(arrows.join('\n')).toContain('[T+01.30]');
  expect(arrows.at(-1)).toContain('call released & call.1 met & phase end');
});

function idsOf(node: AnyStateNode): readonly string[] {
  return [node.id, ...Object.values(node.states).flatMap(idsOf)];
}

test('the chart is plain data: read back from JSON it is the same machine', () => {
  fc.assert(
    fc.property(plans, (drawn) => {
      const config = storylineConfig(drawn);
      const again = JSON.parse(JSON.stringify(config)) as typeof config;
      expect(again).toEqual(config);
      const ids = idsOf(createMachine(again).root);
      expect(ids).toEqual(idsOf(createMachine(config).root));
      for (const { id, thread } of drawn.phases) {
        const region = thread === undefined ? 'storyline' : `thread-${thread}`;
        expect(ids).toContain(`${drawn.id}.conduct.${region}.${id}`);
      }
    }),
    runs(60),
  );
});

test('the chart moves as the exercise does', () => {
  const at = (status: Stand['status'], phase: string): Stand => ({
    status,
    phases: new Map([[STORYLINE, phase]]),
  });
  const started = moveStoryline(plan, { status: 'planned' }, { type: 'exercise.started' });
  const first = { strand: STORYLINE, phase: 'a-b', delay: 3_600_000 };
  expect(started).toEqual({ status: 'running', moved: true, entered: [first] });
  const running = at('running', 'a-b');
  const paused = at('paused', 'a-b');
  expect(moveStoryline(plan, running, { type: 'exercise.paused' })).toEqual({
    status: 'paused',
    moved: true,
    entered: [],
  });
  const decided = { type: 'decision.recorded', decision: 'cut', option: 'cut' } as const;
  expect(moveStoryline(plan, paused, decided)).toMatchObject({
    status: 'paused',
    entered: [{ phase: 'a_b' }],
    moved: true,
  });
  expect(moveStoryline(plan, paused, { ...decided, option: 'stay' }).moved).toBe(false);
  const gate = { type: 'gate.opened', from: 'end', to: ENDEX } as const;
  expect(moveStoryline(plan, at('running', 'end'), gate).entered).toEqual([
    { strand: STORYLINE, phase: ENDEX },
  ]);
  expect(moveStoryline(plan, running, gate).moved).toBe(false);
  const ended = moveStoryline(plan, paused, { type: 'exercise.ended' });
  expect(ended).toMatchObject({ status: 'ended', moved: true });
});

test('after conduct no step is taken twice, whatever the last phase was', () => {
  const stand: Stand = { status: 'hotwash', phases: new Map([[STORYLINE, 'end']]) };
  expect(moveStoryline(plan, stand, { type: 'hotwash.opened' }).moved).toBe(false);
  expect(moveStoryline(plan, stand, { type: 'exercise.started' }).moved).toBe(false);
  expect(moveStoryline(plan, stand, { type: 'exercise.closed' })).toMatchObject({
    status: 'closed',
    moved: true,
  });
});
