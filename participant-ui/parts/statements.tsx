/** Knows: what everybody has said to the public, the newest first, and saying something oneself. */
import type { StatementRow } from '../../engine/exercise/rows.ts';
import { useDesk } from '../desk.ts';
import { useOpen } from '../looked.ts';
import { NEW } from '../place.ts';
import { plainLine } from '../plain.ts';
import { isNew, statements } from '../published.ts';
import { roleName } from '../view.ts';
import { Carried } from './carried.tsx';
import { Panes, Row } from './panes.tsx';
import { Prose } from './prose.tsx';
import { Publish } from './publish.tsx';
import { Remarks } from './remark.tsx';
import { When } from './time.tsx';

export function Statements() {
  const { words, view, places } = useDesk();
  const { id } = places.here();
  const open = id === undefined ? undefined : view.statements[id];
  const all = statements(view);
  return (
    <Panes
      section="statements"
      invite={words.chooseStatement}
      detail={id === NEW ? <Publish /> : open && <Statement key={open.id} statement={open} />}
      list={
        <>
          <p class="list-act">
            <span class="dim">{words.statementsText}</span>
            <button
              type="button"
              class="button quiet"
              data-row={NEW}
              onClick={() => places.go({ section: 'statements', id: NEW })}
            >
              {words.publish}
            </button>
          </p>
          {all.length === 0 && <p class="empty">{words.statementsEmpty}</p>}
          <ul class="rows">
            {all.map((statement) => (
              <StatementLine key={statement.id} statement={statement} />
            ))}
          </ul>
        </>
      }
    />
  );
}

function StatementLine({ statement }: { readonly statement: StatementRow }) {
  const { words, lang, view, me } = useDesk();
  const fresh = isNew(view, statement);
  return (
    <Row id={statement.id} section="statements" strong={fresh}>
      <span class="row-top">
        <span>{words.outlets[statement.outlet]}</span>
        <When at={statement.at} />
      </span>
      <span class="row-title">{plainLine(statement.title)}</span>
      <span class="row-by">
        {statement.role === me.id ? words.we : roleName(view, statement.role, lang)}
      </span>
      {fresh && (
        <span class="marks">
          <span class="mark hot">{words.newMark}</span>
        </span>
      )}
    </Row>
  );
}

function Statement({ statement }: { readonly statement: StatementRow }) {
  const { words, lang, view } = useDesk();
  useOpen(statement, isNew(view, statement));
  return (
    <article>
      <h2 class="detail-title" data-heading tabIndex={-1}>
        {plainLine(statement.title)}
      </h2>
      <dl class="facts-of">
        <dt>{words.publishedBy}</dt>
        <dd>{roleName(view, statement.role, lang)}</dd>
        <dt>{words.where}</dt>
        <dd>{words.outlets[statement.outlet]}</dd>
        <dt>{words.time}</dt>
        <dd>
          <When at={statement.at} />
        </dd>
      </dl>
      <Prose source={statement.body} />
      <Carried facts={statement.facts} certainty={statement.certainty} />
      <Remarks about={{ publication: statement.id }} />
    </article>
  );
}
