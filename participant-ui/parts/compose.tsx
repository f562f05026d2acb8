/** Knows: writing a message, new or in answer to one. What is refused stays as it was written. */
import { useState } from 'preact/hooks';
import type { RoleInput } from '../../engine/exercise/entry.ts';
import type { ItemRow } from '../../engine/exercise/rows.ts';
import { useDesk, useForm } from '../desk.ts';
import type { Draft } from '../drafts.ts';
import { decisions, line, senderName, tasks } from '../view.ts';
import { Outcome } from './act.tsx';
import { TextField } from './field.tsx';
import { Knowledge } from './knowledge.tsx';
import { Receivers } from './receivers.tsx';

export function Compose(props: {
  readonly form: string;
  /** The item that this answers. */
  readonly answers?: ItemRow;
  readonly close?: () => void;
}) {
  const { words, lang, view } = useDesk();
  const { answers, close } = props;
  const { draft, trial, write, miss, send, clear } = useForm(props.form);
  const missing = trial.type === 'missing' ? trial.field : undefined;
  const told = (field: keyof Draft): string | undefined =>
    missing === field ? words.missing[field] : undefined;
  const busy = trial.type === 'sending';
  // After a sending has gone well the form is empty again; who closes it does so by hand.
  const [sentOnce, setSentOnce] = useState(false);

  const submit = async (): Promise<void> => {
    const lacks = lacking(draft, answers);
    if (lacks) {
      miss(lacks);
      return;
    }
    const done = await send(messageOf(draft, answers));
    setSentOnce(done);
  };

  if (close && sentOnce && trial.type === 'done')
    return <Outcome trial={trial} done={words.sentNow} />;
  return (
    <form
      class="compose"
      noValidate
      aria-label={answers ? words.reply : words.sections.write}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {answers && (
        <div>
          <p class="compose-to">{words.replyTo(senderName(view, answers, lang))}</p>
          {answers.from.role === undefined && <p class="hint">{words.replyOutside}</p>}
        </div>
      )}
      {!answers && (
        <Receivers chosen={draft.to} choose={(to) => write({ to })} missing={told('to')} />
      )}
      {!answers && (
        <TextField
          label={words.title}
          value={draft.title}
          change={(title) => write({ title })}
          optional
        />
      )}
      <TextField
        label={words.body}
        value={draft.body}
        change={(body) => write({ body })}
        rows={answers ? 5 : 8}
        missing={told('body')}
      />
      <Knowledge
        legend={words.attachFacts}
        chosen={draft.facts}
        choose={(facts) => write({ facts })}
      />
      {!answers && <About value={draft.about} change={(about) => write({ about })} />}
      <label class="check">
        <input
          type="checkbox"
          checked={draft.asks}
          onChange={(event) => write({ asks: event.currentTarget.checked })}
        />
        <span>
          {words.asks}
          <span class="hint">{words.asksHint}</span>
        </span>
      </label>
      <div class="acts">
        <button type="submit" class="button" aria-disabled={busy}>
          {words.send}
        </button>
        {(close ?? draft.body !== '') && (
          <button
            type="button"
            class="button quiet"
            onClick={() => {
              clear();
              close?.();
            }}
          >
            {close ? words.cancel : words.discard}
          </button>
        )}
        <Outcome trial={trial} done={words.sentNow} />
      </div>
    </form>
  );
}

function About(props: { readonly value: string; readonly change: (about: string) => void }) {
  const { words, lang, view } = useDesk();
  const openTasks = tasks(view).filter((task) => task.status === 'open');
  const open = decisions(view).filter((decision) => !decision.made);
  if (openTasks.length + open.length === 0) return null;
  return (
    <div class="field">
      <label>
        {words.about}{' '}
        <select value={props.value} onChange={(event) => props.change(event.currentTarget.value)}>
          <option value="">{words.aboutNothing}</option>
          {openTasks.length > 0 && (
            <optgroup label={words.aboutTasks}>
              {openTasks.map((task) => (
                <option key={task.id} value={`task:${task.id}`}>
                  {line(task.title, lang)}
                </option>
              ))}
            </optgroup>
          )}
          {open.length > 0 && (
            <optgroup label={words.aboutDecisions}>
              {open.map((decision) => (
                <option key={decision.id} value={`decision:${decision.id}`}>
                  {line(decision.question, lang)}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      </label>
    </div>
  );
}

/** An answer to somebody outside the exercise has no role to go to. */
function lacking(draft: Draft, answers: ItemRow | undefined): keyof Draft | undefined {
  if (draft.to.length === 0 && !answers) return 'to';
  if (draft.body.trim() === '') return 'body';
  return undefined;
}

function messageOf(draft: Draft, answers: ItemRow | undefined): RoleInput {
  const [kind = '', ...rest] = draft.about.split(':');
  const about = kind === '' ? answers?.about : { [kind]: rest.join(':') };
  return {
    type: 'message.send',
    to: draft.to,
    body: draft.body,
    facts: draft.facts,
    asks: draft.asks,
    ...(draft.title.trim() === '' ? {} : { title: draft.title.trim() }),
    ...(answers ? { replyTo: answers.id } : {}),
    ...(about ? { about } : {}),
  };
}
