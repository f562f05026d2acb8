/** Knows: the questions asked at the end, and this role's answers. */
import type { ExerciseRow } from '../../engine/exercise/rows.ts';
import { useDesk, useForm } from '../desk.ts';
import { hotwashProgress } from '../urgency.ts';
import { line } from '../view.ts';
import { WordsForm } from './form.tsx';
import { Prose } from './prose.tsx';

export function HotWash() {
  const { words, view, exercise } = useDesk();
  const { asked: all, answered } = hotwashProgress(view);
  const asked = exercise.status === 'hotwash' || exercise.status === 'closed';
  const lead = asked ? words.hotwashText : words.hotwashWait;
  return (
    <div class="single">
      <h2 class="section-title" data-heading tabIndex={-1}>
        {words.sections.hotwash}
      </h2>
      <p class="lead">{exercise.hotWash.length === 0 ? words.hotwashNone : lead}</p>
      {asked && all > 0 && (
        <p class="progress" role="status">
          {words.hotwashProgress(answered, all)}
        </p>
      )}
      {asked && exercise.hotWash.map((one) => <Question key={one.id} asked={one} />)}
    </div>
  );
}

function Question({ asked }: { readonly asked: ExerciseRow['hotWash'][number] }) {
  const { words, lang, view, exercise } = useDesk();
  const answer = view.hotwash[asked.id];
  const { draft } = useForm(formOf(asked));
  const question = line(asked.question, lang);
  return (
    <section class="panel">
      {exercise.status === 'hotwash' ? (
        <WordsForm
          name={formOf(asked)}
          label={question}
          go={words.saveAnswer}
          done={words.saved}
          input={(text) => ({ type: 'hotwash.answer', question: asked.id, text })}
        />
      ) : (
        <h3>{question}</h3>
      )}
      {exercise.status === 'hotwash' && draft.body.trim() !== '' && (
        <p class="hint">{words.hotwashUnsaved}</p>
      )}
      {answer && (
        <div class="answer">
          <p class="dim">{words.savedAnswer}</p>
          <Prose source={answer.text} />
        </div>
      )}
    </section>
  );
}

function formOf({ id }: ExerciseRow['hotWash'][number]): string {
  return `hotwash:${id}`;
}
