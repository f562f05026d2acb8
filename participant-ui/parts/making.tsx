/** Knows: taking a decision: which option, why, on what basis, and who disagreed. */
import type { DecisionRow } from '../../engine/exercise/rows.ts';
import { useDesk, useForm, type Form } from '../desk.ts';
import { line } from '../view.ts';
import { Outcome } from './act.tsx';
import { Choices } from './choices.tsx';
import { TextField } from './field.tsx';
import { Elsewhere } from './form.tsx';
import { Knowledge } from './knowledge.tsx';
import { NEW_MESSAGE } from './write.tsx';

type Part = { readonly decision: DecisionRow; readonly form: Form };

export function Making({ decision }: { readonly decision: DecisionRow }) {
  const { words } = useDesk();
  const form = useForm(`decide:${decision.id}`);
  const { draft, trial, write, miss, send } = form;
  const submit = (): void => {
    if (draft.option === '') miss('option');
    else if (draft.body.trim() === '') miss('body');
    else {
      const { assumptions, dissent } = draft;
      void send({
        type: 'decision.record',
        decision: decision.id,
        option: draft.option,
        reason: draft.body,
        facts: draft.facts,
        ...(assumptions.trim() === '' ? {} : { assumptions }),
        ...(dissent.trim() === '' ? {} : { dissent }),
        ...(draft.elsewhere ? { outside: true } : {}),
      });
    }
  };
  return (
    <form
      class="making"
      noValidate
      aria-label={words.decide}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Options decision={decision} form={form} />
      <TextField
        label={words.decisionReason}
        hint={words.decisionReasonHint}
        value={draft.body}
        change={(body) => write({ body })}
        rows={4}
        missing={
          trial.type === 'missing' && trial.field === 'body' ? words.missing.body : undefined
        }
      />
      <Knowledge
        legend={words.factsUsed}
        chosen={draft.facts}
        choose={(facts) => write({ facts })}
      />
      <Beyond decision={decision} form={form} />
      <Elsewhere value={draft.elsewhere} change={(elsewhere) => write({ elsewhere })} />
      <Taking decision={decision} form={form} />
    </form>
  );
}

function Options({ decision, form }: Part) {
  const { words, lang } = useDesk();
  const options = decision.options.map(({ id, title }) => ({ id, title: line(title, lang) }));
  return <Choices form={form} legend={words.options} options={options} />;
}

/** What one takes for granted, and who saw it otherwise. */
function Beyond({ form: { draft, write } }: Part) {
  const { words } = useDesk();
  return (
    <details class="knowledge" open={draft.assumptions !== '' || draft.dissent !== ''}>
      <summary>
        {words.moreOfDecision} <span class="dim">({words.optional})</span>
      </summary>
      <div class="compose-part">
        <TextField
          label={words.assumptions}
          hint={words.assumptionsHint}
          value={draft.assumptions}
          change={(assumptions) => write({ assumptions })}
          rows={2}
        />
        <TextField
          label={words.dissent}
          hint={words.dissentHint}
          value={draft.dissent}
          change={(dissent) => write({ dissent })}
          rows={2}
        />
      </div>
    </details>
  );
}

function Taking({ decision, form: { trial } }: Part) {
  const { words, drafts, places } = useDesk();
  return (
    <div class="acts">
      <button type="submit" class="button" aria-disabled={trial.type === 'sending'}>
        {words.decide}
      </button>
      <button
        type="button"
        class="button quiet"
        onClick={() => {
          drafts.write(NEW_MESSAGE, { about: `decision:${decision.id}`, asks: true });
          places.go({ section: 'write' });
        }}
      >
        {words.askFirst}
      </button>
      <Outcome trial={trial} />
    </div>
  );
}
