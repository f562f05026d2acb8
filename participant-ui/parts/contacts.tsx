/** Knows: who else is in the exercise, by organisation, and how one writes to them. */
import { useDesk } from '../desk.ts';
import { companies, line, others, roleName } from '../view.ts';
import { NEW_MESSAGE } from './write.tsx';

export function Contacts() {
  const { words, lang, view, me, drafts, places } = useDesk();
  const writeTo = (role: string): void => {
    const chosen = drafts.draft(NEW_MESSAGE).to;
    drafts.write(NEW_MESSAGE, { to: [...chosen.filter((one) => one !== role), role] });
    places.go({ section: 'write' });
  };
  return (
    <div class="single wide">
      <h2 class="section-title" data-heading tabIndex={-1}>
        {words.sections.contacts}
      </h2>
      <p class="lead">{words.contactsText}</p>
      <div class="cards grid">
        {companies(others(view), lang, me.organisation).map((company) => (
          <section key={company.id} class="panel">
            <h3>{company.name}</h3>
            {company.id === me.organisation && <p class="dim">{words.yourOrganisation}</p>}
            <ul class="people">
              {company.roles.map((role) => (
                <li key={role.id}>
                  <span>
                    {line(role.name, lang)}
                    {role.simulated && <span class="dim block">{words.simulated}</span>}
                  </span>
                  <button
                    type="button"
                    class="button quiet small"
                    aria-label={words.writeToRole(roleName(view, role.id, lang))}
                    onClick={() => writeTo(role.id)}
                  >
                    {words.sections.write}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
