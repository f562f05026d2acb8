import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { analyse } from '../../../exports/analysis/analysis.ts';
import { forOrganisation } from '../../../exports/audience/organisation.ts';
import { renderJson } from '../../../exports/formats/json.ts';
import { analysisSchema } from '../../support/analysisschema.ts';
import { entriesOf } from '../../support/conduct.ts';
import { rehearsed } from '../../support/rehearsal.ts';
import { flagship } from '../../support/shipped.ts';
import { analysis, meta } from './paper.ts';

const FILE = '../../../exports/formats/analysis.schema.json';
const schema = JSON.parse(readFileSync(new URL(FILE, import.meta.url), 'utf8')) as object;
const validate = new Ajv({ allowUnionTypes: true, allErrors: true }).compile(schema);
const errors = (json: unknown) => (validate(json) ? [] : validate.errors);

describe('the schema of the analysis’s JSON', () => {
  /** After a change of the types: `vitest run <this file> -u`. */
  test('is the one that the types make', { timeout: 120_000 }, async () => {
    await expect(`${JSON.stringify(analysisSchema(), undefined, 2)}\n`).toMatchFileSnapshot(FILE);
  });

  test('holds for the exercise with something of everything', () => {
    expect(errors(JSON.parse(renderJson(analysis, meta)))).toEqual([]);
  });

  test('holds for every organisation’s version', () => {
    const houses = analysis.names.organisations.map(({ id }) => forOrganisation(analysis, id));
    expect(houses.length).toBeGreaterThan(3);
    for (const version of houses) {
      expect(errors(JSON.parse(renderJson(version, meta)))).toEqual([]);
    }
  });

  test('holds for a rehearsal', { timeout: 60_000 }, () => {
    const played = analyse(entriesOf(rehearsed(flagship(), 1, 'diligent').drafts));
    expect(played.timeline.length).toBeGreaterThan(100);
    expect(errors(JSON.parse(renderJson(played, meta)))).toEqual([]);
  });

  test('refuses what is no analysis', () => {
    const file = JSON.parse(renderJson(analysis, meta)) as Record<string, unknown>;
    expect(errors({ ...file, format: 1 })).not.toEqual([]);
    expect(errors({ ...file, findings: undefined })).not.toEqual([]);
    expect(errors({ ...file, extra: 1 })).not.toEqual([]);
  });
});
