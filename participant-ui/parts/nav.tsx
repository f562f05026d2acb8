/** Knows: the parts of the work and how much calls for one in each. */
import type { RoleView } from '../../engine/exercise/rows.ts';
import { owed } from '../consult.ts';
import { useDesk } from '../desk.ts';
import type { Section } from '../place.ts';
import { newPublications } from '../published.ts';
import { waiting } from '../urgency.ts';
import { calls } from '../view.ts';
import { Icon } from './icon.tsx';

/** Always at hand on a narrow screen; the others are found under "more". */
const NEAR: readonly Section[] = ['now', 'inbox', 'write', 'tasks', 'decisions'];

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
    'timeline',
    'contacts',
    'deeds',
    ...(over && exercise.hotWash.length > 0 ? (['hotwash'] as const) : []),
    'role',
  ];
}

export function Nav() {
  const { words, view, places } = useDesk();
  const counts = useCounts();
  const { section } = places.here();
  const hidden = rest(view);
  return (
    <nav class="nav" aria-label={words.navigation}>
      <ul>
        {NEAR.map((one) => (
          <Entry key={one} section={one} current={section === one} count={counts(one)} />
        ))}
        {hidden.map((one) => (
          <Entry
            key={one}
            section={one}
            current={section === one}
            class="wide"
            count={counts(one)}
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

type Count = { readonly n: number; readonly said: string };

function useCounts(): (section: Section) => Count | undefined {
  const { words, view, session } = useDesk();
  const open = calls(view);
  const owing = owed(view).length;
  const fresh = newPublications(view);
  return (section) => {
    switch (section) {
      case 'now': {
        const n = waiting(view, session.now()).length;
        return { n, said: words.nowCount(n) };
      }
      case 'inbox':
        return { n: open.inbox, said: words.unreadCount(open.inbox) };
      case 'tasks':
      case 'decisions':
      case 'questions':
        return { n: open[section], said: words.openCount(open[section]) };
      case 'asks':
        return { n: owing, said: words.owedCount(owing) };
      case 'picture':
      case 'statements':
        return { n: fresh[section], said: words.newCount(fresh[section]) };
      default:
        return undefined;
    }
  };
}

/** What the narrow screen's last entry opens. */
export function More() {
  const { words, view, places } = useDesk();
  const counts = useCounts();
  return (
    <div class="single">
      <h2 class="section-title" data-heading tabIndex={-1}>
        {words.sections.more}
      </h2>
      <ul class="rows">
        {rest(view).map((section) => {
          const count = counts(section);
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
