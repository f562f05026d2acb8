/** Knows: writing to somebody outside the exercise by name; names one has heard from are offered. */
import { outsiders } from '../address.ts';
import { useDesk } from '../desk.ts';
import { TextField } from './field.tsx';

export function Outsider(props: {
  readonly value: string;
  readonly change: (name: string) => void;
}) {
  const { words, lang, view } = useDesk();
  const { value, change } = props;
  const known = outsiders(view, lang);
  return (
    <div class="outsider">
      <TextField
        label={words.outsideTo}
        hint={words.outsideHint}
        value={value}
        change={change}
        optional
      />
      {known.length > 0 && (
        <div class="chips" role="group" aria-label={words.outsideHeard}>
          <p class="company-name">{words.outsideHeard}</p>
          {known.map((name) => (
            <button
              key={name}
              type="button"
              class="chip"
              aria-pressed={value === name}
              onClick={() => change(value === name ? '' : name)}
            >
              {name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
