/**
 * What one says about a thing rather than in it: a question to control, an objection to the record,
 * that it was done outside the tool. Knows: the forms, and what was said before about the same.
 */
import { useState } from 'preact/hooks';
import type { About } from '../../engine/exercise/entry.ts';
import { useDesk, useForm, useOpenedForm } from '../desk.ts';
import { TextField } from './field.tsx';
import { ShortForm, WordsForm } from './form.tsx';
import { Receivers } from './receivers.tsx';
import { Said, saidAbout } from './said.tsx';

type Remark = 'ask' | 'contest' | 'outside';

export function Remarks(props: { readonly about: About; readonly outside?: boolean }) {
  const { words, view } = useDesk();
  const { about, outside = false } = props;
  const [open, setOpen] = useState<Remark>();
  const around = useOpenedForm(open);
  const key = Object.values(about).join(':');
  const said = saidAbout(view, about);
  const opener = (remark: Remark, label: string) => (
    <button
      type="button"
      class="button quiet small"
      aria-expanded={open === remark}
      onClick={() => setOpen(open === remark ? undefined : remark)}
    >
      {label}
    </button>
  );
  return (
    <section class="remarks" ref={around}>
      <div class="acts">
        {opener('ask', words.askControlOpen)}
        {opener('contest', words.contest)}
        {outside && opener('outside', words.doneOutside)}
      </div>
      {open === 'ask' && <AskForm name={`ask:${key}`} about={about} />}
      {open === 'contest' && (
        <WordsForm
          name={`contest:${key}`}
          label={words.contestText}
          hint={words.contestHint}
          go={words.contestNow}
          done={words.contestDone}
          input={(text) => ({ type: 'record.contest', about, text })}
        />
      )}
      {open === 'outside' && <OutsideForm name={`outside:${key}`} about={about} />}
      {said.length > 0 && (
        <section class="said-about">
          <h3>{words.saidAbout}</h3>
          <ul class="cards">
            {said.map((one) => (
              <Said key={one.row.id} said={one} />
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}

export function AskForm({ name, about }: { readonly name: string; readonly about?: About }) {
  const { words } = useDesk();
  return (
    <WordsForm
      name={name}
      label={words.askControlText}
      hint={words.askControlHint}
      go={words.askControlNow}
      done={words.askControlDone}
      input={(text) => ({ type: 'control.ask', text, ...(about ? { about } : {}) })}
    />
  );
}

function OutsideForm({ name, about }: { readonly name: string; readonly about: About }) {
  const { words } = useDesk();
  const { draft, trial, write } = useForm(name);
  return (
    <ShortForm
      name={name}
      go={words.doneOutsideNow}
      done={words.doneOutsideDone}
      lacking={({ body }) => (body.trim() === '' ? 'body' : undefined)}
      input={({ body, to }) => ({ type: 'outside.report', about, text: body, to })}
    >
      <TextField
        label={words.doneOutsideText}
        hint={words.doneOutsideHint}
        value={draft.body}
        change={(body) => write({ body })}
        rows={3}
        missing={trial.type === 'missing' ? words.missing.body : undefined}
      />
      <Receivers
        legend={words.doneOutsideWith}
        chosen={draft.to}
        choose={(to) => write({ to })}
        optional
      />
    </ShortForm>
  );
}
