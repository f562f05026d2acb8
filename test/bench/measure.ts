/** Knows: how a measurement is repeated and shown. Does not know: what is measured. */

/** One line of the table. Ratios travel between machines; the figures beside them do not. */
export type Figure = {
  readonly name: string;
  readonly ours: string;
  readonly floor: string;
  /** Ours against the floor, so that more is better: 1 is as good as the floor. */
  readonly ratio: number;
  readonly goal: number;
};

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}

export function table(figures: readonly Figure[]): string {
  const head = ['', 'ours (median)', 'floor (median)', 'ratio', 'goal', ''];
  const rows = figures.map(({ name, ours, floor, ratio, goal }) => [
    name,
    ours,
    floor,
    ratio.toFixed(2),
    `≥ ${goal.toFixed(2)}`,
    ratio >= goal ? 'ok' : 'BELOW',
  ]);
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i]!.length)));
  const line = (row: readonly string[]): string =>
    row.map((cell, i) => cell.padEnd(widths[i]!)).join('  ');
  return [head, ...rows].map(line).join('\n');
}
