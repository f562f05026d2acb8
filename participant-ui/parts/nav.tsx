/** Knows: the parts of the work and how much calls for one in each. */
import type { RoleView } from '../../engine/exercise/rows.ts';
import { owed } from '../consult.ts';
import { useDesk } from '../desk.ts';
import type { Section } from '../place.ts';
import { newPublications } from '../published.ts';
import type { Words } from '../text.ts';
import { calls, type Calls } from '../view.ts';
import { Icon } from './icon.tsx';

/** Always at hand on a narrow screen; the others are found under "more". */
const NEAR: readonly Section[] = ['inbox', 'write', 'tasks', 'decisions'];

/** Only what there is something in, or may come to be. */
function rest(view: RoleView): readonly Section[] {
  const exercise = view.exercise['exercise'];
  const over = exercise !== undefined && ['ended', 'hotwash', 'closed'].includes(exercise.status);
  return [
    'asks',
    'picture',
    'statements',
    'deadlines',
    ...(Object.keys(view.questions).length > 0 ? (['questions'] as const) : []),
    'facts',
    'contacts',
    ...(over && exercise.hotWash.length > 0 ? (['hotwash'] as const) : []),
    'role',
  ];
}

export function Nav() {
  const { words, view, places } = useDesk();
  const waiting = calls(view);
  const { section } = places.here();
  const hidden = rest(view);
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
          <Entry
            key={one}
            section={one}
            current={section === one}
            class="wide"
            count={countOf(one, waiting, words) ?? actCount(one, view, words)}
          />
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
    case 'questions':
      return { n: waiting.questions, said: words.openCount(waiting.questions) };
    default:
      return undefined;
  }
}

/** What has come where one writes with others. */
function actCount(
  section: Section,
  view: RoleView,
  words: Words,
): { readonly n: number; readonly said: string } | undefined {
  const fresh = newPublications(view);
  switch (section) {
    case 'asks':
      return { n: owed(view).length, said: words.owedCount(owed(view).length) };
    case 'picture':
      return { n: fresh.picture, said: words.newCount(fresh.picture) };
    case 'statements':
      return { n: fresh.statements, said: words.newCount(fresh.statements) };
    default:
      return undefined;
  }
}

/** What the narrow screen's last entry opens. */
export function More() {
  const { words, view, places } = useDesk();
  const waiting = calls(view);
  return (
    <div class="single">
      <h2 class="section-title" data-heading tabIndex={-1}>
        {words.sections.more}
      </h2>
      <ul class="rows">
        {rest(view).map((section) => {
          const count = countOf(section, waiting, words) ?? actCount(section, view, words);
          return (
            <li key={section}>
              <button type="button" class="row plain" onClick={() => places.go({ section })}>
                <Icon name={section} />
                {words.sections[section]}
                {count && count.n > 0 && <span class="mark hot">{count.said}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
