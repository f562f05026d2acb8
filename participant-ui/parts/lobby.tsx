/** Knows: choosing a chair. Does not know: what it is like to sit in it. */
import { useRef, useState } from 'preact/hooks';
import type { ClientState, Lobby, Outcome } from '../../engine/runtime/client.ts';
import { LIMITS, say, type LobbyRole } from '../../engine/runtime/protocol.ts';
import { useHall } from '../desk.ts';
import { isReal } from '../hold.ts';
import { plainLine } from '../plain.ts';
import { companies, line } from '../view.ts';
import { Band } from './band.tsx';
import { Real } from './hold.tsx';
import { Language } from './language.tsx';
import { Connection } from './notice.tsx';
import { useHeldFocus } from './panes.tsx';
import { Prose } from './prose.tsx';

export function LobbyScreen(props: { readonly lobby: Lobby; readonly link: ClientState }) {
  const { words, lang, session } = useHall();
  const { exercise, roles } = props.lobby;
  const [name, setName] = useState('');
  const [pseudonym, setPseudonym] = useState('');
  const [deputy, setDeputy] = useState(false);
  const [taking, setTaking] = useState<string>();
  const [refused, setRefused] = useState<Extract<Outcome, { type: 'refused' }>>();

  const take = async (role: string, over?: string): Promise<void> => {
    setTaking(role);
    setRefused(undefined);
    const outcome = await session.take(role, name.trim(), {
      ...(printable(pseudonym) === '' ? {} : { pseudonym: printable(pseudonym) }),
      ...(deputy ? { deputy } : {}),
      ...(over === undefined ? {} : { over }),
    });
    setTaking(undefined);
    if (outcome?.type === 'refused') setRefused(outcome);
  };
  const playable = roles.filter((role) => !role.simulated);
  const title = line(exercise.title, lang);
  const stopped = isReal(exercise);

  return (
    <div class="gate">
      <header>
        <Band marking={exercise.marking} />
        <Real exercise={exercise} />
      </header>
      <main class="lobby">
        <div class="lobby-head">
          {!stopped && <p class="over">{words.status[exercise.status]}</p>}
          <h1 data-heading tabIndex={-1}>
            {stopped ? words.realExercise(title) : title}
          </h1>
          <Language />
        </div>
        <Connection link={props.link} />
        {/* What the story is about must not stand beside the words of a real incident. */}
        {!stopped && exercise.contentWarning !== undefined && (
          <section class="warning" aria-label={words.contentWarning}>
            <h2>{words.contentWarning}</h2>
            <Prose source={say(exercise.contentWarning, lang)} />
          </section>
        )}
        <h2>{words.lobbyTitle}</h2>
        <p>
          {playable.length === 0
            ? words.noRoles
            : playable.length === 1
              ? words.join.oneRole
              : words.lobbyText}
        </p>
        <div class="field">
          <label for="name">
            {words.yourName} <span class="dim">({words.optional})</span>
          </label>
          <input
            id="name"
            type="text"
            autocomplete="name"
            maxLength={LIMITS.name}
            value={name}
            aria-describedby="name-hint"
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <p id="name-hint" class="hint">
            {words.yourNameHint}
          </p>
        </div>
        <div class="field">
          <label for="pseudonym">
            {words.join.pseudonym} <span class="dim">({words.optional})</span>
          </label>
          <input
            id="pseudonym"
            type="text"
            autocomplete="off"
            maxLength={LIMITS.pseudonym}
            value={pseudonym}
            aria-describedby="pseudonym-hint"
            aria-invalid={refused?.code === 'pseudonym-taken'}
            onInput={(event) => setPseudonym(event.currentTarget.value)}
          />
          <p id="pseudonym-hint" class="hint">
            {words.join.pseudonymHint}
          </p>
        </div>
        <label class="check">
          <input
            type="checkbox"
            checked={deputy}
            onChange={(event) => setDeputy(event.currentTarget.checked)}
          />
          {words.join.deputy}
        </label>
        <p class="outcome refused" role="alert">
          {refused && `${words.refused} ${line(refused.reason, lang)}`}
        </p>
        {companies(playable, lang).map((company) => (
          <section key={company.id} class="company">
            <h3>{company.name}</h3>
            <ul>
              {company.roles.map((role) => (
                <Chair
                  key={role.id}
                  role={role}
                  busy={taking !== undefined}
                  taking={taking === role.id}
                  take={(over) => void take(role.id, over)}
                />
              ))}
            </ul>
          </section>
        ))}
      </main>
    </div>
  );
}

/** The host takes nothing that cannot be seen, and closes on what it does not take. */
function printable(pseudonym: string): string {
  return pseudonym.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '').trim();
}

/** A chair whose person is away, to be taken over after one has been asked. */
function Away(props: {
  readonly who: string;
  readonly role: string;
  readonly busy: boolean;
  readonly take: () => void;
}) {
  const { words } = useHall();
  const { join } = words;
  const [asking, ask] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useHeldFocus(box);
  const { who, role, busy } = props;
  return (
    <div class="chair-away" ref={box}>
      <p class="dim" data-heading tabIndex={-1}>
        {asking ? join.overAsk(who) : join.away(who)}
      </p>
      {asking ? (
        <div class="acts">
          <button
            type="button"
            class="button danger"
            aria-disabled={busy}
            onClick={() => {
              if (!busy) props.take();
            }}
          >
            {join.overYes}
          </button>
          <button type="button" class="button quiet" onClick={() => ask(false)}>
            {join.overNo}
          </button>
        </div>
      ) : (
        <button
          type="button"
          class="button quiet"
          aria-label={join.overFor(who, role)}
          onClick={() => ask(true)}
        >
          {join.over}
        </button>
      )}
    </div>
  );
}

function Chair(props: {
  readonly role: LobbyRole;
  readonly busy: boolean;
  readonly taking: boolean;
  readonly take: (over?: string) => void;
}) {
  const { words, lang } = useHall();
  const { role } = props;
  const free = Math.max(0, role.seats - role.taken);
  const name = line(role.name, lang);
  return (
    <li class="chair">
      <div>
        <strong>{name}</strong>
        <span class="dim">{words.seatsFree(free, role.seats)}</span>
        {role.asDeputy && <span class="dim">{words.join.asDeputy}</span>}
      </div>
      {free > 0 && (
        <button
          type="button"
          class="button"
          aria-label={words.takeSeatAs(name)}
          aria-disabled={props.busy}
          onClick={() => {
            if (!props.busy) props.take();
          }}
        >
          {props.taking ? words.sending : words.takeSeat}
        </button>
      )}
      {role.chairs
        .filter(({ away }) => away)
        .map(({ seat, pseudonym }) => (
          <Away
            key={seat}
            who={plainLine(pseudonym)}
            role={name}
            busy={props.busy}
            take={() => props.take(seat)}
          />
        ))}
    </li>
  );
}
