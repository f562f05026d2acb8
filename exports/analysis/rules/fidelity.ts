/**
 * Rules on what became of information on its way: lost or altered, passed on surer than it came,
 * published in versions that cannot both be right. Knows: hops, certainties, publications. Does not
 * know: what was said aloud.
 */
import type { ExerciseEvent } from '../../../engine/exercise/entry.ts';
import { HOUR } from '../../../engine/scenario/time.ts';
import type { Relay } from '../fidelity/hops.ts';
import type { Rumour } from '../fidelity/rumours.ts';
import type { Draft, Grounds } from '../finding.ts';
import { type Evidence, type History, evidence, groupBy, of } from '../history.ts';

/** So long somebody must have known better before a silence is one. The method appendix prints it. */
export const RUMOUR_TIME = HOUR;

export function fidelityFindings(grounds: Grounds): readonly Draft[] {
  return [
    ...lostFindings(grounds),
    ...inflated(grounds),
    ...contradictions(grounds),
    ...openRumours(grounds),
  ];
}

/**
 * A fact that fell out, or was altered, on a hop to somebody who needed it by the plan and had not
 * got it in time. To leave out what the receiver does not need is no loss.
 */
function lostFindings({ fidelity, flow }: Grounds): readonly Draft[] {
  const missing = new Map(
    flow.needs
      .filter((need) => need.where !== 'known')
      .map((need) => [`${need.role} ${need.fact}`, need] as const),
  );
  const missed = (hop: Relay, facts: readonly string[]) =>
    facts.flatMap((fact) => missing.get(`${hop.receiver} ${fact}`) ?? []);
  return fidelity.hops.flatMap((hop): readonly Draft[] => {
    const lost = missed(hop, hop.lost);
    const altered = missed(
      hop,
      hop.altered.map(({ fact }) => fact),
    );
    const draft = (needs: typeof lost, variant: 'lost' | 'altered'): readonly Draft[] =>
      needs.length === 0
        ? []
        : [
            {
              code: 'LOST_FACT',
              variant,
              severity: variant === 'altered' ? 'high' : 'medium',
              facts: [...new Set(needs.map(({ fact }) => fact))],
              tasks: [...new Set(needs.flatMap(({ task }) => task ?? []))],
              decisions: [...new Set(needs.flatMap(({ decision }) => decision ?? []))],
              roles: [hop.role],
              others: [hop.receiver],
              measures: { count: hop.owed.length - hop.lost.length, total: hop.owed.length },
              doubts: ['verbal'],
              evidence: evidence(hop.evidence, ...needs.map((need) => need.evidence)),
            },
          ];
    return [...draft(altered, 'altered'), ...draft(lost, 'lost')];
  });
}

/** One finding a role and a fact, however often it was said. */
function inflated({ fidelity, history }: Grounds): readonly Draft[] {
  const raised = fidelity.statings.shifts.filter(({ shift }) => shift === 'raised');
  const variants = new Set(history.plan.facts.flatMap((row) => (row.variantOf ? [row.id] : [])));
  const groups = groupBy(raised, ({ role, fact }) => `${role} ${fact}`);
  return [...groups.values()].flatMap((rows): readonly Draft[] => {
    const [first] = rows;
    if (!first) return [];
    const grave = rows.some(({ kind }) => kind === 'statement') || variants.has(first.fact);
    return [
      {
        code: 'CONF_INFLATION',
        severity: grave ? 'high' : 'medium',
        // Of several sayings the first: later ones had more to go by.
        variant: `${first.met}-${first.stated}`,
        facts: [first.fact],
        roles: [first.role],
        measures: { at: first.at },
        doubts: ['verbal'],
        evidence: evidence(...rows.map((row) => row.evidence)),
      },
    ];
  });
}

function contradictions({ statements, history }: Grounds): readonly Draft[] {
  return statements.contradictions.map((row) => ({
    code: 'CONTRADICTION',
    severity: row.open ? 'high' : 'medium',
    variant: row.until === undefined ? 'standing' : 'ended',
    facts: row.versions.map(({ fact }) => fact),
    roles: row.roles,
    measures: { at: row.from, lasted: (row.until ?? history.end) - row.from },
    evidence: row.evidence,
  }));
}

/**
 * A changed version stood before the public, somebody had read it and knew better, and no statement
 * ever had the true one. Where one had, what does not agree is CONTRADICTION's.
 */
function openRumours({ fidelity, statements, history }: Grounds): readonly Draft[] {
  const said = new Set(statements.statements.flatMap(({ facts }) => facts));
  return fidelity.rumours.flatMap((rumour): readonly Draft[] => {
    const { fact, original, publicAt: at, sendings } = rumour;
    if (at === undefined || said.has(original)) return [];
    const knew = rumour.readers.flatMap((reader) => {
      const { readAt, rightAt } = reader;
      if (rightAt === undefined) return [];
      const left = history.end - Math.max(at, readAt, rightAt);
      return left >= RUMOUR_TIME ? [{ reader, left }] : [];
    });
    if (knew.length === 0) return [];
    const own = sendings.some(({ kind, role }) => kind === 'statement' && role !== undefined);
    return [
      {
        code: 'RUMOUR_OPEN',
        severity: own ? 'high' : 'medium',
        variant: own ? 'own' : 'outside',
        facts: [fact],
        roles: knew.map(({ reader }) => reader.role),
        measures: { at, lasted: Math.max(...knew.map(({ left }) => left)) },
        doubts: ['verbal'],
        evidence: entriesOf(
          history,
          rumour,
          evidence(...knew.map(({ reader }) => reader.evidence)),
        ),
      },
    ];
  });
}

/** Every item that held it out as true, what was opened of it and of the true one, and those items. */
function entriesOf(history: History, rumour: Rumour, read: Evidence): Evidence {
  const opened = of(history, 'item.opened').filter(({ seq }) => read.includes(seq));
  const items = new Set([
    ...opened.map(({ event }) => event.item),
    ...rumour.sendings.map(({ item }) => item),
  ]);
  const came = history.events.filter(({ event }) => items.has(itemOf(event) ?? ''));
  return evidence(rumour.evidence, read, ...came.map(({ seq }) => seq));
}

/** The item that an event puts before somebody. */
function itemOf(event: ExerciseEvent): string | undefined {
  switch (event.type) {
    case 'inject.written':
    case 'inject.released':
      return event.inject;
    case 'message.sent':
      return event.message;
    case 'statement.published':
      return event.statement;
    case 'picture.updated':
      return event.picture;
    default:
      return undefined;
  }
}
