/** Knows: the role's decisions, those to be made first, and raising one of one's own. */
import type { DecisionRow } from '../../engine/exercise/rows.ts';
import { useDesk } from '../desk.ts';
import { NEW } from '../place.ts';
import { decisions, line } from '../view.ts';
import { Decision } from './decision.tsx';
import { lazily } from './lazy.tsx';
import { Panes, Row } from './panes.tsx';
import { Left } from './time.tsx';

const Raise = lazily(async () => (await import('./raise.tsx')).Raise);

export function Decisions() {
  const { words, view, places } = useDesk();
  const { id } = places.here();
  const open = id === undefined ? undefined : view.decisions[id];
  const all = decisions(view);
  return (
    <Panes
      section="decisions"
      invite={words.chooseDecision}
      detail={
        id === NEW ? (
          <Raise title={words.raise} />
        ) : (
          open && <Decision key={open.id} decision={open} />
        )
      }
      list={
        <>
          <p class="list-act">
            <button
              type="button"
              class="button quiet"
              data-row={NEW}
              onClick={() => places.go({ section: 'decisions', id: NEW })}
            >
              {words.raise}
            </button>
          </p>
          {all.length === 0 && <p class="empty">{words.decisionsEmpty}</p>}
          <ul class="rows">
            {all.map((decision) => (
              <DecisionLine key={decision.id} decision={decision} />
            ))}
          </ul>
        </>
      }
    />
  );
}

function DecisionLine({ decision }: { readonly decision: DecisionRow }) {
  const { words, lang } = useDesk();
  const { made, options } = decision;
  const chosen = options.find((option) => option.id === made?.option);
  return (
    <Row id={decision.id} section="decisions" strong={!made}>
      <span class="row-top">
        <span>{made ? words.decisionMade : words.decisionOpen}</span>
        {!made && <Left due={decision.due} />}
      </span>
      <span class="row-title">{line(decision.question, lang)}</span>
      {chosen && <span class="row-by">{line(chosen.title, lang)}</span>}
    </Row>
  );
}
