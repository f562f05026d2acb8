/** Knows: who one is, in which exercise, and when it is. */
import { useDesk } from '../desk.ts';
import { line } from '../view.ts';
import { Icon } from './icon.tsx';
import { Language } from './language.tsx';
import { ExerciseClock } from './time.tsx';

export function Bar() {
  const { exercise, me, lang, words, places } = useDesk();
  return (
    <div class="bar">
      <div class="who">
        <p class="role">
          <strong>{line(me.name, lang)}</strong>
          <span class="organisation">{line(me.organisationName, lang)}</span>
        </p>
        <h1>{line(exercise.title, lang)}</h1>
      </div>
      <div class="bar-side">
        <ExerciseClock />
        <button
          type="button"
          class="find"
          aria-label={words.sections.search}
          aria-current={places.here().section === 'search' ? 'page' : undefined}
          onClick={() => places.go({ section: 'search' })}
        >
          <Icon name="search" />
        </button>
        <Language />
      </div>
    </div>
  );
}
