/**
 * Writing down what happens in the room: decisions made aloud, observations with their evidence,
 * bookmarks, corrections. Knows: the forms and what they become. Does not know: keys, or sending.
 */
import { unclosed } from './status.ts';
import type { About, ControlInput, Rating } from '../engine/exercise/entry.ts';
import type { Ms } from '../engine/runtime/protocol.ts';
import { chosenRef } from './choice.ts';
import {
  chosenOf,
  line,
  pick,
  picks,
  text,
  valueOf,
  type Field,
  type Form,
  type Option,
} from './form.ts';
import { facts, NOBODY, roles } from './forms.ts';
import { namesOf } from './names.ts';
import { entryText } from './notes.ts';
import { decisions, injects, messages, record, stageOf, tasks } from './rows.ts';
import { told, words, type Ref, type Scene } from './scene.ts';
import { readHappened } from './when.ts';

/** What a filled-in form comes to: an act, or the form again with its fault. */
export type Sent =
  | { readonly type: 'act'; readonly input: ControlInput }
  | { readonly type: 'form'; readonly form: Form };

const onRecord = (scene: Scene): boolean =>
  scene.ui.panel === 'record' && chosenRef(scene) !== undefined;

export const SCRIBE_BINDINGS = [
  {
    action: 'mark',
    keys: ['v'],
    shown: 'v',
    group: 'people',
    applies: (s: Scene): boolean => unclosed(s) && onRecord(s),
  },
  {
    action: 'correct',
    keys: ['R'],
    shown: 'R',
    group: 'people',
    applies: (s: Scene): boolean => unclosed(s) && onRecord(s),
  },
  { action: 'bookmark', keys: ['B'], shown: 'B', group: 'people', applies: unclosed },
] as const;

/** A decision that the plan does not have. */
const UNPLANNED = '+';

export function openDecisions(scene: Scene): ReturnType<typeof decisions> {
  return decisions(scene.view).filter((row) => stageOf(row) === 'open');
}

/** For any decision made aloud; the one that is chosen where it is open, and at once its options. */
export function decideForm(scene: Scene): Form {
  const w = words(scene).form.decide;
  const ref = chosenRef(scene);
  const open = openDecisions(scene);
  const here = open.find(({ id }) => ref?.kind === 'decision' && id === ref.id);
  const decision = here?.id ?? open[0]?.id ?? UNPLANNED;
  const fields = decisionFields(scene, decision);
  const { whenHint } = words(scene).scribe.form;
  const form = { kind: 'decide', title: w.title, hint: whenHint, fields } as const;
  const at = here || open.length === 0 ? 1 : 0;
  return here ? { ...form, target: here.id, at } : { ...form, at };
}

function decisionFields(scene: Scene, decision: string): readonly Field[] {
  const c = words(scene);
  const w = c.scribe.form;
  const options = [
    ...openDecisions(scene).map((row) => ({ id: row.id, name: told(scene, row.question) })),
    { id: UNPLANNED, name: w.unplanned },
  ];
  const row = scene.view.decisions?.[decision];
  const everybody = [...roles(scene, false), ...roles(scene, true)];
  const may = ({ id }: Option): boolean => row?.authority.includes(id) ?? false;
  const who = [
    ...everybody.filter(may).map((role) => ({ ...role, note: c.form.hasAuthority })),
    ...everybody.filter((role) => !may(role)),
  ];
  const outcome = (row?.options ?? []).map(({ id, title }) => ({ id, name: told(scene, title) }));
  return [
    pick('decision', w.decision, options, decision),
    ...(row
      ? [pick('option', c.form.decide.option, outcome)]
      : [line('question', w.question), line('choice', w.choice)]),
    pick('role', c.form.decide.role, who),
    line('reason', c.form.decide.reason),
    ...facts(scene, w.basis),
    line('happened', w.when, '', true),
  ];
}

/** The fields of the decision that is chosen now, with what has been filled in already. */
export function fittedDecision(form: Form, scene: Scene): Form {
  const decision = valueOf(form, 'decision');
  const fields = decisionFields(scene, decision).map((field): Field => {
    const old = form.fields.find(({ id, type }) => id === field.id && type === field.type);
    if (!old || !('chosen' in field) || !('chosen' in old)) return old ?? field;
    if (old.id === 'decision') return old;
    const chosen = old.chosen.filter((id) => field.options.some((option) => option.id === id));
    const same =
      old.options.map(({ id }) => id).join() === field.options.map(({ id }) => id).join();
    if (same) return old;
    return old.type === 'picks' ? { ...field, chosen } : field;
  });
  const focus = form.fields[form.at]?.id;
  const at = fields.findIndex(({ id }) => id === focus);
  return { ...form, fields, at: at === -1 ? Math.min(form.at, fields.length) : at };
}

/** Newer entries than these are what one picks evidence among, beside the marked. */
const STREAM = 200;

export function observeForm(scene: Scene): Form {
  const c = words(scene);
  const w = c.form.observe;
  const s = c.scribe.form;
  const ratings: readonly Option[] = [
    { id: NOBODY, name: c.form.noRating },
    ...(['P', 'S', 'M', 'U'] as const).map((id) => ({ id, name: c.rating[id] })),
  ];
  const chosen = chosenRef(scene);
  const about = subjects(scene);
  const here = chosen && about.some(({ id }) => id === keyOf(chosen)) ? keyOf(chosen) : NOBODY;
  const { marks } = scene.ui;
  const stream = record(scene.view)
    .slice(0, STREAM)
    .map(({ seq }) => String(seq));
  const entries = [...marks, ...stream.filter((seq) => !marks.includes(seq))];
  const fields = [
    text('text', w.text),
    pick('rating', w.rating, ratings, NOBODY),
    pick('about', w.about, about, here),
    picks(
      'evidence',
      s.evidence,
      entries.map((id) => ({ id, name: entryText(scene, Number(id)) })),
      marks,
      true,
    ),
    line('happened', s.when, '', true),
  ];
  return { kind: 'observe', title: w.title, hint: s.whenHint, fields, at: 0 };
}

/** What has been marked since a draft was left comes along as well. */
export function withMarks(form: Form, { ui: { marks } }: Scene): Form {
  const fields = form.fields.map((field): Field => {
    if (field.id !== 'evidence' || field.type !== 'picks') return field;
    return { ...field, chosen: [...new Set([...field.chosen, ...marks])] };
  });
  return { ...form, fields };
}

/** What an observation can be about, written `task:early-warning`. */
function subjects(scene: Scene): readonly Option[] {
  const c = words(scene);
  const { columns } = c;
  const option = (kind: string, id: string, name: string, note: string): Option => ({
    id: `${kind}:${id}`,
    name,
    note,
  });
  const names = namesOf(scene.view, scene.ui.lang);
  return [
    { id: NOBODY, name: c.form.noAbout },
    ...Object.values(scene.view.objectives ?? {}).map((row) =>
      option('objective', row.id, told(scene, row.title), c.scribe.objective),
    ),
    ...[...roles(scene, false), ...roles(scene, true)].map(({ id, name }) =>
      option('role', id, name, columns.role),
    ),
    ...tasks(scene.view).map((row) => option('task', row.id, told(scene, row.title), columns.task)),
    ...Object.values(scene.view.decisions ?? {}).map((row) =>
      option('decision', row.id, told(scene, row.question), columns.question),
    ),
    ...injects(scene.view, 'all').map((row) =>
      option('inject', row.id, `${row.number} ${told(scene, row.title)}`, c.tabs.injects),
    ),
    ...messages(scene.view).map((row) =>
      option(
        'message',
        row.id,
        `${told(scene, row.from.name)} ${names.item(row.id)}`,
        c.tabs.messages,
      ),
    ),
  ];
}

function keyOf(ref: Ref): string {
  return `${ref.kind}:${ref.id}`;
}

/** The entry that a note is put at: the chosen one, a chosen message's own, or the latest. */
function entryHere(scene: Scene): number | undefined {
  const ref = chosenRef(scene);
  if (ref?.kind === 'record') return Number(ref.id);
  const here = ref?.kind === 'message' && scene.ui.panel === 'messages';
  const message = here ? scene.view.messages?.[ref.id] : undefined;
  return message?.seq ?? latestEntry(scene);
}

export function latestEntry(scene: Scene): number | undefined {
  return record(scene.view)[0]?.seq;
}

export function noteForm(kind: 'bookmark' | 'correct', scene: Scene): Form | undefined {
  const w = words(scene).scribe.form;
  const seq = entryHere(scene);
  if (seq === undefined) return undefined;
  const entry = entryText(scene, seq);
  const form = { kind, target: String(seq), at: 0 } as const;
  return kind === 'bookmark'
    ? {
        ...form,
        title: w.bookmark.title,
        hint: entry,
        fields: [line('text', w.bookmark.text, '', true)],
      }
    : {
        ...form,
        title: w.correct.title,
        hint: w.correct.hint(entry),
        fields: [line('text', w.correct.text)],
      };
}

export function finishScribe(
  filled: Form,
  kind: 'decide' | 'observe' | 'bookmark' | 'correct',
  scene: Scene,
): Sent {
  const entry = Number(filled.target);
  const said = valueOf(filled, 'text');
  switch (kind) {
    case 'bookmark': {
      const standard = words(scene).scribe.form.bookmark.default;
      return act({ type: 'record.note', entry, kind: 'bookmark', text: said || standard });
    }
    case 'correct':
      return act({ type: 'record.note', entry, kind: 'correction', text: said });
    case 'decide':
    case 'observe': {
      const { happened, error } = happenedIn(filled, scene);
      if (error !== undefined) {
        const at = filled.fields.findIndex(({ id }) => id === 'happened');
        return { type: 'form', form: { ...filled, at, error } };
      }
      const when = happened === undefined ? {} : { happened };
      return act({ ...(kind === 'decide' ? decided(filled) : observed(filled)), ...when });
    }
    default:
      return kind satisfies never;
  }
}

const act = (input: ControlInput): Sent => ({ type: 'act', input });

function happenedIn(
  filled: Form,
  scene: Scene,
): { readonly happened?: Ms; readonly error?: string } {
  const said = valueOf(filled, 'happened');
  if (said === '') return {};
  const happened = readHappened(said, scene.now);
  const w = words(scene).scribe.form;
  if (happened === undefined) return { error: w.badHappened };
  return happened > scene.now ? { error: w.ahead } : { happened };
}

type Dated = Extract<
  ControlInput,
  { type: 'decision.enter' | 'decision.note' | 'observation.note' }
>;

function decided(filled: Form): Dated {
  const basis = chosenOf(filled, 'facts');
  const decision = valueOf(filled, 'decision');
  const made = {
    role: valueOf(filled, 'role'),
    reason: valueOf(filled, 'reason'),
    ...(basis.length === 0 ? {} : { facts: basis }),
  };
  if (decision !== UNPLANNED) {
    return { type: 'decision.enter', decision, option: valueOf(filled, 'option'), ...made };
  }
  const question = valueOf(filled, 'question');
  return { type: 'decision.note', question, option: valueOf(filled, 'choice'), ...made };
}

function observed(filled: Form): Dated {
  const rating = valueOf(filled, 'rating');
  const subject = valueOf(filled, 'about');
  const cut = subject.indexOf(':');
  const about: About = { [subject.slice(0, cut)]: subject.slice(cut + 1) };
  const evidence = chosenOf(filled, 'evidence')
    .map(Number)
    .sort((a, b) => a - b);
  return {
    type: 'observation.note',
    text: valueOf(filled, 'text'),
    ...(rating === NOBODY ? {} : { rating: rating as Rating }),
    ...(subject === NOBODY ? {} : { about }),
    ...(evidence.length === 0 ? {} : { evidence }),
  };
}
