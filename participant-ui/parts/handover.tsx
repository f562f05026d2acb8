/** Knows: the small forms of a task that need words: hand over, assign, decline, report done. */
import type { ClaimAs } from '../../engine/exercise/entry.ts';
import type { TaskRow } from '../../engine/exercise/rows.ts';
import { useDesk, useForm } from '../desk.ts';
import { companies, others } from '../view.ts';
import { RoleOptions } from './choices.tsx';
import { TextField } from './field.tsx';
import { Elsewhere, ShortForm, WordsForm } from './form.tsx';

export function HandoverForm({ task }: { readonly task: TaskRow }) {
  const { words } = useDesk();
  const name = `handover:${task.id}`;
  return (
    <ShortForm
      name={name}
      go={words.handOverNow}
      done={words.handedOver}
      lacking={({ to }) => (to.length === 0 ? 'to' : undefined)}
      input={({ to, body }) => ({
        type: 'handover.offer',
        task: task.id,
        to: to[0] ?? '',
        ...(body.trim() === '' ? {} : { note: body }),
      })}
    >
      <OneRole form={name} label={words.handOverTo} />
      <Note form={name} />
    </ShortForm>
  );
}

function Note({ form }: { readonly form: string }) {
  const { words } = useDesk();
  const { draft, write } = useForm(form);
  return (
    <TextField
      label={words.handOverNote}
      value={draft.body}
      change={(body) => write({ body })}
      rows={3}
      optional
    />
  );
}

/** Asks a role to take the task on; also one that nobody holds. */
export function AssignForm({ task }: { readonly task: TaskRow }) {
  const { words } = useDesk();
  const name = `assign:${task.id}`;
  const { draft, write } = useForm(name);
  const as = asOf(draft.option);
  return (
    <ShortForm
      name={name}
      go={words.assignNow}
      done={words.assigned}
      lacking={({ to }) => (to.length === 0 ? 'to' : undefined)}
      input={({ to, option, body }) => ({
        type: 'task.assign',
        task: task.id,
        to: to[0] ?? '',
        as: asOf(option),
        ...(body.trim() === '' ? {} : { note: body }),
      })}
    >
      <OneRole form={name} label={words.assignTo} />
      <fieldset class="either">
        <legend>{words.assignAs}</legend>
        {(['responsible', 'accountable'] as const).map((one) => (
          <label key={one} class="check">
            <input
              type="radio"
              name={name}
              checked={as === one}
              onChange={() => write({ option: one })}
            />
            <span>{words[one]}</span>
          </label>
        ))}
      </fieldset>
      <Note form={name} />
    </ShortForm>
  );
}

/** Work is what one mostly asks for. */
function asOf(option: string): ClaimAs {
  return option === 'accountable' ? 'accountable' : 'responsible';
}

function OneRole({ form, label }: { readonly form: string; readonly label: string }) {
  const { words, lang, view, me } = useDesk();
  const { draft, trial, write } = useForm(form);
  const lacks = trial.type === 'missing' && trial.field === 'to';
  return (
    <div class="field">
      <label>
        {label}{' '}
        <select
          value={draft.to[0] ?? ''}
          aria-invalid={lacks}
          onChange={({ currentTarget: { value } }) => write({ to: value === '' ? [] : [value] })}
        >
          <option value="">{words.chooseRole}</option>
          <RoleOptions of={companies(others(view), lang, me.organisation)} />
        </select>
      </label>
      {lacks && (
        <p class="hint missing" role="status">
          {words.missing.to}
        </p>
      )}
    </div>
  );
}

export function DeclineForm({ task, from }: { readonly task: TaskRow; readonly from: string }) {
  const { words } = useDesk();
  return (
    <WordsForm
      name={`decline:${task.id}:${from}`}
      label={words.declineReason}
      go={words.declineNow}
      input={(reason) => ({ type: 'handover.decline', task: task.id, from, reason })}
    />
  );
}

export function FinishForm({ task }: { readonly task: TaskRow }) {
  const { words } = useDesk();
  const name = `finish:${task.id}`;
  const { draft, trial, write } = useForm(name);
  return (
    <ShortForm
      name={name}
      go={words.finishNow}
      lacking={({ body }) => (body.trim() === '' ? 'body' : undefined)}
      input={({ body, elsewhere }) => ({
        type: 'task.finish',
        task: task.id,
        note: body,
        ...(elsewhere ? { outside: true } : {}),
      })}
    >
      <TextField
        label={words.finishNote}
        value={draft.body}
        change={(body) => write({ body })}
        rows={3}
        missing={trial.type === 'missing' ? words.missing.body : undefined}
      />
      <Elsewhere value={draft.elsewhere} change={(elsewhere) => write({ elsewhere })} />
    </ShortForm>
  );
}
