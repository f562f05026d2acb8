/** A card for each decision that arose: who, what, why, on what, and which way it went. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { DecisionResult, DecisionRun } from '../../analysis/decisions/decisions.ts';
import { reverses } from '../../analysis/decisions/reversal.ts';
import { evidence } from '../../analysis/history.ts';
import type { Badge, Card, Line } from '../block.ts';
import type { Tone } from '../tone.ts';
import type { Speaker } from '../words.ts';

type Row = Line & { readonly lead: string };

export function cardsOf({ decisions: { decisions } }: Analysis, s: Speaker): readonly Card[] {
  return decisions.flatMap((decision) => {
    const { run } = decision;
    if (!run) return [];
    return [
      {
        id: `decision-${decision.decision.replaceAll('.', '-')}`,
        title: s.name('decisions', decision.decision),
        badges: badgesOf(decision, run, s),
        blocks: [
          {
            type: 'pairs',
            rows: [
              ...madeRows(decision, run, s),
              ...heardRows(run, s),
              ...factRows(run, s),
              ...wayRows(run, s),
            ],
          },
        ],
      },
    ];
  });
}

function badgesOf({ origin }: DecisionResult, run: DecisionRun, s: Speaker): readonly Badge[] {
  const t = s.t.decisions.badges;
  const { made, late, level, revisions } = run;
  const badge = (tone: Tone, shape: string, label: string): Badge => ({ tone, shape, label });
  const inTime = made && !late && origin !== 'noted';
  return [
    origin === 'raised' && badge('calm', '+', t.raised),
    origin === 'noted' && badge('calm', '+', t.noted),
    !made && badge(late ? 'bad' : 'calm', '×', t.undecided),
    made?.how === 'default' && badge('bad', '×', t.default),
    made && late && made.how !== 'default' && badge('bad', '×', t.late),
    inTime && badge('good', '✓', t.inTime),
    made?.mandate === 'none' && badge('bad', '◇', t.none),
    made?.outside && badge('calm', '□', t.outside),
    made?.enteredAt !== undefined && badge('calm', '…', t.entered),
    level.made === 'passed-on' && badge('calm', '↑', t.passedOn),
    revisions.some(reverses) && badge('warn', '↺', t.reversed),
  ].filter((found) => found !== false && found !== undefined);
}

function madeRows({ decision, authority }: DecisionResult, run: DecisionRun, s: Speaker): Row[] {
  const t = s.t.decisions;
  const { made } = run;
  const rows: Row[] = [
    {
      lead: t.card.authority,
      text: authority.length === 0 ? t.card.unplanned : s.roles(authority),
    },
  ];
  if (!made) return rows;
  const how = [t.mandate[made.mandate], t.how[made.how], made.outside ? t.outside : '']
    .filter((word) => word !== '')
    .join(', ');
  const point = run.points.find(({ name }) => name === 'made');
  const when =
    made.enteredAt === undefined
      ? s.time(made.at)
      : `${s.time(made.at)}, ${t.entered(s.time(made.enteredAt))}`;
  const who = made.role === undefined ? t.how.default : `${s.name('roles', made.role)} (${how})`;
  const text = (lead: string, words: string | undefined): readonly Row[] =>
    words === undefined || words === '' ? [] : [{ lead, text: words }];
  return [
    ...rows,
    { lead: t.card.decided, text: `${who}, ${when}`, evidence: point?.evidence ?? [] },
    { lead: t.card.option, text: s.option(decision, made.option) },
    ...text(t.card.reason, made.reason),
    ...text(t.card.assumptions, made.assumptions),
    ...text(t.card.dissent, made.dissent),
    ...text(t.card.based, s.list(made.facts.map((fact) => s.t.quote(s.name('facts', fact))))),
  ];
}

function heardRows({ consulted, informed }: DecisionRun, s: Speaker): readonly Row[] {
  const t = s.t.decisions.card;
  const row = (lead: string, roles: readonly string[]): readonly Row[] =>
    roles.length === 0 ? [] : [{ lead, text: s.roles(roles) }];
  const told = informed.flatMap(({ role, at }) =>
    at === undefined ? [] : [`${s.name('roles', role)} ${s.time(at)}`],
  );
  return [
    ...row(
      t.consulted,
      consulted.filter((c) => c.answered).map((c) => c.role),
    ),
    ...row(
      t.unheard,
      consulted.filter((c) => !c.answered).map((c) => c.role),
    ),
    ...(told.length > 0 ? [{ lead: t.informed, text: s.list(told) }] : []),
    ...row(
      t.untold,
      informed.filter((i) => i.at === undefined).map((i) => i.role),
    ),
  ];
}

function factRows({ atHand }: DecisionRun, s: Speaker): readonly Row[] {
  const t = s.t.decisions;
  if (atHand.length === 0) return [];
  const known = atHand.filter((fact) => fact.where === 'known').length;
  return [
    { lead: t.card.share, text: s.t.of(String(known), String(atHand.length)) },
    ...atHand.map((fact) => {
      const held = fact.where === 'held' ? ` (${t.heldBy(s.roles(fact.heldBy))})` : '';
      return {
        lead: t.card.fact,
        text: `${t.where[fact.where]}${held}: ${s.name('facts', fact.fact)}`,
        evidence: fact.evidence,
      };
    }),
  ];
}

function wayRows({ points, level, revisions }: DecisionRun, s: Speaker): readonly Row[] {
  const t = s.t.decisions;
  const course = points.map(({ name, at }) => `${t.course.points[name]} ${s.time(at)}`);
  const stops = level.stops.map((stop) =>
    t.card.stop(s.name('organisations', stop.organisation), s.length(stop.to - stop.from)),
  );
  const verdict = level.made === undefined ? [] : [t.card.levels[level.made]];
  const seqs = evidence(level.evidence, ...level.stops.map((stop) => stop.evidence));
  return [
    ...(course.length === 0
      ? []
      : [
          {
            lead: t.card.course,
            text: course.join(' · '),
            evidence: evidence(...points.map((point) => point.evidence)),
          },
        ]),
    ...(stops.length === 0
      ? []
      : [
          {
            lead: t.card.level,
            text: [stops.join(' → '), ...verdict].join('; '),
            evidence: seqs,
          },
        ]),
    ...revisions.map((revision) => ({
      lead: t.card.revisions[revision.kind],
      text: `${s.time(revision.at)}: ${s.text(revision.text)}`,
      evidence: revision.evidence,
    })),
  ];
}
