/**
 * The forms that acts begin with. Knows: which fields an act needs and what can stand in them.
 * Does not know: what a finished form becomes (acts).
 */
import type { Channel } from '../engine/scenario/schema.ts';
import { formatExerciseTime } from '../engine/runtime/protocol.ts';
import { chosenRef } from './choice.ts';
import { line, pick, picks, text, type Field, type Form, type Option } from './form.ts';
import { namesOf } from './names.ts';
import { injects, outsider, tasks } from './rows.ts';
import { told, words, type Ref, type Scene } from './scene.ts';
import { sayPace } from './when.ts';

const CHANNELS: readonly Channel[] = [
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

export function writeForm(scene: Scene): Form {
  const w = words(scene).form.write;
  const channels = CHANNELS.map((id) => ({ id, name: words(scene).channel[id] }));
  const fields = [
    picks('to', w.to, receivers(scene)),
    line('from', w.from),
    pick('channel', w.channel, channels),
    line('title', w.heading),
    text('body', w.body),
    ...facts(scene, w.facts),
  ];
  return { kind: 'write', title: w.title, fields, at: 0 };
}

/**
 * What answers the chosen row: a question to control, or a message to somebody outside the exercise,
 * who then writes back by the channel that is chosen.
 */
export function answerForm(scene: Scene): Form | undefined {
  const w = words(scene).form;
  const { lang } = scene.ui;
  const ref = chosenRef(scene);
  const ask = ref?.kind === 'ask' ? scene.view.asks?.[ref.id] : undefined;
  if (ask) {
    const hint = `${namesOf(scene.view, lang).role(ask.role)}: ${ask.text}`;
    const fields = [text('text', w.answer.text)];
    return { kind: 'answer', target: ask.id, title: w.answer.title, hint, fields, at: 0 };
  }
  const message = ref?.kind === 'message' ? scene.view.messages?.[ref.id] : undefined;
  const from = message && outsider(scene.view, message);
  if (!message || from === undefined) return undefined;
  const to = message.from.role === undefined ? [] : [message.from.role];
  const title = w.re(told(scene, message.title));
  const empty = writeForm(scene);
  const preset = (field: Field): Field => {
    if (field.id === 'to') return picks('to', field.label, receivers(scene), to);
    if (field.id === 'from') return line('from', field.label, from);
    return field.id === 'title' ? line('title', field.label, title) : field;
  };
  const fields = empty.fields.map(preset);
  const hint = `${w.replyTo(namesOf(scene.view, lang).item(message.id))}: ${told(scene, message.body)}`;
  const at = fields.findIndex(({ id }) => id === 'body');
  return { ...empty, target: message.id, title: w.answer.outside(from), hint, fields, at };
}

/** A message in the name of a simulated role; on the messages panel, an answer to the chosen one. */
export function sendForm(scene: Scene): Form | undefined {
  const w = words(scene).form;
  const simulated = roles(scene, true);
  if (simulated.length === 0) return undefined;
  const ref = chosenRef(scene);
  const message = ref?.kind === 'message' ? scene.view.messages?.[ref.id] : undefined;
  const asked = message?.to.find((role) => simulated.some(({ id }) => id === role));
  const answers = message && asked !== undefined;
  const to = answers && message.from.role !== undefined ? [message.from.role] : [];
  const fields = [
    pick('from', w.send.from, simulated, asked),
    picks('to', w.send.to, receivers(scene), to),
    line('title', w.send.heading, '', true),
    text('body', w.send.body),
    ...facts(scene, w.send.facts),
  ];
  const form = { kind: 'send', title: w.send.title, fields } as const;
  if (!answers) return { ...form, at: 0 };
  return {
    ...form,
    target: message.id,
    hint: w.replyTo(namesOf(scene.view, scene.ui.lang).item(message.id)),
    at: 3,
  };
}

export function decideForm(scene: Scene, decision: string): Form | undefined {
  const w = words(scene).form;
  const row = scene.view.decisions?.[decision];
  if (!row) return undefined;
  const options = row.options.map(({ id, title }) => ({ id, name: told(scene, title) }));
  const everybody = [...roles(scene, false), ...roles(scene, true)];
  const may = (role: Option): boolean => row.authority.includes(role.id);
  const ordered = [
    ...everybody.filter(may).map((role) => ({ ...role, note: w.hasAuthority })),
    ...everybody.filter((role) => !may(role)),
  ];
  const fields = [
    pick('option', w.decide.option, options),
    pick('role', w.decide.role, ordered),
    line('reason', w.decide.reason),
  ];
  const hint = told(scene, row.question);
  return { kind: 'decide', target: decision, title: w.decide.title, hint, fields, at: 0 };
}

export function observeForm(scene: Scene): Form {
  const c = words(scene);
  const w = c.form.observe;
  const ratings: readonly Option[] = [
    { id: NOBODY, name: c.form.noRating },
    ...(['P', 'S', 'M', 'U'] as const).map((id) => ({ id, name: c.rating[id] })),
  ];
  const chosen = chosenRef(scene);
  const about = subjects(scene);
  const here = chosen && about.some(({ id }) => id === keyOf(chosen)) ? keyOf(chosen) : NOBODY;
  const fields = [
    text('text', w.text),
    pick('rating', w.rating, ratings, NOBODY),
    pick('about', w.about, about, here),
  ];
  return { kind: 'observe', title: w.title, fields, at: 0 };
}

/** What an observation can be about, written `task:early-warning`. */
function subjects(scene: Scene): readonly Option[] {
  const c = words(scene);
  const { columns } = c;
  const option = (ref: Ref, name: string, note: string): Option => ({ id: keyOf(ref), name, note });
  return [
    { id: NOBODY, name: c.form.noAbout },
    ...[...roles(scene, false), ...roles(scene, true)].map(({ id, name }) =>
      option({ kind: 'role', id }, name, columns.role),
    ),
    ...tasks(scene.view).map((row) =>
      option({ kind: 'task', id: row.id }, told(scene, row.title), columns.task),
    ),
    ...Object.values(scene.view.decisions ?? {}).map((row) =>
      option({ kind: 'decision', id: row.id }, told(scene, row.question), columns.question),
    ),
    ...injects(scene.view, 'all').map((row) =>
      option(
        { kind: 'inject', id: row.id },
        `${row.number} ${told(scene, row.title)}`,
        c.tabs.injects,
      ),
    ),
  ];
}

function keyOf(ref: Ref): string {
  return `${ref.kind}:${ref.id}`;
}

function roles(scene: Scene, simulated: boolean): readonly Option[] {
  return Object.values(scene.view.roles ?? {})
    .filter((row) => row.simulated === simulated)
    .map((row) => ({
      id: row.id,
      name: told(scene, row.name),
      note: told(scene, row.organisationName),
    }));
}

/** Everybody, a whole organisation, or a role. */
function receivers(scene: Scene): readonly Option[] {
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

function facts(scene: Scene, label: string): readonly Field[] {
  const rows = Object.values(scene.view.facts ?? {});
  if (rows.length === 0) return [];
  const options = rows.map((row) => ({ id: row.id, name: told(scene, row.text) }));
  return [picks('facts', label, options, [], true)];
}
