/** Knows: the small forms of a task that need words: hand over, decline, report done. */
import type { TaskRow } from '../../engine/exercise/rows.ts';
import { useDesk, useForm } from '../desk.ts';
import { companies, line, others } from '../view.ts';
import { TextField } from './field.tsx';
import { ShortForm, WordsForm } from './form.tsx';

export function HandoverForm({ task }: { readonly task: TaskRow }) {
  const { words, lang, view, me } = useDesk();
  const name = `handover:${task.id}`;
  const { draft, trial, write } = useForm(name);
  const lacks = trial.type === 'missing' && trial.field === 'to';
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
      <div class="field">
        <label>
          {words.handOverTo}{' '}
          <select
            value={draft.to[0] ?? ''}
            aria-invalid={lacks}
            onChange={({ currentTarget: { value } }) => write({ to: value === '' ? [] : [value] })}
          >
            <option value="">{words.chooseRole}</option>
            {companies(others(view), lang, me.organisation).map((company) => (
              <optgroup key={company.id} label={company.name}>
                {company.roles.map((role) => (
                  <option key={role.id} value={role.id}>
                    {line(role.name, lang)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        {lacks && <p class="hint missing">{words.missing.to}</p>}
      </div>
      <TextField
        label={words.handOverNote}
        value={draft.body}
        change={(body) => write({ body })}
        rows={3}
        optional
      />
    </ShortForm>
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
  return (
    <WordsForm
      name={`finish:${task.id}`}
      label={words.finishNote}
      go={words.finishNow}
      input={(note) => ({ type: 'task.finish', task: task.id, note })}
    />
  );
}
