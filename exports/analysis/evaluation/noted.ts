/**
 * What people wrote beside the record: observations, bookmarks and corrections, objections, and what
 * they say they did elsewhere. Knows: who wrote what when. Does not know: who is right.
 */
import type { About, NoteKind, Rating } from '../../../engine/exercise/entry.ts';
import type { RoleId } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import { type Evidence, type Happening, type History, evidence, of } from '../history.ts';

export type Observation = {
  /** When it was written down; `happened`: when it was seen, where that was earlier. */
  readonly at: Ms;
  readonly happened?: Ms;
  /** Who in exercise control, by the journal's name for them. */
  readonly by: string;
  readonly text: string;
  readonly rating?: Rating;
  readonly about?: About;
  /** Its own entry, and those that it says show it. */
  readonly evidence: Evidence;
};
export type Note = {
  readonly at: Ms;
  readonly by: string;
  readonly kind: NoteKind;
  /** The entry that it stands beside. */
  readonly entry: number;
  readonly text: string;
  readonly evidence: Evidence;
};
/** A role's own word against, or beside, the record. */
export type Word = {
  readonly kind: 'contest' | 'outside';
  readonly at: Ms;
  readonly role: RoleId;
  readonly about: About;
  readonly text: string;
  readonly evidence: Evidence;
};

const nameOf = ({ by }: Pick<Happening, 'by'>): string =>
  by.type === 'facilitator' ? by.name : by.type;

/** In the order of when it was seen. */
export function observationsIn(history: History): readonly Observation[] {
  return of(history, 'observation.noted')
    .map((happening) => {
      const { seq, at, event } = happening;
      return {
        at,
        by: nameOf(happening),
        text: event.text,
        evidence: evidence(seq, event.evidence),
        ...(event.happened !== undefined && { happened: event.happened }),
        ...(event.rating && { rating: event.rating }),
        ...(event.about && { about: event.about }),
      };
    })
    .sort((a, b) => seenAt(a) - seenAt(b));
}

export const seenAt = ({ at, happened }: Observation): Ms => happened ?? at;

/** That a message needs no answer is housekeeping, and left out. */
export function notesIn(history: History): readonly Note[] {
  return of(history, 'record.noted').flatMap((happening) => {
    const { seq, at, event } = happening;
    const { kind, entry, text } = event;
    if (kind === 'handled') return [];
    return [{ at, by: nameOf(happening), kind, entry, text, evidence: evidence(entry, seq) }];
  });
}

export function wordsIn(history: History): readonly Word[] {
  const contests = of(history, 'record.contested').map(({ seq, at, event }): Word => {
    const { role, about, text } = event;
    return { kind: 'contest', at, role, about, text, evidence: [seq] };
  });
  const reports = of(history, 'outside.reported').map(({ seq, at, event }): Word => {
    const { role, about, text } = event;
    return { kind: 'outside', at, role, about, text, evidence: [seq] };
  });
  return [...contests, ...reports].sort((a, b) => a.at - b.at);
}
