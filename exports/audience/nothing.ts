/**
 * The analysis of an exercise in which nothing was planned and nothing happened: what is left of a
 * part that a reader may not have. Knows: nothing, and that is the point.
 */
import { PLAN_FORMAT } from '../../engine/plan/plan.ts';
import { type Analysis, analyse } from '../analysis/analysis.ts';

export const NOTHING: Analysis = analyse([
  {
    seq: 0,
    at: 0,
    wall: '',
    by: { type: 'engine' },
    prev: '',
    input: {
      type: 'exercise.open',
      format: 1,
      engine: '',
      exercise: '',
      seed: 0,
      digest: '',
      plan: {
        format: PLAN_FORMAT,
        id: '',
        version: '',
        title: '',
        kind: 'procedure',
        languages: [],
        story: { epoch: 0, zone: 'UTC', offsets: [{ from: 0, offset: 0 }] },
        length: 0,
        pace: 1,
        marking: 'TLP:CLEAR',
        begins: '',
        organisations: [],
        roles: [],
        objectives: [],
        facts: [],
        tasks: [],
        interfaces: [],
        decisions: [],
        phases: [],
        injects: [],
        expectations: [],
        matters: [],
        clocks: [],
        hotWash: [],
      },
    },
  },
]);
