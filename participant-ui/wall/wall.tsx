/** The wall display. Knows: what stands where. Does not know: sockets or the address bar. */
import type { WallCollections, WallView } from '../../engine/exercise/rows.ts';
import type { Client } from '../../engine/runtime/client.ts';
import {
  formatExerciseTime,
  LANGS,
  say,
  storyTime,
  type Lang,
} from '../../engine/runtime/protocol.ts';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Prose } from '../parts/prose.tsx';
import { Tlp } from '../parts/tlp.tsx';
import { plainLine } from '../plain.ts';
import { wallWords, type Words } from '../words/wall.ts';
import { isReal } from '../hold.ts';
import { Pages } from './pages.tsx';
import { RealWall } from './real.tsx';
import { age, authorOf, phaseNames, pieces, SECTIONS, type Piece } from './story.ts';
import { nextTurn, turnTo, type Turn } from './turn.ts';

/** Wall ms between two pages: time to read one, and to look up. */
const RHYTHM = 14_000;
const SECOND = 1_000;

type Exercise = WallCollections['exercise'];
type Said = { readonly words: Words; readonly lang: Lang };

export type WallProps = {
  /** Absent: the address has no token. */
  readonly client: Client | undefined;
  readonly lang: Lang;
  readonly setLang: (lang: Lang) => void;
};

export function Wall({ client, lang, setLang }: WallProps) {
  const [, drawAgain] = useState(0);
  const [turning, setTurning] = useState(true);
  const [beat, setBeat] = useState(0);
  useEffect(() => {
    const again = (): void => drawAgain((n) => n + 1);
    const timer = setInterval(again, SECOND);
    const stop = client?.subscribe(again);
    return () => {
      clearInterval(timer);
      stop?.();
    };
  }, [client]);
  useEffect(() => {
    if (!turning) return;
    const timer = setInterval(() => setBeat((n) => n + 1), RHYTHM);
    return () => clearInterval(timer);
  }, [turning]);
  const words = wallWords(lang);
  const view = (client?.state().view ?? {}) as Partial<WallView>;
  const exercise = view.exercise?.['exercise'];
  return (
    <>
      <div class="band">
        <strong>{words.exerciseBand}</strong>
        {exercise && <Tlp marking={exercise.marking} />}
      </div>
      {client && exercise ? (
        <Board {...{ client, view, exercise, words, lang, beat }} />
      ) : (
        <Empty client={client} words={words} />
      )}
      <footer>
        {client && exercise && (
          <>
            <button type="button" onClick={() => setTurning(!turning)}>
              {turning ? words.stop : words.go}
            </button>
            <button type="button" onClick={() => setBeat((n) => n + 1)}>
              {words.forward}
            </button>
          </>
        )}
        <div class="language" role="group" aria-label={words.language}>
          {LANGS.map((one) => (
            <button
              key={one}
              type="button"
              lang={one}
              aria-pressed={one === lang}
              aria-label={wallWords(one).languageName}
              onClick={() => setLang(one)}
            >
              {one.toUpperCase()}
            </button>
          ))}
        </div>
      </footer>
    </>
  );
}

function Empty({ client, words }: { readonly client: Client | undefined; readonly words: Words }) {
  const shut = client?.state().connection === 'closed';
  return (
    <main class="empty">
      <h1>{client ? (shut ? words.shut : words.connecting) : words.noToken}</h1>
      {(shut || !client) && <p>{shut ? words.shutText : words.noTokenText}</p>}
    </main>
  );
}

type BoardProps = Said & {
  readonly client: Client;
  readonly view: Partial<WallView>;
  readonly exercise: Exercise;
  readonly beat: number;
};

function Board({ client, view, exercise, words, lang, beat }: BoardProps) {
  const now = client.now();
  const { connection } = client.state();
  if (isReal(exercise)) return <RealWall exercise={exercise} words={words} />;
  return (
    <main>
      <Head {...{ exercise, now, words, lang }} phases={phaseNames(view, lang)} />
      <p class="notice" role="status">
        {connection === 'open' ? '' : connection === 'closed' ? words.shutText : words.lost}
      </p>
      <News {...{ exercise, now, words, lang, beat }} all={pieces(view, lang, words)} />
      <Picture {...{ now, words, lang, beat }} rows={view.picture ?? {}} />
    </main>
  );
}

type HeadProps = Said & {
  readonly exercise: Exercise;
  readonly now: number;
  readonly phases: readonly string[];
};

function Head({ exercise, now, phases, words, lang }: HeadProps) {
  const { time, date } = storyTime(exercise.story, now);
  const [day = '', month = '', year = ''] = date.split('-');
  return (
    <header>
      <h1>{plainLine(say(exercise.title, lang))}</h1>
      <p class="story">
        <span class="hidden">{words.storyClock}: </span>
        <strong>{time}</strong>
      </p>
      <dl>
        <div>
          <dt class="hidden">{words.storyClock}</dt>
          <dd>{words.date(Number(day), words.months[Number(month) - 1] ?? month, year)}</dd>
        </div>
        <div>
          <dt>{words.exerciseClock}</dt>
          <dd class="elapsed">{formatExerciseTime(now, true)}</dd>
        </div>
        <div>
          <dt>{words.phase}</dt>
          <dd>{phases.length > 0 ? phases.join(' · ') : words.noPhase}</dd>
        </div>
        <div>
          <dt class="hidden">{words.statusName}</dt>
          <dd class={`status ${exercise.status}`}>{statusOf(exercise, words)}</dd>
        </div>
      </dl>
    </header>
  );
}

/** Of a pause, what it is for. */
function statusOf({ status, hold }: Exercise, words: Words): string {
  if (status !== 'paused' || !hold || hold === 'real') return words.status[status];
  return words.held[hold];
}

type NewsProps = Said & {
  readonly exercise: Exercise;
  readonly now: number;
  readonly beat: number;
  readonly all: readonly Piece[];
};

function News({ exercise, all, now, words, beat }: NewsProps) {
  const ids = all.map(({ id }) => id);
  const [turn, pages, setPages] = useTurn(ids, beat);
  const piece = all.find(({ id }) => id === turn.id) ?? all[0];
  return (
    <section class="news" aria-labelledby="news">
      <h2 id="news">
        {words.news}
        {all.length > 1 && piece && (
          <span class="place">{words.of(ids.indexOf(piece.id) + 1, all.length)}</span>
        )}
      </h2>
      {piece ? (
        <article key={piece.id}>
          <p class="kind">
            <strong>{piece.kind}</strong> {storyTime(exercise.story, piece.at).time} ·{' '}
            {age(piece.at, now, words)}
            {piece.marking && <Tlp marking={piece.marking} />}
          </p>
          <h3>{piece.title}</h3>
          <p class="from">{piece.from}</p>
          <Pages page={turn.page} onCount={setPages}>
            <Prose source={piece.body} />
          </Pages>
          <Place page={turn.page} pages={pages} words={words} />
        </article>
      ) : (
        <p class="none">{words.noNews}</p>
      )}
    </section>
  );
}

type PictureProps = Said & {
  readonly now: number;
  readonly beat: number;
  readonly rows: WallView['picture'];
};

/** All that is written in one piece of text, so that it turns by pages together. */
function Picture({ rows, now, words, lang, beat }: PictureProps) {
  const [turn, pages, setPages] = useTurn(WHOLE, beat);
  const begun = Object.keys(rows).length > 0;
  return (
    <section class="picture" aria-labelledby="picture">
      <h2 id="picture">{words.picture}</h2>
      {begun ? (
        <Pages page={turn.page} onCount={setPages}>
          {SECTIONS.map((section) => {
            const row = rows[section];
            return (
              <section key={section} class="part">
                <div class="part-head">
                  <h3>{words.sections[section]}</h3>
                  <p class="kind">
                    {row
                      ? `${age(row.at, now, words)} · ${authorOf(row, lang, words)}`
                      : words.unwritten}
                    {row && <Tlp marking={row.marking} />}
                  </p>
                </div>
                {row && <Prose source={row.text} />}
              </section>
            );
          })}
        </Pages>
      ) : (
        <p class="none">{words.noPicture}</p>
      )}
      <Place page={turn.page} pages={pages} words={words} />
    </section>
  );
}

const WHOLE: readonly string[] = ['picture'];

function Place({ page, pages, words }: { page: number; pages: number; words: Words }) {
  return <p class="place">{pages > 1 ? words.page(Math.min(page, pages - 1) + 1, pages) : ''}</p>;
}

/** Goes on at every beat; what is new comes at once. */
function useTurn(
  ids: readonly string[],
  beat: number,
): readonly [Turn, number, (pages: number) => void] {
  const [turn, setTurn] = useState<Turn>({ id: ids[0], page: 0 });
  const [pages, setPages] = useState(1);
  const known = useRef<ReadonlySet<string>>(new Set(ids));
  const last = useRef(beat);
  useEffect(() => {
    setTurn((before) => turnTo(before, ids, known.current));
    known.current = new Set([...known.current, ...ids]);
  }, [ids.join(' ')]);
  useEffect(() => {
    if (last.current === beat) return;
    last.current = beat;
    setTurn((before) => nextTurn(before, ids, pages));
  }, [beat]);
  return [turn, pages, setPages];
}
