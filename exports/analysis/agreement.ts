/**
 * How far what was observed agrees with what was planned, as numbers: Jaccard, the confusion matrix
 * and weighted kappa; and how far several answers to the same questions agree, as Fleiss' kappa.
 * Knows: letters of units (roles or organisations), answers. Does not know: tasks.
 */
import { type Cellmark, LETTERS } from './letters.ts';

/** One task's letters: planned and observed for each unit, in the same order. */
export type LetterRow = {
  readonly weight: number;
  readonly planned: readonly Cellmark[];
  readonly observed: readonly Cellmark[];
  readonly gap: boolean;
};
export type Agreement = {
  /** Tasks that arose. */
  readonly tasks: number;
  readonly gaps: number;
  /** Weighted mean of the Jaccard figures. Absent when no task arose. */
  readonly jaccard?: number;
  /** Rows planned, columns observed, both in the order of LETTERS. */
  readonly matrix: readonly (readonly number[])[];
  /** Cells compared: units × tasks. */
  readonly cells: number;
  /** Absent where chance alone explains everything (all cells alike). */
  readonly kappa?: number;
};

const acts = (mark: Cellmark | undefined): boolean => mark === 'A' || mark === 'R';

/** |P ∩ O| / |P ∪ O| of the units that were meant to act and that did. */
export function jaccard(row: Pick<LetterRow, 'planned' | 'observed'>): number | undefined {
  let [both, either] = [0, 0];
  row.planned.forEach((mark, i) => {
    if (acts(mark) || acts(row.observed[i])) either += 1;
    if (acts(mark) && acts(row.observed[i])) both += 1;
  });
  return either === 0 ? undefined : both / either;
}

export function agree(rows: readonly LetterRow[]): Agreement {
  const figures = rows.flatMap((row) => {
    const value = jaccard(row);
    return value === undefined ? [] : [{ value, weight: row.weight }];
  });
  const mean = weightedMean(figures);
  const matrix = confusion(rows);
  const kappa = weightedKappa(matrix);
  return {
    tasks: rows.length,
    gaps: rows.filter((row) => row.gap).length,
    matrix,
    cells: matrix.flat().reduce((sum, n) => sum + n, 0),
    ...(mean !== undefined && { jaccard: mean }),
    ...(kappa !== undefined && { kappa }),
  };
}

/** Undefined where nothing has any weight. */
export function weightedMean(
  figures: readonly { readonly value: number; readonly weight: number }[],
): number | undefined {
  const weights = figures.reduce((sum, { weight }) => sum + weight, 0);
  const sum = figures.reduce((total, { value, weight }) => total + value * weight, 0);
  return weights > 0 ? sum / weights : undefined;
}

function confusion(rows: readonly LetterRow[]): readonly (readonly number[])[] {
  const count = (planned: Cellmark, observed: Cellmark): number =>
    rows.reduce(
      (sum, row) =>
        sum + row.planned.filter((p, i) => p === planned && row.observed[i] === observed).length,
      0,
    );
  return LETTERS.map((planned) => LETTERS.map((observed) => count(planned, observed)));
}

/** Cohen's kappa with linear weights: 1 − Σ w·observed / Σ w·expected, w = distance between letters. */
export function weightedKappa(matrix: readonly (readonly number[])[]): number | undefined {
  const total = matrix.flat().reduce((sum, n) => sum + n, 0);
  const rowSums = matrix.map((row) => row.reduce((sum, n) => sum + n, 0));
  const columnSums = matrix.map((_, j) => matrix.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  let [observed, expected] = [0, 0];
  matrix.forEach((row, i) =>
    row.forEach((n, j) => {
      observed += Math.abs(i - j) * n;
      expected += (Math.abs(i - j) * (rowSums[i] ?? 0) * (columnSums[j] ?? 0)) / total;
    }),
  );
  return total === 0 || expected === 0 ? undefined : 1 - observed / expected;
}

/**
 * Fleiss' kappa: each row is one question's answers, every row as many and from the same who answer.
 * Undefined with fewer than two questions or two who answer, and where everybody always says the same.
 */
export function fleissKappa(rows: readonly (readonly string[])[]): number | undefined {
  const each = rows[0]?.length ?? 0;
  if (rows.length < 2 || each < 2 || rows.some((row) => row.length !== each)) return undefined;
  const count = (row: readonly string[], said: string): number =>
    row.filter((answer) => answer === said).length;
  const categories = [...new Set(rows.flat())];
  const within = rows.map((row) => {
    const pairs = categories.reduce((sum, said) => sum + count(row, said) ** 2, 0);
    return (pairs - each) / (each * (each - 1));
  });
  const observed = within.reduce((sum, p) => sum + p, 0) / rows.length;
  const total = rows.length * each;
  const expected = categories.reduce(
    (sum, said) => sum + (count(rows.flat(), said) / total) ** 2,
    0,
  );
  return expected === 1 ? undefined : (observed - expected) / (1 - expected);
}
