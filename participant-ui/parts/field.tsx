/** Knows: a labelled text field, and how to say that it lacks something. */
import { useEffect, useId, useRef } from 'preact/hooks';
import { LIMITS } from '../../engine/runtime/protocol.ts';
import { useHall } from '../desk.ts';

export function TextField(props: {
  readonly label: string;
  readonly value: string;
  readonly change: (value: string) => void;
  readonly rows?: number;
  readonly hint?: string;
  readonly optional?: boolean;
  readonly missing?: string | undefined;
}) {
  const { words } = useHall();
  const id = useId();
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const { label, value, change, rows, hint, missing } = props;
  useEffect(() => {
    if (missing !== undefined) input.current?.focus();
  }, [missing]);
  const shared = {
    id,
    ref: input,
    value,
    'aria-describedby': `${id}-said`,
    'aria-invalid': missing !== undefined,
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      change(event.currentTarget.value),
  };
  return (
    <div class="field">
      <label for={id}>
        {label} {props.optional && <span class="dim">({words.optional})</span>}
      </label>
      {rows === undefined ? (
        <input type="text" autocomplete="off" maxLength={LIMITS.title} {...shared} />
      ) : (
        <textarea rows={rows} maxLength={LIMITS.text} {...shared} />
      )}
      <p id={`${id}-said`} class={missing === undefined ? 'hint' : 'hint missing'}>
        {missing ?? hint}
      </p>
    </div>
  );
}
