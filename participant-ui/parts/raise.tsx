/** Knows: raising a decision that the plan does not have: what, among which, by when, with whom. */
import { useEffect, useId, useRef } from 'preact/hooks';
import { LIMITS } from '../../engine/runtime/protocol.ts';
import { useDesk, useForm, type Form } from '../desk.ts';
import { spell } from '../deadline.ts';
import type { Draft } from '../drafts.ts';
import { others } from '../view.ts';
import { TextField } from './field.tsx';
import { ShortForm } from './form.tsx';
import { Receivers } from './receivers.tsx';

const FORM = 'raise';
const MINUTE = 60_000;
const LEAST = 2;
const MOST = 10;
/** Minutes to choose among; the second is the usual. */
const WITHIN: readonly number[] = [15, 30, 60, 120, 240];

export function Raise() {
  const { words, view, me, drafts } = useDesk();
  const form = useForm(FORM);
  const { draft, trial, write } = form;
  const colleagues = others(view)
    .filter(({ organisation }) => organisation === me.organisation)
    .map(({ id }) => id);
  useEffect(() => {
    if (draft.options.length === 0) drafts.begin(FORM, { to: colleagues, options: ['', ''] });
  });
  return (
    <article>
      <h2 class="detail-title" data-heading tabIndex={-1}>
        {words.raise}
      </h2>
      <p class="lead">{words.raiseText}</p>
      <ShortForm
        name={FORM}
        go={words.raiseNow}
        done={words.raised}
        lacking={lacking}
        input={(written) => ({
          type: 'decision.raise',
          question: written.body.trim(),
          options: named(written),
          within: minutesOf(written) * MINUTE,
          with: written.to,
        })}
      >
        <TextField
          label={words.raiseQuestion}
          value={draft.body}
          change={(body) => write({ body })}
          missing={
            trial.type === 'missing' && trial.field === 'body' ? words.missing.body : undefined
          }
        />
        <Options form={form} />
        <Within form={form} />
        <Receivers
          legend={words.raiseWith}
          chosen={draft.to}
          choose={(to) => write({ to })}
          grouped
        />
      </ShortForm>
    </article>
  );
}

function named({ options }: Draft): readonly string[] {
  return options.map((option) => option.trim()).filter((option) => option !== '');
}

function minutesOf({ within }: Draft): number {
  return within === '' ? 30 : Number(within);
}

function lacking(draft: Draft): keyof Draft | undefined {
  if (draft.body.trim() === '') return 'body';
  const options = named(draft);
  const different = new Set(options).size === options.length;
  return options.length < LEAST || !different ? 'options' : undefined;
}

function Options({ form: { draft, trial, write } }: { readonly form: Form }) {
  const { words } = useDesk();
  const { options } = draft;
  const lacks = trial.type === 'missing' && trial.field === 'options';
  const fields = useRef<HTMLFieldSetElement>(null);
  const id = useId();
  const last = useRef(options.length);
  useEffect(() => {
    if (lacks) fields.current?.querySelector('input')?.focus();
  }, [lacks]);
  useEffect(() => {
    // Who adds a field goes on in it; who takes one away stays among them.
    const inputs = fields.current?.querySelectorAll('input') ?? [];
    const moved = last.current >= LEAST && options.length !== last.current;
    if (moved) inputs[inputs.length - 1]?.focus();
    last.current = options.length;
  }, [options.length]);
  const change = (at: number, value: string): void =>
    write({ options: options.map((option, i) => (i === at ? value : option)) });
  return (
    <fieldset class="option-fields" ref={fields} aria-describedby={id}>
      <legend>{words.raiseOptions}</legend>
      {options.map((option, i) => (
        <div key={i} class="option-field">
          <input
            type="text"
            autocomplete="off"
            maxLength={LIMITS.title}
            aria-label={words.raiseOption(i + 1)}
            aria-invalid={lacks}
            value={option}
            onInput={(event) => change(i, event.currentTarget.value)}
          />
          {options.length > LEAST && (
            <button
              type="button"
              class="button quiet small"
              aria-label={words.raiseLess(i + 1)}
              onClick={() => write({ options: options.filter((_, at) => at !== i) })}
            >
              ×
            </button>
          )}
        </div>
      ))}
      <p class="hint missing" id={id}>
        {lacks && words.raiseLacks}
      </p>
      {options.length < MOST && (
        <p>
          <button
            type="button"
            class="button quiet small"
            onClick={() => write({ options: [...options, ''] })}
          >
            {words.raiseMore}
          </button>
        </p>
      )}
    </fieldset>
  );
}

function Within({ form: { draft, write } }: { readonly form: Form }) {
  const { words, exercise } = useDesk();
  const choices = WITHIN.filter((minutes) => minutes * MINUTE <= exercise.length);
  return (
    <div class="field">
      <label>
        {words.raiseWithin}{' '}
        <select
          value={String(minutesOf(draft))}
          onChange={(event) => write({ within: event.currentTarget.value })}
        >
          {choices.map((minutes) => (
            <option key={minutes} value={String(minutes)}>
              {spell(minutes * MINUTE, words)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
