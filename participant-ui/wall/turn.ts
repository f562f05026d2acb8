/**
 * Whose turn it is on the wall: one thing after the other, each page of it, and what is new at once.
 * Knows: ids and pages. Does not know: what they show, or how fast.
 */
export type Turn = { readonly id: string | undefined; readonly page: number };

/** The next page of what is shown, or the first page of what comes after it. */
export function nextTurn(turn: Turn, ids: readonly string[], pages: number): Turn {
  if (turn.page + 1 < pages) return { id: turn.id, page: turn.page + 1 };
  const at = turn.id === undefined ? -1 : ids.indexOf(turn.id);
  return { id: ids[(at + 1) % ids.length], page: 0 };
}

/** What has come since is shown now; what is no longer there gives way to the first. */
export function turnTo(turn: Turn, ids: readonly string[], known: ReadonlySet<string>): Turn {
  const fresh = ids.find((id) => !known.has(id));
  if (fresh !== undefined) return { id: fresh, page: 0 };
  return turn.id !== undefined && ids.includes(turn.id) ? turn : { id: ids[0], page: 0 };
}
