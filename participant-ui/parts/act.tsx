/** Knows: one act on one button, and what the host said to it. */
import { useEffect, useRef } from 'preact/hooks';
import { useDesk, useForm } from '../desk.ts';
import type { Trial } from '../drafts.ts';
import type { RoleInput } from '../../engine/exercise/entry.ts';
import { line } from '../view.ts';

/** `form` names the act, so that what became of it is found again after going elsewhere. */
export function Act(props: {
  readonly form: string;
  readonly input: RoleInput;
  readonly label: string;
  readonly quiet?: boolean;
}) {
  const { trial, send } = useForm(props.form);
  return (
    <div class="act">
      <button
        type="button"
        class={props.quiet ? 'button quiet' : 'button'}
        aria-disabled={trial.type === 'sending'}
        onClick={() => void send(props.input)}
      >
        {props.label}
      </button>
      <Outcome trial={trial} />
    </div>
  );
}

/** The host's answer beside what was tried. `done`: what to say when it was a yes. */
export function Outcome({ trial, done }: { readonly trial: Trial; readonly done?: string }) {
  const { words, lang, online } = useDesk();
  const said = (): string | undefined => {
    switch (trial.type) {
      case 'idle':
      case 'missing':
        return undefined;
      case 'sending':
        return online ? words.sending : words.waiting;
      case 'done':
        return done;
      case 'refused':
        return `${words.refused} ${line(trial.reason, lang)}`;
      default:
        return trial satisfies never;
    }
  };
  const shown = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    // A narrow screen's lowest rows lie under the navigation: a no must not hide there.
    if (trial.type === 'refused') shown.current?.scrollIntoView({ block: 'nearest' });
  }, [trial]);
  return (
    <p class={`outcome ${trial.type}`} role="status" ref={shown}>
      {said()}
    </p>
  );
}
