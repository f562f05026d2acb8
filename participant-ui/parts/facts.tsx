/** Knows: what the role knows, and how it is passed on. */
import { useDesk } from '../desk.ts';
import { facts, line } from '../view.ts';
import { Tlp } from './tlp.tsx';
import { useMoment } from './time.tsx';
import { NEW_MESSAGE } from './write.tsx';

export function Facts() {
  const { words, lang, view, drafts, places } = useDesk();
  const at = useMoment();
  const known = facts(view);
  const passOn = (fact: string): void => {
    const attached = drafts.draft(NEW_MESSAGE).facts;
    drafts.write(NEW_MESSAGE, { facts: [...attached.filter((one) => one !== fact), fact] });
    places.go({ section: 'write' });
  };
  return (
    <div class="single wide">
      <h2 class="section-title" data-heading tabIndex={-1}>
        {words.sections.facts}
      </h2>
      <p class="lead">{known.length === 0 ? words.factsEmpty : words.factsText}</p>
      <ul class="cards grid">
        {known.map((fact) => (
          <li key={fact.id} class="panel">
            <p class="panel-text">{line(fact.text, lang)}</p>
            <p class="dim">
              {words.domains[fact.domain]} · {words.knownSince(at(fact.since))}
            </p>
            <p class="panel-foot">
              <Tlp marking={fact.marking} />
              <button
                type="button"
                class="button quiet small"
                aria-label={`${words.passOn}: ${line(fact.text, lang)}`}
                onClick={() => passOn(fact.id)}
              >
                {words.passOn}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
