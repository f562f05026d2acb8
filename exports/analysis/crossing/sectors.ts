/** How soon the sectors found each other. Knows: contacts. Does not know: what they spoke of. */
import type { Ms } from '../../../engine/scenario/time.ts';
import type { Cast } from '../cast.ts';
import { type Evidence, groupBy } from '../history.ts';
import type { Contact } from '../network/contacts.ts';

/** A sector and its first contact with another, either way. */
export type SectorResult = {
  readonly sector: string;
  readonly roles: number;
  readonly firstAt?: Ms;
  readonly other?: string;
  readonly evidence: Evidence;
};
export function sectorsOf(across: readonly Contact[], cast: Cast): readonly SectorResult[] {
  const first = new Map<string, { readonly contact: Contact; readonly other: string }>();
  for (const contact of across) {
    const [from, to] = [cast.sector(contact.from), cast.sector(contact.to)];
    if (!first.has(from)) first.set(from, { contact, other: to });
    if (!first.has(to)) first.set(to, { contact, other: from });
  }
  return [...groupBy(cast.players, cast.sector)].map(([sector, roles]) => {
    const found = first.get(sector);
    return {
      sector,
      roles: roles.length,
      ...(found && { firstAt: found.contact.at, other: found.other }),
      evidence: found ? [found.contact.seq] : [],
    };
  });
}
