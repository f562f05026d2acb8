/** Knows: choosing among the facts that one's role knows, and how closed the chosen ones are. */
import { useState } from 'preact/hooks';
import { useDesk } from '../desk.ts';
import { strictestOf } from '../published.ts';
import { facts, line } from '../view.ts';
import { toggled } from './receivers.tsx';
import { Tlp } from './tlp.tsx';

export function Knowledge(props: {
  readonly legend: string;
  readonly chosen: readonly string[];
  readonly choose: (facts: readonly string[]) => void;
}) {
  const { words, lang, view } = useDesk();
  const { chosen, choose, legend } = props;
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
            <label key={fact.id} class="check">
              <input
                type="checkbox"
                checked={chosen.includes(fact.id)}
                onChange={() => choose(toggled(chosen, fact.id))}
              />
              <span>
                {line(fact.text, lang)} <Tlp marking={fact.marking} />
              </span>
            </label>
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
