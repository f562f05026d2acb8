/** Who in exercise control may do what: every kind, every act, lanes, and the lead that goes round. */
import { describe, expect, test } from 'vitest';
import type { ControlInput, StaffKind } from '../../../engine/exercise/entry.ts';
import { controlView } from '../../../engine/exercise/overview.ts';
import { permits } from '../../../engine/exercise/staff.ts';
import { INPUTS } from '../runtime/inputs.ts';
import { CONTROL, ENGINE, given, staff, type Given } from '../../support/given.ts';
import { scenario } from '../../support/scenario.ts';

const plan = scenario({
  injects: {
    call: { at: '0m' },
    late: { at: '2h' },
    town: { at: '2h', to: ['lead'] },
    both: { at: '3h', to: ['duty', 'lead'] },
  },
  decisions: { cut: {} },
  polls: { owner: { manual: true, asks: 'owner-of', task: 'warn', to: ['lead'] } },
  tasks: { warn: {} },
});
const joined = (where: Given, lane?: readonly string[]): Given =>
  where
    .input(ENGINE, { type: 'staff.join', staff: 'F1', kind: 'lead' })
    .input(staff('F1'), {
      ...{ type: 'staff.join', staff: 'F2', kind: 'controller' },
      ...(lane ? { lane } : {}),
    })
    .input(staff('F1'), { type: 'staff.join', staff: 'F3', kind: 'evaluator' })
    .input(staff('F1'), { type: 'staff.join', staff: 'F4', kind: 'observer' });
const running = (lane?: readonly string[]): Given => joined(given(plan).startex(), lane);
const NAME = { lead: 'F1', controller: 'F2', evaluator: 'F3', observer: 'F4' } as const;

/** Read off the handbook's table, not off the engine's: what each but the lead may do. */
const MAY: Readonly<Record<Exclude<StaffKind, 'lead'>, readonly ControlInput['type'][]>> = {
  observer: [],
  evaluator: ['observation.note', 'record.note'],
  controller: [
    'exercise.pause',
    'inject.release',
    'inject.hold',
    'inject.unhold',
    'inject.skip',
    'inject.change',
    'inject.repeat',
    'inject.write',
    'question.ask',
    'question.skip',
    'simcell.send',
    'simcell.call',
    'simcell.play',
    'decision.enter',
    'decision.note',
    'control.answer',
    'observation.note',
    'record.note',
  ],
};
const LEADS: readonly ControlInput['type'][] = [
  'exercise.start',
  'exercise.resume',
  'exercise.pace',
  'exercise.jump',
  'exercise.shift',
  'exercise.end',
  'exercise.hotwash',
  'exercise.close',
  'phase.choose',
  'phase.adjust',
  'staff.hand',
];
const inputs = new Map<string, ControlInput>(
  INPUTS.flatMap((input) =>
    MAY.controller.includes(input.type as never) || LEADS.includes(input.type as never)
      ? [[input.type, input as ControlInput] as const]
      : [],
  ),
);
const pause: ControlInput = { type: 'exercise.pause', reason: 'Kaffe' };
const ordinary = (input: ControlInput): ControlInput =>
  input.type === 'exercise.pause' ? pause : input;

describe('each kind and each act', () => {
  test('every act is somebody’s', () => {
    expect([...inputs.keys()].sort()).toEqual([...MAY.controller, ...LEADS].sort());
  });

  test.each([...inputs.values()].map((input) => [input.type, ordinary(input)] as const))(
    '%s',
    (type, input) => {
      const { state } = running();
      expect(permits(state, staff('F1'), input)).toBeUndefined();
      for (const kind of ['controller', 'evaluator', 'observer'] as const) {
        const told = permits(state, staff(NAME[kind]), input);
        if (MAY[kind].includes(type)) expect(told).toBeUndefined();
        else expect(told).toBe(LEADS.includes(type) ? 'lead-only' : 'not-your-part');
      }
      expect(permits(state, staff('F9'), input)).toBe('not-allowed');
    },
  );

  test.each([...inputs.values()])(
    'where nobody has joined, every facilitator is the lead: $type',
    (input) => {
      expect(permits(given(plan).state, staff('anybody'), input)).toBeUndefined();
    },
  );
});

test('anybody in exercise control stops it for a real incident, and only the lead lifts that', () => {
  for (const name of ['F1', 'F2', 'F3', 'F4']) {
    const stopped = running().input(staff(name), { type: 'exercise.pause', kind: 'real' });
    stopped.expect('exercise.paused', { kind: 'real' });
    stopped.input(staff('F2'), pause).refused('lead-only');
    stopped.input(staff('F2'), { type: 'exercise.pause', kind: 'step' }).refused('lead-only');
    stopped.input(staff('F2'), { type: 'exercise.resume' }).refused('lead-only');
    stopped.input(staff('F1'), { type: 'exercise.resume' }).expect('exercise.resumed');
  }
});

describe('a lane', () => {
  const write = { from: 'X', channel: 'sms', title: 'T', body: 'B' } as const;
  const enter = { type: 'decision.enter', decision: 'cut', option: 'cut', reason: 'So' } as const;
  const inside: readonly ControlInput[] = [
    { type: 'inject.hold', inject: 'town' },
    { type: 'inject.release', inject: 'both' },
    { type: 'inject.change', inject: 'both', to: ['lead'] },
    { type: 'inject.write', to: ['duty', 'lead'], ...write },
    { type: 'inject.repeat', inject: 'call', to: ['lead'] },
    { type: 'simcell.send', from: 'press', to: ['lead'], body: 'B' },
    { type: 'simcell.call', from: 'press', with: ['lead'], text: 'T' },
    { type: 'simcell.play', role: 'press', by: 'F2' },
    { type: 'question.ask', question: 'owner' },
    { ...enter, role: 'lead' },
    { type: 'exercise.pause', kind: 'discussion' },
    { type: 'observation.note', text: 'T' },
  ];
  const outside: readonly ControlInput[] = [
    { type: 'inject.hold', inject: 'late' },
    { type: 'inject.change', inject: 'late', to: ['lead'] },
    { type: 'inject.change', inject: 'town', to: ['duty'] },
    { type: 'inject.write', to: ['duty', 'boss'], ...write },
    { type: 'inject.repeat', inject: 'call' },
    { type: 'simcell.send', from: 'press', to: ['boss'], body: 'B' },
    { type: 'simcell.call', from: 'press', with: ['boss'], text: 'T' },
    { ...enter, role: 'boss' },
    { type: 'decision.note', question: 'Q', option: 'O', role: 'boss', reason: 'R' },
  ];
  const by = staff('F2');

  test.each(inside)('reaches to where a role of it is concerned: $type %#', (input) => {
    running(['town']).at('0m').input(by, input).expectNo('input.refused');
  });

  test.each(outside)('and no further: $type %#', (input) => {
    running(['town']).at('0m').input(by, input).refused('not-in-lane');
    running(['town', 'operator']).at('0m').input(by, input).expectNo('input.refused');
    running().at('0m').input(by, input).expectNo('input.refused');
  });

  test('an answer is the business of whoever looks after the one that asked', () => {
    const asked = running(['town'])
      .as('duty', { type: 'control.ask', text: 'Må vi?' })
      .as('lead', { type: 'control.ask', text: 'Må vi?' });
    asked.input(by, { type: 'control.answer', ask: 'ask.1', text: 'Ja' }).refused('not-in-lane');
    asked
      .input(by, { type: 'control.answer', ask: 'ask.2', text: 'Ja' })
      .expect('control.answered');
  });
});

describe('coming and going', () => {
  test('the first is the lead; there is one, and it is handed over, never left', () => {
    const exercise = running();
    exercise.input(staff('F1'), { type: 'staff.hand', to: 'F3' }).expect('staff.handed', {
      from: 'F1',
      to: 'F3',
    });
    expect(kinds(exercise)).toEqual({
      F1: 'controller',
      F2: 'controller',
      F3: 'lead',
      F4: 'observer',
    });
    exercise.input(staff('F1'), { type: 'exercise.end' }).refused('lead-only');
    exercise.input(staff('F3'), { type: 'staff.leave', staff: 'F1' }).expect('staff.left');
    exercise.input(staff('F1'), pause).refused('not-allowed');
    exercise.input(staff('F3'), { type: 'exercise.end' }).expect('exercise.ended');
  });

  test('a lane goes with the lead that was handed over', () => {
    const exercise = running(['town']).input(staff('F1'), { type: 'staff.hand', to: 'F2' });
    expect(exercise.state.staff.get('F2')).toEqual({ id: 'F2', kind: 'lead' });
    expect(exercise.state.staff.get('F1')).toEqual({ id: 'F1', kind: 'controller' });
  });

  test('what the engine hands over comes from whoever had it', () => {
    running()
      .input(ENGINE, { type: 'staff.hand', to: 'F2' })
      .expect('staff.handed', { from: 'F1' });
  });

  test('who was shown out plays no role any more, and control is told so', () => {
    const exercise = running().input(staff('F1'), {
      type: 'simcell.play',
      role: 'press',
      by: 'F2',
    });
    expect(row(exercise, 'roles', 'press')).toMatchObject({ playedBy: 'F2' });
    exercise.input(staff('F1'), { type: 'staff.leave', staff: 'F2' });
    expect(row(exercise, 'roles', 'press')).not.toHaveProperty('playedBy');
    expect(row(exercise, 'staff', 'F2')).toBeUndefined();
    exercise.input(staff('F1'), { type: 'simcell.play', role: 'press', by: 'bot' });
    expect(row(exercise, 'roles', 'press')).toMatchObject({ playedBy: 'bot' });
  });

  test('an unknown facilitator is none of them', () => {
    running().input(CONTROL, { type: 'exercise.resume' }).refused('not-allowed');
  });
});

function kinds({ state }: Given): Readonly<Record<string, StaffKind>> {
  return Object.fromEntries([...state.staff].map(([id, { kind }]) => [id, kind]));
}

function row({ state }: Given, collection: string, key: string): object | null | undefined {
  return controlView(state).find(([name, id]) => name === collection && id === key)?.[2];
}
