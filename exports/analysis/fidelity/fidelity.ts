/**
 * What became of information on its way: what was lost and altered from hop to hop, what was passed
 * on surer than it had come, and which rumours ran. Knows: the parts. Does not know: words.
 */
import type { Ms } from '../../../engine/scenario/time.ts';
import type { Cast } from '../cast.ts';
import type { History } from '../history.ts';
import type { Items } from '../items.ts';
import { median } from '../quantile.ts';
import { type Statings, shiftCounter } from './certainty.ts';
import { type Relay, hopCounter } from './hops.ts';
import { readThrough } from './reading.ts';
import { type Rumour, rumoursIn } from './rumours.ts';
import { versionsOf } from './versions.ts';

export type Fidelity = {
  readonly hops: readonly Relay[];
  /** Facts arrived over facts owed, over all hops. Absent when there was none. */
  readonly overall?: { readonly arrived: number; readonly altered: number; readonly owed: number };
  readonly statings: Statings;
  readonly rumours: readonly Rumour[];
  /** Median of the correction times; absent when nobody was put right after being misled. */
  readonly correction?: Ms;
};

export function analyseFidelity(history: History, items: Items, cast: Cast): Fidelity {
  const counter = hopCounter(items, versionsOf(history.plan), cast);
  const shifts = shiftCounter();
  const reading = readThrough(history, items, cast, (utterance, read) => {
    counter.listen(utterance, read);
    shifts.listen(utterance, read);
  });
  const hops = counter.hops();
  const rumours = rumoursIn(history, items, reading, cast);
  const sum = (figure: (hop: Relay) => number): number =>
    hops.reduce((total, hop) => total + figure(hop), 0);
  const correction = median(corrections(rumours));
  return {
    hops,
    ...(hops.length > 0 && {
      overall: {
        arrived: sum((hop) => hop.owed.length - hop.lost.length),
        altered: sum((hop) => hop.distortion),
        owed: sum((hop) => hop.owed.length),
      },
    }),
    statings: shifts.statings(),
    rumours,
    ...(correction !== undefined && { correction }),
  };
}

/** How long each reader that was misled first and put right later had to wait. */
export function corrections(rumours: readonly Rumour[]): readonly Ms[] {
  return rumours.flatMap(({ readers }) =>
    readers.flatMap(({ readAt, rightAt }) =>
      rightAt !== undefined && rightAt > readAt ? [rightAt - readAt] : [],
    ),
  );
}
