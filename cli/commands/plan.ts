/** `beredt plan`: what a scenario becomes, drawn in many ways. */
import { mermaid, storylineConfig, problemText, type Problem } from '../../engine/index.ts';
import { renderMselCsv } from '../../exports/msel/csv.ts';
import { renderMselXlsx } from '../../exports/msel/xlsx.ts';
import { drawStoryline, renderBook, renderChapter, tablesOf } from '../../exports/plan/book.ts';
import { renderBriefings } from '../../exports/plan/briefings.ts';
import { renderPlanCsv } from '../../exports/plan/csv.ts';
import { renderHandbook } from '../../exports/plan/handbook.ts';
import { chartsOf } from '../../exports/plan/lanes.ts';
import { laneCharts } from '../../exports/plan/lanesvg.ts';
import {
  materialOf,
  type Edition,
  type Material,
  type Source,
} from '../../exports/plan/material.ts';
import { tellerOf } from '../../exports/plan/teller.ts';
import { mselTable } from '../msel.ts';
import { deliver } from '../deliver.ts';
import { EXIT, Usage, type ExitCode, type Terminal } from '../output.ts';
import { sectionText } from '../plan/blocks.ts';
import {
  FORMATS,
  formatNamed,
  MEDIA,
  mediumOf,
  stemOf,
  targetOf,
  type Format,
  type Medium,
} from '../plan/format.ts';
import { renderProblems } from '../problems.ts';
import { loadScenario, type Loaded, type Settable } from '../scenario.ts';

type Options = Settable & {
  readonly format: string;
  readonly as?: string;
  readonly out?: string;
  readonly role?: string;
  readonly for?: 'controllers' | 'players';
  readonly withTasks?: true;
};
type Ready = Required<Pick<Loaded, 'plan' | 'scenario'>> & Loaded;

export async function plan(path: string, options: Options, terminal: Terminal): Promise<ExitCode> {
  const { text, lang } = terminal;
  const format = formatNamed(options.format);
  if (!format) throw new Usage(text.badFormat(options.format, FORMATS.join(', ')));
  const medium = mediumOf(format, options.as, options.out);
  if (!medium) throw new Usage(text.badFormat(options.as ?? '', MEDIA[format].join(', ')));
  checkAudience(format, options, terminal);
  const loaded = await loadScenario(path, terminal, options);
  if (!isReady(loaded)) {
    terminal.warn(renderProblems(loaded.problems, lang, { color: terminal.colour }));
    return EXIT.problems;
  }
  checkRole(loaded, options, terminal);
  const content = await render(format, medium, loaded, options, terminal);
  const target = targetOf(
    medium,
    [loaded.plan.id, stemOf(format), options.role, options.for, lang],
    options.out,
  );
  return deliver({ content, csv: medium === 'csv' }, target, terminal);
}

function isReady(loaded: Loaded): loaded is Ready {
  return loaded.plan !== undefined && loaded.scenario !== undefined;
}

const AUDIENCE: readonly Format[] = ['book', 'briefings', 'handbook'];

/** An option that would change nothing is a misunderstanding; a players' book must not exist. */
function checkAudience(format: Format, options: Options, { text }: Terminal): void {
  if (options.for !== undefined && !AUDIENCE.includes(format)) {
    throw new Usage(text.optionFits('--for', AUDIENCE.join(', ')));
  }
  if (format === 'book' && options.for === 'players') throw new Usage(text.noPlayersBook);
  if (format === 'handbook' && options.for === 'controllers') {
    throw new Usage(text.onlyPlayers);
  }
  if (options.role !== undefined && format !== 'briefings') {
    throw new Usage(text.optionFits('--role', 'briefings'));
  }
  if (options.withTasks && format !== 'briefings') {
    throw new Usage(text.optionFits('--with-tasks', 'briefings'));
  }
}

function checkRole({ plan: { roles } }: Ready, { role }: Options, { text }: Terminal): void {
  if (role === undefined || roles.some(({ id }) => id === role)) return;
  throw new Usage(text.noRole(role, roles.map(({ id }) => id).join(', ')));
}

async function render(
  format: Format,
  medium: Medium,
  loaded: Ready,
  options: Options,
  terminal: Terminal,
): Promise<string | Uint8Array> {
  const { plan: compiled, scenario } = loaded;
  const { lang } = terminal;
  const material = materialFor(format, loaded, options, terminal);
  switch (format) {
    case 'table':
      return `${mselTable(material, terminal, columns())}\n`;
    case 'csv':
      return renderMselCsv(scenario, compiled, lang);
    case 'xlsx':
      return renderMselXlsx(scenario, compiled, lang);
    case 'json':
      return `${JSON.stringify(compiled, null, 2)}\n`;
    case 'machine':
      return `${JSON.stringify(storylineConfig(compiled), null, 2)}\n`;
    case 'mermaid':
      return mermaid(compiled, lang);
    case 'timeline':
      if (medium === 'svg') return laneCharts(chartsOf(material, tellerOf(compiled, lang)));
      return renderChapter(material, format, lang);
    case 'storyline':
      if (medium === 'svg') return `${await drawStoryline(material, tellerOf(compiled, lang))}\n`;
      return medium === 'mermaid' ? mermaid(compiled, lang) : renderChapter(material, format, lang);
    case 'matrix':
    case 'facts':
    case 'interfaces':
    case 'counts':
      if (medium === 'html') return renderChapter(material, format, lang);
      if (medium === 'csv') return renderPlanCsv(material, format, lang);
      return `${sectionText(tablesOf(material, format, tellerOf(compiled, lang)), terminal, columns())}\n`;
    case 'book':
      return renderBook(material, lang);
    case 'briefings':
      return renderBriefings(compiled, lang, {
        audience: options.for ?? 'players',
        withTasks: options.withTasks ?? false,
        ...(options.role === undefined ? {} : { role: options.role }),
      });
    case 'handbook':
      return renderHandbook(compiled, lang);
    default:
      return format satisfies never;
  }
}

const columns = (): number => process.stdout.columns || 120;

/** Single drawings are the planner's own tools and show all; the book is handed round, and does not. */
function materialFor(
  format: Format,
  { plan: compiled, problems, scenario, catalogue }: Ready,
  options: Options,
  { lang }: Terminal,
): Material {
  const edition: Edition =
    format === 'book' && options.for === undefined ? 'planners' : 'controllers';
  const sources = new Map<string, Source>();
  for (const [id, row] of Object.entries(scenario.interfaces ?? {})) {
    const entry = catalogue.interfaces[row.catalogue ?? id];
    if (entry) sources.set(id, { source: entry.source, confidence: entry.confidence });
  }
  const said = (problem: Problem): { where: string; what: string; remedy: string } => {
    const { what, remedy } = problemText(problem, lang);
    return { where: problem.path, what, remedy };
  };
  const warnings = problems.filter(({ severity }) => severity === 'warning').map(said);
  return materialOf(compiled, edition, { warnings, sources });
}
