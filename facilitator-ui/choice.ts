/**
 * Which rows a panel lists and which of them is chosen.
 * Knows: panels' lists. Does not know: how a row looks.
 */
import type { ControlQuestionRow } from '../engine/exercise/rows.ts';
import { attention } from './attention.ts';
import { mailRefs } from './inbox.ts';
import { narrowed } from './lane.ts';
import {
  answerRefs,
  decisions,
  injects,
  nextRefs,
  notes,
  observations,
  questions,
  recordRefs,
  refs,
  reportRefs,
  tasks,
} from './rows.ts';
import type { Panel, Ref, Scene } from './scene.ts';
import { moved } from './window.ts';

type Listing = Pick<Scene, 'view' | 'ui' | 'client' | 'found'>;

/** Asked many times for one drawing, of which a scene is the whole. */
const listed = new WeakMap<Listing, Map<Panel, readonly Ref[]>>();

/** Everything that can be chosen on the panel, in the order in which it is shown. */
export function refsOf(scene: Listing, panel: Panel): readonly Ref[] {
  if (scene.found?.panel === panel) return scene.found.refs;
  const panels = listed.get(scene) ?? new Map<Panel, readonly Ref[]>();
  listed.set(scene, panels);
  const refs = panels.get(panel) ?? allRefsOf(scene, panel);
  panels.set(panel, refs);
  return refs;
}

/** The same where nothing is filtered away. */
export function allRefsOf(scene: Listing, panel: Panel): readonly Ref[] {
  return narrowed(scene, panel, everyRef(scene, panel));
}

/** The same, also outside a controller's lane. */
function everyRef(scene: Listing, panel: Panel): readonly Ref[] {
  const { view, ui } = scene;
  switch (panel) {
    case 'overview':
      return [...attention(view).map(({ ref }) => ref), ...nextRefs(view)];
    case 'injects':
      return [
        ...refs('inject', injects(view, ui.filter)),
        ...refs('question', questions(view, ui.filter)),
      ];
    case 'roles':
      return Object.keys(view.roles ?? {}).map((id) => ({ kind: 'role', id }));
    case 'tasks':
      return refs('task', tasks(view));
    case 'decisions':
      return refs('decision', decisions(view));
    case 'messages':
      return mailRefs(scene);
    case 'record':
      return recordRefs(view);
    case 'observations':
      return [
        ...refs('observation', observations(view)),
        ...refs('note', notes(view)),
        ...answerRefs(view),
      ];
    case 'reports':
      return reportRefs(view);
    default:
      return panel satisfies never;
  }
}

/** Where the chosen row stands. When it is gone, or none was chosen: where one would look first. */
export function chosenIndex(scene: Listing, list: readonly Ref[]): number {
  const { panel, chosen, filter } = scene.ui;
  const next = panel === 'injects' && filter === 'all' ? nextRefs(scene.view)[0] : undefined;
  for (const wanted of [chosen[panel], next]) {
    if (!wanted) continue;
    const index = list.findIndex((ref) => ref.id === wanted.id && ref.kind === wanted.kind);
    if (index !== -1) return index;
  }
  return 0;
}

/** Asked many times for one drawing: every key that may apply wants to know. */
const known = new WeakMap<Listing, { readonly ref: Ref | undefined }>();

export function chosenRef(scene: Listing): Ref | undefined {
  const found = known.get(scene);
  if (found) return found.ref;
  const list = refsOf(scene, scene.ui.panel);
  const ref = list[chosenIndex(scene, list)];
  known.set(scene, { ref });
  return ref;
}

/** The poll or the probe that is chosen. */
export function chosenQuestion(scene: Scene): ControlQuestionRow | undefined {
  const ref = chosenRef(scene);
  return ref?.kind === 'question' ? scene.view.questions?.[ref.id] : undefined;
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
    case 'question':
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
    case 'call':
      return { panel: 'messages', ref };
    case 'record':
      return { panel: 'record', ref };
    case 'observation':
    case 'note':
    case 'answer':
      return { panel: 'observations', ref };
    case 'ask':
    case 'contest':
    case 'outside':
    case 'statement':
    case 'picture':
      return { panel: 'reports', ref };
    default:
      return ref.kind satisfies never;
  }
}
