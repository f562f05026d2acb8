/** Knows: one decision: whose it is, what was decided, by whom and why, and telling others of it. */
import { useState } from 'preact/hooks';
import { LIMITS, say } from '../../engine/runtime/protocol.ts';
import type { DecisionRow } from '../../engine/exercise/rows.ts';
import { consulted } from '../consult.ts';
import { useDesk, useOpenedForm } from '../desk.ts';
import { line, roleName } from '../view.ts';
import { Compose } from './compose.tsx';
import { Discussion } from './discussion.tsx';
import { Making } from './making.tsx';
import { Prose } from './prose.tsx';
import { Remarks } from './remark.tsx';
import { Left, When, useMoment } from './time.tsx';
import { Tlp } from './tlp.tsx';

export function Decision({ decision }: { readonly decision: DecisionRow }) {
  const { words, lang, view, me } = useDesk();
  const { raisedBy } = decision;
  return (
    <article>
      <h2 class="detail-title" data-heading tabIndex={-1}>
        {line(decision.question, lang)}
      </h2>
      <dl class="facts-of">
        {raisedBy !== undefined && (
          <>
            <dt>{words.raisedBy}</dt>
            <dd>{raisedBy === me.id ? words.we : roleName(view, raisedBy, lang)}</dd>
          </>
        )}
        <dt>{words.opened}</dt>
        <dd>
          <When at={decision.openedAt} />
        </dd>
        <dt>{words.due}</dt>
        <dd>
          <When at={decision.due} /> {!decision.made && <Left due={decision.due} />}
        </dd>
      </dl>
      {decision.description !== undefined && <Prose source={say(decision.description, lang)} />}
      {decision.made ? (
        <Made decision={decision} made={decision.made} />
      ) : (
        <Making decision={decision} />
      )}
      <Discussion decision={decision} />
      <Remarks about={{ decision: decision.id }} />
    </article>
  );
}

function Made(props: {
  readonly decision: DecisionRow;
  readonly made: NonNullable<DecisionRow['made']>;
}) {
  const { words, lang, view } = useDesk();
  const at = useMoment();
  const { option, reason, role, how, facts = [], assumptions = '', dissent = '' } = props.made;
  const title = props.decision.options.find(({ id }) => id === option)?.title ?? option;
  const who = role === undefined ? '' : roleName(view, role, lang);
  const time = at(props.made.at);
  const said: { readonly [H in typeof how]: string } = {
    role: words.madeBy(who, time),
    control: words.madeByControl(who, time),
    default: words.madeByDefault(time),
  };
  return (
    <section class="made">
      <h3>{words.decided}</h3>
      <p class="outcome-title">{line(title, lang)}</p>
      <p>{said[how]}</p>
      {props.made.outside && <p class="mark">{words.takenElsewhere}</p>}
      {how !== 'default' && <Because title={words.decisionReason} text={reason} />}
      <Based facts={facts} />
      <Because title={words.assumptions} text={assumptions} />
      <Because title={words.dissent} text={dissent} />
      <Tell decision={props.decision} title={line(title, lang)} reason={reason} />
    </section>
  );
}

/** What it was based on, as far as one knows it oneself. */
function Based({ facts }: { readonly facts: readonly string[] }) {
  const { words, lang, view } = useDesk();
  const known = facts.flatMap((id) => view.facts[id] ?? []);
  if (known.length === 0) return null;
  return (
    <>
      <h3>{words.basedOn}</h3>
      <ul class="based">
        {known.map(({ id, text, marking }) => (
          <li key={id}>
            {line(text, lang)} <Tlp marking={marking} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Because({ title, text }: { readonly title: string; readonly text: string }) {
  if (text === '') return null;
  return (
    <>
      <h3>{title}</h3>
      <Prose source={text} />
    </>
  );
}

/** A message about what was decided, to those who had a part in it and whom else one chooses. */
function Tell(props: {
  readonly decision: DecisionRow;
  readonly title: string;
  readonly reason: string;
}) {
  const { words, lang, view, drafts } = useDesk();
  const { decision, title, reason } = props;
  const form = `tell:${decision.id}`;
  const begun = drafts.draft(form).body !== '' || drafts.trial(form).type === 'refused';
  const [telling, tell] = useState(begun);
  const around = useOpenedForm(telling ? form : undefined);
  const open = (): void => {
    drafts.begin(form, {
      to: consulted(view, decision),
      title: words.tellTitle(line(decision.question, lang)).slice(0, LIMITS.title),
      body: words.tellBody(title, reason),
      about: `decision:${decision.id}`,
      facts: (decision.made?.facts ?? []).filter((id) => view.facts[id]),
    });
    tell(true);
  };
  return (
    <section class="tell" ref={around}>
      <button type="button" class="button" aria-expanded={telling} onClick={open}>
        {words.tell}
      </button>
      {telling && <Compose form={form} close={() => tell(false)} />}
    </section>
  );
}
