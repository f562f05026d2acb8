/**
 * Knows: a new message on a page of its own. Its draft is one: other parts add receivers and facts.
 * What waits for the connection does not stand in the next one's way.
 */
import { useDesk, useForm, useStore } from '../desk.ts';
import { plainLine } from '../plain.ts';
import { roleName } from '../view.ts';
import { Outcome } from './act.tsx';
import { Compose } from './compose.tsx';

/** The draft that "write to" and "pass on" add to, wherever they stand. */
export const NEW_MESSAGE = 'write';

export function Write() {
  const { words, drafts } = useDesk();
  const { trial } = useForm(NEW_MESSAGE);
  const aside = useStore(drafts, () => drafts.aside(NEW_MESSAGE));
  return (
    <div class="single wide">
      <h2 class="section-title" data-heading tabIndex={-1}>
        {words.sections.write}
      </h2>
      {aside.map((form) => (
        <Aside key={form} form={form} />
      ))}
      {trial.type === 'sending' && (
        <p>
          <button type="button" class="button quiet" onClick={() => drafts.setAside(NEW_MESSAGE)}>
            {words.anotherMeanwhile}
          </button>
        </p>
      )}
      <Compose form={NEW_MESSAGE} />
    </div>
  );
}

/** A message under way; one that was refused is there to be changed and sent again. */
function Aside({ form }: { readonly form: string }) {
  const { words, lang, view } = useDesk();
  const { draft, trial, clear } = useForm(form);
  const to = draft.to.map((role) => roleName(view, role, lang));
  const all = draft.outside === '' ? to : [...to, plainLine(draft.outside)];
  return (
    <section class="panel" aria-label={words.underWay}>
      <p>{words.underWayItem(all.join('; '), plainLine(draft.title || draft.body).slice(0, 80))}</p>
      {trial.type === 'sending' ? <Outcome trial={trial} /> : <Compose form={form} close={clear} />}
    </section>
  );
}
