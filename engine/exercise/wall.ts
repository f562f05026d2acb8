/**
 * What the room's projector shows: everybody in the room reads it, whatever their part. Denied by
 * default: a row is made of the fields named here and no others. Knows: state, and what is public.
 * Does not know: sockets, or how it looks.
 */
import { strictness } from '../scenario/marking.ts';
import type { Channel, Marking } from '../scenario/schema.ts';
import type { Ref } from './changes.ts';
import type { Put, WallCollections } from './rows.ts';
import { standsIn, type ExerciseState, type PublicationState } from './state.ts';
import { roleRow, senderOf } from './view.ts';

type Picture = Extract<PublicationState, { kind: 'picture' }>;
type Statement = Extract<PublicationState, { kind: 'statement' }>;

/** Channels that reach the public, and so everybody in the room. */
export const PUBLIC: readonly Channel[] = ['news', 'social', 'broadcast'];
/** What is marked more strictly than this is for named people, whatever the exercise itself is. */
const MOST: Marking = 'TLP:AMBER';

/** All that the wall shows now. */
export function wallView(state: ExerciseState): readonly Put[] {
  const refs: readonly Ref[] = [
    { kind: 'exercise', id: 'exercise' },
    ...state.lookup.plan.phases
      .filter(({ id }) => standsIn(state, id))
      .map(({ id }): Ref => ({ kind: 'phase', id })),
    ...[...state.injects.keys()].map((id): Ref => ({ kind: 'inject', id })),
    ...[...state.publications.keys()].map((id): Ref => ({ kind: 'publication', id })),
  ];
  // Of a section's versions only the last that may be shown is put, and once.
  return [...new Map(wallPuts(state, refs).map((put) => [`${put[0]} ${put[1]}`, put])).values()];
}

/**
 * The changes among `refs` that the wall shows. That somebody has read something is none: a row that
 * came again just then would tell the room of it.
 */
export function wallPuts(state: ExerciseState, refs: readonly Ref[]): readonly Put[] {
  return refs.flatMap((ref) => {
    const put = ref.read ? undefined : wallPut(state, ref);
    return put ? [put] : [];
  });
}

function wallPut(state: ExerciseState, { kind, id }: Ref): Put | undefined {
  const put = <K extends keyof WallCollections>(
    collection: K,
    row: WallCollections[K] | undefined,
    key = id,
  ): Put | undefined => row && [collection, key, row];
  switch (kind) {
    case 'exercise':
      return put('exercise', exerciseRow(state));
    case 'phase':
      // One that was left is taken away; those to come are nobody's business yet.
      return standsIn(state, id) ? put('phases', phaseRow(state, id)) : ['phases', id, null];
    case 'inject':
      return put('news', newsRow(state, id));
    case 'publication': {
      const row = state.publications.get(id);
      if (row?.kind === 'statement') return put('statements', statementRow(state, row));
      const last = row && isOpen(state, row.marking) && lastOf(state, row);
      return last ? put('picture', pictureRow(state, last), last.section) : undefined;
    }
    default:
      return undefined;
  }
}

/** No more closed than the exercise itself, and never for named people only. */
function isOpen({ lookup }: ExerciseState, marking: Marking): boolean {
  return strictness(marking) <= Math.min(strictness(lookup.plan.marking), strictness(MOST));
}

function exerciseRow(state: ExerciseState): WallCollections['exercise'] {
  const { title, marking, story } = state.lookup.plan;
  const { exercise: id, status, pace, hold, reason, length } = state;
  return {
    id,
    title,
    marking,
    status,
    // Whoever is in the room must know of a real incident; any other reason is for those who play.
    ...(hold !== 'real' || reason === undefined ? {} : { reason }),
    ...(hold === undefined ? {} : { hold }),
    story,
    length,
    pace,
  };
}

function phaseRow(state: ExerciseState, id: string): WallCollections['phases'] | undefined {
  const phase = state.lookup.phases.get(id);
  if (!phase) return undefined;
  const thread = state.lookup.plan.threads?.find((row) => row.id === phase.thread)?.title;
  return { id, title: phase.title, ...(thread === undefined ? {} : { thread }) };
}

function newsRow(state: ExerciseState, id: string): WallCollections['news'] | undefined {
  const inject = state.injects.get(id);
  if (inject?.status !== 'released') return undefined;
  const { row, seq = 0, releasedAt: at = 0 } = inject;
  const { channel, title, body, marking } = row;
  if (!PUBLIC.includes(channel) || !isOpen(state, marking)) return undefined;
  return { id, seq, at, channel, from: senderOf(state, row.from).name, title, body, marking };
}

function statementRow(state: ExerciseState, row: Statement): WallCollections['statements'] {
  const { id, seq, at, outlet, title, body } = row;
  return { id, seq, at, ...authorOf(state, row), outlet, title, body };
}

/** Of the section's versions that may be shown, the last. */
function lastOf(state: ExerciseState, { section }: Picture): Picture | undefined {
  return [...state.publications.values()].findLast(
    (one): one is Picture =>
      one.kind === 'picture' && one.section === section && isOpen(state, one.marking),
  );
}

function pictureRow(state: ExerciseState, row: Picture): WallCollections['picture'] {
  const { section, seq, at, text, marking } = row;
  return { section, seq, at, ...authorOf(state, row), text, marking };
}

function authorOf(state: ExerciseState, { role }: PublicationState) {
  const { name, organisationName } = roleRow(state, role);
  return { name, organisation: organisationName };
}
