/** `beredt compare A B …`: exercises beside each other over time, through the same blocks as reports. */
import { compareExercises } from '../../exports/compare/compare.ts';
import { compareReport } from '../../exports/compare/report.ts';
import type { Report } from '../../exports/formats/block.ts';
import { jsonText } from '../../exports/formats/escape.ts';
import { markdownOf } from '../../exports/formats/markdown.ts';
import { pageHtml } from '../../exports/formats/page.ts';
import { plainText } from '../../facilitator-ui/sanitise.ts';
import { deliver } from '../deliver.ts';
import { Usage, type ExitCode, type Terminal } from '../output.ts';
import { sectionText } from '../plan/blocks.ts';
import { readAnalysis } from '../reading.ts';

const FORMATS = ['text', 'markdown', 'html', 'json'] as const;

export async function compare(
  folders: readonly string[],
  options: { readonly format: string; readonly out?: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const { text, lang } = terminal;
  const t = text.followUp.compare;
  const format = FORMATS.find((known) => known === options.format);
  if (!format) throw new Usage(text.badFormat(options.format, FORMATS.join(', ')));
  if (folders.length < 2) throw new Usage(t.two);
  const analyses = [];
  for (const folder of folders) analyses.push((await readAnalysis(folder)).analysis);
  const ids = analyses.map(({ exercise }) => exercise.id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined) throw new Usage(t.twice(twice));
  const compared = compareExercises(analyses);
  const report = compareReport(compared, analyses, lang);
  if (!report) throw new Usage(t.two);
  const content = {
    text: () => asText(report, terminal),
    markdown: () => markdownOf(report),
    html: () => pageHtml(report),
    json: () => `${jsonText({ beredt: 'comparison', ...compared })}\n`,
  }[format]();
  return deliver({ content }, options.out, terminal);
}

function asText(report: Report, terminal: Terminal): string {
  const width = Math.min(process.stdout.columns || 80, 120);
  const head = [
    plainText(`${report.banner} · ${report.marking}`),
    terminal.paint.bold(plainText(`${report.kicker}: ${report.title}`)),
    '',
  ];
  const sections = report.sections.map((section) => sectionText(section, terminal, width));
  return `${head.join('\n')}\n${sections.join('\n\n')}\n`;
}
