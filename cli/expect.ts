/** Reads `--expect coverage=90%,phases=100%` and says what is missing. Knows: shares. */
import type { Coverage, Share } from '../exports/rehearsal/coverage.ts';
import type { Sayings } from '../exports/rehearsal/saying.ts';
import { KINDS, type Kind } from '../exports/rehearsal/target.ts';
import { nearest } from '../engine/scenario/nearest.ts';
import { Usage } from './output.ts';
import type { CliText } from './text.ts';

export type Demand = { readonly on: Kind | 'coverage'; readonly least: number };

const NAMES = ['coverage', ...KINDS] as const;

export function readExpect(source: string, { rehearsal: text }: CliText): readonly Demand[] {
  return source.split(',').map((part) => {
    const [, name = '', figure = ''] =
      /^\s*([\w-]+)\s*=\s*(\d{1,3}(?:\.\d+)?)\s*%\s*$/.exec(part) ?? [];
    if (name === '') throw new Usage(text.badExpect(part));
    const on = NAMES.find((known) => known === name);
    if (!on) throw new Usage(text.badKind(name, NAMES.join(', '), nearest(name, NAMES)));
    if (Number(figure) > 100) throw new Usage(text.badExpect(part));
    return { on, least: Number(figure) / 100 };
  });
}

/** One sentence for each demand that is not met. */
export function unmet(
  demands: readonly Demand[],
  coverage: Coverage,
  { rehearsal: text }: CliText,
  s: Sayings,
): readonly string[] {
  return demands.flatMap(({ on, least }) => {
    const share: Share = on === 'coverage' ? coverage.total : coverage.kinds[on];
    if (share.share >= least) return [];
    const missing = coverage.items.filter(
      (item) => !item.manual && item.runs === 0 && (on === 'coverage' || item.kind === on),
    );
    const names = missing.slice(0, 3).map(({ kind, id }) => s.target(kind, id));
    const more = missing.length - names.length;
    const what = on === 'coverage' ? text.coverage : s.t.kinds[on];
    const list = [...names, ...(more > 0 ? [text.more(String(more))] : [])].join('; ');
    // With decimals where whole per cent would hide the difference.
    const wanted = s.number(least * 100, Number.isInteger(least * 100) ? 0 : 1);
    return [text.unmet(what, s.number(Math.floor(share.share * 1000) / 10, 1), wanted, list)];
  });
}
