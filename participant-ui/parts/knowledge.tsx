/**
 * Knows: choosing among the facts that one's role knows, how sure one is of those chosen, and how
 * closed they are.
 */
import { useState } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { strictestOf } from '../published.ts';
import { CHOICES, sureOf, withSure } from '../sure.ts';
import { facts, line } from '../view.ts';
import { toggled } from './receivers.tsx';
import { Tlp } from './tlp.tsx';

export function Knowledge(props: {
  readonly legend: string;
  readonly chosen: readonly string[];
  readonly choose: (facts: readonly string[]) => void;
  /** Where it goes to others: how sure one says to be. */
  readonly sure?: {
    readonly said: readonly string[];
    readonly say: (sure: readonly string[]) => void;
  };
}) {
  const { words, lang, view } = useDesk();
  const { chosen, choose, legend, sure } = props;
  const known = facts(view);
  // Open where something is chosen already; from then on the reader opens and closes it.
  const [open] = useState(chosen.length > 0);
  if (known.length === 0) return null;
  const strictest = strictestOf(view, chosen);
  return (
    <div class="knows">
      <details class="knowledge" open={open}>
        <summary>
          {legend} <span class="dim">({words.optional})</span>
          {chosen.length > 0 && <span class="dim"> · {words.chosen(chosen.length)}</span>}
        </summary>
        <div role="group" aria-label={legend}>
          {known.map((fact) => (
            <div key={fact.id}>
              <label class="check">
                <input
                  type="checkbox"
                  checked={chosen.includes(fact.id)}
                  onChange={() => choose(toggled(chosen, fact.id))}
                />
                <span>
                  {line(fact.text, lang)} <Tlp marking={fact.marking} />
                </span>
              </label>
              {sure && chosen.includes(fact.id) && (
                <How
                  of={line(fact.text, lang)}
                  chosen={sureOf(sure.said, fact.id) ?? ''}
                  choose={(one) => sure.say(withSure(sure.said, fact.id, one))}
                />
              )}
            </div>
          ))}
        </div>
      </details>
      {strictest !== undefined && (
        <p class="hint strictest">
          {words.strictestFact} <Tlp marking={strictest} />. {words.strictestHint}
        </p>
      )}
    </div>
  );
}

/** Of which fact is asked stands in the label for those who hear it; the rest see it above. */
function How(props: {
  readonly of: string;
  readonly chosen: string;
  readonly choose: (chosen: string) => void;
}) {
  const { words } = useDesk();
  return (
    <label class="how-sure">
      <span>
        {words.howSure}
        <span class="hidden">: {props.of}</span>
      </span>
      <select value={props.chosen} onChange={(event) => props.choose(event.currentTarget.value)}>
        <option value="">{words.asKnown}</option>
        {CHOICES.map((one) => (
          <option key={one} value={one}>
            {words.certainty[one]}
          </option>
        ))}
      </select>
    </label>
  );
}
