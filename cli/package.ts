/** Where Beredt itself lies on this machine, and which version it is. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The package's root: the same whether this file runs from source or from dist. */
const PACKAGE_ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

function findRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('package.json is missing above the program');
  return findRoot(parent);
}

export const VERSION: string = (
  JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as { version: string }
).version;

/** The built participants' page. */
export const PAGE = join(PACKAGE_ROOT, 'dist', 'participant-ui');
/** The scenarios, templates and catalogue that come with Beredt. */
export const SCENARIOS = join(PACKAGE_ROOT, 'scenarios');
export const CATALOGUE = join(SCENARIOS, 'catalogue');
/** The JSON Schema of the analysis, which comes with Beredt. */
export const ANALYSIS_SCHEMA = join(PACKAGE_ROOT, 'exports', 'formats', 'analysis.schema.json');
