/**
 * What participants say beside the play and to all: questions to control, contests, what was done
 * outside the tool, statements, the situation picture. Does not know: answering them (forms).
 */
import type { Sureness } from '../../engine/exercise/entry.ts';
import { formatExerciseTime } from '../../engine/runtime/protocol.ts';
import { labelled, paragraph, span, type Column } from '../layout.ts';
import { namesOf } from '../names.ts';
import { words, type Line, type Ref, type Scene, type Span } from '../scene.ts';
import type { Tone } from '../tone.ts';
import type { ListPanel } from './list.ts';

export const reportsPanel: ListPanel = { columns, cells, detail };

function columns(scene: Scene): readonly Column[] {
  const c = words(scene).columns;
  return [
    { head: c.time, width: 8 },
    { head: c.status, width: 20 },
    { head: c.who, share: 1 },
    { head: c.said, share: 3 },
  ];
}

/** What all of them have in common. */
type Report = {
  readonly at: number;
  readonly role: string;
  readonly kind: string;
  readonly tone: Tone;
  readonly text: string;
  readonly more: readonly (readonly [label: string, text: string])[];
};

type Carrying = { readonly facts: readonly string[]; readonly certainty?: Sureness };

function reportOf(scene: Scene, ref: Ref): Report | undefined {
  const { view } = scene;
  const w = words(scene);
  const names = namesOf(view, scene.ui.lang);
  const carried = ({ facts, certainty }: Carrying): Report['more'] => {
    const lines = facts.map((fact) => {
      const sure = certainty?.[fact];
      const said = sure === undefined ? '' : ` (${w.simcell.certainty[sure]})`;
      return `${names.fact(fact)}${said}`;
    });
    return facts.length === 0 ? [] : [[w.facts, lines.join('\n')]];
  };
  switch (ref.kind) {
    case 'ask': {
      const row = view.asks?.[ref.id];
      if (!row) return undefined;
      const { answer } = row;
      const said = answer ? `${formatExerciseTime(answer.at)} ${answer.text}` : w.report.waits;
      const about: Report['more'] = row.about ? [[w.columns.about, names.about(row.about)]] : [];
      const kind = answer ? w.report.answered : w.report.ask;
      return {
        ...row,
        kind,
        tone: answer ? 'dim' : 'warn',
        more: [...about, [w.report.answer, said]],
      };
    }
    case 'contest':
    case 'outside': {
      const row = ref.kind === 'contest' ? view.contests?.[ref.id] : view.outside?.[ref.id];
      if (!row) return undefined;
      const to = 'to' in row ? (row.to as readonly string[]) : [];
      const whom: Report['more'] = to.length === 0 ? [] : [[w.columns.to, names.roles(to)]];
      const more: Report['more'] = [[w.columns.about, names.about(row.about)], ...whom];
      return {
        ...row,
        kind: w.report[ref.kind],
        tone: ref.kind === 'contest' ? 'warn' : 'plain',
        more,
      };
    }
    case 'statement': {
      const row = view.statements?.[ref.id];
      if (!row) return undefined;
      const more: Report['more'] = [[w.body, row.body], ...carried(row)];
      const text = `${w.outlet[row.outlet]}: ${row.title}`;
      return { ...row, kind: w.report.statement, tone: 'plain', text, more };
    }
    case 'picture': {
      const row = view.picture?.[ref.id];
      if (!row) return undefined;
      const kind = `${w.report.picture} v${row.version}`;
      const text = `${w.section[row.section]}: ${row.text}`;
      return {
        ...row,
        kind,
        tone: 'plain',
        text,
        more: [['TLP', row.marking], ...carried(row)],
      };
    }
    default:
      return undefined;
  }
}

function cells(scene: Scene, ref: Ref): readonly Span[] {
  const report = reportOf(scene, ref);
  if (!report) return [];
  return [
    span(formatExerciseTime(report.at, false), 'dim'),
    span(report.kind, report.tone),
    span(namesOf(scene.view, scene.ui.lang).role(report.role)),
    span(report.text),
  ];
}

function detail(scene: Scene, ref: Ref, width: number): readonly Line[] {
  const report = reportOf(scene, ref);
  if (!report) return [];
  const who = `${namesOf(scene.view, scene.ui.lang).role(report.role)} ${formatExerciseTime(report.at)}`;
  return [
    ...paragraph(report.text, width, 'strong'),
    ...labelled(report.kind, who, width, undefined, 24),
    ...report.more.flatMap(([label, text]) => labelled(label, text, width, undefined, 24)),
  ];
}
