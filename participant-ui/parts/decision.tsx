/** Knows: one decision: making it with a reason, or reading what was decided, by whom and why. */
import { useEffect, useRef } from 'preact/hooks';
import { say } from '../../engine/runtime/protocol.ts';
import type { DecisionRow } from '../../engine/exercise/rows.ts';
import { useDesk, useForm } from '../desk.ts';
import { line, roleName } from '../view.ts';
import { Outcome } from './act.tsx';
import { TextField } from './field.tsx';
import { Knowledge } from './knowledge.tsx';
import { Prose } from './prose.tsx';
import { Left, When, useMoment } from './time.tsx';
import { NEW_MESSAGE } from './write.tsx';

export function Decision({ decision }: { readonly decision: DecisionRow }) {
  const { words, lang } = useDesk();
  return (
    <article>
      <h2 class="detail-title" data-heading tabIndex={-1}>
        {line(decision.question, lang)}
      </h2>
      <dl class="facts-of">
        <dt>{words.opened}</dt>
        <dd>
          <When at={decision.openedAt} />
        </dd>
        <dt>{words.due}</dt>
        <dd>
          <When at={decision.due} /> {!decision.made && <Left due={decision.due} />}
        </dd>
      </dl>
      {decision.description !== undefined && <Prose source={say(decision.description, lang)} />}
      {decision.made ? (
        <Made decision={decision} made={decision.made} />
      ) : (
        <Making decision={decision} />
      )}
    </article>
  );
}

function Making({ decision }: { readonly decision: DecisionRow }) {
  const { words, lang, drafts, places } = useDesk();
  const { draft, trial, write, miss, send } = useForm(`decide:${decision.id}`);
  const missing = trial.type === 'missing' ? trial.field : undefined;
  const choices = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (missing === 'option') choices.current?.querySelector('input')?.focus();
  }, [missing]);

  const submit = (): void => {
    if (draft.option === '') {
      miss('option');
      return;
    }
    if (draft.body.trim() === '') {
      miss('body');
      return;
    }
    void send({
      type: 'decision.record',
      decision: decision.id,
      option: draft.option,
      reason: draft.body,
      facts: draft.facts,
    });
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
      <fieldset class="options" ref={choices}>
        <legend>{words.options}</legend>
        {decision.options.map((option) => (
          <label key={option.id} class="option">
            <input
              type="radio"
              name={`option-${decision.id}`}
              checked={draft.option === option.id}
              onChange={() => write({ option: option.id })}
            />
            <span>{line(option.title, lang)}</span>
          </label>
        ))}
        {missing === 'option' && (
          <p class="hint missing" role="status">
            {words.missing.option}
          </p>
        )}
      </fieldset>
      <TextField
        label={words.decisionReason}
        hint={words.decisionReasonHint}
        value={draft.body}
        change={(body) => write({ body })}
        rows={4}
        missing={missing === 'body' ? words.missing.body : undefined}
      />
      <Knowledge
        legend={words.factsUsed}
        chosen={draft.facts}
        choose={(facts) => write({ facts })}
      />
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
    </form>
  );
}

function Made(props: {
  readonly decision: DecisionRow;
  readonly made: NonNullable<DecisionRow['made']>;
}) {
  const { words, lang, view } = useDesk();
  const at = useMoment();
  const { option, reason, role, how } = props.made;
  const title = props.decision.options.find(({ id }) => id === option)?.title ?? option;
  const who = role === undefined ? '' : roleName(view, role, lang);
  const time = at(props.made.at);
  const said: { readonly [H in typeof how]: string } = {
    role: words.madeBy(who, time),
    control: words.madeByControl(who, time),
    default: words.madeByDefault(time),
  };
  return (
    <section class="made">
      <h3>{words.decided}</h3>
      <p class="outcome-title">{line(title, lang)}</p>
      <p>{said[how]}</p>
      {reason !== '' && how !== 'default' && (
        <>
          <h3>{words.decisionReason}</h3>
          <Prose source={reason} />
        </>
      )}
    </section>
  );
}
