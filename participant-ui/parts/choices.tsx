/** Knows: choosing one of a few in a form, and saying that nothing is chosen. Does not know: of what. */
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import type { RoleRow } from '../../engine/exercise/rows.ts';
import { useDesk, type Form } from '../desk.ts';
import { line, type Company } from '../view.ts';

/** Radio buttons for the form's `option`. */
export function Choices(props: {
  readonly form: Form;
  readonly legend: ComponentChildren;
  readonly class?: string;
  readonly options: readonly { readonly id: string; readonly title: string }[];
}) {
  const { words } = useDesk();
  const { draft, trial, write } = props.form;
  const lacks = trial.type === 'missing' && trial.field === 'option';
  const name = useId();
  const choices = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (lacks) choices.current?.querySelector('input')?.focus();
  }, [lacks]);
  return (
    <fieldset class="options" ref={choices}>
      <legend class={props.class}>{props.legend}</legend>
      {props.options.map(({ id, title }) => (
        <label key={id} class="option">
          <input
            type="radio"
            name={name}
            checked={draft.option === id}
            onChange={() => write({ option: id })}
          />
          <span>{title}</span>
        </label>
      ))}
      {lacks && (
        <p class="hint missing" role="status">
          {words.missing.option}
        </p>
      )}
    </fieldset>
  );
}

/** Roles by organisation, within a select. */
export function RoleOptions({ of }: { readonly of: readonly Company<RoleRow>[] }) {
  const { lang } = useDesk();
  return (
    <>
      {of.map((company) => (
        <optgroup key={company.id} label={company.name}>
          {company.roles.map((role) => (
            <option key={role.id} value={role.id}>
              {line(role.name, lang)}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}
