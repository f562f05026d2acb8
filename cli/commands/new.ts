/** `beredt new`: a scenario of one's own, from the blank template or from a shipped scenario. */
import { join } from 'node:path';
import { catalogue } from '../../exports/text.ts';
import { say as inLang, type Lang } from '../../engine/index.ts';
import { KINDS, type Kind } from '../../engine/scenario/schema.ts';
import { LANGS } from '../../engine/scenario/text.ts';
import { formatDuration, readStory, storyTime } from '../../engine/scenario/time.ts';
import { plainText } from '../../facilitator-ui/sanitise.ts';
import { wrap } from '../../facilitator-ui/width.ts';
import { canAsk, columns, converse, type Asker } from '../dialogue.ts';
import { codeOf } from '../file.ts';
import { EXIT, Usage, type ExitCode, type Terminal } from '../output.ts';
import { renderProblems } from '../problems.ts';
import { loadScenario } from '../scenario.ts';
import { BLANK, listTemplates, writeScenario, type Template } from '../template.ts';
import * as wishes from '../wishes.ts';
import type { Read } from '../wishes.ts';

export type NewOptions = {
  readonly from?: string;
  readonly title?: string;
  readonly kind?: string;
  readonly starts?: string;
  readonly languages?: string;
  readonly into: string;
};

/** Everything that a new scenario needs to be told; what is left out stays the template's. */
type Wanted = {
  readonly name: string;
  readonly template: Template;
  readonly title?: string;
  readonly kind?: Kind;
  readonly starts?: string;
  readonly languages?: readonly Lang[];
};

const FIRST_VERSION = '0.1.0';

export async function create(
  name: string | undefined,
  options: NewOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { text, say } = terminal;
  const missing = [name, options.from, options.title, options.kind, options.starts];
  const asking = canAsk() && [...missing, options.languages].includes(undefined);
  const wanted = asking
    ? await converse(terminal, (asker) => talk(name, options, terminal, asker))
    : await fromOptions(name, options, terminal);
  if (!wanted) {
    say(`\n${text.create.brokenOff}`);
    return EXIT.usage;
  }
  const target = join(options.into, wanted.name);
  await write(wanted, target, terminal);
  return await present(wanted, target, terminal);
}

async function fromOptions(
  name: string | undefined,
  options: NewOptions,
  terminal: Terminal,
): Promise<Wanted> {
  const { text, lang } = terminal;
  if (name === undefined) throw new Usage(text.create.noName);
  const known = meant(await wishes.readName(name, options.into, text));
  const templates = await listTemplates(lang);
  const chosen = meant(wishes.readTemplate(options.from ?? BLANK, templates, text));
  const { title, kind, starts } = options;
  const languages =
    options.languages === undefined
      ? undefined
      : meant(wishes.readLanguages(options.languages, spokenBy(chosen), text));
  return {
    name: known,
    template: await inLanguage(chosen, languages),
    ...(title === undefined ? {} : { title: meant(wishes.readTitle(title, text)) }),
    ...(kind === undefined ? {} : { kind: meant(wishes.readKind(kind, text)) }),
    ...(starts === undefined ? {} : { starts: meant(wishes.readMoment(starts, chosen, text)) }),
    ...(languages === undefined ? {} : { languages }),
  };
}

function meant<T>(read: Read<T>): T {
  if ('error' in read) throw new Usage(read.error);
  return read.value;
}

/** The blank one is there in every language. */
function spokenBy({ name, head }: Template): readonly Lang[] {
  return name === BLANK ? LANGS : head.languages;
}

async function inLanguage(chosen: Template, languages?: readonly Lang[]): Promise<Template> {
  const [lang] = languages ?? [];
  if (chosen.name !== BLANK || lang === undefined) return chosen;
  return (await listTemplates(lang)).find(({ name }) => name === BLANK) ?? chosen;
}

/** Asks for what the options leave out, in the order in which the answers depend on each other. */
async function talk(
  name: string | undefined,
  options: NewOptions,
  terminal: Terminal,
  { ask, say }: Asker,
): Promise<Wanted> {
  const { text, lang, paint } = terminal;
  const { create: words } = text;
  const templates = await listTemplates(lang);
  const list = (rows: readonly (readonly [string, string?])[]): void => {
    const width = Math.max(...rows.map(([label]) => label.length));
    for (const [i, [label, note = '']] of rows.entries()) {
      say(`  ${paint.bold(String(i + 1))}  ${label.padEnd(width)}  ${paint.dim(note)}`.trimEnd());
    }
  };
  say(`${paint.bold(words.opening)}\n`);
  const known = await settle(name, words.askName, words.anyName, (answer) =>
    wishes.readName(answer, options.into, text),
  );
  if (options.from === undefined) {
    say(`\n${words.templates}`);
    list(templates.map((template) => [template.name, oneLine(template, terminal)]));
  }
  const chosen = await settle(options.from, words.askTemplate, '1', (answer) =>
    wishes.readTemplate(answer, templates, text),
  );
  const languages = await settle(
    options.languages,
    words.askLanguages,
    (chosen.name === BLANK ? [lang] : chosen.head.languages).join(','),
    (answer) => wishes.readLanguages(answer, spokenBy(chosen), text),
  );
  const template = await inLanguage(chosen, languages);
  const { head } = template;
  const title = inLang(head.title, lang);
  const titled = await settle(options.title, words.askTitle, title, (answer) =>
    wishes.readTitle(answer, text),
  );
  if (options.kind === undefined) {
    say(`\n${words.kinds}`);
    list(KINDS.map((kind) => [catalogue(lang).kinds[kind]]));
  }
  const usual = String(KINDS.indexOf(head.kind) + 1);
  const kind = await settle(options.kind, words.askKind, usual, (answer) =>
    wishes.readKind(answer, text),
  );
  const starts = await settle(options.starts, words.askStarts, moment(head.starts), (answer) =>
    wishes.readMoment(answer, template, text),
  );
  // A title in two languages is kept as it is unless another is wished for.
  const renamed = titled === title ? {} : { title: titled };
  return { name: known, template, kind, starts, languages, ...renamed };

  async function settle<T>(
    option: string | undefined,
    question: string,
    fallback: string,
    read: (answer: string) => Read<T> | Promise<Read<T>>,
  ): Promise<T> {
    return option === undefined ? ask(question, fallback, read) : meant(await read(option));
  }
}

function oneLine({ name, head }: Template, { lang, text }: Terminal): string {
  const what = name === BLANK ? text.create.blank : plainText(inLang(head.title, lang));
  return `${what} (${formatDuration(head.length)})`;
}

/** `26-11-2026 06:30`: the way people write it, which is also read back. */
function moment(starts: string): string {
  const story = readStory(starts, 0);
  if (!story) return starts;
  const { date, time } = storyTime(story, 0);
  return `${date} ${time}`;
}

async function write(wanted: Wanted, target: string, { text }: Terminal): Promise<void> {
  const { name, template, ...rest } = wanted;
  try {
    await writeScenario(template, { id: name, version: FIRST_VERSION, ...rest }, target);
  } catch (error) {
    const why = codeOf(error);
    if (why === '') throw error;
    const said = why === 'ENOENT' ? text.create.noFolder : (text.reasons[why] ?? why);
    throw new Usage(text.create.cannotWrite(target, said));
  }
}

/** Says what was made, what the checker thinks of it, and how to go on. */
async function present(wanted: Wanted, target: string, terminal: Terminal): Promise<ExitCode> {
  const { text, lang, colour, paint, say } = terminal;
  const { problems, plan } = await loadScenario(target, terminal);
  const { template, starts, languages = [] } = wanted;
  say(`\n${paint.bold(text.create.made(plainText(target)))}`);
  say(renderProblems(problems, lang, { color: colour }));
  const moved = starts !== undefined && starts !== template.head.starts;
  const note = (words: string): void => say(`\n${wrap(words, columns()).join('\n')}`);
  if (template.name !== BLANK && moved) note(text.create.datesInTexts);
  if (template.name === BLANK && languages.length > 1) note(text.create.oneLanguage);
  say(`\n${text.create.next(plainText(join(target, 'scenario.yaml')))}`);
  for (const command of ['check', 'plan', 'rehearse', 'run']) {
    say(`  beredt ${command} ${plainText(quoted(target))}`);
  }
  return plan ? EXIT.fine : EXIT.problems;
}

function quoted(path: string): string {
  return /\s/.test(path) ? `"${path}"` : path;
}
