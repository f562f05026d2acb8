/** The JSON Schema of the analysis's file, made anew from its types. Knows: the generator. */
import { createGenerator } from 'ts-json-schema-generator';
import { ANALYSIS_FORMAT } from '../../exports/analysis/analysis.ts';

/** As it is committed: with an id that names the format's number. */
export function analysisSchema(): object {
  const made = createGenerator({
    path: 'exports/formats/json.ts',
    type: 'AnalysisFile',
    tsconfig: 'tsconfig.json',
    skipTypeCheck: true,
  }).createSchema('AnalysisFile');
  const { $schema, ...rest } = made;
  return {
    $schema,
    $id: `urn:beredt:analysis:${ANALYSIS_FORMAT}`,
    title: `Beredt: the analysis of an exercise, format ${ANALYSIS_FORMAT}`,
    ...rest,
  };
}
