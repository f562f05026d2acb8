/**
 * Writing a new version of a section of the situation picture, from the one that stands.
 * Knows: that somebody else may share one meanwhile; then theirs is shown before ours is sent.
 */
import { useEffect, useRef } from 'preact/hooks';
import type { RoleInput, PictureSection } from '../../engine/exercise/entry.ts';
import type { PictureRow } from '../../engine/exercise/rows.ts';
import { useDesk, useForm, type Form } from '../desk.ts';
import type { Draft } from '../drafts.ts';
import { MARKINGS, strictestOf, strictness } from '../published.ts';
import { enclosed } from '../sure.ts';
import { roleName } from '../view.ts';
import { Outcome } from './act.tsx';
import { Changes } from './changes.tsx';
import { TextField } from './field.tsx';
import { Knowledge } from './knowledge.tsx';
import { Prose } from './prose.tsx';

export function pictureForm(section: PictureSection): string {
  return `picture:${section}`;
}

export function Sketch(props: {
  readonly section: PictureSection;
  readonly standing: PictureRow | undefined;
  readonly close: () => void;
}) {
  const { words, me } = useDesk();
  const { section, standing, close } = props;
  const form = useForm(pictureForm(section));
  const { draft, trial, write, miss, send, clear } = form;
  const stale = standing !== undefined && standing.id !== draft.base;
  // What we have just sent ourselves is no surprise: it is ours that stands.
  const clash = stale && trial.type !== 'sending' && standing.role !== me.id;
  const submit = async (): Promise<void> => {
    if (draft.body.trim() === '') miss('body');
    else if (clash) miss('base');
    else if (await send(versionOf(section, draft))) close();
  };
  return (
    <form
      class="short"
      noValidate
      aria-label={words.pictureEditOf(words.pictureSections[section])}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        label={words.pictureField(words.pictureSections[section])}
        value={draft.body}
        change={(body) => write({ body })}
        rows={8}
        missing={
          trial.type === 'missing' && trial.field === 'body' ? words.missing.body : undefined
        }
      />
      <Knowledge
        legend={words.attachFacts}
        chosen={draft.facts}
        choose={(facts) => write({ facts })}
        sure={{ said: draft.sure, say: (sure) => write({ sure }) }}
      />
      <Closed form={form} />
      {clash && <Clash form={form} standing={standing} />}
      <div class="acts">
        <button type="submit" class="button" aria-disabled={trial.type === 'sending'}>
          {words.pictureNow}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => {
            clear();
            close();
          }}
        >
          {words.cancel}
        </button>
        <Outcome trial={trial} done={words.pictureDone} />
      </div>
    </form>
  );
}

function versionOf(section: PictureSection, draft: Draft): RoleInput {
  const { body, marking } = draft;
  const chosen = MARKINGS.find((one) => one === marking);
  return {
    type: 'picture.update',
    section,
    text: body,
    ...enclosed(draft),
    ...(chosen === undefined ? {} : { marking: chosen }),
  };
}

/** How closed it is to be: never more open than what is attached. */
function Closed({ form: { draft, write } }: { readonly form: Form }) {
  const { words, view } = useDesk();
  const least = strictestOf(view, draft.facts);
  const allowed = MARKINGS.filter(
    (marking) => least === undefined || strictness(marking) >= strictness(least),
  );
  const chosen = allowed.find((one) => one === draft.marking) ?? '';
  useEffect(() => {
    if (draft.marking !== chosen) write({ marking: chosen });
  });
  return (
    <div class="field">
      <label>
        {words.pictureMarking}{' '}
        <select value={chosen} onChange={(event) => write({ marking: event.currentTarget.value })}>
          <option value="">
            {least === undefined ? words.pictureUsual : words.pictureFollows(least)}
          </option>
          {allowed.map((marking) => (
            <option key={marking} value={marking}>
              {marking}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** Somebody else's newer version, and what to do with ours. Nothing of ours is lost. */
function Clash({ form, standing }: { readonly form: Form; readonly standing: PictureRow }) {
  const { words, lang, view } = useDesk();
  const { draft, trial, write } = form;
  const shown = useRef<HTMLElement>(null);
  const pressed = trial.type === 'missing' && trial.field === 'base';
  useEffect(() => {
    if (pressed) shown.current?.querySelector('button')?.focus();
  }, [pressed]);
  const seen = { base: standing.id };
  return (
    <section class="clash" ref={shown}>
      <p role="status">
        <strong>{words.pictureClash(roleName(view, standing.role, lang), standing.version)}</strong>
      </p>
      <h4>{words.pictureTheirs}</h4>
      <Prose source={standing.text} />
      <h4>{words.pictureAgainst}</h4>
      <Changes before={standing.text} after={draft.body} />
      <div class="acts">
        <button type="button" class="button" onClick={() => write(seen)}>
          {words.pictureKeep}
        </button>
        <button
          type="button"
          class="button quiet"
          onClick={() => write({ ...seen, body: `${draft.body}\n\n${standing.text}` })}
        >
          {words.pictureAppend}
        </button>
      </div>
    </section>
  );
}
