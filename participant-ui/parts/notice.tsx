/** Knows: what must be seen above the work: the connection, and where the exercise stands. */
import type { ClientState } from '../../engine/runtime/client.ts';
import { useDesk, useHall } from '../desk.ts';
import { canAct, isReal } from '../hold.ts';
import { plain } from '../plain.ts';
import { owed } from '../consult.ts';
import { calls } from '../view.ts';

/** Calm: it comes back by itself, and nothing is lost. */
export function Connection({ link }: { readonly link: ClientState }) {
  const { words } = useHall();
  const lost = link.connection === 'waiting' || link.connection === 'connecting';
  return (
    <div role="status" class={lost ? 'notice lost' : 'notice-none'}>
      {lost && (
        <p>
          <strong>{words.lost}</strong> {words.lostKept}
          {link.pending > 0 && ` ${words.queued(link.pending)}`}
        </p>
      )}
    </div>
  );
}

/** Nothing to say while the exercise runs. */
export function Standing() {
  const { words, exercise, places } = useDesk();
  const { status, reason, hold } = exercise;
  // A real incident is said above all else.
  if (status === 'running' || isReal(exercise)) return null;
  const said = status === 'paused' && hold ? words.held[hold] : words.statusNotice[status];
  return (
    <div class={`notice ${status}`}>
      <p>
        <strong>{said}</strong>
        {reason !== undefined && ['paused', 'ended'].includes(status) && (
          <>
            {' '}
            {words.reason}: {plain(reason)}
          </>
        )}
      </p>
      {status === 'planned' && places.here().section !== 'role' && (
        <button type="button" class="button quiet" onClick={() => places.go({ section: 'role' })}>
          {words.readBriefing}
        </button>
      )}
      {status === 'hotwash' && places.here().section !== 'hotwash' && (
        <button type="button" class="button" onClick={() => places.go({ section: 'hotwash' })}>
          {words.giveAnswers}
        </button>
      )}
    </div>
  );
}

/** Questions wait until one has time for them; this says that they are there, and leads to them. */
export function Put() {
  const { words, view, places } = useDesk();
  const { questions } = calls(view);
  if (questions === 0 || places.here().section === 'questions') return null;
  return (
    <div class="notice">
      <p>{words.questionsPut(questions)}</p>
      <button
        type="button"
        class="button small"
        onClick={() => places.go({ section: 'questions' })}
      >
        {words.answer}
      </button>
    </div>
  );
}

/** Somebody waits for our answer before they go on. */
export function Owed() {
  const { words, view, exercise, places } = useDesk();
  const waiting = owed(view).length;
  const here = places.here().section;
  if (waiting === 0 || here === 'asks' || !canAct(exercise)) return null;
  return (
    <div class="notice">
      <p>{words.owedCount(waiting)}</p>
      <button type="button" class="button small" onClick={() => places.go({ section: 'asks' })}>
        {words.answerNow}
      </button>
    </div>
  );
}
