/**
 * Which rows a panel lists and which of them is chosen.
 * Knows: panels' lists. Does not know: how a row looks.
 */
import {
  answerRefs,
  attention,
  decisions,
  injects,
  messages,
  observations,
  recordRefs,
  refs,
  scheduled,
  tasks,
} from './rows.ts';
import type { Panel, Ref, Scene } from './scene.ts';
import { moved } from './window.ts';

/** More than these cannot be coming up next. */
const NEXT = 50;

type Listing = Pick<Scene, 'view' | 'ui'>;

export function nextInjects({ view }: Pick<Scene, 'view'>): readonly Ref[] {
  return refs('inject', scheduled(view)).slice(0, NEXT);
}

/** Everything that can be chosen on the panel, in the order in which it is shown. */
export function refsOf(scene: Listing, panel: Panel): readonly Ref[] {
  const { view, ui } = scene;
  switch (panel) {
    case 'overview':
      return [...attention(view).map(({ ref }) => ref), ...nextInjects(scene)];
    case 'injects':
      return refs('inject', injects(view, ui.filter));
    case 'roles':
      return Object.keys(view.roles ?? {}).map((id) => ({ kind: 'role', id }));
    case 'tasks':
      return refs('task', tasks(view));
    case 'decisions':
      return refs('decision', decisions(view));
    case 'messages':
      return refs('message', messages(view));
    case 'record':
      return recordRefs(view);
    case 'observations':
      return [...refs('observation', observations(view)), ...answerRefs(view)];
    default:
      return panel satisfies never;
  }
}

/** Where the chosen row stands. When it is gone, or none was chosen: where one would look first. */
export function chosenIndex(scene: Listing, list: readonly Ref[]): number {
  const { panel, chosen, filter } = scene.ui;
  const next = panel === 'injects' && filter === 'all' ? nextInjects(scene)[0] : undefined;
  for (const wanted of [chosen[panel], next]) {
    if (!wanted) continue;
    const index = list.findIndex((ref) => ref.id === wanted.id && ref.kind === wanted.kind);
    if (index !== -1) return index;
  }
  return 0;
}

export function chosenRef(scene: Listing): Ref | undefined {
  const list = refsOf(scene, scene.ui.panel);
  return list[chosenIndex(scene, list)];
}

/** The row `by` rows away. At the top the choice is let go, so that it follows what is new. */
export function chosenAfter(scene: Listing, by: number): Ref | undefined {
  const list = refsOf(scene, scene.ui.panel);
  const index = moved(list.length, chosenIndex(scene, list), by);
  return index === 0 && FOLLOWS[scene.ui.panel] ? undefined : list[index];
}

/** Panels whose first row is the newest. */
const FOLLOWS: { readonly [P in Panel]?: true } = { messages: true, record: true };

/** The panel on which a row is at home. */
export function homeOf(scene: Listing, ref: Ref): { readonly panel: Panel; readonly ref: Ref } {
  switch (ref.kind) {
    case 'obligation': {
      const inject = scene.view.obligations?.[ref.id]?.inject;
      return { panel: 'injects', ref: inject ? { kind: 'inject', id: inject } : ref };
    }
    case 'inject':
      return { panel: 'injects', ref };
    case 'clock':
      return { panel: 'tasks', ref: { kind: 'task', id: ref.id } };
    case 'task':
      return { panel: 'tasks', ref };
    case 'decision':
      return { panel: 'decisions', ref };
    case 'role':
      return { panel: 'roles', ref };
    case 'message':
      return { panel: 'messages', ref };
    case 'record':
      return { panel: 'record', ref };
    case 'observation':
    case 'answer':
      return { panel: 'observations', ref };
    default:
      return ref.kind satisfies never;
  }
}
