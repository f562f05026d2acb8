/** Sheets for tests, and the flagship. Knows: how a sheet is taken in. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compile } from '../../../engine/plan/compile.ts';
import type { Plan } from '../../../engine/plan/plan.ts';
import { readCatalogue } from '../../../engine/scenario/catalogue.ts';
import { checkScenario } from '../../../engine/scenario/check.ts';
import type { SourceFile } from '../../../engine/scenario/read.ts';
import type { Scenario } from '../../../engine/scenario/schema.ts';
import { baseOf, type Base } from '../../../exports/msel/base.ts';
import type { SheetFault } from '../../../exports/msel/fault.ts';
import { intake, type Intake, type Item, type Wanted } from '../../../exports/msel/intake.ts';
import type { Taken } from '../../../exports/msel/row.ts';
import { readWishLine } from '../../../exports/msel/wish.ts';
import { files as filesOf, source } from '../../support/scenario.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');

function yamlBelow(folder: string): readonly SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
}

export const FLAGSHIP = join(ROOT, 'scenarios', 'kommune-it-ransomware');
export const catalogue = readCatalogue(yamlBelow(join(ROOT, 'scenarios', 'catalogue'))).catalogue;

export type Whole = {
  readonly files: readonly SourceFile[];
  readonly scenario: Scenario;
  readonly plan: Plan;
};

export function flagship(): Whole {
  return whole(yamlBelow(FLAGSHIP));
}

export function whole(files: readonly SourceFile[], from = catalogue): Whole {
  const { scenario, problems } = checkScenario(files, from);
  if (!scenario) throw new Error(problems.map(({ code, path }) => `${code} ${path}`).join('; '));
  return { files, scenario, plan: compile(scenario, from) };
}

/** Two in one organisation, one in another; the story starts at 02:10. */
export const small: Base = baseOf(
  filesOf(source({ facts: { leak: { text: 'Data has leaked' } } })).map((file) => file),
);

const encoder = new TextEncoder();

export async function takeIn(
  sheet: string | Uint8Array,
  { base = small, map = '', ...wanted }: Partial<Wanted> & { base?: Base; map?: string } = {},
): Promise<Intake> {
  const outcome = await outcomeOf(sheet, { base, map, ...wanted });
  if ('faults' in outcome) throw new Error(outcome.faults.map(({ code }) => code).join(', '));
  return outcome.intake;
}

export function outcomeOf(
  sheet: string | Uint8Array,
  { base = small, map = '', ...wanted }: Partial<Wanted> & { base?: Base; map?: string } = {},
): ReturnType<typeof intake> {
  const bytes = typeof sheet === 'string' ? encoder.encode(sheet) : sheet;
  const name = typeof sheet === 'string' ? 'sheet.csv' : 'sheet.xlsx';
  return intake({ name, bytes }, { wishes: readWishLine(map), lang: 'en', ...wanted }, base);
}

export const injectsIn = ({ items }: Intake): readonly Taken[] =>
  items.filter((item): item is Taken => item.type === 'inject');

export function codesOf(item: Item | undefined): readonly string[] {
  return item && item.type !== 'section' ? item.faults.map(({ code }: SheetFault) => code) : [];
}

/** Others' sheets, where somebody has put them; never part of the project. */
export function samples(): string | undefined {
  const given = process.env['BEREDT_SAMPLES'];
  if (given !== undefined) return existsSync(given) ? given : undefined;
  for (let folder = ROOT; ; folder = dirname(folder)) {
    const found = join(folder, 'shared', 'samples');
    if (existsSync(join(found, 'msel'))) return found;
    if (dirname(folder) === folder) return undefined;
  }
}
