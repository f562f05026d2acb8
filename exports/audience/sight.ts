/**
 * What may be asked of a reader: whether it may have this, and under which name.
 * Knows: the questions. Does not know: the answers (reader), or the parts' shapes.
 */
import type { About } from '../../engine/exercise/entry.ts';
import type { RoleId } from '../../engine/plan/plan.ts';
import type { Evidence } from '../analysis/history.ts';

/** Stands for every role, and every organisation, that is not to be named. No id can be this. */
export const HIDDEN = '(other)';

export type Sight = {
  readonly organisation: string;
  readonly own: (role: RoleId | undefined) => boolean;
  readonly ownAny: (roles: readonly RoleId[]) => boolean;
  readonly isRole: (id: string) => boolean;
  /** May be named wherever it stands: the organisation's own, and who shares something with it. */
  readonly names: (role: RoleId) => boolean;
  readonly role: (role: RoleId) => RoleId;
  /** Each once; those not to be named as one. */
  readonly roles: (roles: readonly RoleId[]) => readonly RoleId[];
  /**
   * May be named where the exchange itself is shown: it wrote to the role, or heard from it, and has
   * read the name. What else that role knew, held or did stays nameless.
   */
  readonly met: (role: RoleId) => boolean;
  readonly neighbour: (role: RoleId) => RoleId;
  readonly neighbours: (roles: readonly RoleId[]) => readonly RoleId[];
  /** An organisation, or a sector, of which some role is met. */
  readonly house: (organisation: string) => string;
  readonly sector: (sector: string) => string;
  readonly task: (id: string | undefined) => boolean;
  readonly decision: (id: string | undefined) => boolean;
  readonly interface: (id: string) => boolean;
  readonly fact: (id: string) => boolean;
  /** Each once; those that never reached it as one. */
  readonly facts: (ids: readonly string[]) => readonly string[];
  readonly clock: (id: string) => boolean;
  readonly obligation: (id: string) => boolean;
  /** Injects and messages that came to it or from it, and what it published. */
  readonly item: (id: string) => boolean;
  readonly question: (id: string) => boolean;
  /** Services that it owns. */
  readonly service: (id: string) => boolean;
  /** The entries that its own version of the journal has. */
  readonly entries: (evidence: Evidence) => Evidence;
  readonly about: (about: About | undefined) => About | undefined;
};
