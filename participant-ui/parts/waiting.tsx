/**
 * The waiting room: what one can do before the exercise begins, and an inject to practise on.
 * Knows: the practice, and how long it took by this page's own clock. Does not know: who else comes.
 */
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../engine/runtime/protocol.ts';
import type { ItemRow } from '../../engine/exercise/rows.ts';
import { DeskContext, useDesk, useForm } from '../desk.ts';
import { Outcome } from './act.tsx';
import { Prose } from './prose.tsx';
import { Stamp } from './channel/head.tsx';
import { Shaped } from './channel/shape.tsx';

export function Waiting() {
  const { words, lang, me, places } = useDesk();
  const { join } = words;
  return (
    <section class="waiting-room">
      <h2 class="section-title" data-heading tabIndex={-1}>
        {join.waiting}
      </h2>
      <p>{join.waitingText}</p>
      <h3>{join.ahead}</h3>
      <ol>
        {Object.values(join.aheadSteps).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {me.briefing !== undefined && (
        <>
          <h3>{words.briefing}</h3>
          <Prose source={say(me.briefing, lang)} />
        </>
      )}
      <button type="button" class="button quiet" onClick={() => places.go({ section: 'role' })}>
        {join.toRole}
      </button>
      <Practice />
    </section>
  );
}

type Stage =
  | { readonly type: 'offered' | 'skipped' }
  | { readonly type: 'shown' | 'opened'; readonly opened: number }
  | { readonly type: 'done'; readonly opened: number; readonly acknowledged: number };

/** Seats that have told how long it took: once is enough, however often one practises. */
const told = new Set<string>();

function Practice() {
  const { words, lang, session } = useDesk();
  const { join } = words;
  const [stage, become] = useState<Stage>({ type: 'offered' });
  const { trial, send } = useForm('practice');
  const heading = useRef<HTMLHeadingElement>(null);
  const shownAt = useRef(0);
  const since = (): number => Math.round(performance.now() - shownAt.current);
  // The button that was pressed is gone with its stage: the focus goes where the next one begins.
  const moveOn = (next: Stage): void => {
    become(next);
    heading.current?.focus({ preventScroll: true });
  };
  // As it is laid out, not some time after: a quick hand would open it before it was shown.
  useLayoutEffect(() => {
    if (stage.type === 'shown') shownAt.current = performance.now();
  }, [stage.type]);
  const finish = (opened: number): void => {
    const acknowledged = since();
    moveOn({ type: 'done', opened, acknowledged });
    const state = session.state();
    const seat = (state.type === 'live' ? state.link.seat : undefined) ?? '';
    if (told.has(seat)) return;
    told.add(seat);
    void send({ type: 'practice.finish', opened, acknowledged }).then((sent) => {
      if (!sent) told.delete(seat);
    });
  };
  const seconds = (ms: number): string =>
    new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(ms / 1_000);
  const begin = (label: string) => (
    <button type="button" class="button" onClick={() => moveOn({ type: 'shown', opened: 0 })}>
      {label}
    </button>
  );

  return (
    <section class="panel practice" aria-labelledby="practice-title">
      <h3 id="practice-title" tabIndex={-1} ref={heading}>
        {join.practice}
      </h3>
      {stage.type === 'offered' && (
        <>
          <p>{join.practiceText}</p>
          <div class="acts">
            {begin(join.practiceStart)}
            <button type="button" class="button quiet" onClick={() => moveOn({ type: 'skipped' })}>
              {join.practiceSkip}
            </button>
          </div>
        </>
      )}
      <p role="status">
        {stage.type === 'shown' && join.practiceCame}
        {stage.type === 'skipped' && join.practiceSkipped}
        {stage.type === 'done' &&
          join.practiceDone(seconds(stage.opened), seconds(stage.acknowledged))}
      </p>
      {stage.type === 'shown' && (
        <button
          type="button"
          class="practice-row"
          onClick={() => moveOn({ type: 'opened', opened: since() })}
        >
          <strong>{join.practiceOpen}</strong>
          <span class="dim">{join.practiceFrom}</span>
        </button>
      )}
      {stage.type === 'opened' && (
        <>
          <PracticeItem />
          <button type="button" class="button" onClick={() => finish(stage.opened)}>
            {join.acknowledge}
          </button>
        </>
      )}
      {(stage.type === 'skipped' || stage.type === 'done') && begin(join.practiceAgain)}
      <Outcome trial={trial} />
    </section>
  );
}

/** Drawn like any other, in a view that it is laid into for this drawing alone. */
function PracticeItem() {
  const { words, me, exercise } = useDesk();
  const desk = useContext(DeskContext);
  const { join } = words;
  const item: ItemRow = {
    id: 'practice',
    kind: 'inject',
    seq: 0,
    at: 0,
    from: { name: join.practiceFrom },
    to: [me.id],
    channel: 'email',
    title: join.practiceTitle,
    body: join.practiceBody,
    marking: exercise.marking,
    facts: [],
    asks: false,
    sent: false,
    opened: 0,
  };
  if (!desk) return null;
  const view = { ...desk.view, items: { ...desk.view.items, practice: item } };
  return (
    <DeskContext.Provider value={{ ...desk, view }}>
      <article class="item">
        <Stamp item={item} />
        <Shaped item={item} />
      </article>
    </DeskContext.Provider>
  );
}
