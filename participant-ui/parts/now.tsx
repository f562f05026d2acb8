/** Knows: everything that waits for this role, in one list. Does not know: what is done about it. */
import { useDesk, useTold } from '../desk.ts';
import { asked } from '../question.ts';
import { bandOf, hotwashProgress, waiting, type Band, type Call } from '../urgency.ts';
import { itemTitle, line, roleName, senderName } from '../view.ts';
import { Icon, type IconName } from './icon.tsx';
import { Left, When } from './time.tsx';

/** What waits, drawn again when time alone changes the order. */
export function useWaiting(): readonly (readonly [Band, readonly Call[]])[] {
  const { view, session } = useDesk();
  const order = (now: number): string =>
    waiting(view, now)
      .map((call) => `${call.key} ${bandOf(call, now)}`)
      .join('\n');
  useTold(order);
  const now = session.now();
  const bands = new Map<Band, Call[]>();
  for (const call of waiting(view, now)) {
    const band = bandOf(call, now);
    bands.set(band, [...(bands.get(band) ?? []), call]);
  }
  return [...bands];
}

export function Now() {
  const { words } = useDesk();
  const bands = useWaiting();
  return (
    <div class="single now-part">
      <h2 class="section-title" data-heading tabIndex={-1}>
        {words.sections.now}
      </h2>
      {bands.length === 0 ? <Calm /> : <p class="lead">{words.nowText}</p>}
      {bands.map(([band, calls]) => (
        <section key={band} class={`band-of ${band}`}>
          <h3>{words.bands[band]}</h3>
          <ul class="rows">
            {calls.map((call) => (
              <CallLine key={call.key} call={call} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Calm() {
  const { words, exercise } = useDesk();
  const over = ['ended', 'hotwash', 'closed'].includes(exercise.status);
  const said = over ? words.nowOver : words.nowNothing;
  return <p class="calm">{exercise.status === 'planned' ? words.nowPlanned : said}</p>;
}

const ICONS: { readonly [K in Call['kind']]: IconName } = {
  ringing: 'inbox',
  unread: 'inbox',
  asked: 'message',
  offered: 'tasks',
  assigned: 'tasks',
  declined: 'tasks',
  task: 'tasks',
  untaken: 'tasks',
  decision: 'decisions',
  clock: 'deadlines',
  question: 'questions',
  hotwash: 'hotwash',
};

function CallLine({ call }: { readonly call: Call }) {
  const { words, places } = useDesk();
  const { kind, item, statutory } = call;
  return (
    <li>
      <button
        type="button"
        class="row call"
        data-row={call.key}
        onClick={() => places.go(call.place)}
      >
        <Icon name={item ? item.channel : ICONS[kind]} />
        <span class="call-what">
          {words.callKinds[kind]}
          {item && ` · ${words.channels[item.channel]}`}
          {statutory && kind !== 'clock' && ` · ${words.statutory}`}
        </span>
        <span class="row-title">{useTitleOf(call)}</span>
        <From call={call} />
        <span class="call-left">
          {call.due === undefined ? <Since call={call} /> : <Left due={call.due} />}
        </span>
      </button>
    </li>
  );
}

function useTitleOf({ item, question, title }: Call): string {
  const { words, lang } = useDesk();
  if (item) return itemTitle(item, lang);
  return question ? asked(question, words, lang) : line(title, lang);
}

function From({ call }: { readonly call: Call }) {
  const { lang, view } = useDesk();
  if (call.item) return <span class="row-by">{senderName(view, call.item, lang)}</span>;
  if (call.from === undefined) return null;
  return <span class="row-by">{roleName(view, call.from, lang)}</span>;
}

/** Without a deadline: when it came. Of the hot wash, how far one is. */
function Since({ call }: { readonly call: Call }) {
  const { words, view } = useDesk();
  if (call.kind !== 'hotwash') return <When at={call.since} />;
  const { answered, asked: all } = hotwashProgress(view);
  return <>{words.hotwashProgress(answered, all)}</>;
}
