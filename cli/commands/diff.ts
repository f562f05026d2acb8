/**
 * `beredt diff A B`: what changed between two versions of a scenario, in exercise terms. Exit code 0
 * when nothing did, 1 when something did, 2 when that could not be found out: as `diff` has it.
 */
import { open } from 'node:fs/promises';
import type { Plan } from '../../engine/index.ts';
import type { InputEntry } from '../../engine/exercise/entry.ts';
import { journalPath } from '../../engine/runtime/host.ts';
import { diffPlans } from '../../exports/diff/diff.ts';
import { diffMarkdown, tellDiff } from '../../exports/diff/saying.ts';
import { jsonText } from '../../exports/formats/escape.ts';
import { plainText } from '../../facilitator-ui/sanitise.ts';
import { EXIT, Usage, type ExitCode, type Terminal } from '../output.ts';
import { loadPlan } from '../scenario.ts';
import { wrap } from '../wrap.ts';

const FORMATS = ['text', 'markdown', 'json'] as const;

export async function diff(
  from: string,
  to: string,
  options: { readonly format: string; readonly json?: boolean },
  terminal: Terminal,
): Promise<ExitCode> {
  const { text, lang, say, paint } = terminal;
  const format = options.json ? 'json' : FORMATS.find((known) => known === options.format);
  if (!format) throw new Usage(text.badFormat(options.format, FORMATS.join(', ')));
  const older = await planIn(from, terminal);
  const newer = older && (await planIn(to, terminal));
  if (!older || !newer) return EXIT.usage;
  const changes = diffPlans(older, newer);
  const told = tellDiff(changes, older, newer, lang);
  const code = changes.length === 0 ? EXIT.fine : EXIT.problems;
  if (format === 'json') {
    say(jsonText({ same: changes.length === 0, summary: told.summary, changes }));
    return code;
  }
  if (format === 'markdown') {
    say(diffMarkdown(told).trimEnd());
    return code;
  }
  const width = Math.min(process.stdout.columns || 80, 100);
  say(paint.bold(plainText(told.title)));
  for (const line of wrap(plainText(told.summary), width)) say(line);
  for (const [i, { about, what }] of told.lines.entries()) {
    if (told.lines[i - 1]?.about !== about) {
      say();
      for (const line of wrap(plainText(about), width)) say(paint.cyan(line));
    }
    for (const line of wrap(plainText(what), width, '  ')) say(line);
  }
  return code;
}

/** An exercise's folder carries the plan in its journal's first line; else it is a scenario's. */
async function planIn(path: string, terminal: Terminal): Promise<Plan | undefined> {
  const journal = await open(journalPath(path)).catch(() => undefined);
  if (!journal) {
    const plan = await loadPlan(path, terminal);
    // Two scenarios have files of the same names: which of them has the Problems must be said.
    if (!plan) terminal.warn(terminal.text.diff.unsound(plainText(path)));
    return plan;
  }
  try {
    for await (const line of journal.readLines()) {
      const entry = JSON.parse(line) as InputEntry;
      if (entry.input.type === 'exercise.open') return entry.input.plan;
      break;
    }
  } catch {
    // Whatever else it is, it is no journal to compare.
  }
  throw new Usage(terminal.text.diff.noPlan(path));
}
