/** Knows: declaring awareness, and the statutory clocks that run from it. */
import type { AwarenessRow, ClockRow, ExerciseRow } from '../../engine/exercise/rows.ts';
import { useDesk } from '../desk.ts';
import { line, roleName } from '../view.ts';
import { WordsForm } from './form.tsx';
import { Prose } from './prose.tsx';
import { Left, When, useMoment } from './time.tsx';

type MatterRow = ExerciseRow['matters'][number];

export function Deadlines() {
  const { words, view, exercise } = useDesk();
  const clocks = Object.values(view.clocks).sort(
    (a, b) => (a.due ?? Infinity) - (b.due ?? Infinity),
  );
  return (
    <div class="single columns">
      <section>
        <h2 class="section-title" data-heading tabIndex={-1}>
          {words.aware}
        </h2>
        <p class="lead">{exercise.matters.length === 0 ? words.noMatters : words.awareHint}</p>
        {exercise.matters.map((matter) => (
          <Matter key={matter.id} matter={matter} />
        ))}
      </section>
      <section>
        <h2 class="section-title">{words.runningClocks}</h2>
        {clocks.length === 0 && <p class="empty">{words.noClocks}</p>}
        <ul class="cards">
          {clocks.map((clock) => (
            <Clock key={clock.id} clock={clock} />
          ))}
        </ul>
      </section>
    </div>
  );
}

function Matter({ matter }: { readonly matter: MatterRow }) {
  const { words, lang, view } = useDesk();
  const declared = Object.values(view.awareness).find((row) => row.matter === matter.id);
  const title = line(matter.title, lang);
  return (
    <section class="panel">
      <h3>{title}</h3>
      {declared ? (
        <Declared declared={declared} />
      ) : (
        <details open={view.exercise['exercise']?.matters.length === 1}>
          <summary class="button quiet">
            {words.declare}
            <span class="hidden"> {title}</span>
          </summary>
          <WordsForm
            name={`declare:${matter.id}`}
            label={words.awareReason}
            go={words.declareNow}
            input={(reason) => ({ type: 'awareness.declare', matter: matter.id, reason })}
          />
        </details>
      )}
    </section>
  );
}

function Declared({ declared }: { readonly declared: AwarenessRow }) {
  const { words, lang, view } = useDesk();
  const at = useMoment();
  return (
    <>
      <p>
        <strong>{words.declaredBy(roleName(view, declared.role, lang), at(declared.at))}</strong>
      </p>
      <Prose source={declared.reason} />
    </>
  );
}

function Clock({ clock }: { readonly clock: ClockRow }) {
  const { words, lang } = useDesk();
  return (
    <li class="panel">
      <p class="panel-top">
        <span class={`mark ${clock.status}`}>{words.clockStatus[clock.status]}</span>
        {clock.status === 'running' && clock.due !== undefined && <Left due={clock.due} />}
      </p>
      <h3>{line(clock.title, lang)}</h3>
      <dl class="facts-of">
        <dt>{words.started}</dt>
        <dd>
          <When at={clock.startedAt} />
        </dd>
        <dt>{words.due}</dt>
        <dd>{clock.due === undefined ? words.noDeadline : <When at={clock.due} />}</dd>
      </dl>
    </li>
  );
}
