/** Knows: writing a message, new or in answer to one. What is refused stays as it was written. */
import { useState } from 'preact/hooks';
import type { RoleInput } from '../../engine/exercise/entry.ts';
import type { ItemRow, RoleView } from '../../engine/exercise/rows.ts';
import type { Lang } from '../../engine/runtime/protocol.ts';
import { useDesk, useForm, type Form } from '../desk.ts';
import type { Draft } from '../drafts.ts';
import { enclosed } from '../sure.ts';
import { roleName, senderName } from '../view.ts';
import { About } from './about.tsx';
import { Outcome } from './act.tsx';
import { TextField } from './field.tsx';
import { Knowledge } from './knowledge.tsx';
import { Outsider } from './outsider.tsx';
import { Receivers } from './receivers.tsx';

type Letter = {
  readonly form: Form;
  /** The item that this answers. */
  readonly answers: ItemRow | undefined;
};

export function Compose(props: {
  readonly form: string;
  readonly answers?: ItemRow;
  readonly close?: () => void;
}) {
  const { words } = useDesk();
  const { answers, close } = props;
  const form = useForm(props.form);
  const { draft, trial, miss, send } = form;
  // After a sending has gone well the form is empty again; who wants to write more opens it anew.
  const [sentOnce, setSentOnce] = useState(false);

  const submit = async (): Promise<void> => {
    const lacks = lacking(draft, answers);
    if (lacks) miss(lacks);
    else setSentOnce(await send(messageOf(draft, answers)));
  };

  if (close && sentOnce && trial.type === 'done') {
    return <Outcome trial={trial} done={words.sentNow} />;
  }
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
      <Written form={form} answers={answers} />
      <Enclosed form={form} answers={answers} />
      <Sending form={form} close={close} />
    </form>
  );
}

/** To whom, and the words. */
function Written({ form, answers }: Letter) {
  const { words, lang, view } = useDesk();
  const { draft, trial, write } = form;
  const told = (field: 'to' | 'body'): string | undefined =>
    trial.type === 'missing' && trial.field === field ? words.missing[field] : undefined;
  return (
    <div class="compose-part">
      {answers ? (
        <div>
          <p class="compose-to">
            {draft.to.length > (answers.from.role === undefined ? 0 : 1)
              ? words.replyToAll(allNames(view, draft, lang))
              : words.replyTo(senderName(view, answers, lang))}
          </p>
          {answers.from.role === undefined && <p class="hint">{words.replyOutside}</p>}
        </div>
      ) : (
        <>
          <Receivers
            chosen={draft.to}
            choose={(to) => write({ to })}
            missing={told('to')}
            grouped
          />
          <Outsider value={draft.outside} change={(outside) => write({ outside })} />
          <TextField
            label={words.title}
            value={draft.title}
            change={(title) => write({ title })}
            optional
          />
        </>
      )}
      <TextField
        label={words.body}
        value={draft.body}
        change={(body) => write({ body })}
        rows={answers ? 5 : 8}
        missing={told('body')}
      />
    </div>
  );
}

/** Everybody an answer goes to, by name. */
function allNames(view: RoleView, draft: Draft, lang: Lang): string {
  const outside = draft.outside === '' ? [] : [draft.outside];
  return [...outside, ...draft.to.map((role) => roleName(view, role, lang))].join('; ');
}

/** What goes along with the words. */
function Enclosed({ form, answers }: Letter) {
  const { words } = useDesk();
  const { draft, write } = form;
  return (
    <div class="compose-part">
      <Knowledge
        legend={words.attachFacts}
        chosen={draft.facts}
        choose={(facts) => write({ facts })}
        sure={{ said: draft.sure, say: (sure) => write({ sure }) }}
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
    </div>
  );
}

function Sending(props: { readonly form: Form; readonly close: (() => void) | undefined }) {
  const { words } = useDesk();
  const { form, close } = props;
  const { draft, trial, clear } = form;
  const drop = (): void => {
    clear();
    close?.();
  };
  return (
    <div class="acts">
      <button type="submit" class="button" aria-disabled={trial.type === 'sending'}>
        {words.send}
      </button>
      {(close !== undefined || draft.body !== '') && (
        <button type="button" class="button quiet" onClick={drop}>
          {close ? words.cancel : words.discard}
        </button>
      )}
      <Outcome trial={trial} done={words.sentNow} />
    </div>
  );
}

/** An answer to somebody outside the exercise has no role to go to. */
function lacking(draft: Draft, answers: ItemRow | undefined): keyof Draft | undefined {
  if (draft.to.length === 0 && draft.outside.trim() === '' && !answers) return 'to';
  return draft.body.trim() === '' ? 'body' : undefined;
}

function messageOf(draft: Draft, answers: ItemRow | undefined): RoleInput {
  const [kind = '', ...rest] = draft.about.split(':');
  const about = kind === '' ? answers?.about : { [kind]: rest.join(':') };
  const title = draft.title.trim();
  const outside = draft.outside.trim();
  return {
    type: 'message.send',
    to: draft.to,
    body: draft.body,
    ...enclosed(draft),
    asks: draft.asks,
    ...(outside === '' ? {} : { outside }),
    ...(title === '' ? {} : { title }),
    ...(answers ? { replyTo: answers.id } : {}),
    ...(about ? { about } : {}),
  };
}
