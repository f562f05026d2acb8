/** Which version the tables are, and the public version's figures. Knows: columns. */
import type { Analysis } from '../../analysis/analysis.ts';
import type { PublicFigure } from '../../audience/edition.ts';
import { editionText } from '../sections/edition.ts';
import type { Speaker } from '../words.ts';

type Sheet = readonly [
  head: readonly string[],
  rows: readonly (readonly (string | number | undefined)[])[],
];

export function versionTable(analysis: Analysis, s: Speaker): Sheet {
  return [[s.t.audience.columns.version], [[editionText(analysis, s)]]];
}

/** Empty for any other version. */
export function figureTable({ edition }: Analysis, s: Speaker): Sheet {
  const c = s.t.audience.columns;
  const figures = edition?.for === 'public' ? edition.figures : [];
  return [
    [c.measure, c.code, c.result, c.of],
    figures.map((row) => [
      row.code === undefined
        ? s.t.audience.measures[row.measure]
        : `${s.t.audience.measures[row.measure]}: ${s.t.audience.codes[row.code]}`,
      row.code,
      row.count ?? inUnits(row),
      row.of,
    ]),
  ];
}

/** Lengths are seconds in every table. */
function inUnits({ measure, value }: PublicFigure): number | undefined {
  return measure === 'latency' && value !== undefined ? Math.round(value / 1000) : value;
}
