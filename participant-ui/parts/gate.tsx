/** Knows: the screens that stand before the exercise or after it. Does not know: the exercise. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { readCode } from '../../engine/runtime/protocol.ts';
import { useHall } from '../desk.ts';
import type { Screen } from '../screen.ts';
import { Band } from './band.tsx';
import { Language } from './language.tsx';

type Standing = Exclude<Screen, { type: 'lobby' | 'work' }>;

export function Gate({ screen }: { readonly screen: Standing }) {
  const { words } = useHall();
  switch (screen.type) {
    case 'no-token':
      return (
        <Card title={words.noTokenTitle} acts={<CodeForm wrong={screen.wrong} />}>
          {words.noTokenText}
        </Card>
      );
    case 'left':
      return <Card title={words.leftTitle}>{words.leftText}</Card>;
    case 'control':
      return <Card title={words.controlTitle}>{words.controlText}</Card>;
    case 'connecting':
      return screen.again ? (
        <Card title={screen.later ? words.connecting : words.connectingAgain}>
          {screen.later ? words.join.codeLater : words.connectingAgainText}
        </Card>
      ) : (
        <Card title={words.connecting} />
      );
    case 'closed':
      return <Closed screen={screen} />;
    default:
      return screen satisfies never;
  }
}

/** What is written is looked at here first: a slip is told of at once, and costs no try. */
function CodeForm({ wrong }: { readonly wrong: boolean }) {
  const { words, session } = useHall();
  const { join } = words;
  const [written, write] = useState('');
  const [formless, setFormless] = useState(false);
  const problem = formless ? join.codeForm : wrong ? join.codeWrong : undefined;
  return (
    <form
      class="code-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const code = readCode(written);
        setFormless(code === undefined);
        if (code !== undefined) session.enter(code);
      }}
    >
      <div class="field">
        <label for="code">{join.code}</label>
        <input
          id="code"
          type="text"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          maxLength={40}
          value={written}
          aria-describedby="code-hint code-problem"
          aria-invalid={problem !== undefined}
          onInput={(event) => write(event.currentTarget.value)}
        />
        <p id="code-hint" class="hint">
          {join.codeHint}
        </p>
      </div>
      <p id="code-problem" class="outcome refused" role="alert">
        {problem}
      </p>
      <button type="submit" class="button">
        {join.codeOpen}
      </button>
    </form>
  );
}

function Closed({ screen }: { readonly screen: Extract<Screen, { type: 'closed' }> }) {
  const { words, session, drafts } = useHall();
  const chooseAnother = (): void => {
    drafts.empty();
    session.chooseAnother();
  };
  if (screen.why === 'moved') {
    const other = (
      <button type="button" class="button quiet" onClick={chooseAnother}>
        {words.chooseAnother}
      </button>
    );
    return (
      <Card title={words.join.movedTitle} acts={screen.canJoin && other}>
        {words.join.movedText}
      </Card>
    );
  }
  const why =
    screen.why === 'taken-over' || screen.why === 'unauthorised' || screen.why === 'version'
      ? screen.why
      : screen.why === 'malformed'
        ? 'malformed'
        : 'unknown';
  return (
    <Card
      title={words.closedTitle[why]}
      acts={
        <>
          {why === 'taken-over' && (
            <button type="button" class="button" onClick={session.comeBack}>
              {words.useHere}
            </button>
          )}
          {why === 'taken-over' && screen.canJoin && (
            <button type="button" class="button quiet" onClick={chooseAnother}>
              {words.chooseAnother}
            </button>
          )}
          {why !== 'taken-over' && why !== 'unauthorised' && (
            <button type="button" class="button" onClick={() => location.reload()}>
              {words.reload}
            </button>
          )}
        </>
      }
    >
      {words.closedText[why]}
    </Card>
  );
}

function Card(props: {
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly acts?: ComponentChildren;
}) {
  return (
    <div class="gate">
      <header>
        <Band />
      </header>
      <main class="card">
        <div role="status">
          <h1 data-heading tabIndex={-1}>
            {props.title}
          </h1>
          {props.children && <p>{props.children}</p>}
        </div>
        {props.acts && <div class="acts">{props.acts}</div>}
        <Language />
      </main>
    </div>
  );
}
