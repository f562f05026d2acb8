/** Who is in exercise control, and the link of whoever is new. Knows: the lines. */
import {
  BLANK,
  filled,
  paragraph,
  row,
  rows,
  rule,
  span,
  widthsOf,
  type Column,
} from '../layout.ts';
import { ownRow } from '../lane.ts';
import { words, type Line, type Overlay, type Scene } from '../scene.ts';
import { kindOf, laneText, staffOf } from '../staff.ts';

export function staffLines(
  scene: Scene,
  { at }: Extract<Overlay, { readonly type: 'staff' }>,
  height: number,
): readonly Line[] {
  const w = words(scene).staff;
  const { columns } = scene.ui.size;
  const people = staffOf(scene);
  const table: readonly Column[] = [
    { head: w.columns.name, width: 10 },
    { head: w.columns.kind, width: 22 },
    { head: w.columns.lane, share: 1 },
    { head: w.columns.here, width: 18 },
  ];
  const widths = widthsOf(table, columns - 2);
  const heads = table.map(({ head }) => span(head, 'dim'));
  const chosen = people[at];
  const room = Math.max(1, height - 4);
  const list = { count: people.length, chosen: at, width: columns, height: room };
  const lines = rows(list, (i): Line => {
    const one = people[i];
    if (!one) return [];
    const here = scene.client.staffHere?.[one.id] ?? 0;
    const me = one.id === ownRow(scene)?.id ? ` (${w.you})` : '';
    const cells = [
      span(`${one.id}${me}`, 'strong'),
      span(kindOf(scene, one)),
      span(laneText(scene, one.lane), one.lane ? 'plain' : 'dim'),
      here > 0 ? span(w.here(here), 'good') : span(w.away, 'warn'),
    ];
    return row(cells, table, widths);
  });
  return [
    rule(columns, w.title),
    [span('  '), ...row(heads, table, widths)],
    ...filled(lines.length > 0 ? lines : [[span(`   ${w.nobody}`, 'dim')]], room),
    ...(chosen ? [rule(columns), [span(`  ${chosen.id} ${w.may[chosen.kind]}`)]] : [BLANK, BLANK]),
  ];
}

/** A link is broken over lines rather than cut: one that is cut leads nowhere. */
export function badgeLines(
  scene: Scene,
  { staff, kind, token }: Extract<Overlay, { readonly type: 'badge' }>,
): readonly Line[] {
  const w = words(scene).staff;
  const { columns } = scene.ui.size;
  const link = scene.linkOf?.(token, 'control') ?? token;
  return [
    ...paragraph(`! ${w.badge.visible}`, columns - 2, 'warn', 1),
    BLANK,
    [span(` ${w.badge.who(staff, w.kind[kind])}`, 'strong')],
    BLANK,
    ...paragraph(link, columns - 2, 'strong', 1),
    BLANK,
    ...paragraph(w.badge.how, columns - 2, undefined, 1),
    ...paragraph(`beredt facilitate "${link}"`, columns - 2, 'info', 1),
  ];
}
