/** Knows: declaring what one knows of and how one judges it, and the clocks that run from it. */
import type { DeclaredAs } from '../../engine/exercise/entry.ts';
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
          {words.declareTitle}
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

/** What is declared, and in which words; both can be, in either order. */
const DECLARED: readonly DeclaredAs[] = ['aware', 'classified'];

function Matter({ matter }: { readonly matter: MatterRow }) {
  const { lang } = useDesk();
  return (
    <section class="panel">
      <h3>{line(matter.title, lang)}</h3>
      {DECLARED.map((as) => (
        <Declaring key={as} matter={matter} as={as} />
      ))}
    </section>
  );
}

function Declaring({ matter, as }: { readonly matter: MatterRow; readonly as: DeclaredAs }) {
  const { words, lang, view, exercise } = useDesk();
  const declared = Object.values(view.awareness).find(
    (row) => row.matter === matter.id && (row.as ?? 'aware') === as,
  );
  const aware = as === 'aware';
  if (declared) {
    return <Declared declared={declared} title={aware ? words.isAware : words.isClassified} />;
  }
  return (
    <details open={aware && exercise.matters.length === 1}>
      <summary class="button quiet">
        {aware ? words.declare : words.classify}
        <span class="hidden"> {line(matter.title, lang)}</span>
      </summary>
      <WordsForm
        name={`${as}:${matter.id}`}
        label={aware ? words.awareReason : words.classifyReason}
        go={aware ? words.declareNow : words.classifyNow}
        input={(reason) => ({
          type: 'awareness.declare',
          matter: matter.id,
          reason,
          ...(aware ? {} : { as }),
        })}
      />
    </details>
  );
}

function Declared(props: { readonly declared: AwarenessRow; readonly title: string }) {
  const { words, lang, view } = useDesk();
  const at = useMoment();
  const { declared, title } = props;
  return (
    <div class="declared">
      <h4>{title}</h4>
      <p>
        <strong>{words.declaredBy(roleName(view, declared.role, lang), at(declared.at))}</strong>
      </p>
      <Prose source={declared.reason} />
    </div>
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
