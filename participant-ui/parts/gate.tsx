/** Knows: the screens that stand before the exercise or after it. Does not know: the exercise. */
import type { ComponentChildren } from 'preact';
import { useHall } from '../desk.ts';
import type { Screen } from '../screen.ts';
import { Band } from './band.tsx';
import { Language } from './language.tsx';

type Standing = Exclude<Screen, { type: 'lobby' | 'work' }>;

export function Gate({ screen }: { readonly screen: Standing }) {
  const { words } = useHall();
  switch (screen.type) {
    case 'no-token':
      return <Card title={words.noTokenTitle}>{words.noTokenText}</Card>;
    case 'left':
      return <Card title={words.leftTitle}>{words.leftText}</Card>;
    case 'control':
      return <Card title={words.controlTitle}>{words.controlText}</Card>;
    case 'connecting':
      return screen.again ? (
        <Card title={words.connectingAgain}>{words.connectingAgainText}</Card>
      ) : (
        <Card title={words.connecting} />
      );
    case 'closed':
      return <Closed screen={screen} />;
    default:
      return screen satisfies never;
  }
}

function Closed({ screen }: { readonly screen: Extract<Screen, { type: 'closed' }> }) {
  const { words, session, drafts } = useHall();
  const chooseAnother = (): void => {
    drafts.empty();
    session.chooseAnother();
  };
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
