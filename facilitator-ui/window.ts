/** Knows: which part of a long list is on the screen. Does not know: what the list holds. */

type Window = { readonly from: number; readonly to: number };

/** The rows to draw when `height` of `count` fit: the chosen one is always among them. */
export function windowOf(count: number, chosen: number, height: number): Window {
  const room = Math.max(0, height);
  if (count <= room) return { from: 0, to: count };
  const from = Math.min(Math.max(0, chosen - Math.floor(room / 2)), count - room);
  return { from, to: from + room };
}

/** The index after a move of `by`; it stops at the ends. */
export function moved(count: number, chosen: number, by: number): number {
  return Math.max(0, Math.min(count - 1, chosen + by));
}

/** Splits `room` lines between lists that need `needs`: none gets more than it needs, spare goes on. */
export function share(room: number, needs: readonly number[]): readonly number[] {
  const given = needs.map(() => 0);
  let left = Math.max(0, room);
  while (left > 0 && needs.some((need, i) => (given[i] ?? 0) < need)) {
    needs.forEach((need, i) => {
      if (left > 0 && (given[i] ?? 0) < need) {
        given[i] = (given[i] ?? 0) + 1;
        left -= 1;
      }
    });
  }
  return given;
}
