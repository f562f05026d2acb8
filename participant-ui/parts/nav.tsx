/** Knows: the parts of the work and how much calls for one in each. */
import type { ExerciseRow } from '../../engine/exercise/rows.ts';
import { useDesk } from '../desk.ts';
import type { Section } from '../place.ts';
import type { Words } from '../text.ts';
import { calls, type Calls } from '../view.ts';
import { Icon } from './icon.tsx';

/** Always at hand on a narrow screen; the others are found under "more". */
const NEAR: readonly Section[] = ['inbox', 'write', 'tasks', 'decisions'];
const REST: readonly Section[] = ['deadlines', 'facts', 'contacts'];

function rest(exercise: ExerciseRow): readonly Section[] {
  const asked = ['ended', 'hotwash', 'closed'].includes(exercise.status);
  return asked && exercise.hotWash.length > 0 ? [...REST, 'hotwash', 'role'] : [...REST, 'role'];
}

export function Nav() {
  const { words, view, exercise, places } = useDesk();
  const waiting = calls(view);
  const { section } = places.here();
  const hidden = rest(exercise);
  return (
    <nav class="nav" aria-label={words.navigation}>
      <ul>
        {NEAR.map((one) => (
          <Entry
            key={one}
            section={one}
            current={section === one}
            count={countOf(one, waiting, words)}
          />
        ))}
        {hidden.map((one) => (
          <Entry key={one} section={one} current={section === one} class="wide" />
        ))}
        <Entry
          section="more"
          current={section === 'more' || hidden.includes(section)}
          class="narrow"
        />
      </ul>
    </nav>
  );
}

function Entry(props: {
  readonly section: Section;
  readonly current: boolean;
  readonly class?: string;
  readonly count?: { readonly n: number; readonly said: string } | undefined;
}) {
  const { words, places } = useDesk();
  const { section, count } = props;
  return (
    <li class={props.class}>
      <button
        type="button"
        aria-current={props.current ? 'page' : undefined}
        onClick={() => places.go({ section })}
      >
        <Icon name={section} />
        <span class="name">{words.sections[section]}</span>
        {count && count.n > 0 && (
          <>
            <span class="count" aria-hidden="true">
              {count.n}
            </span>
            <span class="hidden"> ({count.said})</span>
          </>
        )}
      </button>
    </li>
  );
}

function countOf(
  section: Section,
  waiting: Calls,
  words: Words,
): { readonly n: number; readonly said: string } | undefined {
  switch (section) {
    case 'inbox':
      return { n: waiting.inbox, said: words.unreadCount(waiting.inbox) };
    case 'tasks':
      return { n: waiting.tasks, said: words.openCount(waiting.tasks) };
    case 'decisions':
      return { n: waiting.decisions, said: words.openCount(waiting.decisions) };
    default:
      return undefined;
  }
}

/** What the narrow screen's last entry opens. */
export function More() {
  const { words, exercise, places } = useDesk();
  return (
    <div class="single">
      <h2 class="section-title" data-heading tabIndex={-1}>
        {words.sections.more}
      </h2>
      <ul class="rows">
        {rest(exercise).map((section) => (
          <li key={section}>
            <button type="button" class="row plain" onClick={() => places.go({ section })}>
              <Icon name={section} />
              {words.sections[section]}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
