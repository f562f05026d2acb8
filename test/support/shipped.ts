/** Reads the shipped scenarios and the catalogue as files. Knows: where they lie. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { compile } from '../../engine/plan/compile.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import { readCatalogue, type Catalogue } from '../../engine/scenario/catalogue.ts';
import { checkScenario } from '../../engine/scenario/check.ts';
import type { SourceFile } from '../../engine/scenario/read.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'scenarios');

/** The YAML below a folder of the library. */
export function sourcesIn(name: string): readonly SourceFile[] {
  const folder = join(FOLDER, name);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ya?ml$/.test(file))
    .map((file) => ({
      name: file.split(sep).join('/'),
      text: readFileSync(join(folder, file), 'utf8'),
    }));
}

/** Every folder that is a scenario. */
export function shipped(): readonly string[] {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => sourcesIn(name).some((file) => file.name === 'scenario.yaml'));
}

export function shippedCatalogue(): Catalogue {
  return readCatalogue(sourcesIn('catalogue')).catalogue;
}

/** The exercise that `npm start` hosts, compiled. */
export function flagship(): Plan {
  const catalogue = shippedCatalogue();
  const { scenario } = checkScenario(sourcesIn('kommune-it-ransomware'), catalogue);
  if (!scenario) throw new Error('The flagship has errors.');
  return compile(scenario, catalogue);
}
