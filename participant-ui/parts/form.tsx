/** Knows: the small forms that one act needs: a few words, a button, and what the host said. */
import type { ComponentChildren } from 'preact';
import type { RoleInput } from '../../engine/exercise/entry.ts';
import { useDesk, useForm } from '../desk.ts';
import type { Draft } from '../drafts.ts';
import { Outcome } from './act.tsx';
import { TextField } from './field.tsx';

/** One text and one button. */
export function WordsForm(props: {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly go: string;
  readonly input: (text: string) => RoleInput;
  readonly done?: string;
}) {
  const { words } = useDesk();
  const { draft, trial, write } = useForm(props.name);
  const lacks = trial.type === 'missing';
  return (
    <ShortForm
      name={props.name}
      go={props.go}
      {...(props.done === undefined ? {} : { done: props.done })}
      lacking={({ body }) => (body.trim() === '' ? 'body' : undefined)}
      input={({ body }) => props.input(body)}
    >
      <TextField
        label={props.label}
        value={draft.body}
        change={(body) => write({ body })}
        rows={3}
        {...(props.hint === undefined ? {} : { hint: props.hint })}
        missing={lacks ? words.missing.body : undefined}
      />
    </ShortForm>
  );
}

/** Any fields and one button. `lacking` names the first field that must not be empty but is. */
export function ShortForm(props: {
  readonly name: string;
  readonly go: string;
  readonly done?: string;
  /** The id of what is to be known before sending. */
  readonly describedBy?: string;
  readonly lacking: (draft: Draft) => keyof Draft | undefined;
  readonly input: (draft: Draft) => RoleInput;
  readonly children: ComponentChildren;
}) {
  const { draft, trial, miss, send } = useForm(props.name);
  const submit = (): void => {
    const lacks = props.lacking(draft);
    if (lacks) miss(lacks);
    else void send(props.input(draft));
  };
  return (
    <form
      class="short"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {props.children}
      <div class="acts">
        <button
          type="submit"
          class="button"
          aria-disabled={trial.type === 'sending'}
          aria-describedby={props.describedBy}
        >
          {props.go}
        </button>
        <Outcome trial={trial} {...(props.done === undefined ? {} : { done: props.done })} />
      </div>
    </form>
  );
}

/** That something happened where the tool could not see it. */
export function Elsewhere(props: {
  readonly value: boolean;
  readonly change: (elsewhere: boolean) => void;
}) {
  const { words } = useDesk();
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={props.value}
        onChange={(event) => props.change(event.currentTarget.checked)}
      />
      <span>
        {words.elsewhere}
        <span class="hint">{words.elsewhereHint}</span>
      </span>
    </label>
  );
}
