/** Knows: who one is in the exercise, what one was told beforehand, and how one leaves the chair. */
import { useRef, useState } from 'preact/hooks';
import { say } from '../../engine/runtime/protocol.ts';
import { useDesk, useForm } from '../desk.ts';
import { plainLine } from '../plain.ts';
import { line } from '../view.ts';
import { Outcome } from './act.tsx';
import { Fetched } from './later.tsx';
import { useHeldFocus } from './panes.tsx';
import { Prose } from './prose.tsx';

const signals = () => import('./signals.tsx').then(({ SignalChoices }) => SignalChoices);

export function RoleCard() {
  const { words, lang, me, exercise } = useDesk();
  return (
    <div class="single columns">
      <section>
        <h2 class="section-title" data-heading tabIndex={-1}>
          {words.sections.role}
        </h2>
        <dl class="facts-of">
          <dt>{words.role}</dt>
          <dd>{line(me.name, lang)}</dd>
          <dt>{words.organisation}</dt>
          <dd>{line(me.organisationName, lang)}</dd>
          <Pseudonym />
        </dl>
        <h3>{words.briefing}</h3>
        {me.briefing === undefined ? (
          <p class="empty">{words.noBriefing}</p>
        ) : (
          <Prose source={say(me.briefing, lang)} />
        )}
      </section>
      <div>
        <section class="panel warning">
          <h3>{words.realIncident}</h3>
          <p>{words.realIncidentText}</p>
        </section>
        {exercise.contentWarning !== undefined && (
          <section class="panel">
            <h3>{words.contentWarning}</h3>
            <Prose source={say(exercise.contentWarning, lang)} />
          </section>
        )}
        <section class="panel">
          <h3>{words.pace}</h3>
          <p>{words.paceNow(new Intl.NumberFormat(lang).format(exercise.pace))}</p>
        </section>
        <Elsewhere />
        <section class="panel signals">
          <h3>{words.signals}</h3>
          <Fetched load={signals} />
        </section>
        <Leaving />
      </div>
    </div>
  );
}

function Pseudonym() {
  const { words, session } = useDesk();
  const state = session.state();
  const pseudonym = state.type === 'live' ? state.link.pseudonym : undefined;
  if (pseudonym === undefined) return null;
  return (
    <>
      <dt>{words.join.yourPseudonym}</dt>
      <dd>{plainLine(pseudonym)}</dd>
    </>
  );
}

/** A code with which one goes on in this chair on another device. */
function Elsewhere() {
  const { words, lang, session } = useDesk();
  const { join } = words;
  const [answer, setAnswer] = useState<Awaited<ReturnType<typeof session.move>>>();
  const ask = async (): Promise<void> => setAnswer(await session.move());
  const time = (until: number): string =>
    new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit' }).format(until);
  return (
    <section class="panel">
      <h3>{join.elsewhere}</h3>
      <p>{join.elsewhereText}</p>
      <div role="status">
        {answer?.type === 'moving' && (
          <>
            <p>{join.elsewhereDo(location.origin)}</p>
            <strong class="moving-code">{answer.code}</strong>
            <p>{join.elsewhereUntil(time(answer.until))}</p>
          </>
        )}
        {answer?.type === 'refused' && <p class="outcome refused">{line(answer.reason, lang)}</p>}
      </div>
      <div class="acts">
        <button type="button" class="button quiet" onClick={() => void ask()}>
          {answer?.type === 'moving' ? join.elsewhereNew : join.elsewhereGet}
        </button>
      </div>
    </section>
  );
}

function Leaving() {
  const { words, drafts, session } = useDesk();
  const { trial } = useForm('leave');
  const [asking, ask] = useState(false);
  const panel = useRef<HTMLElement>(null);
  useHeldFocus(panel);
  const leave = async (): Promise<void> => {
    if (await drafts.attempt('leave', session.leave)) drafts.empty();
  };
  return (
    <section class="panel" ref={panel}>
      <h3>{words.yourSeat}</h3>
      <p data-heading tabIndex={-1}>
        {asking ? words.leaveAsk : words.seatText}
      </p>
      <div class="acts">
        {asking ? (
          <>
            <button type="button" class="button danger" onClick={() => void leave()}>
              {words.leaveYes}
            </button>
            <button type="button" class="button quiet" onClick={() => ask(false)}>
              {words.stay}
            </button>
          </>
        ) : (
          <button type="button" class="button quiet" onClick={() => ask(true)}>
            {words.leaveSeat}
          </button>
        )}
        <Outcome trial={trial} />
      </div>
    </section>
  );
}
