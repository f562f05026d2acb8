/** `beredt import`: a spreadsheet's rows as injects of a scenario. */
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { checkScenario, type SourceFile } from '../../engine/index.ts';
import { baseOf, startOf } from '../../exports/msel/base.ts';
import { withoutInjects, type Cut } from '../../exports/msel/cut.ts';
import { intake, type Intake } from '../../exports/msel/intake.ts';
import { readMomentText } from '../../exports/msel/moment.ts';
import { slug } from '../../exports/msel/row.ts';
import type { Start } from '../../exports/msel/schedule.ts';
import { renderScript } from '../../exports/msel/script.ts';
import { LIMITS } from '../../exports/msel/workbook.ts';
import { readWishFile, readWishLine, type Wishes } from '../../exports/msel/wish.ts';
import { EXIT, Usage, type ExitCode, type Terminal } from '../output.ts';
import { renderProblems } from '../problems.ts';
import { loadSources, type Sources } from '../scenario.ts';
import { renderFaults, renderIntake } from '../sheet.ts';

type Options = {
  readonly into: string;
  readonly map?: string;
  readonly sheet?: string;
  readonly headerRow?: number;
  readonly starts?: string;
  readonly dryRun?: boolean;
  readonly out?: string;
  readonly force?: boolean;
  readonly replace?: boolean;
};

export async function importSheet(
  path: string,
  options: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  const { text, say, warn, lang } = terminal;
  const bytes = await readSheet(path, terminal);
  const sources = await loadSources(options.into, terminal);
  const target = await targetOf(path, options, sources, terminal);
  const wishes = await readWishes(options.map, terminal);
  const files = sources.sources.filter(({ name }) => name !== target.name);
  const { scenario } = checkScenario(sources.sources, sources.catalogue, { found: sources.found });
  const start = options.starts === undefined ? undefined : startGiven(options.starts, terminal);
  const { sheet, headerRow, replace } = options;
  const wanted = {
    wishes,
    lang,
    replace: replace ?? false,
    ...(sheet === undefined ? {} : { sheet }),
    ...(headerRow === undefined ? {} : { headerRow }),
    ...(start === undefined ? {} : { start }),
  };
  const read =
    wishes.faults.length > 0
      ? { faults: wishes.faults }
      : await intake({ name: basename(path), bytes }, wanted, baseOf(files, scenario));
  if ('faults' in read) {
    warn(renderFaults(read.faults, terminal));
    return EXIT.problems;
  }
  say(renderIntake(read.intake, terminal));
  const script = { name: target.name, text: renderScript(read.intake, basename(path), lang) };
  const cuts = replace ? cutsFor(read.intake, files) : [];
  if (options.dryRun) {
    say(`\n${text.imports.nothingWritten} ${text.imports.wouldWrite(target.path)}`);
  } else {
    await write(script.text, target.path, cuts, sources.folder, terminal);
  }
  return afterwards(read.intake, [...left(files, cuts), script], sources, terminal);
}

async function readSheet(path: string, { text }: Terminal): Promise<Uint8Array> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new Usage(text.imports.unreadable(path));
  // Too large is said by the reader, which need not see all of it for that.
  if (found.size > LIMITS.bytes) return new Uint8Array(LIMITS.bytes + 1);
  return readFile(path);
}

type Target = { readonly path: string; readonly name: string };

/** Never a file that is there, unless the planner says so. */
async function targetOf(
  sheet: string,
  { out, force, dryRun }: Options,
  { folder }: Sources,
  { text }: Terminal,
): Promise<Target> {
  const own = slug(basename(sheet, extname(sheet))) || 'import';
  const path = out ?? join(folder, 'injects', `${own}.yaml`);
  const inside = relative(folder, path).replaceAll(sep, '/');
  const name = inside.startsWith('../') ? `injects/${own}.yaml` : inside;
  const exists = (await stat(path).catch(() => undefined)) !== undefined;
  if (exists && !force && !dryRun) throw new Usage(text.imports.exists(path));
  return { path, name };
}

/** A file's name, or the map itself. */
async function readWishes(map: string | undefined, { text }: Terminal): Promise<Wishes> {
  if (map === undefined) return readWishLine('');
  if (map.includes('=')) return readWishLine(map);
  const written = await readFile(map, 'utf8').catch(() => undefined);
  if (written === undefined) throw new Usage(text.imports.unreadable(map));
  return readWishFile(written);
}

function startGiven(source: string, { text }: Terminal): Start {
  const dated = startOf(source);
  if (dated) return { ...dated, given: true };
  const clock = readMomentText(source, 'm');
  if (clock?.type !== 'clock') throw new Usage(text.imports.badStarts(source));
  return { clock: clock.ms, given: true };
}

function cutsFor({ items }: Intake, files: readonly SourceFile[]): readonly Cut[] {
  const ids = new Set(items.flatMap((item) => (item.type === 'inject' ? [item.id] : [])));
  return files.map((file) => withoutInjects(file, ids)).filter(({ removed }) => removed > 0);
}

function left(files: readonly SourceFile[], cuts: readonly Cut[]): readonly SourceFile[] {
  const changed = new Map(cuts.map(({ file }) => [file.name, file]));
  return files.map((file) => changed.get(file.name) ?? file).filter(({ text }) => text !== '');
}

/** The new file first: what is lost half-way is then there twice, and not gone. */
async function write(
  script: string,
  path: string,
  cuts: readonly Cut[],
  folder: string,
  { text, say }: Terminal,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, script);
  say(`\n${text.written(path)}`);
  for (const { file, removed } of cuts) {
    const old = join(folder, file.name);
    await (file.text === '' ? rm(old) : writeFile(old, file.text));
    say(text.imports.removed(old, removed));
  }
}

function afterwards(
  { items }: Intake,
  files: readonly SourceFile[],
  { catalogue, found }: Sources,
  { text, say, lang, colour }: Terminal,
): ExitCode {
  const { problems } = checkScenario(files, catalogue, { found });
  say(`\n${text.imports.afterwards}`);
  say(renderProblems(problems, lang, { color: colour }));
  const wrong =
    problems.some(({ severity }) => severity === 'error') ||
    items.some(({ type }) => type === 'refused');
  return wrong ? EXIT.problems : EXIT.fine;
}
