/**
 * The storyline as DOT, Graphviz's language. Knows: phases, threads, and what leads where.
 * Does not know: Graphviz itself, or the page that the drawing comes on.
 */
import type { Phase, Plan } from '../../engine/plan/plan.ts';
import { plain } from '../formats/escape.ts';
import type { Material } from './material.ts';
import type { Teller } from './teller.ts';

export function storylineDot(m: Material, s: Teller): string {
  const { plan } = m;
  const ids = new Map(plan.phases.map(({ id }, i) => [id, `p${i}`]));
  const threads = plan.threads ?? [];
  const own = plan.phases.filter(({ thread }) => thread === undefined);
  return [
    'digraph storyline {',
    `  graph [rankdir=TB, bgcolor="transparent", nodesep=0.45, ranksep=0.5, fontname="${FONT}", fontsize=12]`,
    `  node [shape=box, style="rounded,filled", fillcolor="#ffffff", color="#0b4a7d", fontcolor="#18212c", fontname="${FONT}", fontsize=12, margin="0.18,0.1", penwidth=1.4]`,
    `  edge [color="#4d5968", fontcolor="#18212c", fontname="${FONT}", fontsize=10, arrowsize=0.8]`,
    `  start [label=${quoted(s.t.storyline.start)}, shape=ellipse, fillcolor="#0b4a7d", fontcolor="#ffffff", class="pole"]`,
    `  end [label=${quoted(s.t.storyline.end)}, shape=ellipse, fillcolor="#0b4a7d", fontcolor="#ffffff", class="pole"]`,
    ...own.map((phase) => `  ${node(phase, ids, m, s)}`),
    ...threads.flatMap(({ id, title }, i) => [
      `  subgraph cluster_${i} {`,
      `    label=${quoted(`${s.t.storyline.thread}: ${s.text(title)}`)}; labeljust=l; style="rounded,dashed"; color="#4d5968"; fontcolor="#18212c"`,
      ...plan.phases
        .filter(({ thread }) => thread === id)
        .map((phase) => `    ${node(phase, ids, m, s)}`),
      `    done_${i} [label="", shape=doublecircle, width=0.16, fillcolor="#4d5968"]`,
      '  }',
    ]),
    ...starts(plan, ids),
    ...plan.phases.flatMap((phase) => ways(phase, plan, ids, s)),
    '}',
    '',
  ].join('\n');
}

/** The widest of the fonts that Graphviz has measures of: whatever the reader has is narrower. */
export const FONT = 'Verdana';
/** A label's line; Graphviz centres it. */
const LINE = '\\n';
const WIDEST = 26;

function node(
  phase: Phase,
  ids: ReadonlyMap<string, string>,
  { schedule }: Material,
  s: Teller,
): string {
  const moment = schedule.phase(phase.id);
  const length = phase.length === undefined ? [] : [s.length(phase.length)];
  const when = [...(moment ? [s.moment(moment)] : []), ...length].join(' · ');
  const aside = moment?.course === false || !moment;
  const lines = [...wrapped(s.text(phase.title), WIDEST), ...(when === '' ? [] : [when])];
  const look = aside ? ', style="rounded,filled,dashed"' : '';
  return `${ids.get(phase.id) ?? ''} [label=${quoted(...lines)}${look}]`;
}

function starts(plan: Plan, ids: ReadonlyMap<string, string>): readonly string[] {
  const firsts = [plan.begins, ...(plan.threads ?? []).map(({ begins }) => begins)];
  return firsts.flatMap((phase) => {
    const id = ids.get(phase);
    return id === undefined ? [] : [`  start -> ${id}`];
  });
}

function ways(
  phase: Phase,
  plan: Plan,
  ids: ReadonlyMap<string, string>,
  s: Teller,
): readonly string[] {
  const from = ids.get(phase.id) ?? '';
  const thread = (plan.threads ?? []).findIndex(({ id }) => id === phase.thread);
  const end = thread < 0 ? 'end' : `done_${thread}`;
  const leaves = leavingShort(phase, s);
  const next =
    phase.next.length === 0
      ? leaves === ''
        ? []
        : [arrow(from, end, leaves)]
      : phase.next.map(({ when, to }, i) => {
          const only = when
            ? s.t.storyline.only(s.condition(when))
            : i > 0
              ? s.t.storyline.otherwise
              : '';
          const label = i === 0 ? [leaves, only] : [only];
          return arrow(from, ids.get(to) ?? '', label.filter((part) => part !== '').join(', '));
        });
  const decided = plan.decisions.flatMap(({ id, phases, options }) =>
    !phases.includes(phase.id)
      ? []
      : options.flatMap(({ id: option, goto }) =>
          goto === undefined || goto === phase.id
            ? []
            : [arrow(from, ids.get(goto) ?? '', s.quote(s.option(id, option)), true)],
        ),
  );
  return [...next, ...decided].filter((line) => line !== '');
}

/** What ends a phase by itself: its length, its gate, or whichever comes first. */
export function leavingText({ length, gate }: Phase, s: Teller): string {
  const t = s.t.storyline;
  const parts = [
    ...(length === undefined ? [] : [t.after(s.length(length))]),
    ...(gate ? [t.gate(s.condition(gate))] : []),
  ];
  return parts.length > 1 ? t.earliest(parts.join(s.t.conditions.or)) : (parts[0] ?? '');
}

/** The same, short enough for an arrow: the table of the phases has it in full. */
function leavingShort({ length, gate }: Phase, s: Teller): string {
  const opens = gate?.type === 'time-after' ? s.time(gate.at) : gate && s.condition(gate);
  return [length === undefined ? undefined : s.length(length), opens]
    .filter((part) => part !== undefined)
    .join(' / ');
}

function arrow(from: string, to: string, label: string, decided = false): string {
  if (to === '') return '';
  const said = label === '' ? '' : `label=${quoted(...wrapped(label, 30))}`;
  const look = decided ? 'style=dashed' : '';
  return `  ${from} -> ${to} [${[said, look].filter((part) => part !== '').join(', ')}]`;
}

/** A label may take so many lines. */
const MOST_LINES = 5;

function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of plain(text).split(' ')) {
    const last = lines.at(-1);
    const piece = word.length > width ? `${word.slice(0, width - 1)}…` : word;
    if (last !== undefined && last.length + piece.length < width)
      lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(piece);
  }
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1] ?? ''} …`];
}

/** In a DOT string a quotation mark ends it, a backslash is an order, and `&…;` becomes a character. */
function quoted(...lines: readonly string[]): string {
  const safe = lines.map((line) =>
    plain(line).replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/&/g, '&amp;'),
  );
  return `"${safe.join(LINE)}"`;
}
