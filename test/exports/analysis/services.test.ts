/** Services in the journal: levels, loss, targets and order; what is found, and what is not. */
import { expect, test } from 'vitest';
import type { ServiceCause } from '../../../engine/exercise/entry.ts';
import type { Plan, Service } from '../../../engine/plan/plan.ts';
import { HOUR, MINUTE } from '../../../engine/scenario/time.ts';
import { analyse } from '../../../exports/analysis/analysis.ts';
import { combined, curveOf, lossOf } from '../../../exports/analysis/services/curve.ts';
import { reportOf } from '../../../exports/formats/report.ts';
import { renderCsv } from '../../../exports/formats/csv.ts';
import { planOf, role, taskOf, writer } from '../fixture.ts';

const service = (parts: Partial<Service> & { readonly id: string }): Service => ({
  title: parts.id,
  dependsOn: [],
  weight: 1,
  ...parts,
});
const plan = (parts: Partial<Plan> = {}): Plan =>
  planOf({
    organisations: [{ id: 'region', name: 'Region' }],
    roles: [role('it', 'region'), role('clinic', 'region')],
    services: [
      service({ id: 'net' }),
      service({
        id: 'ehr',
        dependsOn: ['net'],
        owner: 'clinic',
        rto: 3 * HOUR,
        rpo: HOUR,
        weight: 2,
      }),
    ],
    tasks: [
      taskOf({
        id: 'bring-net',
        accountable: ['it'],
        responsible: ['it'],
        restores: [{ service: 'net', level: 1 }],
      }),
      taskOf({
        id: 'bring-ehr',
        accountable: ['it'],
        responsible: ['it'],
        restores: [{ service: 'ehr', level: 1 }],
      }),
    ],
    ...parts,
  });

type Play = {
  readonly ehr: number;
  readonly net: number;
  readonly gap?: number;
  readonly end?: number;
};

/** Both fall at minute 10; the tasks are there from minute 20, with two hours for each. */
function played({ ehr, net, gap, end = 400 }: Play, parts: Partial<Plan> = {}) {
  const w = writer(plan(parts));
  const change = (id: string, level: number, cause: ServiceCause, old?: number) =>
    ({
      type: 'service.changed',
      service: id,
      level,
      cause,
      ...(old !== undefined && { gap: old }),
    }) as const;
  w.at(0).start();
  w.seat('it');
  w.seat('clinic');
  w.at(10).due(
    { type: 'inject.released', inject: 'fall', to: ['it'], cause: 'due' },
    change('net', 0, { inject: 'fall' }),
    change('ehr', 0.2, { inject: 'fall' }),
  );
  w.at(20).startTask('bring-net', 300);
  w.startTask('bring-ehr', 120);
  w.claim('it', 'bring-net');
  w.claim('it', 'bring-ehr');
  const acts: readonly (readonly [number, () => number])[] = [
    [net, () => w.at(net).finish('it', 'bring-net', change('net', 1, { task: 'bring-net' }))],
    [ehr, () => w.at(ehr).finish('it', 'bring-ehr', change('ehr', 1, { task: 'bring-ehr' }, gap))],
  ];
  for (const [at, act] of [...acts].sort(([a], [b]) => a - b)) if (at < end) act();
  w.at(end).end();
  return analyse(w.entries);
}
const codes = ({ findings }: ReturnType<typeof analyse>): readonly string[] =>
  [...findings.findings, ...findings.strengths]
    .map(({ code }) => code)
    .filter((code) => /RTO|RPO|ORDER|BREAK|RESTORED/.test(code));

test('0.2 for 60 min, then 0.6 for 60 min, then full: 72 service-minutes, exactly', () => {
  const steps = curveOf(
    [
      { at: 0, level: 0.2 },
      { at: 60 * MINUTE, level: 0.6 },
      { at: 120 * MINUTE, level: 1 },
    ],
    500 * MINUTE,
  );
  expect(lossOf(steps)).toBe(72 * MINUTE);
  expect(steps.map(({ level }) => level)).toEqual([0.2, 0.6, 1]);
});

test('what is lost when the exercise ends is counted to its end, and no further', () => {
  expect(lossOf(curveOf([{ at: 10 * MINUTE, level: 0 }], 30 * MINUTE))).toBe(20 * MINUTE);
  expect(lossOf(curveOf([], 30 * MINUTE))).toBe(0);
  expect(lossOf(curveOf([{ at: 40 * MINUTE, level: 0 }], 30 * MINUTE))).toBe(0);
});

test('together, each service counts by its weight; where none counts there is nothing to show', () => {
  const half = [{ from: 0, to: 100, level: 0 }];
  const full = [{ from: 0, to: 100, level: 1 }];
  const both = [
    { steps: half, weight: 1 },
    { steps: full, weight: 3 },
  ];
  expect(combined(both, 100)).toEqual([{ from: 0, to: 100, level: 0.75 }]);
  expect(combined([{ steps: half, weight: 0 }], 100)).toBeUndefined();
  expect(combined([], 100)).toBeUndefined();
});

test('a restoration in time and in order is a strength, and nothing is found', () => {
  const analysis = played({ net: 60, ehr: 130, gap: 30 * MINUTE });
  expect(codes(analysis)).toEqual(['STRENGTH_RESTORED']);
  const [net, ehr] = analysis.services.services;
  expect(net?.outages).toMatchObject([{ from: 10 * MINUTE, to: 60 * MINUTE, rto: 'unset' }]);
  expect(ehr?.outages).toMatchObject([
    { lasted: 120 * MINUTE, lowest: 0.2, rto: 'met', rpo: 'met', gap: 30 * MINUTE, slope: 0.4 },
  ]);
  expect(ehr?.loss).toBe(96 * MINUTE);
  expect(analysis.services.loss).toBe((50 + 2 * 96) * MINUTE);
  expect(analysis.services.violations).toEqual([]);
});

test('down for longer than the RTO is found, and says whose question it is', () => {
  const analysis = played({ net: 60, ehr: 200, gap: 2 * HOUR });
  expect(codes(analysis)).toEqual(['RTO_MISSED']);
  const [finding] = analysis.findings.findings.filter(({ code }) => code === 'RTO_MISSED');
  expect(finding).toMatchObject({
    variant: 'late',
    severity: 'high',
    services: ['ehr'],
    tasks: ['bring-ehr'],
    roles: ['clinic'],
    measures: { lasted: 190 * MINUTE, window: 180 * MINUTE, lateBy: 10 * MINUTE },
  });
  expect(analysis.services.services[1]?.outages[0]).toMatchObject({ rto: 'missed', rpo: 'missed' });
});

test('restored from data too old is found where the plan has newer ones, and only there', () => {
  const older = played({ net: 60, ehr: 130, gap: 2 * HOUR });
  expect(codes(older)).toEqual(['STRENGTH_RESTORED']);
  const newer = (gap: number): Partial<Plan> => ({
    tasks: [
      ...plan().tasks,
      taskOf({ id: 'from-newer', restores: [{ service: 'ehr', level: 1, gap }] }),
    ],
  });
  const chosen = played({ net: 60, ehr: 130, gap: 2 * HOUR }, newer(30 * MINUTE));
  expect(codes(chosen)).toEqual(['RPO_MISSED', 'STRENGTH_RESTORED']);
  expect(chosen.findings.findings.find(({ code }) => code === 'RPO_MISSED')).toMatchObject({
    severity: 'medium',
    services: ['ehr'],
    tasks: ['bring-ehr'],
    roles: ['it'],
    others: ['clinic'],
    measures: { lasted: 2 * HOUR, window: HOUR, lateBy: HOUR },
  });
  const kept = played({ net: 60, ehr: 130, gap: 30 * MINUTE }, newer(10 * MINUTE));
  expect(codes(kept)).toEqual(['STRENGTH_RESTORED']);
  const neither = played({ net: 60, ehr: 130, gap: 2 * HOUR }, newer(3 * HOUR));
  expect(codes(neither)).toEqual(['STRENGTH_RESTORED']);
});

test('still down at the end: missed once its time has run out, unknown before', () => {
  const never = played({ net: 60, ehr: 999 });
  expect(codes(never)).toEqual(['RTO_MISSED']);
  expect(never.findings.findings.find(({ code }) => code === 'RTO_MISSED')?.variant).toBe('still');
  const cut = played({ net: 60, ehr: 999, end: 150 });
  expect(codes(cut)).toEqual([]);
  expect(cut.services.services[1]?.outages[0]).toMatchObject({ rto: 'running' });
  expect(cut.services.services[1]?.outages[0]).not.toHaveProperty('to');
});

test('where the task had time beyond the RTO, it is the plan that is asked about', () => {
  const tight = { services: [service({ id: 'ehr', rto: HOUR })] };
  const analysis = played({ net: 60, ehr: 130 }, tight);
  const found = analysis.findings.findings.find(({ code }) => code === 'RTO_MISSED');
  expect(found).toMatchObject({ variant: 'plan', severity: 'medium', roles: ['it'] });
});

test('where nobody could have begun in time, the script decided and nothing is found', () => {
  const soon = { services: [service({ id: 'ehr', rto: 5 * MINUTE })] };
  const analysis = played({ net: 60, ehr: 130 }, soon);
  expect(codes(analysis)).toEqual([]);
  expect(analysis.services.services[0]?.outages[0]?.rto).toBe('missed');
});

test('a service restored before what it rests on breaks the order, until that has caught up', () => {
  const analysis = played({ net: 120, ehr: 70 });
  expect(codes(analysis)).toEqual(['ORDER_VIOLATION', 'STRENGTH_RESTORED']);
  expect(analysis.services.violations).toMatchObject([
    { service: 'ehr', dependency: 'net', level: 1, below: 0, role: 'it', until: 120 * MINUTE },
  ]);
  const [finding] = analysis.findings.findings.filter(({ code }) => code === 'ORDER_VIOLATION');
  expect(finding).toMatchObject({ variant: 'later', measures: { lasted: 50 * MINUTE } });
  expect(codes(played({ net: 999, ehr: 70 }))).toContain('ORDER_VIOLATION');
});

test('what rises in one moment rises together, and what an inject raises is nobody’s fault', () => {
  expect(codes(played({ net: 70, ehr: 70 }))).not.toContain('ORDER_VIOLATION');
  const w = writer(plan());
  w.at(0).start();
  const cause = { inject: 'x' };
  w.at(10).due({ type: 'service.changed', service: 'net', level: 0, cause });
  w.due({ type: 'service.changed', service: 'ehr', level: 0, cause });
  w.at(30).due({ type: 'service.changed', service: 'ehr', level: 0.5, cause });
  w.at(60).end();
  const analysis = analyse(w.entries);
  expect(analysis.services.violations).toMatchObject([{ service: 'ehr', level: 0.5, below: 0 }]);
  expect(codes(analysis)).toEqual([]);
});

test('the entries of a finding are enough to find it again', () => {
  const analysis = played({ net: 120, ehr: 200 });
  for (const finding of analysis.findings.findings) {
    if (finding.code !== 'RTO_MISSED' && finding.code !== 'ORDER_VIOLATION') continue;
    const kept = new Set(finding.evidence);
    const events = analysis.timeline
      .filter(({ seq }) => kept.has(seq))
      .map(({ event }) => event.type);
    expect(events).toContain('service.changed');
    expect(events).toContain('task.done');
  }
});

test('the report shows curves, targets and order; a plan without services says so', () => {
  const meta = { digest: 'd', entries: 1, engine: '0' };
  const sectionOf = (analysis: ReturnType<typeof analyse>, lang: 'da' | 'en') =>
    reportOf(analysis, lang, meta).sections.find(({ id }) => id === 'services');
  const analysis = played({ net: 120, ehr: 70 });
  for (const lang of ['da', 'en'] as const) {
    const blocks = sectionOf(analysis, lang)?.blocks ?? [];
    const chart = blocks.find((block) => block.type === 'chart');
    expect(
      chart?.chart.kind === 'lines' && chart.chart.series.map(({ name }) => name),
    ).toHaveLength(3);
    expect(JSON.stringify(blocks)).not.toMatch(/undefined|NaN|Infinity/);
  }
  const none = sectionOf(played({ net: 60, ehr: 130 }, { services: [] }), 'da');
  expect(none?.blocks[0]).toEqual({ type: 'note', text: 'Scenariet har ingen tjenester.' });
  const csv = renderCsv(analysis, 'en')['services.csv'] ?? '';
  expect(csv.split('\r\n')[0]).toContain('service_id,service,owner_id');
  expect(csv).toContain('ehr,ehr,clinic,2,600,4200,3600,0.2,10800,met');
});
