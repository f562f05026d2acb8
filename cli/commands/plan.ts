/** `beredt plan`: what a scenario becomes. */
import { mermaid, storylineConfig, type Plan } from '../../engine/index.ts';
import { mselTable } from '../msel.ts';
import { EXIT, Usage, type ExitCode, type Terminal } from '../output.ts';
import { loadPlan } from '../scenario.ts';

const FORMATS = ['table', 'json', 'mermaid', 'machine'] as const;

export async function plan(
  path: string,
  options: { readonly format: string },
  terminal: Terminal,
): Promise<ExitCode> {
  const format = FORMATS.find((known) => known === options.format);
  if (!format) throw new Usage(terminal.text.badFormat(options.format, FORMATS.join(', ')));
  const compiled = await loadPlan(path, terminal);
  if (!compiled) return EXIT.problems;
  terminal.say(render(compiled, format, terminal));
  return EXIT.fine;
}

function render(compiled: Plan, format: (typeof FORMATS)[number], terminal: Terminal): string {
  switch (format) {
    case 'table':
      return mselTable(compiled, terminal, process.stdout.columns || 120);
    case 'json':
      return JSON.stringify(compiled, null, 2);
    case 'mermaid':
      return mermaid(compiled, terminal.lang).trimEnd();
    case 'machine':
      return JSON.stringify(storylineConfig(compiled), null, 2);
    default:
      return format satisfies never;
  }
}
