#!/usr/bin/env node
/** The command line. Knows: commands and their options. Does not know: what they do. */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { EXIT, fail, openTerminal, type ExitCode, type Terminal } from './output.ts';
import { VERSION } from './package.ts';
import { chooseLang } from './text.ts';
import { speakOurLanguage } from './usage.ts';

// Help is written in the language asked for, so that must be known before options are read.
const terminal = openTerminal(chooseLang(askedLang(process.argv), process.env));
const { text } = terminal;

function askedLang(words: readonly string[]): string | undefined {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  return words[at]?.split('=')[1] ?? (at < 0 ? undefined : words[at + 1]);
}

type Action<Args extends unknown[]> = (...args: [...Args, Terminal]) => Promise<ExitCode>;

const program = speakOurLanguage(new Command('beredt'), text)
  .description(text.about)
  .version(VERSION, '-V, --version', text.usage.version)
  .helpCommand('help [command]', text.usage.helpCommand)
  .addOption(langOption())
  .exitOverride();

/** Commands are loaded when they are asked for: `check` should not wait for Ink to start. */
function command<Args extends unknown[]>(
  name: string,
  about: string,
  load: () => Promise<Action<Args>>,
): Command {
  return program
    .command(name)
    .helpOption('-h, --help', text.usage.help)
    .description(about)
    .addOption(langOption())
    .action(async (...given: unknown[]) => {
      const action = await load();
      // Commander adds the command itself behind the arguments and the options.
      process.exitCode = await action(...(given.slice(0, -1) as Args), terminal);
    });
}

function langOption(): Option {
  return new Option('--lang <lang>', text.optionLang).choices(['da', 'en']);
}

function whole(option: string, least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(text.badNumber(option, value));
  };
}

function readPace(value: string): number {
  const number = Number(value);
  if (number >= 0.1 && number <= 3600) return number;
  throw new InvalidArgumentError(text.badNumber('--pace', value));
}

/** `--set name=value`, as often as there are parameters to set. */
function settable(built: Command): Command {
  return built.option(
    '--set <name=value>',
    text.optionSet,
    (value: string, before: object | undefined) => {
      const at = value.indexOf('=');
      if (at < 1) throw new InvalidArgumentError(text.badSet(value));
      return { ...before, [value.slice(0, at)]: value.slice(at + 1) };
    },
  );
}

const seed = whole('--seed', 0, 2 ** 31 - 1);

function hosting(built: Command): Command {
  return built
    .option('--port <n>', text.optionPort, whole('--port', 0, 65_535))
    .option('--host <address>', text.optionHost, '0.0.0.0')
    .option('--headless', text.optionHeadless)
    .addHelpText('after', `\n${text.outlasts}`)
    .addOption(
      new Option('--bots <policy>', text.optionBots)
        .choices(['none', 'empty', 'all'])
        .default('empty'),
    );
}

settable(hosting(command('run', text.run, async () => (await import('./commands/run.ts')).run)))
  .argument('<path>', text.path)
  .option('--data <dir>', text.optionData, 'exercises')
  .option('--pace <n>', text.optionPace, readPace)
  .option('--seed <n>', text.optionSeed, seed)
  .option('--start', text.optionStart);

hosting(
  command('resume', text.resume, async () => (await import('./commands/run.ts')).resume),
).argument('<dir>', text.folder);

command('facilitate', text.facilitate, async () => {
  const { facilitate } = await import('./commands/attach.ts');
  return (url: string, _options: object, where: Terminal) => facilitate(url, where);
}).argument('<url>', text.url);

command('join', text.join, async () => {
  const { join } = await import('./commands/attach.ts');
  return (url: string, options: { code?: string }, where: Terminal) => join(url, options, where);
})
  .argument('<url>', text.url)
  .option('--code <code>', text.optionCode);

command('invite', text.invite.about, async () => (await import('./commands/invite.ts')).invite)
  .argument('<url>', text.invite.url)
  .option('--for <id>', text.invite.optionFor)
  .option('--out <file>', text.invite.optionOut)
  .option('--address <address>', text.invite.optionAddress);

command('staff', text.staff.about, async () => (await import('./commands/staff.ts')).staff)
  .argument('<url>', text.staff.url)
  .option('--lead', text.staff.optionLead)
  .addOption(
    new Option('--kind <kind>', text.staff.optionKind)
      .choices(['controller', 'evaluator', 'observer'])
      .default('controller'),
  )
  .option('--lane <org,org>', text.staff.optionLane)
  .option('--address <address>', text.staff.optionAddress);

command('new', text.create.about, async () => (await import('./commands/new.ts')).create)
  .argument('[name]', text.create.name)
  .option('--from <template>', text.create.from)
  .option('--title <title>', text.create.title)
  .option('--kind <kind>', text.create.kind)
  .option('--starts <time>', text.create.starts)
  .option('--languages <list>', text.create.languages)
  .option('--into <dir>', text.create.into, '.');

settable(command('check', text.check, async () => (await import('./commands/check.ts')).check))
  .argument('[path]', text.path)
  .option('--watch', text.optionWatch)
  .option('--all', text.optionAll)
  .option('--explain <code>', text.optionExplain)
  .option('--json', text.optionJson);

command('schema', text.schema, async () => (await import('./commands/schema.ts')).schema)
  .option('--format <format>', text.optionFormatSchema, 'json')
  .option('--out <file>', text.optionOut);

settable(command('plan', text.plan, async () => (await import('./commands/plan.ts')).plan))
  .argument('<path>', text.path)
  .option('--format <format>', text.optionFormatPlan, 'table')
  .option('--as <medium>', text.optionAs)
  .option('--out <path>', text.optionOutPlan)
  .addOption(new Option('--for <readers>', text.optionFor).choices(['controllers', 'players']))
  .option('--role <id>', text.optionRole)
  .option('--with-tasks', text.optionWithTasks);

command('import', text.import, async () => (await import('./commands/import.ts')).importSheet)
  .argument('<sheet>', text.sheetFile)
  .requiredOption('--into <path>', text.optionInto)
  .option('--map <map>', text.optionMap)
  .option('--sheet <name>', text.optionSheet)
  .option('--header-row <n>', text.optionHeaderRow, whole('--header-row', 0, 20_000))
  .option('--starts <time>', text.optionStarts)
  .option('--dry-run', text.optionDryRun)
  .option('--out <file>', text.optionOutImport)
  .option('--replace', text.optionReplace)
  .option('--force', text.optionForce);

settable(
  command('rehearse', text.rehearse, async () => (await import('./commands/rehearse.ts')).rehearse),
)
  .argument('<path>', text.path)
  .option('--seed <n>', text.optionSeed, seed, 1)
  .option('--runs <n>', text.optionRuns, whole('--runs', 1, 100_000))
  .option('--behave <list>', text.optionBehave)
  .option('--report <file>', text.optionReportFile)
  .option('--expect <list>', text.optionExpect)
  .option('--silence', text.optionSilence)
  .option('--keep', text.optionKeep)
  .option('--reach <target>', text.optionReach)
  .option('--data <dir>', text.optionData, 'exercises')
  .option('--json', text.optionJson);

command('diff', text.diff.command, async () => (await import('./commands/diff.ts')).diff)
  .argument('<older>', text.diff.older)
  .argument('<newer>', text.diff.newer)
  .option('--format <format>', text.diff.optionFormat, 'text')
  .option('--json', text.optionJson);

command('report', text.report, async () => (await import('./commands/report.ts')).report)
  .argument('<dir>', text.folder)
  .option('--format <format>', text.optionFormatReport, 'html')
  .option('--for <reader>', text.followUp.report.optionFor, 'control')
  .option('--k <n>', text.followUp.report.optionK, whole('--k', 5, 1_000))
  .option('--actions <file>', text.followUp.report.optionActions)
  .option('--out <path>', text.optionOut);

command(
  'propose',
  text.followUp.propose.about,
  async () => (await import('./commands/propose.ts')).propose,
)
  .argument('<dir>', text.folder)
  .argument('[scenario]', text.followUp.propose.scenario)
  .option('--doubtful', text.followUp.propose.optionDoubtful)
  .option('--out <dir>', text.followUp.propose.optionOut);

command(
  'compare',
  text.followUp.compare.about,
  async () => (await import('./commands/compare.ts')).compare,
)
  .argument('<dirs...>', text.followUp.compare.folders)
  .option('--format <format>', text.followUp.compare.optionFormat, 'text')
  .option('--out <file>', text.optionOut);

command(
  'actions',
  text.followUp.actions.about,
  async () => (await import('./commands/actions.ts')).actions,
)
  .argument('<what>', text.followUp.actions.what)
  .argument('[which]', text.followUp.actions.which)
  .option('--data <dir>', text.optionData, 'exercises')
  .option('--file <file>', text.followUp.actions.optionFile)
  .option('--owner <owner>', text.followUp.actions.optionOwner)
  .option('--due <date>', text.followUp.actions.optionDue)
  .addOption(
    new Option('--status <status>', text.followUp.actions.optionStatus).choices([
      'open',
      'doing',
      'done',
      'dropped',
    ]),
  )
  .option('--note <note>', text.followUp.actions.optionNote)
  .option('--format <format>', text.followUp.actions.optionFormat, 'markdown')
  .option('--out <file>', text.optionOut);

command('verify', text.verify, async () => (await import('./commands/verify.ts')).verify)
  .argument('<dir>', text.folder)
  .option('--json', text.optionJson);

command('list', text.list, async () => (await import('./commands/list.ts')).list).option(
  '--data <dir>',
  text.optionData,
  'exercises',
);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // It has been said already; asking for help or the version is no mistake.
    process.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.usage;
  } else {
    process.exitCode = fail(terminal, error);
  }
}
