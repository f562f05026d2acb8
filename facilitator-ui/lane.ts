/**
 * What concerns a controller's lane. Knows: whom each row is about. Does not know: what a
 * controller may do about it (the engine does), or how a list is drawn.
 */
import type { StaffRow } from '../engine/exercise/rows.ts';
import type { Panel, Ref, Scene } from './scene.ts';

type Seen = Pick<Scene, 'view' | 'client'>;

/** One's own row; undefined where nobody has joined, and everybody leads. */
export function ownRow({ view, client }: Seen): StaffRow | undefined {
  return view.staff?.[client.staff ?? ''];
}

/** The organisations that one looks after; undefined: the whole exercise. */
export function ownLane(scene: Seen): readonly string[] | undefined {
  const row = ownRow(scene);
  return row?.kind === 'controller' ? row.lane : undefined;
}

/** A controller with a lane begins there; `mine` is what was chosen since. */
export function isNarrowed(scene: Pick<Scene, 'view' | 'ui' | 'client'>): boolean {
  return ownLane(scene) !== undefined && (scene.ui.lane ?? 'mine') === 'mine';
}

const NARROWED: readonly Panel[] = ['injects', 'tasks', 'decisions', 'roles', 'messages'];

/** The rows that concern one's lane, or all of them. */
export function narrowed(
  scene: Pick<Scene, 'view' | 'ui' | 'client'>,
  panel: Panel,
  refs: readonly Ref[],
): readonly Ref[] {
  if (!NARROWED.includes(panel) || !isNarrowed(scene)) return refs;
  const roles = laneRoles(scene);
  return refs.filter((ref) => concernsAny(scene, ref, roles));
}

/** Whether a row is one's own to act on. */
export function inLane(scene: Seen, ref: Ref): boolean {
  return ownLane(scene) === undefined || concernsAny(scene, ref, laneRoles(scene));
}

function laneRoles(scene: Seen): ReadonlySet<string> {
  const lane = new Set(ownLane(scene));
  const rows = Object.values(scene.view.roles ?? {});
  return new Set(rows.filter((row) => lane.has(row.organisation)).map(({ id }) => id));
}

function concernsAny(scene: Seen, ref: Ref, roles: ReadonlySet<string>): boolean {
  const about = concerned(scene, ref);
  return about === undefined || about.some((role) => roles.has(role));
}

/** The roles that a row is about; undefined: it is about nobody in particular. */
function concerned({ view }: Seen, { kind, id }: Ref): readonly string[] | undefined {
  switch (kind) {
    case 'inject':
      return view.injects?.[id]?.to;
    case 'question':
      return view.questions?.[id]?.to;
    case 'role':
      return [id];
    case 'task':
    case 'clock': {
      const row = view.tasks?.[id];
      if (!row) return undefined;
      const { accountable, responsible, support, consulted, informed, holders } = row;
      const held = holders.map(({ role }) => role);
      return [...accountable, ...responsible, ...support, ...consulted, ...informed, ...held];
    }
    case 'decision': {
      const row = view.decisions?.[id];
      if (!row) return undefined;
      const raised = row.raisedBy === undefined ? [] : [row.raisedBy];
      return [...row.authority, ...row.consult, ...raised];
    }
    case 'message': {
      const row = view.messages?.[id];
      return row && [...row.to, ...(row.from.role === undefined ? [] : [row.from.role])];
    }
    case 'ask': {
      const row = view.asks?.[id];
      return row && [row.role];
    }
    default:
      return undefined;
  }
}
