/**
 * What a host tells control of an exercise at the size of scenario.ts, and what happens in it, as
 * puts. Knows: rows. The same every time. Does not know: who hears it.
 */
import type {
  ControlDecisionRow,
  ControlInjectRow,
  ControlTaskRow,
  ControlView,
  ExerciseRow,
  ObligationRow,
  Put,
  RecordRow,
} from '../../engine/exercise/rows.ts';
import type { ExerciseEvent } from '../../engine/exercise/entry.ts';
import { SIZE } from './scenario.ts';

const MIN = 60_000;
const HOURS = 48;
/** Half of the exercise is over when we begin to look. */
const BEGUN = SIZE.injects / 2;
const EPOCH = Date.UTC(2026, 8, 18, 0, 10);

const role = (i: number): string => `role-${i % SIZE.roles}`;
const dueOf = (i: number): number => Math.floor((i / SIZE.injects) * HOURS * 60) * MIN;
const times = <T>(count: number, row: (i: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, i) => row(i));

function inject(i: number, heard: number): ControlInjectRow {
  const to = [role(i), role(i * 7 + 1), role(i * 11 + 2)];
  const out = i < BEGUN;
  return {
    id: `inject-${i}`,
    number: i + 1,
    title: { da: `Ny oplysning i sag ${i} om forsyningen`, en: `News of the supply in case ${i}` },
    body: `Something new has happened in case ${i}.`,
    from: { name: 'Vagtcentralen' },
    to,
    channel: 'email',
    phases: [],
    trigger: 'at',
    status: out ? 'released' : 'planned',
    due: dueOf(i),
    facts: [`fact-${i % SIZE.facts}`],
    ...(out ? { releasedAt: dueOf(i) } : {}),
    opened: to.slice(0, heard),
    acknowledged: to.slice(0, Math.max(0, heard - 1)),
    answered: [],
  };
}

function obligation(i: number, status: ObligationRow['status']): ObligationRow {
  const inject = `inject-${i}`;
  const due = dueOf(i) + 20 * MIN;
  return { id: `${inject}.1`, inject, role: role(i), does: 'acknowledge', due, status };
}

function task(i: number, holders: number): ControlTaskRow {
  const as = 'accountable';
  return {
    id: `task-${i}`,
    title: { da: `Få overblik over følgerne i område ${i}`, en: `Assess the effects in area ${i}` },
    domain: 'digital',
    status: i % 3 === 0 ? 'open' : i % 3 === 1 ? 'done' : 'dormant',
    startedAt: dueOf(BEGUN) - (i % 90) * MIN,
    due: dueOf(BEGUN) + (i % 60) * MIN,
    overdue: false,
    holders: times(holders, (n) => ({ role: role(i + n), as, since: dueOf(BEGUN) })),
    offers: [],
    accountable: [role(i)],
    responsible: [role(i + 1)],
    support: [],
    consulted: [role(i + 2)],
    informed: [role(i + 3)],
    critical: i % 10 === 0,
  };
}

function decision(i: number): ControlDecisionRow {
  const open = i % 6 === 0;
  return {
    id: `decision-${i}`,
    question: { da: `Skal anlæg ${i} lukkes?`, en: `Close plant ${i}?` },
    options: [
      { id: 'yes', title: { da: 'Ja', en: 'Yes' } },
      { id: 'no', title: { da: 'Nej', en: 'No' } },
    ],
    authority: [role(i * 5)],
    consult: [],
    default: 'no',
    ...(open ? { openedAt: dueOf(BEGUN) - MIN, due: dueOf(BEGUN) + i * MIN } : {}),
  };
}

const exercise: ExerciseRow = {
  id: 'large-1',
  title: { da: 'Stor øvelse', en: 'Large exercise' },
  kind: 'cross-sector',
  languages: ['da', 'en'],
  marking: 'TLP:AMBER',
  status: 'running',
  story: { epoch: EPOCH, zone: 'Europe/Copenhagen', offsets: [{ from: 0, offset: 7_200_000 }] },
  length: HOURS * 60 * MIN,
  pace: 1,
  hotWash: [],
  matters: [],
};

type Rows = { readonly [C in keyof ControlView]?: readonly ControlView[C][string][] };
/** Everything, as it comes with the welcome. */
export function wholeView(): readonly Put[] {
  const rows: Rows = {
    roles: times(SIZE.roles, (i) => ({
      id: role(i),
      name: { da: `Vagthavende leder ${i}`, en: `Duty officer ${i}` },
      organisation: `org-${i % 30}`,
      organisationName: `Kommune ${i % 30}`,
      simulated: i % 25 === 24,
      seats: { min: 1, max: 2 },
    })),
    phases: times(SIZE.phases, (i) => ({
      id: `phase-${i}`,
      order: i,
      title: `Fase ${i}`,
      current: i === SIZE.phases / 2,
      ...(i === SIZE.phases / 2 ? { until: dueOf(BEGUN) + 90 * MIN } : {}),
    })),
    injects: times(SIZE.injects, (i) => inject(i, i % 4)),
    obligations: times(SIZE.injects, (i) => obligation(i, i < BEGUN && i % 9 > 0 ? 'met' : 'open')),
    tasks: times(SIZE.tasks, (i) => task(i, i % 5 === 0 ? 2 : i % 4 === 0 ? 0 : 1)),
    decisions: times(SIZE.decisions, decision),
    clocks: times(20, (i) => ({
      id: `task-${i}`,
      title: 'NIS 2: tidlig varsling',
      organisation: `org-${i}`,
      startedAt: dueOf(BEGUN) - MIN,
      due: dueOf(BEGUN) + i * 60 * MIN,
      status: i % 5 === 4 ? 'late' : 'running',
    })),
    facts: times(SIZE.facts, (i) => ({ id: `fact-${i}`, text: `Oplysning ${i}`, known: [] })),
    seats: times(SIZE.roles, (i) => ({
      id: `seat-${i}`,
      role: role(i),
      pseudonym: `P${i}`,
      bot: i % 10 === 0,
    })),
    messages: times(1_000, (i) => ({
      id: `msg.${i}`,
      seq: i,
      at: dueOf(i),
      from: { role: role(i), name: `Vagthavende leder ${i % SIZE.roles}` },
      to: [role(i + 1)],
      channel: 'message',
      title: `Spørgsmål ${i}`,
      body: 'Hvad gør I?',
      marking: 'TLP:AMBER',
      facts: [],
      asks: false,
      opened: [],
      simulated: false,
    })),
  };
  return [
    ['exercise', 'exercise', exercise],
    ...Object.entries(rows).flatMap(([collection, all]) =>
      all.map((row): Put => [collection, (row as { readonly id: string }).id, row]),
    ),
  ];
}

export const NOW = dueOf(BEGUN);

/** The `n`th thing that happens: the rows that it changes, and what the record says of it. */
export function happening(n: number): readonly Put[] {
  const i = (n * 7_919) % SIZE.injects;
  const [event, ...puts] = changes(n, i);
  const at = NOW + n * 20;
  const by = { type: 'engine' } as const;
  const row: RecordRow = { seq: n + 1, at, wall: '2026-09-18T12:00:00.000Z', by, event };
  return [...puts, ['record', String(row.seq), row]];
}

function changes(n: number, i: number): readonly [ExerciseEvent, ...Put[]] {
  const taskId = `task-${i % SIZE.tasks}`;
  switch (n % 5) {
    case 0:
    case 1:
      return [
        { type: 'item.opened', item: `inject-${i}`, role: role(i) },
        ['injects', `inject-${i}`, inject(i, n % 4)],
      ];
    case 2:
      return [
        { type: 'item.acknowledged', item: `inject-${i}`, role: role(i) },
        ['injects', `inject-${i}`, inject(i, 3)],
        ['obligations', `inject-${i}.1`, obligation(i, 'met')],
      ];
    case 3:
      return [
        { type: 'obligation.overdue', obligation: `inject-${i}.1` },
        ['obligations', `inject-${i}.1`, obligation(i, i % 3 === 0 ? 'overdue' : 'open')],
      ];
    default:
      return [
        { type: 'task.claimed', task: taskId, role: role(i), as: 'accountable' },
        ['tasks', taskId, task(i % SIZE.tasks, n % 3)],
      ];
  }
}
