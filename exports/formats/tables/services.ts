/** Services and load as rows for programs. Knows: columns. Does not know: how a row is written. */
import type { Ms } from '../../../engine/scenario/time.ts';
import type { Analysis } from '../../analysis/analysis.ts';
import type { Evidence } from '../../analysis/history.ts';
import type { Speaker } from '../words.ts';

type Value = string | number | boolean | undefined;
export type Table = readonly [head: readonly string[], rows: readonly (readonly Value[])[]];

const seconds = (ms: Ms | undefined): number | undefined =>
  ms === undefined ? undefined : Math.round(ms / 1000);
const refs = (evidence: Evidence): string => evidence.map((n) => `#${n}`).join(' ');

/** An outage a row; a service that was never down has one row without times. */
export function serviceTable({ services: { services } }: Analysis, s: Speaker): Table {
  const c = s.t.serviceColumns;
  const head = [c.serviceId, c.service, c.owner, c.weight, c.from, c.to, c.lasted, c.lowest];
  const rest = [c.rto, c.rtoResult, c.gap, c.rpo, c.rpoResult, c.slope, c.loss, c.evidence];
  const rows = services.flatMap((row) =>
    (row.outages.length === 0 ? [undefined] : row.outages).map((outage) => [
      row.service,
      s.name('services', row.service),
      row.owner,
      row.weight,
      seconds(outage?.from),
      seconds(outage?.to),
      seconds(outage?.lasted),
      outage?.lowest,
      seconds(row.rto),
      outage?.rto,
      seconds(outage?.gap),
      seconds(row.rpo),
      outage?.rpo,
      outage?.slope === undefined ? undefined : s.number(outage.slope, 3),
      seconds(row.loss),
      refs(outage?.evidence ?? []),
    ]),
  );
  return [[...head, ...rest], rows];
}

/** What was done in time at which load, a row for each role and load. */
export function loadTable({ load }: Analysis, s: Speaker): Table {
  const c = s.t.serviceColumns;
  return [
    [c.roleId, c.role, c.load, c.due, c.inTime, c.breaking],
    load.flatMap(({ role, levels, breaking }) =>
      levels.map((level) => [
        role,
        s.name('roles', role),
        level.load,
        level.due,
        level.inTime,
        breaking && level.load >= breaking.load,
      ]),
    ),
  ];
}
