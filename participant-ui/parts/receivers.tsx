/** Knows: choosing one or more roles to write to, by organisation. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { companies, line, others } from '../view.ts';

/** From so many roles on there is a field to find them with. */
const MANY = 10;

export function Receivers(props: {
  readonly chosen: readonly string[];
  readonly choose: (roles: readonly string[]) => void;
  readonly missing: string | undefined;
}) {
  const { words, lang, view, me } = useDesk();
  const { chosen, choose, missing } = props;
  const [wanted, setWanted] = useState('');
  const id = useId();
  const field = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (missing !== undefined) field.current?.querySelector('input')?.focus();
  }, [missing]);

  const all = others(view);
  const sought = wanted.trim().toLowerCase();
  const shown = all.filter(
    (role) =>
      chosen.includes(role.id) ||
      `${line(role.name, lang)} ${line(role.organisationName, lang)}`
        .toLowerCase()
        .includes(sought),
  );
  return (
    <fieldset class="receivers" ref={field} aria-describedby={`${id}-said`}>
      <legend>
        {words.receivers}
        {chosen.length > 0 && <span class="dim"> · {words.chosen(chosen.length)}</span>}
      </legend>
      {all.length >= MANY && (
        <input
          type="search"
          class="find"
          aria-label={words.findRole}
          placeholder={words.findRole}
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
      )}
      <div class="company-choices">
        {companies(shown, lang, me.organisation).map((company) => (
          <div key={company.id} class="company-choice" role="group" aria-label={company.name}>
            <p class="company-name">{company.name}</p>
            {company.roles.map((role) => (
              <label key={role.id} class="check">
                <input
                  type="checkbox"
                  checked={chosen.includes(role.id)}
                  onChange={() => choose(toggled(chosen, role.id))}
                />
                <span>{line(role.name, lang)}</span>
              </label>
            ))}
          </div>
        ))}
      </div>
      {shown.length === 0 && <p class="empty">{words.noneFound}</p>}
      <p id={`${id}-said`} class="hint missing">
        {missing}
      </p>
    </fieldset>
  );
}

export function toggled(chosen: readonly string[], id: string): readonly string[] {
  return chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
}
