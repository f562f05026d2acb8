/** `beredt rehearse`: the whole exercise in virtual time, with a bot in every chair; once, or often. */
import { createBots } from '../../engine/exercise/bot.ts';
import type { Behave } from '../../engine/exercise/bots/behaviour.ts';
import { controlFor } from '../../engine/exercise/bots/steer.ts';
import { rehearse as conduct } from '../../engine/exercise/rehearse.ts';
import type { Draft } from '../../engine/exercise/entry.ts';
import type { Order } from '../../engine/exercise/bots/order.ts';
import type { ExerciseState } from '../../engine/exercise/state.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import { nearest } from '../../engine/scenario/nearest.ts';
import { journalPath } from '../../engine/runtime/host.ts';
import { openFileJournal } from '../../engine/runtime/journal/file.ts';
import { jsonText } from '../../exports/formats/escape.ts';
import { reach as findWay, type Reached } from '../../exports/rehearsal/reach.ts';
import { rehearseMany, type Ask, type Rehearsal } from '../../exports/rehearsal/rehearsal.ts';
import { rehearsalHtml } from '../../exports/rehearsal/report.ts';
import { runOnce, type Ran } from '../../exports/rehearsal/runs.ts';
import { kindOfWord, REACH_WORDS, sayings } from '../../exports/rehearsal/saying.ts';
import { COUNTS, targetsOf, type Mark } from '../../exports/rehearsal/target.ts';
import { plainText } from '../../facilitator-ui/sanitise.ts';
import { readBehave } from '../behave.ts';
import { readExpect, unmet } from '../expect.ts';
import { exerciseFolder, remember } from '../folder.ts';
import { put } from '../deliver.ts';
import { EXIT, Usage, type ExitCode, type Terminal } from '../output.ts';
import { VERSION } from '../package.ts';
import { printRehearsal } from '../rehearsal.ts';
import { loadPlan, type Settable } from '../scenario.ts';
import { printSummary, summarise } from '../summary.ts';
import { wrap } from '../wrap.ts';

export type RehearseOptions = Settable & {
  readonly seed: number;
  readonly json?: boolean;
  readonly data: string;
  readonly runs?: number;
  readonly behave?: string;
  readonly report?: string;
  readonly expect?: string;
  readonly silence?: boolean;
  readonly keep?: boolean;
  readonly reach?: string;
};

export async function rehearse(
  path: string,
  options: RehearseOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const demands = options.expect === undefined ? [] : readExpect(options.expect, terminal.text);
  const plan = await loadPlan(path, terminal, options);
  if (!plan) return EXIT.problems;
  const behave =
    options.behave === undefined ? undefined : readBehave(options.behave, plan, terminal.text);
  if (options.reach !== undefined) return reachOne(plan, options.reach, options, terminal);
  const many =
    (options.runs ?? 1) > 1 ||
    options.report !== undefined ||
    options.expect !== undefined ||
    options.silence === true;
  if (!many) return rehearseOnce(plan, options, behave, terminal);

  const rehearsal = await rehearseOften(plan, options, behave, terminal);
  const s = sayings(plan, terminal.lang);
  if (options.json) terminal.say(jsonText(rehearsal));
  else printRehearsal(rehearsal, s, terminal, Math.min(process.stdout.columns || 80, 100));
  if (options.report !== undefined) {
    const content = rehearsalHtml(rehearsal, plan, terminal.lang);
    await put({ content }, options.report, terminal);
    if (!options.json) terminal.say(terminal.text.written(plainText(options.report)));
  }
  const missing = unmet(demands, rehearsal.coverage, terminal.text, s);
  for (const sentence of missing) terminal.warn(terminal.paint.red(plainText(sentence)));
  return missing.length === 0 ? EXIT.fine : EXIT.problems;
}

const wallOf =
  (plan: Plan) =>
  (at: number): string =>
    new Date(plan.story.epoch + Math.floor(at / plan.pace)).toISOString();

/** One run, written where `report` and `verify` find it. */
async function rehearseOnce(
  plan: Plan,
  options: RehearseOptions,
  behave: Behave | undefined,
  terminal: Terminal,
): Promise<ExitCode> {
  const written = await writeRun(plan, options, behave, [], `rehearsal-${options.seed}`, terminal);
  const summary = summarise(written.state, written.entries, written.folder);
  if (options.json) terminal.say(JSON.stringify(summary, null, 2));
  else printSummary(summary, terminal);
  return EXIT.fine;
}

type Written = {
  readonly state: ExerciseState;
  readonly entries: number;
  readonly folder: string;
};

async function writeRun(
  plan: Plan,
  { data, seed }: RehearseOptions,
  behave: Behave | undefined,
  orders: readonly Order[],
  suffix: string,
  terminal: Terminal,
): Promise<Written> {
  // The name in the record is the seed's, not the folder's: the same seed writes the same bytes.
  const name = `${plan.id}-${suffix}`;
  const place = await exerciseFolder(data, name);
  const opening = { plan, exercise: name, seed, engine: VERSION };
  const bots = createBots(seed, terminal.lang, behave, orders);
  const control = (state: ExerciseState) => controlFor(state, orders);
  const run = conduct(opening, terminal.lang, wallOf(plan), bots, control);
  const { state, entries } = await write(run, place.folder);
  await remember(data, plan, place, state.status);
  return { state, entries, folder: place.folder };
}

async function write(
  run: ReturnType<typeof conduct>,
  folder: string,
): Promise<{ state: ExerciseState; entries: number }> {
  const { journal } = await openFileJournal(journalPath(folder));
  try {
    let entries = 0;
    let waiting: Draft[] = [];
    for (;;) {
      const next = run.next();
      if (!next.done) waiting.push(...next.value);
      if (next.done || waiting.length >= 2_000) {
        await journal.append(waiting);
        entries += waiting.length;
        waiting = [];
      }
      if (next.done) return { state: next.value, entries };
    }
  } finally {
    await journal.close();
  }
}

/** Many runs in memory. With `--keep` their journals are written as well, one by one. */
async function rehearseOften(
  plan: Plan,
  options: RehearseOptions,
  behave: Behave | undefined,
  terminal: Terminal,
): Promise<Rehearsal> {
  const { seed, runs = 1, silence = false, keep = false } = options;
  const { lang } = terminal;
  const progress = progressLine(terminal);
  const ask: Ask = {
    plan,
    lang,
    engine: VERSION,
    seed,
    runs,
    silence,
    ...(behave ? { behave } : {}),
    ran: (_, done) => progress('runs', done, runs),
    tick: progress,
  };
  const conductKept = (one: number): Ran => {
    const opening = { plan, exercise: `${plan.id}-rehearsal-${one}`, seed: one, engine: VERSION };
    return runOnce({ opening, lang, wall: wallOf(plan), ...(behave ? { behave } : {}) });
  };
  if (keep) {
    for (let i = 0; i < runs; i += 1) {
      const one = { ...options, seed: seed + i };
      await writeRun(plan, one, behave, [], `rehearsal-${seed + i}`, terminal);
    }
  }
  const rehearsal = rehearseMany(ask, conductKept);
  progress.end();
  return rehearsal;
}

type Progress = ((part: 'runs' | 'paths' | 'silence', done: number, of: number) => void) & {
  readonly end: () => void;
};

/** One line that is written over, where there is a terminal to do so. */
function progressLine({ text }: Terminal): Progress {
  const shown = process.stderr.isTTY;
  const put = (line: string): void => {
    if (shown) process.stderr.write(`\r\u001b[K${line}`);
  };
  const line = (part: 'runs' | 'paths' | 'silence', done: number, of: number): void =>
    put(`${text.rehearsal.progress[part]} ${done}/${of}`);
  return Object.assign(line, { end: () => put('') });
}

/** `--reach inject:foo`: finds the way, walks it, and keeps the record of that run. */
async function reachOne(
  plan: Plan,
  word: string,
  options: RehearseOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const mark = readTarget(plan, word, terminal);
  const { lang, text, say, paint } = terminal;
  const { seed } = options;
  const reached: Reached = findWay(plan, mark, { seed, lang, engine: VERSION });
  const s = sayings(plan, lang);
  const steps = 'path' in reached ? s.path(reached.path) : [];
  const name = mark.id.replace(/[^\w-]+/g, '-');
  const kept =
    'path' in reached
      ? await writeRun(
          plan,
          options,
          DILIGENT,
          reached.path.orders,
          `reach-${name}-${seed}`,
          terminal,
        )
      : undefined;
  const walked = reached.type === 'walked';
  if (options.json) {
    say(jsonText({ target: mark, reached, steps, ...(kept ? { folder: kept.folder } : {}) }));
    return walked ? EXIT.fine : EXIT.problems;
  }
  const width = Math.min(process.stdout.columns || 80, 100);
  const lines = (words: string, lead = ''): void => {
    for (const line of wrap(plainText(words), width, lead)) say(line);
  };
  say(paint.bold(plainText(`${s.t.kinds[mark.kind]}: ${s.target(mark.kind, mark.id)}`)));
  if ('path' in reached && steps.length === 0) lines(s.t.nothingToDo, '  ');
  for (const [i, step] of steps.entries()) lines(step, `  ${i + 1}. `);
  lines((walked ? paint.green : paint.yellow)(s.verdict(reached)));
  if (kept) lines(`${text.wall}: ${kept.folder}`);
  return walked ? EXIT.fine : EXIT.problems;
}

const DILIGENT: Behave = new Map([['*', 'diligent']]);

function readTarget(plan: Plan, word: string, { text }: Terminal): Mark {
  const colon = word.indexOf(':');
  const kind = kindOfWord(word.slice(0, Math.max(0, colon)));
  if (!kind) throw new Usage(text.rehearsal.badReach(word, REACH_WORDS.join(', ')));
  const id = word.slice(colon + 1);
  // An inject is one to a planner, whether it is a contingency or not.
  const alike =
    kind === 'injects' || kind === 'contingencies' ? ['injects', 'contingencies'] : [kind];
  const targets = targetsOf(plan).filter((target) => alike.includes(target.kind));
  const found = targets.find((target) => target.id === id);
  if (!found) {
    throw new Usage(
      text.rehearsal.badTarget(
        word,
        nearest(
          id,
          targets.map((target) => target.id),
        ),
      ),
    );
  }
  return { kind: found.kind, id, mark: COUNTS[found.kind] };
}
