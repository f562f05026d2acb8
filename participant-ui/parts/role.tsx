/** Knows: who one is in the exercise, what one was told beforehand, and how one leaves the chair. */
import { useState } from 'preact/hooks';
import { say } from '../../engine/runtime/protocol.ts';
import { useDesk, useForm } from '../desk.ts';
import { line } from '../view.ts';
import { Outcome } from './act.tsx';
import { Fetched } from './later.tsx';
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
        <section class="panel signals">
          <h3>{words.signals}</h3>
          <Fetched load={signals} />
        </section>
        <Leaving />
      </div>
    </div>
  );
}

function Leaving() {
  const { words, drafts, session } = useDesk();
  const { trial } = useForm('leave');
  const [asking, ask] = useState(false);
  const leave = async (): Promise<void> => {
    if (await drafts.attempt('leave', session.leave)) drafts.empty();
  };
  return (
    <section class="panel">
      <h3>{words.yourSeat}</h3>
      <p>{asking ? words.leaveAsk : words.seatText}</p>
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
