/** Knows: one task: who holds it, as what, since when; taking it on, letting go, handing over, done. */
import { useState } from 'preact/hooks';
import { say } from '../../engine/runtime/protocol.ts';
import type { ClaimAs } from '../../engine/exercise/entry.ts';
import type { TaskRow } from '../../engine/exercise/rows.ts';
import { useDesk, useOpenedForm } from '../desk.ts';
import { line, roleName } from '../view.ts';
import { Act } from './act.tsx';
import { AssignForm, DeclineForm, FinishForm, HandoverForm } from './handover.tsx';
import { Prose } from './prose.tsx';
import { Remarks } from './remark.tsx';
import { Left, When, useMoment } from './time.tsx';
import { NEW_MESSAGE } from './write.tsx';

export function Task({ task }: { readonly task: TaskRow }) {
  const { lang } = useDesk();
  return (
    <article>
      <h2 class="detail-title" data-heading tabIndex={-1}>
        {line(task.title, lang)}
      </h2>
      <Offers task={task} />
      <Standing task={task} />
      <Declined task={task} />
      {task.description !== undefined && <Prose source={say(task.description, lang)} />}
      {task.done ? <Done task={task} /> : <Doings task={task} />}
      <Remarks about={{ task: task.id }} />
    </article>
  );
}

function Standing({ task }: { readonly task: TaskRow }) {
  const { words } = useDesk();
  return (
    <dl class="facts-of">
      <dt>{words.due}</dt>
      <dd>
        <When at={task.due} /> {task.status === 'open' && <Left due={task.due} />}
      </dd>
      <dt>{words.accountable}</dt>
      <dd>
        <Holders task={task} as="accountable" />
      </dd>
      <dt>{words.responsible}</dt>
      <dd>
        <Holders task={task} as="responsible" />
      </dd>
      <dt>{words.started}</dt>
      <dd>
        <When at={task.startedAt} />
      </dd>
    </dl>
  );
}

function Holders({ task, as }: { readonly task: TaskRow; readonly as: ClaimAs }) {
  const { words, lang, view, me } = useDesk();
  const at = useMoment();
  const held = task.holders.filter((holder) => holder.as === as);
  if (held.length === 0) return <strong class="none">{words.nobody}</strong>;
  return (
    <>
      {held.map(({ role, since }) => (
        <span key={role} class="holder">
          {role === me.id ? <strong>{words.we}</strong> : roleName(view, role, lang)}{' '}
          <span class="dim">{words.since(at(since))}</span>
        </span>
      ))}
    </>
  );
}

type Offer = TaskRow['offers'][number];

/** Handovers and assignments not answered yet: to us first, for those wait for us. */
function Offers({ task }: { readonly task: TaskRow }) {
  const { me } = useDesk();
  if (task.done || task.offers.length === 0) return null;
  const ours = task.offers.filter(({ to }) => to === me.id);
  return (
    <section class="offers">
      {[...ours, ...task.offers.filter(({ to }) => to !== me.id)].map((offer) => (
        <OfferPanel key={`${offer.from} ${offer.to}`} task={task} offer={offer} />
      ))}
    </section>
  );
}

function OfferPanel({ task, offer }: { readonly task: TaskRow; readonly offer: Offer }) {
  const { words, me } = useDesk();
  const { from, to, note } = offer;
  const [declining, decline] = useState(false);
  const around = useOpenedForm(declining ? from : undefined);
  const ours = to === me.id;
  const told = useOffer(offer);
  return (
    <section class={ours ? 'offer ours' : 'offer'} ref={around}>
      <h3>{offer.assigned ? words.assignedTitle : words.offered}</h3>
      <p>{told}</p>
      {note !== undefined && note !== '' && <Prose source={note} />}
      {ours && (
        <div class="acts">
          <Act
            form={`accept:${task.id}:${from}`}
            input={{ type: 'handover.accept', task: task.id, from }}
            label={words.accept}
          />
          <button
            type="button"
            class="button quiet"
            aria-expanded={declining}
            onClick={() => decline(!declining)}
          >
            {words.decline}
          </button>
        </div>
      )}
      {ours && declining && <DeclineForm task={task} from={from} />}
    </section>
  );
}

/** The offer as a sentence, as it stands to us. */
function useOffer({ from, to, as, assigned }: Offer): string {
  const { words, lang, view, me } = useDesk();
  const name = (role: string): string => roleName(view, role, lang);
  if (assigned) {
    if (to === me.id) return words.assignedToYou(name(from), words.asWhat[as]);
    if (from === me.id) return words.assignedFromYou(name(to), words.asWhat[as]);
    return words.assignedBetween(name(from), name(to), words.asWhat[as]);
  }
  if (to === me.id) return words.offerToYou(name(from));
  if (from === me.id) return words.offerFromYou(name(to));
  return words.offerBetween(name(from), name(to));
}

/** Who said no to what, and why; the last one first. */
function Declined({ task }: { readonly task: TaskRow }) {
  const { words, lang, view, me } = useDesk();
  const at = useMoment();
  const { declined = [] } = task;
  if (declined.length === 0) return null;
  const name = (role: string): string => roleName(view, role, lang);
  const told = ({ from, to, at: when }: (typeof declined)[number]): string => {
    if (from === me.id) return words.declinedToYou(name(to), at(when));
    if (to === me.id) return words.declinedByYou(name(from), at(when));
    return words.declinedBetween(name(from), name(to), at(when));
  };
  return (
    <section class="offer">
      <h3>{words.declinedTitle}</h3>
      {[...declined].reverse().map((no) => (
        <div key={`${no.from} ${no.to} ${no.at}`}>
          <p>{told(no)}</p>
          <Prose source={no.reason} />
        </div>
      ))}
    </section>
  );
}

type Doing = 'handover' | 'assign' | 'finish';

function Doings({ task }: { readonly task: TaskRow }) {
  const { words, me } = useDesk();
  const mine = task.holders.filter(({ role }) => role === me.id).map((holder) => holder.as);
  const [doing, setDoing] = useState<Doing>();
  const around = useOpenedForm(doing);
  const opener = (which: Doing, label: string) => (
    <button
      type="button"
      class={which === 'finish' ? 'button' : 'button quiet'}
      aria-expanded={doing === which}
      onClick={() => setDoing(doing === which ? undefined : which)}
    >
      {label}
    </button>
  );
  return (
    <footer class="doings" ref={around}>
      {mine.length > 0 && (
        <p class="held">{words.weHold[mine.length > 1 ? 'both' : (mine[0] ?? 'both')]}</p>
      )}
      <div class="acts">
        {!mine.includes('accountable') && <Claim task={task} as="accountable" />}
        {!mine.includes('responsible') && (
          <Claim task={task} as="responsible" quiet={mine.length > 0} />
        )}
        {mine.length > 0 && opener('finish', words.finish)}
        {mine.length > 0 && opener('handover', words.handOver)}
        {opener('assign', words.assign)}
        {mine.length > 0 && (
          <Act
            form={`release:${task.id}`}
            input={{ type: 'task.release', task: task.id }}
            label={words.release}
            quiet
          />
        )}
        <AskAbout task={task} />
      </div>
      {mine.length > 0 && doing === 'finish' && <FinishForm task={task} />}
      {mine.length > 0 && doing === 'handover' && <HandoverForm task={task} />}
      {doing === 'assign' && <AssignForm task={task} />}
    </footer>
  );
}

function Claim(props: { readonly task: TaskRow; readonly as: ClaimAs; readonly quiet?: boolean }) {
  const { words } = useDesk();
  const { task, as, quiet = false } = props;
  return (
    <Act
      form={`claim:${as}:${task.id}`}
      input={{ type: 'task.claim', task: task.id, as }}
      label={as === 'accountable' ? words.claimAccountable : words.claimResponsible}
      quiet={quiet}
    />
  );
}

/** To the new message, about this task. */
function AskAbout({ task }: { readonly task: TaskRow }) {
  const { words, drafts, places } = useDesk();
  return (
    <button
      type="button"
      class="button quiet"
      onClick={() => {
        drafts.write(NEW_MESSAGE, { about: `task:${task.id}` });
        places.go({ section: 'write' });
      }}
    >
      {words.askAbout}
    </button>
  );
}

function Done({ task }: { readonly task: TaskRow }) {
  const { words, lang, view } = useDesk();
  const at = useMoment();
  if (!task.done) return null;
  return (
    <section class="made">
      <h3>{words.taskDone}</h3>
      <p>{words.doneBy(roleName(view, task.done.role, lang), at(task.done.at))}</p>
      {task.done.outside && <p class="mark">{words.wasElsewhere}</p>}
      <Prose source={task.done.note} />
    </section>
  );
}
