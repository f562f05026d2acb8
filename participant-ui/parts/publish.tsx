/** Knows: writing a statement to the public, and asking once more before it is out. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { RoleInput } from '../../engine/exercise/entry.ts';
import { useDesk, useForm, type Form } from '../desk.ts';
import type { Draft } from '../drafts.ts';
import { OUTLETS } from '../published.ts';
import { enclosed } from '../sure.ts';
import { Outcome } from './act.tsx';
import { TextField } from './field.tsx';
import { Knowledge } from './knowledge.tsx';

const FORM = 'publish';

export function Publish() {
  const { words } = useDesk();
  const form = useForm(FORM);
  const { draft, trial, write, miss, send } = form;
  /** The very words that are about to go out: others need to be confirmed anew. */
  const [sure, setSure] = useState<Draft>();
  const asking = sure !== undefined && sure === draft && trial.type !== 'sending';
  const submit = (): void => {
    const lacks = lacking(draft);
    if (lacks) miss(lacks);
    else setSure(draft);
  };
  return (
    <article>
      <h2 class="detail-title" data-heading tabIndex={-1}>
        {words.publish}
      </h2>
      <form
        class="compose"
        noValidate
        aria-label={words.publish}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Where form={form} />
        <TextField
          label={words.publishTitle}
          value={draft.title}
          change={(title) => write({ title })}
          missing={lackOf(form, 'title') ? words.missing.body : undefined}
        />
        <TextField
          label={words.body}
          value={draft.body}
          change={(body) => write({ body })}
          rows={8}
          missing={lackOf(form, 'body') ? words.missing.body : undefined}
        />
        <Knowledge
          legend={words.attachFacts}
          chosen={draft.facts}
          choose={(facts) => write({ facts })}
          sure={{ said: draft.sure, say: (sure) => write({ sure }) }}
        />
        {asking ? (
          <Confirm
            yes={() => {
              setSure(undefined);
              void send(statementOf(draft));
            }}
            no={() => setSure(undefined)}
          />
        ) : (
          <div class="acts">
            <button type="submit" class="button" aria-disabled={trial.type === 'sending'}>
              {words.publishNext}
            </button>
            <Outcome trial={trial} done={words.published} />
          </div>
        )}
      </form>
    </article>
  );
}

function lackOf({ trial }: Form, field: keyof Draft): boolean {
  return trial.type === 'missing' && trial.field === field;
}

function lacking(draft: Draft): keyof Draft | undefined {
  if (!OUTLETS.some((outlet) => outlet === draft.option)) return 'option';
  if (draft.title.trim() === '') return 'title';
  return draft.body.trim() === '' ? 'body' : undefined;
}

function statementOf(draft: Draft): RoleInput {
  const { option, title, body } = draft;
  const outlet = OUTLETS.find((one) => one === option) ?? 'press';
  return { type: 'statement.publish', outlet, title: title.trim(), body, ...enclosed(draft) };
}

function Where({ form }: { readonly form: Form }) {
  const { words } = useDesk();
  const { draft, write } = form;
  const lacks = lackOf(form, 'option');
  const field = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (lacks) field.current?.querySelector('input')?.focus();
  }, [lacks]);
  return (
    <fieldset class="either" ref={field}>
      <legend>{words.publishWhere}</legend>
      {OUTLETS.map((outlet) => (
        <label key={outlet} class="check">
          <input
            type="radio"
            name="outlet"
            checked={draft.option === outlet}
            onChange={() => write({ option: outlet })}
          />
          <span>{words.outlets[outlet]}</span>
        </label>
      ))}
      {lacks && (
        <p class="hint missing" role="status">
          {words.missingOutlet}
        </p>
      )}
    </fieldset>
  );
}

/** The reader's own step leads here, so the focus comes along. */
function Confirm({ yes, no }: { readonly yes: () => void; readonly no: () => void }) {
  const { words } = useDesk();
  const id = useId();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <div class="confirm" role="group" aria-labelledby={id}>
      <p id={id}>
        <strong>{words.publishAsk}</strong>
      </p>
      <div class="acts">
        <button type="button" class="button danger" onClick={yes} aria-describedby={id} ref={first}>
          {words.publishNow}
        </button>
        <button type="button" class="button quiet" onClick={no}>
          {words.publishBack}
        </button>
      </div>
    </div>
  );
}
