/** Knows: choosing one or more roles, by organisation, whole organisations and groups in one tap. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { RoleRow } from '../../engine/exercise/rows.ts';
import { groups, sameRoles } from '../address.ts';
import { useDesk } from '../desk.ts';
import { companies, line, others, type Company } from '../view.ts';

/** From so many roles on there is a field to find them with. */
const MANY = 10;

type Choice = {
  readonly chosen: readonly string[];
  readonly choose: (roles: readonly string[]) => void;
};

export function Receivers(
  props: Choice & {
    readonly missing?: string | undefined;
    readonly legend?: string;
    readonly optional?: boolean;
    /** Offers the sets of roles that one has written to before. */
    readonly grouped?: boolean;
  },
) {
  const { words, lang, view, me } = useDesk();
  const { chosen, choose, missing, legend = words.receivers, optional, grouped } = props;
  const [wanted, setWanted] = useState('');
  const id = useId();
  const field = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (missing !== undefined) field.current?.querySelector('input')?.focus();
  }, [missing]);

  const all = others(view);
  const shown = sought(all, chosen, wanted, lang);
  return (
    <fieldset class="receivers" ref={field} aria-describedby={`${id}-said`}>
      <legend>
        {legend} {optional && <span class="dim">({words.optional})</span>}
        {chosen.length > 0 && <span class="dim"> · {words.chosen(chosen.length)}</span>}
      </legend>
      {grouped && <Groups chosen={chosen} choose={choose} />}
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
          <CompanyChoice
            key={company.id}
            company={company}
            whole={all.filter(({ organisation }) => organisation === company.id)}
            chosen={chosen}
            choose={choose}
          />
        ))}
      </div>
      {shown.length === 0 && <p class="empty">{words.noneFound}</p>}
      <p id={`${id}-said`} class="hint missing">
        {missing}
      </p>
    </fieldset>
  );
}

/** Those whose name or organisation has the words in it; what is chosen is always there. */
function sought(
  all: readonly RoleRow[],
  chosen: readonly string[],
  wanted: string,
  lang: 'da' | 'en',
): readonly RoleRow[] {
  const words = wanted.trim().toLowerCase();
  const named = (role: RoleRow): string =>
    `${line(role.name, lang)} ${line(role.organisationName, lang)}`.toLowerCase();
  return all.filter((role) => chosen.includes(role.id) || named(role).includes(words));
}

function CompanyChoice(
  props: Choice & {
    readonly company: Company<RoleRow>;
    /** All of the organisation's roles, also those that are not shown. */
    readonly whole: readonly RoleRow[];
  },
) {
  const { words, lang } = useDesk();
  const { company, whole, chosen, choose } = props;
  const members = whole.map((role) => role.id);
  const complete = members.every((id) => chosen.includes(id));
  const rest = chosen.filter((id) => !members.includes(id));
  return (
    <div class="company-choice" role="group" aria-label={company.name}>
      <p class="company-name">{company.name}</p>
      {members.length > 1 && (
        <label class="check whole">
          <input
            type="checkbox"
            checked={complete}
            onChange={() => choose(complete ? rest : [...rest, ...members])}
          />
          <span>{words.wholeCompany(company.name)}</span>
        </label>
      )}
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
  );
}

/** Sets of roles one has written to together, each to be chosen whole. */
function Groups({ chosen, choose }: Choice) {
  const { words, lang, view } = useDesk();
  const known = groups(view);
  if (known.length === 0) return null;
  const name = (roles: readonly string[]): string =>
    roles.flatMap((id) => (view.roles[id] ? line(view.roles[id].name, lang) : [])).join(', ');
  return (
    <div class="chips" role="group" aria-label={words.groupsBefore}>
      <p class="company-name">{words.groupsBefore}</p>
      {known.map((roles) => {
        const pressed = sameRoles(roles, chosen);
        return (
          <button
            key={roles.join(' ')}
            type="button"
            class="chip"
            aria-pressed={pressed}
            onClick={() => choose(pressed ? [] : roles)}
          >
            {name(roles)}
          </button>
        );
      })}
    </div>
  );
}

export function toggled(chosen: readonly string[], id: string): readonly string[] {
  return chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
}
