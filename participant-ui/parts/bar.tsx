/** Knows: who one is, in which exercise, and when it is. */
import { useDesk } from '../desk.ts';
import { line } from '../view.ts';
import { Language } from './language.tsx';
import { ExerciseClock } from './time.tsx';

export function Bar() {
  const { exercise, me, lang } = useDesk();
  return (
    <div class="bar">
      <div class="who">
        <p class="role">
          <strong>{line(me.name, lang)}</strong>
          <span class="organisation">{line(me.organisationName, lang)}</span>
        </p>
        <h1>{line(exercise.title, lang)}</h1>
      </div>
      <ExerciseClock />
      <Language />
    </div>
  );
}
