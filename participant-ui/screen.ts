/** Knows: which screen a session's state asks for. Does not know: what the screens look like. */
import type { ClientState, Lobby } from '../engine/runtime/client.ts';
import { CLOSE, type CloseReason } from '../engine/runtime/protocol.ts';
import type { ExerciseRow, RoleCollections, RoleView } from '../engine/exercise/rows.ts';
import type { SessionState } from './session.ts';

export type Screen =
  | { readonly type: 'left' | 'control' }
  | { readonly type: 'no-token'; readonly wrong: boolean }
  /**
   * `again`: it has been tried and did not work, and will be tried again. `later`: others have tried
   * too many wrong codes.
   */
  | { readonly type: 'connecting'; readonly again: boolean; readonly later: boolean }
  | { readonly type: 'lobby'; readonly lobby: Lobby; readonly link: ClientState }
  | {
      readonly type: 'work';
      readonly view: RoleView;
      readonly exercise: ExerciseRow;
      readonly me: RoleCollections['me'];
      readonly link: ClientState;
    }
  | {
      readonly type: 'closed';
      readonly why: CloseReason | 'unknown' | 'moved';
      readonly canJoin: boolean;
    };

export function screenOf(state: SessionState): Screen {
  if (state.type !== 'live') return state;
  const { link, canJoin, moving } = state;
  if (link.connection === 'closed') {
    const lost = whyLost(link);
    // The chair's token went with it: using it here again cannot work.
    return { type: 'closed', why: lost === 'taken-over' && moving ? 'moved' : lost, canJoin };
  }
  if (link.audience === 'control') return { type: 'control' };
  const view = viewOf(link);
  const exercise = view.exercise['exercise'];
  const me = view.me['me'];
  if (exercise && me) return { type: 'work', view, exercise, me, link };
  if (link.lobby && !link.audience) return { type: 'lobby', lobby: link.lobby, link };
  const later = link.lost?.code === CLOSE.flood.code;
  return { type: 'connecting', again: link.connection === 'waiting' || later, later };
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
