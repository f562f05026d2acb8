/**
 * What roles put before others at large: the shared situation picture, statements to the public.
 * Knows: a role's view, and the order of markings. Does not know: how they are shown.
 */
import type { Marking } from '../engine/scenario/schema.ts';
import type { Outlet, PictureSection } from '../engine/exercise/entry.ts';
import type { PictureRow, RoleView, StatementRow } from '../engine/exercise/rows.ts';

/** In the order in which they are read. */
export const PICTURE: readonly PictureSection[] = [
  'situation',
  'consequences',
  'measures',
  'outlook',
  'communication',
];
export const OUTLETS: readonly Outlet[] = ['press', 'web', 'social'];

/** TLP 2.0, from open to closed. */
export const MARKINGS: readonly Marking[] = [
  'TLP:CLEAR',
  'TLP:GREEN',
  'TLP:AMBER',
  'TLP:AMBER+STRICT',
  'TLP:RED',
];

export function strictness(marking: Marking): number {
  return MARKINGS.indexOf(marking);
}

/** The most closed marking among facts that the role knows. */
export function strictestOf(view: RoleView, facts: readonly string[]): Marking | undefined {
  const marks = facts.flatMap((id) => view.facts[id]?.marking ?? []);
  return marks.sort((a, b) => strictness(b) - strictness(a))[0];
}

/** A section's versions, the one that stands first. */
export function versions(view: RoleView, section: PictureSection): readonly PictureRow[] {
  return Object.values(view.picture)
    .filter((row) => row.section === section)
    .sort((a, b) => b.version - a.version);
}

/** The newest first. */
export function statements(view: RoleView): readonly StatementRow[] {
  return Object.values(view.statements).sort((a, b) => b.seq - a.seq);
}

type Published = { readonly role: string; readonly opened?: number };

/** Others' publications that one's role has not looked at; of the picture only what stands. */
export function isNew(view: RoleView, row: Published): boolean {
  return row.opened === undefined && row.role !== view.me['me']?.id;
}

export function newPublications(view: RoleView): {
  readonly statements: number;
  readonly picture: number;
} {
  const standing = PICTURE.flatMap((section) => versions(view, section)[0] ?? []);
  return {
    statements: statements(view).filter((row) => isNew(view, row)).length,
    picture: standing.filter((row) => isNew(view, row)).length,
  };
}
