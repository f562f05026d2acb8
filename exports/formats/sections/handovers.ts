/** What the other side of an interface said, handovers one by one, and who meets whom (N²). */
import type { Analysis } from '../../analysis/analysis.ts';
import type { InterfaceResult } from '../../analysis/interfaces.ts';
import type { Meeting } from '../../analysis/meetings.ts';
import type { Block, Cell } from '../block.ts';
import { interfaceName } from '../saying.ts';
import type { Speaker } from '../words.ts';

export function acceptanceTable({ interfaces }: Analysis, s: Speaker): Block {
  const t = s.t.coordination.interfaces;
  const said = interfaces.filter(
    (row) => row.accepted ?? (row.offers.offered > 0 || row.ratings.length > 0),
  );
  if (said.length === 0) return { type: 'note', text: t.noAnswers };
  return {
    type: 'table',
    caption: t.answers,
    columns: [
      { title: s.t.interfaces.interface },
      { title: t.accepted },
      { title: t.offers },
      { title: t.median, figure: true },
      { title: t.ratings },
    ],
    rows: said.map((row) => [
      { text: interfaceName(row.interface, s) },
      acceptedCell(row, s),
      offersCell(row, s),
      {
        text: row.offers.median === undefined ? s.t.none : s.length(row.offers.median),
        figure: true,
      },
      ratedCell(row, s),
    ]),
  };
}

function acceptedCell({ accepted }: InterfaceResult, s: Speaker): Cell {
  const t = s.t.coordination.interfaces;
  if (!accepted) return { text: s.t.none };
  return { text: t.how[accepted.how], sub: s.time(accepted.at), evidence: accepted.evidence };
}

function offersCell({ offers }: InterfaceResult, s: Speaker): Cell {
  const t = s.t.coordination.interfaces;
  if (offers.offered === 0) return { text: s.t.none };
  const rest = [
    ...(offers.declined > 0 ? [t.declined(String(offers.declined))] : []),
    ...(offers.expired > 0 ? [t.expired(String(offers.expired))] : []),
  ];
  const text = t.offersOf(String(offers.accepted), String(offers.offered));
  return { text, ...(rest.length > 0 && { sub: rest.join('; ') }) };
}

function ratedCell({ ratings }: InterfaceResult, s: Speaker): Cell {
  const t = s.t.coordination.interfaces;
  if (ratings.length === 0) return { text: s.t.none };
  return {
    text: ratings.map(({ rating, side }) => `${rating} (${t.sides[side]})`).join('; '),
    evidence: ratings.flatMap((row) => row.evidence),
  };
}

export function meetingBlocks({ meetings }: Analysis, s: Speaker): readonly Block[] {
  const t = s.t.coordination.interfaces;
  const { unit, units, rows } = meetings;
  if (rows.length === 0) return [];
  const cells = new Map(rows.map((row) => [`${row.from} ${row.to}`, row]));
  return [
    { type: 'heading', text: t.matrix },
    { type: 'note', text: t.matrixNote },
    {
      type: 'table',
      layout: 'matrix',
      caption: t.matrix,
      quiet: true,
      columns: [{ title: t.unit[unit] }, ...units.map((id) => ({ title: s.name(unit, id) }))],
      rows: units.map((from) => [
        { text: s.name(unit, from) },
        ...units.map((to) => meetingCell(cells.get(`${from} ${to}`), s)),
      ]),
    },
  ];
}

function meetingCell(row: Meeting | undefined, s: Speaker): Cell {
  const t = s.t.coordination.interfaces;
  if (!row) return { text: '' };
  const [messages, accepted] = [String(row.messages), String(row.accepted)];
  const text =
    row.accepted > 0 ? t.taken(messages, accepted) : row.messages > 0 ? t.used(messages) : t.unused;
  return {
    text,
    ...(row.interfaces.length > 0 && { sub: row.interfaces.join(', ') }),
  };
}

export function handoverBlocks({ handovers }: Analysis, s: Speaker): readonly Block[] {
  const t = s.t.coordination.interfaces;
  const { offers, orphans, returns, success, median, orphaned } = handovers;
  if (offers.length + orphans.length + returns.length === 0) return [];
  const inTime = offers.filter((offer) => offer.inTime).length;
  const middle = median === undefined ? s.t.none : s.length(median);
  return [
    { type: 'heading', text: t.handovers },
    ...(success === undefined
      ? []
      : [
          {
            type: 'para',
            text: `${t.handoverSum(String(inTime), String(offers.length), middle)} ${t.notHandover}`,
          } as const,
        ]),
    ...(offers.length > 0 ? [offerTable(handovers, s)] : []),
    ...(orphans.length > 0
      ? [
          {
            type: 'para',
            text: t.orphaned(s.length(orphaned), String(orphans.length)),
            evidence: orphans.flatMap((orphan) => orphan.evidence),
          } as const,
        ]
      : []),
    ...returns.map((row) => ({
      type: 'para' as const,
      text: t.returned(
        s.t.quote(s.name('tasks', row.task)),
        s.name('roles', row.role),
        String(row.times),
      ),
      evidence: row.evidence,
    })),
  ];
}

function offerTable({ offers }: Analysis['handovers'], s: Speaker): Block {
  const t = s.t.coordination.interfaces;
  const { from, to } = s.t.coordination.chains;
  return {
    type: 'table',
    caption: t.handovers,
    quiet: true,
    columns: [
      { title: t.task },
      { title: from },
      { title: to },
      { title: t.offered, figure: true },
      { title: t.result },
      { title: t.waited, figure: true },
    ],
    rows: offers.map((offer) => [
      { text: s.name('tasks', offer.task) },
      { text: s.name('roles', offer.from) },
      { text: s.name('roles', offer.to) },
      { text: s.time(offer.offeredAt), figure: true },
      { text: t.results[offer.result], evidence: offer.evidence },
      {
        text:
          offer.answeredAt === undefined ? s.t.none : s.length(offer.answeredAt - offer.offeredAt),
        figure: true,
      },
    ]),
  };
}
