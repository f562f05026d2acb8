/** Knows: whom one can reach, by organisation, what they have on their hands, how to write to them. */
import { useState } from 'preact/hooks';
import { contactsOf, type Contact } from '../contact.ts';
import { useDesk } from '../desk.ts';
import { fold, terms } from '../fold.ts';
import { companies, line, roleName } from '../view.ts';
import { TextField } from './field.tsx';
import { useMoment } from './time.tsx';
import { NEW_MESSAGE } from './write.tsx';

export function Contacts() {
  const { words, lang, view, me } = useDesk();
  const [query, setQuery] = useState('');
  const sought = terms(query);
  const found = contactsOf(view).filter(({ id }) => {
    const name = fold(roleName(view, id, lang));
    return sought.every((term) => name.includes(term));
  });
  return (
    <>
      <p class="lead">{words.contactsText}</p>
      <TextField label={words.findContact} value={query} change={setQuery} />
      {found.length === 0 && <p class="empty">{words.noContacts}</p>}
      <div class="cards grid">
        {companies(found, lang, me.organisation).map((company) => (
          <section key={company.id} class="panel">
            <h3>{company.name}</h3>
            {company.id === me.organisation && <p class="dim">{words.yourOrganisation}</p>}
            <ul class="people">
              {company.roles.map((contact) => (
                <ContactLine key={contact.id} contact={contact} />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

function ContactLine({ contact }: { readonly contact: Contact }) {
  const { words, lang, view, drafts, places } = useDesk();
  const { id, name, simulated } = contact;
  const writeTo = (): void => {
    const chosen = drafts.draft(NEW_MESSAGE).to;
    drafts.write(NEW_MESSAGE, { to: [...chosen.filter((one) => one !== id), id] });
    places.go({ section: 'write' });
  };
  return (
    <li>
      <div class="contact">
        <span>{line(name, lang)}</span>
        {simulated && <span class="dim block">{words.simulated}</span>}
        <Known contact={contact} />
      </div>
      <button
        type="button"
        class="button quiet small"
        aria-label={words.writeToRole(roleName(view, id, lang))}
        onClick={writeTo}
      >
        {words.sections.write}
      </button>
    </li>
  );
}

/** Who stands in for whom, what the role has taken on, when one last was in touch. */
function Known({ contact }: { readonly contact: Contact }) {
  const { words, lang, view, places } = useDesk();
  const at = useMoment();
  const { deputy, standsInFor, holds, last } = contact;
  return (
    <>
      {deputy !== undefined && (
        <span class="dim block">{words.deputyIs(roleName(view, deputy, lang))}</span>
      )}
      {standsInFor.map((role) => (
        <span key={role} class="dim block">
          {words.standsInFor(roleName(view, role, lang))}
        </span>
      ))}
      {last !== undefined && <span class="dim block">{words.lastWritten(at(last))}</span>}
      {holds.length > 0 && (
        <span class="dim block">
          {words.contactHolds}:{' '}
          {holds.map(({ id, title }, i) => (
            <>
              {i > 0 && '; '}
              <button
                type="button"
                class="link"
                onClick={() => places.go({ section: 'tasks', id })}
              >
                {line(title, lang)}
              </button>
            </>
          ))}
        </span>
      )}
    </>
  );
}
