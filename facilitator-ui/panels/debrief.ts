/**
 * The debrief on the whole screen: swim-lanes with the step one stands on, decisions, findings.
 * Knows: looks. Does not know: stepping (debrief).
 */
import { formatExerciseTime, type DebriefFinding } from '../../engine/runtime/protocol.ts';
import {
  decidedAt,
  DEBRIEF_TABS,
  MARKS,
  type Debriefed,
  type DebriefUi,
  type Mark,
  type Step,
} from '../debrief.ts';
import { filled, labelled, paragraph, row, rows, rule, span, widthsOf } from '../layout.ts';
import { namesOf } from '../names.ts';
import { plainText } from '../sanitise.ts';
import { told, words, type Line, type Scene, type Span } from '../scene.ts';
import { sentence } from '../sentences.ts';
import type { Tone } from '../tone.ts';
import { fit } from '../width.ts';
import { windowOf } from '../window.ts';

const SYMBOLS: Readonly<Record<Mark, readonly [symbol: string, tone: Tone]>> = {
  overdue: ['!', 'alarm'],
  decision: ['?', 'warn'],
  claim: ['●', 'info'],
  done: ['✓', 'good'],
  handover: ['⇄', 'info'],
  declared: ['§', 'warn'],
  public: ['◆', 'info'],
  inject: ['▸', 'plain'],
  message: ['→', 'dim'],
  phase: ['│', 'strong'],
};
/** The exercise's own lane. */
const OWN = '';
/** Lines for the step's sentence and what it shows. */
const BELOW = 7;

export function debriefLines(scene: Scene, ui: DebriefUi, height: number): readonly Line[] {
  const w = words(scene).debrief;
  const { columns } = scene.ui.size;
  const address = addressLines(scene, ui);
  const body = height - 1 - address.length;
  const { steps } = ui.told;
  const place = steps.length === 0 ? '' : w.step(ui.at + 1, steps.length);
  return [
    rule(columns, `${w.title} · ${w.tabs[ui.tab]}`, place),
    ...filled(tabLines(scene, ui, body), body),
    ...address,
  ];
}

/** The keys of the view one is in. */
export function debriefKeys(scene: Scene, { tab }: DebriefUi): readonly [Line, Line] {
  const { keys } = words(scene).debrief;
  const own = tab === 'lanes' ? [keys.step, keys.far] : [keys.choose];
  const line = (parts: readonly string[]): Line => [span(` ${parts.join('   ')}`, 'info')];
  return [line([...own, keys.decision]), line([keys.finding, keys.tab, keys.back])];
}

function tabLines(scene: Scene, ui: DebriefUi, height: number): readonly Line[] {
  const tabs = tabsLine(scene, ui);
  switch (ui.tab) {
    case 'lanes':
      return [tabs, ...laneLines(scene, ui, height - 1)];
    case 'decisions':
      return [tabs, ...decisionLines(scene, ui, height - 1)];
    case 'findings':
      return [tabs, ...findingLines(scene, ui, height - 1)];
    default:
      return ui.tab satisfies never;
  }
}

function tabsLine(scene: Scene, { tab, told: all }: DebriefUi): Line {
  const w = words(scene).debrief;
  const counts = {
    lanes: all.steps.length,
    decisions: decidedAt(all).length,
    findings: all.findings.length,
  };
  return DEBRIEF_TABS.flatMap((name, i) => [
    span(` ${i + 1} `, 'dim'),
    span(`${w.tabs[name]} (${counts[name]})`, name === tab ? 'chosen' : 'plain'),
    span(' '),
  ]);
}

/** Over two lines rather than cut: a part of an address leads nowhere. */
function addressLines(scene: Scene, { told: { path } }: DebriefUi): readonly Line[] {
  const text = `${words(scene).debrief.browser}: ${addressOf(scene, path)}`;
  return paragraph(text, scene.ui.size.columns - 2, 'dim', 1);
}

/** The lanes with their marks over time, the chosen step marked, and below it what it was. */
function laneLines(scene: Scene, ui: DebriefUi, height: number): readonly Line[] {
  const { steps } = ui.told;
  const here = steps[ui.at];
  if (!here) return [[span(`  ${words(scene).debrief.nothing}`, 'dim')]];
  const { columns } = scene.ui.size;
  const label = Math.min(30, Math.floor(columns * 0.28));
  const track: Track = {
    width: Math.max(10, columns - label - 2),
    end: Math.max(1, steps.at(-1)?.row.at ?? 1),
    here: here.row.at,
  };
  const lanes = lanesOf(scene, steps);
  const room = Math.max(3, height - BELOW - 2);
  const chosen = Math.max(0, lanes.indexOf(here.roles[0] ?? OWN));
  const { from, to } = windowOf(lanes.length, chosen, room);
  const drawn = lanes.slice(from, to).map((lane): Line => {
    const mine = here.roles.includes(lane) || (lane === OWN && here.roles.length === 0);
    const name = fit(`${mine ? '›' : ' '} ${laneName(scene, lane)}`, label);
    return [span(name, mine ? 'strong' : 'dim'), span(' '), ...laneSpans(steps, lane, here, track)];
  });
  return [
    [span(' '.repeat(label + 1)), span(axis(track), 'dim')],
    ...filled(drawn, Math.min(room, lanes.length)),
    ...stepLines(scene, ui, here),
  ];
}

type Track = { readonly width: number; readonly end: number; readonly here: number };

const place = ({ width, end }: Track, at: number): number =>
  Math.min(width - 1, Math.floor((at / end) * width));

/** Times along the top, where they have room, and a mark for where one stands. */
function axis(track: Track): string {
  const marks = Array<string>(track.width).fill('─');
  const here = place(track, track.here);
  const label = (at: number): void => {
    const text = formatExerciseTime(at);
    const from = Math.min(place(track, at), track.width - text.length);
    // The mark of where one stands is not drawn into a time.
    if (here >= from - 1 && here <= from + text.length) return;
    for (let i = 0; i < text.length; i += 1) marks[Math.max(0, from) + i] = text[i] ?? '';
  };
  label(0);
  if (track.width > 50) label(track.end / 2);
  label(track.end);
  marks[here] = '▼';
  return marks.join('');
}

function lanesOf(scene: Scene, steps: readonly Step[]): readonly string[] {
  const seen = new Set(steps.flatMap(({ roles }) => (roles.length === 0 ? [OWN] : roles)));
  const roles = Object.keys(scene.view.roles ?? {}).filter((role) => seen.has(role));
  return seen.has(OWN) ? [OWN, ...roles] : roles;
}

function laneName(scene: Scene, lane: string): string {
  const role = scene.view.roles?.[lane];
  return role ? told(scene, role.name) : words(scene).debrief.exercise;
}

/** One cell for each stretch of time, with the weightiest of what happened in it. */
function laneSpans(
  steps: readonly Step[],
  lane: string,
  here: Step,
  track: Track,
): readonly Span[] {
  const cells = Array<Mark | undefined>(track.width).fill(undefined);
  for (const { row: entry, mark, roles } of steps) {
    if (!(lane === OWN ? roles.length === 0 : roles.includes(lane))) continue;
    const i = place(track, entry.at);
    const old = cells[i];
    if (!old || MARKS.indexOf(mark) < MARKS.indexOf(old)) cells[i] = mark;
  }
  const at = place(track, here.row.at);
  const mine = lane === OWN ? here.roles.length === 0 : here.roles.includes(lane);
  return cells.map((mark, i): Span => {
    if (i === at && mine) return span(SYMBOLS[here.mark][0], 'chosen');
    if (mark) return span(...SYMBOLS[mark]);
    return span(i === at ? '┊' : '·', 'dim');
  });
}

function stepLines(scene: Scene, { told: all }: DebriefUi, here: Step): readonly Line[] {
  const w = words(scene).debrief;
  const { columns } = scene.ui.size;
  const { seq, at, event } = here.row;
  const names = namesOf(scene.view, scene.ui.lang);
  const [symbol] = SYMBOLS[here.mark];
  const shows = all.findings.filter(({ evidence }) => evidence.includes(seq));
  return [
    rule(columns, `${formatExerciseTime(at, true)}  ${symbol} ${w.marks[here.mark]}`, `${seq}`),
    ...paragraph(sentence(event, names), columns - 2, 'strong', 1).slice(0, 4),
    ...shows.flatMap((finding) =>
      paragraph(`${finding.id} ${finding.title[scene.ui.lang]}`, columns - 2, 'warn', 1),
    ),
  ];
}

function decisionLines(scene: Scene, ui: DebriefUi, height: number): readonly Line[] {
  const w = words(scene);
  const { columns } = scene.ui.size;
  const places = decidedAt(ui.told);
  if (places.length === 0) return [[span(`  ${w.debrief.undecided}`, 'dim')]];
  const names = namesOf(scene.view, scene.ui.lang);
  const chosen = Math.max(
    0,
    places.findLastIndex((i) => i <= ui.at),
  );
  const layout = [
    { head: '', width: 11 },
    { head: '', share: 4 },
    { head: '', share: 3 },
  ];
  const widths = widthsOf(layout, columns - 2);
  const below = Math.min(8, Math.floor(height / 2));
  const list = { count: places.length, chosen, width: columns, height: height - below };
  const drawn = rows(list, (i) => {
    const step = ui.told.steps[places[i] ?? 0];
    const event = step?.row.event;
    if (event?.type !== 'decision.recorded') return [];
    const cells = [
      span(formatExerciseTime(step?.row.at ?? 0)),
      span(names.decision(event.decision)),
      span(names.option(event.decision, event.option), 'good'),
    ];
    return row(cells, layout, widths);
  });
  const event = ui.told.steps[places[chosen] ?? 0]?.row.event;
  if (event?.type !== 'decision.recorded') return drawn;
  const who = event.role === undefined ? w.how[event.how] : names.role(event.role);
  return [
    ...filled(drawn, list.height),
    rule(columns),
    ...labelled(w.columns.who, who, columns - 2),
    ...(event.reason === '' ? [] : labelled(w.reason, event.reason, columns - 2)),
    ...event.facts.flatMap((fact, i) =>
      labelled(i === 0 ? w.facts : '', names.fact(fact), columns - 2),
    ),
  ];
}

const WEIGHTS: Readonly<Record<DebriefFinding['severity'], readonly [string, Tone]>> = {
  high: ['!!', 'alarm'],
  medium: ['! ', 'warn'],
  low: ['· ', 'plain'],
  strength: ['+ ', 'good'],
};

function findingLines(scene: Scene, ui: DebriefUi, height: number): readonly Line[] {
  const w = words(scene).debrief;
  const { columns } = scene.ui.size;
  const { lang } = scene.ui;
  const { findings } = ui.told;
  const finding = findings[ui.finding];
  if (!finding) return [[span(`  ${w.none}`, 'dim')]];
  const below = Math.max(8, Math.floor(height * 0.55));
  const layout = [{ head: '', width: 16 }, { head: '', width: 5 }, { head: '' }];
  const widths = widthsOf(layout, columns - 2);
  const list = {
    count: findings.length,
    chosen: ui.finding,
    width: columns,
    height: height - below,
  };
  const drawn = rows(list, (i) => {
    const one = findings[i];
    if (!one) return [];
    const [symbol, tone] = WEIGHTS[one.severity];
    const weight = span(`${symbol} ${w.severity[one.severity]}`, tone);
    return row([weight, span(one.id), span(one.title[lang])], layout, widths);
  });
  const names = namesOf(scene.view, lang);
  return [
    ...filled(drawn, list.height),
    rule(columns, `${finding.id} ${w.severity[finding.severity]}`, finding.code),
    ...labelled(w.happened, finding.happened[lang], columns - 2),
    ...labelled(w.planned, finding.planned[lang], columns - 2),
    ...labelled(w.question, finding.question[lang], columns - 2, 'strong'),
    ...(finding.roles.length > 0
      ? labelled(words(scene).columns.who, names.roles(finding.roles), columns - 2)
      : []),
    ...labelled(w.shown, w.entries(finding.evidence.length), columns - 2),
  ];
}

/** The findings as lines, for those who listen: what was found, what happened, what to ask. */
export function toldLines({ path, findings }: Debriefed, scene: Scene): readonly string[] {
  const w = words(scene).debrief;
  const { lang } = scene.ui;
  return [
    `${w.browser}: ${addressOf(scene, path)}`,
    ...(findings.length === 0 ? [w.none] : []),
    ...findings.flatMap((one) => [
      `${one.id} (${w.severity[one.severity]}) ${one.title[lang]}`,
      `  ${one.happened[lang]}`,
      `  ${w.question}: ${one.question[lang]}`,
    ]),
  ].map(plainText);
}

/** Where a browser reads the report: on the host, by the address that participants reach it at. */
function addressOf({ linkOf, ui }: Scene, path: string): string {
  const origin = linkOf ? new URL(linkOf('x')).origin : '';
  return `${origin}${path}?lang=${ui.lang}`;
}
