/**
 * A rehearsal of many runs as terminal text: bars with figures, what was never reached and how it
 * could be, who was busy, who must not fall silent. Knows: columns. Does not know: how it was found.
 */
import { lengthText, effectsOf, kindsOf, behaveText } from '../exports/rehearsal/report.ts';
import type { Share } from '../exports/rehearsal/coverage.ts';
import type { Never, Rehearsal } from '../exports/rehearsal/rehearsal.ts';
import { reachWord, type Sayings } from '../exports/rehearsal/saying.ts';
import { plainText } from '../facilitator-ui/sanitise.ts';
import type { Terminal } from './output.ts';
import { wrap } from './wrap.ts';

/** So many of the never reached and of the roles are shown; the report has them all. */
const MOST = 12;
const BAR = 20;

export function printRehearsal(
  rehearsal: Rehearsal,
  s: Sayings,
  terminal: Terminal,
  width: number,
): void {
  const { t } = s;
  const { total, runs, kinds, seeds } = rehearsal.coverage;
  const { say, paint } = terminal;
  const lines = (text: string, lead = ''): void => {
    for (const line of wrap(plainText(text), width, lead)) say(line);
  };
  lines(
    t.coverageIntro(s.share(total.share), String(total.covered), String(total.of), String(runs)),
  );
  lines(
    `${t.facts.seeds}: ${t.seeds(String(seeds.first), String(seeds.last))}. ${t.facts.behave}: ${behaveText(rehearsal, s)}.`,
  );
  say();
  say(paint.bold(t.sections.coverage));
  for (const kind of kindsOf(rehearsal)) say(shareLine(t.kinds[kind], kinds[kind], s));
  say(paint.bold(shareLine(t.total, total, s)));
  say();
  say(paint.bold(t.sections.never));
  if (rehearsal.never.length === 0) lines(t.neverNone, '  ');
  for (const never of rehearsal.never.slice(0, MOST)) sayNever(never, s, terminal, lines);
  const left = rehearsal.never.length - MOST;
  if (left > 0) lines(terminal.text.rehearsal.more(String(left)), '  ');
  say();
  sayLoad(rehearsal, s, terminal);
  if (rehearsal.silence) saySilence(rehearsal, s, terminal, lines);
}

function shareLine(name: string, { covered, of, share }: Share, s: Sayings): string {
  const full = Math.floor(share * BAR);
  const bar = '█'.repeat(full) + '░'.repeat(BAR - full);
  const count = `${covered}/${of}`;
  return `  ${name.padEnd(22)} ${bar} ${count.padStart(9)} ${s.share(share).padStart(6)}`;
}

const SHAPES = { walked: '✓', unproven: '◐', none: '✗', chance: '?' } as const;

function sayNever(
  never: Never,
  s: Sayings,
  { paint }: Terminal,
  lines: (text: string, lead?: string) => void,
): void {
  const { reached } = never;
  const colour = {
    walked: paint.green,
    unproven: paint.yellow,
    none: paint.red,
    chance: paint.dim,
  };
  lines(
    `${s.t.kinds[never.kind]}: ${s.target(never.kind, never.id)} [${reachWord(never)}]`,
    `  ${SHAPES[reached.type]} `,
  );
  if ('path' in reached) {
    for (const [i, step] of s.path(reached.path).entries()) lines(step, `      ${i + 1}. `);
  }
  lines(colour[reached.type](s.verdict(reached)), '      ');
}

function sayLoad({ load }: Rehearsal, s: Sayings, { say, paint }: Terminal): void {
  const { t } = s;
  say(paint.bold(t.sections.load));
  const busiest = [...load].sort((a, b) => b.acts - a.acts).slice(0, MOST);
  for (const { role, received, peak, open, idle } of busiest) {
    const all = s.number(
      received.reduce((sum, n) => sum + n, 0),
      1,
    );
    const name = shorten(plainText(s.role(role)), 26).padEnd(26);
    say(
      `  ${name} ${all.padStart(7)} ${String(peak).padStart(4)} ${String(open).padStart(4)}  ${lengthText(idle.length, s).padStart(12)}`,
    );
  }
  say(
    `  (${[t.column.received, t.column.peak, t.column.open, t.column.idle].join(' · ').toLowerCase()})`,
  );
}

const shorten = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

function saySilence(
  { silence = [] }: Rehearsal,
  s: Sayings,
  { say, paint }: Terminal,
  lines: (text: string, lead?: string) => void,
): void {
  say();
  say(paint.bold(s.t.sections.silence));
  for (const [i, row] of silence.slice(0, MOST).entries()) {
    const mark = row.singlePoint ? '▲' : ' ';
    lines(`${s.role(row.role)} (${row.weight})`, `${String(i + 1).padStart(3)}. ${mark} `);
    lines(effectsOf(row, s, (id) => id).join(' ') || s.t.nothing, '       ');
  }
}
