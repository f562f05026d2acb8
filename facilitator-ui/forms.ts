/**
 * The forms that acts begin with. Knows: which fields an act needs and what can stand in them.
 * Does not know: what a finished form becomes (acts).
 */
import type { Channel } from '../engine/scenario/schema.ts';
import { formatExerciseTime } from '../engine/runtime/protocol.ts';
import { chosenRef } from './choice.ts';
import { line, pick, picks, text, type Field, type Form, type Option } from './form.ts';
import { namesOf } from './names.ts';
import { told, words, type Scene } from './scene.ts';
import { sayPace } from './when.ts';

export const CHANNELS: readonly Channel[] = [
  'phone',
  'email',
  'sms',
  'radio',
  'letter',
  'news',
  'social',
  'alarm',
  'broadcast',
  'sitrep',
  'meeting',
  'portal',
];
export const EVERYONE = '*';
const ORGANISATION = '@';
export const NOBODY = '-';

export function pauseForm(scene: Scene): Form {
  const w = words(scene).form.pause;
  return { kind: 'pause', title: w.title, fields: [line('reason', w.reason, '', true)], at: 0 };
}

export function paceForm(scene: Scene): Form {
  const w = words(scene).form.pace;
  const pace = scene.view.exercise?.['exercise']?.pace ?? 1;
  const now = sayPace(pace, scene.ui.lang);
  return { kind: 'pace', title: w.title, fields: [line('pace', w.pace, now)], at: 0 };
}

export function jumpForm(scene: Scene): Form {
  const { jump, jumpHint } = words(scene).form;
  const hint = jumpHint(formatExerciseTime(scene.now));
  return { kind: 'jump', title: jump.title, hint, fields: [line('to', jump.to)], at: 0 };
}

export function skipForm(scene: Scene, inject: string): Form {
  const w = words(scene).form.skip;
  const hint = namesOf(scene.view, scene.ui.lang).inject(inject);
  const fields = [line('reason', w.reason, '', true)];
  return { kind: 'skip', target: inject, title: w.title, hint, fields, at: 0 };
}

/** Why a poll or a probe is not asked. */
export function dropForm(scene: Scene, question: string): Form {
  const w = words(scene).form;
  const hint = namesOf(scene.view, scene.ui.lang).asked(question);
  const fields = [line('reason', w.skip.reason, '', true)];
  return { kind: 'drop', target: question, title: w.drop.title, hint, fields, at: 0 };
}

export function endForm(scene: Scene): Form {
  const w = words(scene).form.end;
  return { kind: 'end', title: w.title, fields: [line('reason', w.reason, '', true)], at: 0 };
}

export function phaseForm(scene: Scene): Form | undefined {
  const w = words(scene).form.phase;
  const options = Object.values(scene.view.phases ?? {})
    .filter((row) => !row.current)
    .sort((a, b) => a.order - b.order)
    .map((row) => ({
      id: row.id,
      name: told(scene, row.title),
      ...(row.thread === undefined ? {} : { note: told(scene, row.thread) }),
    }));
  if (options.length === 0) return undefined;
  const fields = [pick('phase', w.phase, options), line('reason', w.reason)];
  return { kind: 'phase', title: w.title, fields, at: 0 };
}

export function channels(scene: Scene): readonly Option[] {
  return CHANNELS.map((id) => ({ id, name: words(scene).channel[id] }));
}

/** What answers the chosen question to control. */
export function answerForm(scene: Scene): Form | undefined {
  const w = words(scene).form;
  const ref = chosenRef(scene);
  const ask = ref?.kind === 'ask' ? scene.view.asks?.[ref.id] : undefined;
  if (!ask) return undefined;
  const hint = `${namesOf(scene.view, scene.ui.lang).role(ask.role)}: ${ask.text}`;
  const fields = [text('text', w.answer.text)];
  return { kind: 'answer', target: ask.id, title: w.answer.title, hint, fields, at: 0 };
}

export function roles(scene: Scene, simulated: boolean): readonly Option[] {
  return Object.values(scene.view.roles ?? {})
    .filter((row) => row.simulated === simulated)
    .map((row) => ({
      id: row.id,
      name: told(scene, row.name),
      note: told(scene, row.organisationName),
    }));
}

/** Everybody, a whole organisation, or a role. */
export function receivers(scene: Scene): readonly Option[] {
  const organisations = new Map<string, Option>();
  for (const row of Object.values(scene.view.roles ?? {})) {
    if (row.simulated) continue;
    const id = ORGANISATION + row.organisation;
    const name = told(scene, row.organisationName);
    organisations.set(id, { id, name, note: words(scene).columns.organisation });
  }
  return [
    { id: EVERYONE, name: words(scene).everyone },
    ...organisations.values(),
    ...roles(scene, false),
    ...roles(scene, true),
  ];
}

/** The roles that the chosen receivers stand for, each once. */
export function rolesOf(scene: Scene, chosen: readonly string[]): readonly string[] {
  return Object.values(scene.view.roles ?? {})
    .filter(
      (row) =>
        chosen.includes(row.id) ||
        (!row.simulated &&
          (chosen.includes(EVERYONE) || chosen.includes(ORGANISATION + row.organisation))),
    )
    .map((row) => row.id);
}

export function facts(scene: Scene, label: string): readonly Field[] {
  const rows = Object.values(scene.view.facts ?? {});
  if (rows.length === 0) return [];
  const options = rows.map((row) => ({ id: row.id, name: told(scene, row.text) }));
  return [picks('facts', label, options, [], true)];
}
