/** Planted behaviour is found, by code and by role; a perfect rehearsal shows nothing. */
import { describe, expect, test } from 'vitest';
import type { RoleInput } from '../../../engine/exercise/entry.ts';
import { MINUTE } from '../../../engine/scenario/time.ts';
import { analyse } from '../../../exports/analysis/analysis.ts';
import { type Plant, rehearsed } from './planted.ts';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

/** Code, roles, and what it is about, of each finding. */
function found(plant: Plant, seed: number): readonly string[] {
  return analyse(rehearsed(plant, seed)).findings.findings.map(
    ({ code, roles, tasks, decisions, interfaces, facts }) =>
      [code, roles.join('+'), [tasks, decisions, interfaces, facts].flat().join('+')].join(' '),
  );
}

test('where everybody does what the plan says, in time, nothing is found, and strengths are', () => {
  for (const seed of SEEDS) {
    const { findings, strengths } = analyse(rehearsed({}, seed)).findings;
    expect(findings.map(({ code, roles }) => `${code} ${roles.join()}`)).toEqual([]);
    expect(strengths.map(({ code }) => code)).toContain('STRENGTH_OWNERSHIP');
  }
});

describe('planted', () => {
  test('the crisis lead does the task of the manager and the duty officer', () => {
    const plant: Plant = {
      does: (event) =>
        event.type === 'task.started' && event.task === 'warn'
          ? [
              { role: 'lead', after: MINUTE, input: claim('warn') },
              {
                role: 'lead',
                after: 2 * MINUTE,
                input: { type: 'task.finish', task: 'warn', note: 'Sent it.' },
              },
            ]
          : [],
    };
    for (const seed of SEEDS) expect(found(plant, seed)).toContain('DRIFT lead warn');
  });

  test('two own the same notification at the same time', () => {
    const plant: Plant = {
      does: (event) =>
        event.type === 'task.claimed' && event.task === 'warn' && event.role === 'boss'
          ? [{ role: 'lead', after: MINUTE, input: claim('warn') }]
          : [],
    };
    for (const seed of SEEDS) {
      const codes = found(plant, seed);
      expect(codes).toContain('OVERLAP boss+lead warn');
      expect(codes).toContain('CONTENTION boss+lead warn');
    }
  });

  test('two both notify the same receiver', () => {
    const plant: Plant = {
      does: (event) =>
        event.type === 'task.done' && event.task === 'warn'
          ? [tell('boss', 'analyst', 3), tell('duty', 'analyst', 9)]
          : [],
      leaves: (role, input) => role === 'duty' && isTold(input, 'warn'),
    };
    for (const seed of SEEDS) {
      expect(found(plant, seed).join('\n')).toMatch(/^DOUBLE_REPORT .*boss.*warn/m);
    }
  });

  test('one sits on a fact that it was to pass on', () => {
    const plant: Plant = { leaves: (role, input) => role === 'duty' && carries(input) };
    for (const seed of SEEDS) {
      expect(found(plant, seed).join('\n')).toMatch(/^HOARDED duty .*encrypted/m);
    }
  });

  test('a chain is broken in the middle', () => {
    const plant: Plant = { leaves: (role, input) => role === 'analyst' && carries(input) };
    for (const seed of SEEDS) {
      expect(found(plant, seed).join('\n')).toMatch(/^CHAIN_BREAK analyst .*on/m);
    }
  });

  test('nobody takes the task', () => {
    const plant: Plant = {
      leaves: (_, input) => 'task' in input && input.task === 'warn',
    };
    for (const seed of SEEDS) expect(found(plant, seed)).toContain('GAP duty+boss warn');
  });
});

const carries = (input: RoleInput): boolean =>
  input.type === 'message.send' && (input.facts?.includes('encrypted') ?? false);
const isTold = (input: RoleInput, task: string): boolean =>
  input.type === 'message.send' && input.about?.task === task && !input.asks;
const tell = (role: string, to: string, minutes: number) => ({
  role,
  after: minutes * MINUTE,
  input: { type: 'message.send', to: [to], about: { task: 'warn' }, body: 'We have it.' } as const,
});
const claim = (task: string) => ({ type: 'task.claim', task, as: 'accountable' }) as const;
