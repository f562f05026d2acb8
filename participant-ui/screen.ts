/** Knows: which screen a session's state asks for. Does not know: what the screens look like. */
import type { ClientState, Lobby } from '../engine/runtime/client.ts';
import { CLOSE, type CloseReason } from '../engine/runtime/protocol.ts';
import type { ExerciseRow, RoleCollections, RoleView } from '../engine/exercise/rows.ts';
import type { SessionState } from './session.ts';

export type Screen =
  | { readonly type: 'no-token' | 'left' | 'control' }
  /** `again`: it has been tried and did not work, and will be tried again. */
  | { readonly type: 'connecting'; readonly again: boolean }
  | { readonly type: 'lobby'; readonly lobby: Lobby; readonly link: ClientState }
  | {
      readonly type: 'work';
      readonly view: RoleView;
      readonly exercise: ExerciseRow;
      readonly me: RoleCollections['me'];
      readonly link: ClientState;
    }
  | { readonly type: 'closed'; readonly why: CloseReason | 'unknown'; readonly canJoin: boolean };

export function screenOf(state: SessionState): Screen {
  if (state.type !== 'live') return state;
  const { link, canJoin } = state;
  if (link.connection === 'closed') return { type: 'closed', why: whyLost(link), canJoin };
  if (link.audience === 'control') return { type: 'control' };
  const view = viewOf(link);
  const exercise = view.exercise['exercise'];
  const me = view.me['me'];
  if (exercise && me) return { type: 'work', view, exercise, me, link };
  if (link.lobby && !link.audience) return { type: 'lobby', lobby: link.lobby, link };
  return { type: 'connecting', again: link.connection === 'waiting' };
}

function whyLost(link: ClientState): CloseReason | 'unknown' {
  const reasons = Object.keys(CLOSE) as CloseReason[];
  return reasons.find((reason) => CLOSE[reason].code === link.lost?.code) ?? 'unknown';
}

const EMPTY: RoleView = {
  exercise: {},
  me: {},
  roles: {},
  items: {},
  tasks: {},
  decisions: {},
  facts: {},
  clocks: {},
  awareness: {},
  questions: {},
  statements: {},
  picture: {},
  asks: {},
  contests: {},
  outside: {},
  hotwash: {},
};

/** The role's view; the host sends only collections that have rows. */
function viewOf(link: ClientState): RoleView {
  return { ...EMPTY, ...(link.view as Partial<RoleView>) };
}
