/** Knows: what has happened, the newest first, and whose doings are shown. */
import { useState } from 'preact/hooks';
import { formatExerciseTime } from '../../engine/runtime/protocol.ts';
import { useDesk } from '../desk.ts';
import { tale } from '../tale.ts';
import { SCOPES, timeline, type Happening, type Scope } from '../timeline.ts';
import { laterWords } from '../words/later.ts';
import { Choice } from './choice.tsx';
import { When } from './time.tsx';

/** So many are drawn; the rest when they are asked for. */
const STEP = 100;

export function Timeline() {
  const { lang, view, places } = useDesk();
  const later = laterWords(lang);
  const [scope, setScope] = useState<Scope>('all');
  const [most, setMost] = useState(STEP);
  const all = timeline(view, scope);
  const rest = all.length - most;
  return (
    <>
      <p class="lead">{later.timelineText}</p>
      <Choice
        label={later.scope}
        options={SCOPES}
        names={later.scopes}
        chosen={scope}
        choose={setScope}
      />
      {all.length === 0 && <p class="empty">{later.timelineEmpty}</p>}
      <ol class="rows past-rows">
        {all.slice(0, most).map((happening) => (
          <li key={happening.key}>
            {happening.place === undefined ? (
              <div class="row">
                <Told happening={happening} />
              </div>
            ) : (
              <button
                type="button"
                class="row"
                data-row={happening.key}
                onClick={() => happening.place && places.go(happening.place)}
              >
                <Told happening={happening} />
              </button>
            )}
          </li>
        ))}
      </ol>
      {rest > 0 && (
        <button type="button" class="button quiet" onClick={() => setMost(most + STEP)}>
          {later.searchMore(Math.min(rest, STEP))}
        </button>
      )}
    </>
  );
}

function Told({ happening }: { readonly happening: Happening }) {
  const { words, lang, view } = useDesk();
  const { what, title, by, text } = tale(happening, view, words, lang);
  return (
    <>
      <span class="row-top">
        <span>{what}</span>
        <span class="told-when">
          <When at={happening.at} /> <span>{formatExerciseTime(happening.at, false)}</span>
        </span>
      </span>
      <span class="row-title">{title}</span>
      {text !== '' && <span class="row-said">{text}</span>}
      {by !== '' && <span class="row-by">{by}</span>}
    </>
  );
}
