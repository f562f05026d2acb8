/**
 * `beredt propose EXERCISE [SCENARIO]`: changes to the responsibility plan, with their grounds, and as
 * a diff that checks. Exit code 1 where the scenario itself does not.
 */
import { cp, lstat, mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { checkScenario } from '../../engine/scenario/check.ts';
import type { ReadCache, SourceFile } from '../../engine/scenario/read.ts';
import { problemText } from '../../engine/scenario/problem.ts';
import type { Analysis } from '../../exports/analysis/analysis.ts';
import { changeWords, questionText } from '../../exports/formats/sections/planchange.ts';
import { speaker, type Speaker } from '../../exports/formats/words.ts';
import { apply, type Applied, diffOf } from '../../exports/proposal/apply.ts';
import { type Change, isDoubtful } from '../../exports/proposal/change.ts';
import { snippet } from '../../exports/proposal/snippet.ts';
import { plainText } from '../../facilitator-ui/sanitise.ts';
import { EXIT, Usage, type ExitCode, type Terminal } from '../output.ts';
import { readAnalysis } from '../reading.ts';
import { loadSources, type Sources } from '../scenario.ts';
import { wrap } from '../wrap.ts';

type Options = { readonly out?: string; readonly doubtful?: boolean };

export async function propose(
  exercise: string,
  scenario: string | undefined,
  { out, doubtful = false }: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const t = terminal.text.followUp.propose;
  if (out !== undefined && scenario === undefined) {
    throw new Usage(terminal.text.usage.missingArgument('scenario'));
  }
  const { analysis } = await readAnalysis(exercise);
  const s = speaker(analysis, terminal.lang);
  const { changes, questions, rows } = analysis.proposal;
  const wanted = changes.filter((change) => doubtful || !isDoubtful(change));
  const left = changes.filter((change) => !wanted.includes(change));
  if (wanted.length === 0) terminal.say(t.none);
  sayChanges(wanted, s, terminal);
  if (left.length > 0) terminal.say(`\n${t.doubtful}`);
  sayChanges(left, s, terminal);
  if (questions.length > 0) terminal.say(`\n${t.questions}`);
  for (const row of questions) sayLines(questionText(row, s), '  ? ', terminal);
  if (scenario === undefined) {
    if (rows.length > 0) terminal.say(`\n${plainLines(snippet(rows))}`);
    return EXIT.fine;
  }
  return inScenario(scenario, wanted, analysis, { out, s }, terminal);
}

async function inScenario(
  scenario: string,
  wanted: readonly Change[],
  { exercise }: Analysis,
  { out, s }: { readonly out: string | undefined; readonly s: Speaker },
  terminal: Terminal,
): Promise<ExitCode> {
  const { say, warn } = terminal;
  const t = terminal.text.followUp.propose;
  const loaded = await loadSources(scenario, terminal);
  const { sources, found, catalogue } = loaded;
  const cache: ReadCache = new Map();
  const check = (files: readonly SourceFile[]) => checkScenario(files, catalogue, { found, cache });
  const sound = check(sources).scenario;
  if (!sound) {
    warn(t.unsound);
    return EXIT.problems;
  }
  const [was, now] = [`${exercise.scenario} ${exercise.version}`, `${sound.id} ${sound.version}`];
  if (was !== now) say(`\n${t.differs(plainText(was), plainText(now))}`);
  const done = apply(wanted, sources, (files) => check(files).problems);
  sayRefused(done, s, terminal);
  const diff = diffOf(sources, done.sources);
  say();
  say(diff === '' ? t.noDiff : t.diff);
  if (diff !== '') say(plainLines(diff));
  if (out === undefined) return EXIT.fine;
  await writeCopy(loaded, done.sources, out, terminal);
  // What lies on disk is what counts, read as anybody would read it.
  const written = await loadSources(out, terminal);
  const again = checkScenario(written.sources, catalogue, { found: written.found });
  if (!again.scenario || again.problems.length > check(sources).problems.length) {
    warn(t.reasons.check);
    return EXIT.problems;
  }
  say(t.checked(out));
  return EXIT.fine;
}

/** The whole folder, attachments and all, with the changed files in the place of theirs. */
async function writeCopy(
  { folder, sources }: Sources,
  changed: readonly SourceFile[],
  out: string,
  { text }: Terminal,
): Promise<void> {
  const inside = `${resolve(out)}${sep}`.startsWith(`${resolve(folder)}${sep}`);
  const there = inside ? [out] : await readdir(out).catch(() => []);
  if (there.length > 0) throw new Usage(text.followUp.propose.notEmpty(out));
  await mkdir(out, { recursive: true });
  // A link could lead out of the folder; the scenario is read without them as well.
  const filter = async (path: string): Promise<boolean> => !(await lstat(path)).isSymbolicLink();
  await cp(folder, out, { recursive: true, filter });
  const before = new Map(sources.map(({ name, text: old }) => [name, old]));
  for (const { name, text: content } of changed) {
    if (before.get(name) === content) continue;
    await mkdir(dirname(join(out, name)), { recursive: true });
    await writeFile(join(out, name), content);
  }
}

function sayChanges(changes: readonly Change[], s: Speaker, terminal: Terminal): void {
  for (const change of changes) {
    const { change: what, why, question, doubts } = changeWords(change, s);
    sayLines(what, `${change.id}  `, terminal);
    const evidence = change.evidence.slice(0, 12).map((n) => `#${n}`);
    for (const line of [`${why} ${evidence.join(' ')}`, question, doubts]) {
      if (line !== '') sayLines(line, '    ', terminal);
    }
  }
}

function sayRefused({ refused }: Applied, s: Speaker, terminal: Terminal): void {
  const t = terminal.text.followUp.propose;
  if (refused.length > 0) terminal.say(`\n${t.refused}`);
  for (const { change, why, problems } of refused) {
    const found = problems.map((problem) => problemText(problem, s.lang).what);
    sayLines([t.reasons[why], ...found.slice(0, 3)].join(': '), `${change.id}  `, terminal);
  }
}

function sayLines(text: string, lead: string, { say }: Terminal): void {
  const width = Math.min(process.stdout.columns || 80, 100);
  for (const line of wrap(plainText(text), width, lead)) say(line);
}

/** Made harmless line by line; their spaces stay. */
const plainLines = (text: string): string => text.split('\n').map(plainText).join('\n');
