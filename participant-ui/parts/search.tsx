/** Knows: one field and what is found in all that one has. Does not know: how it is found. */
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { useDesk, useForm } from '../desk.ts';
import { terms } from '../fold.ts';
import { entriesOf, excerpt, GROUPS, pieces, search, type Found, type Group } from '../search.ts';
import { laterWords } from '../words/later.ts';
import { When } from './time.tsx';
import { NEW_MESSAGE } from './write.tsx';

/** The draft that keeps what was searched for while one looks at what was found. */
const FORM = 'search';

export function Search() {
  const { words, lang, view } = useDesk();
  const later = laterWords(lang);
  const { draft, write } = useForm(FORM);
  const id = useId();
  const query = draft.title;
  const entries = useMemo(() => entriesOf(view, lang, words), [view, lang, words]);
  const found = useMemo(() => search(entries, query), [entries, query]);
  const count = [...found.values()].reduce((sum, rows) => sum + rows.length, 0);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // One came here to write, by a tap or a key of one's own: the field is where the writing begins.
    if (query === '') field.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <div class="field" role="search">
        <label for={id}>{later.searchFor}</label>
        <input
          id={id}
          ref={field}
          type="search"
          autocomplete="off"
          spellcheck={false}
          value={query}
          aria-describedby={`${id}-hint`}
          onInput={({ currentTarget: { value } }) => write({ title: value })}
        />
        <p class="hint" id={`${id}-hint`}>
          {later.searchHint}
        </p>
      </div>
      <p class="dim" role="status">
        {terms(query).length > 0 &&
          (count === 0 ? later.searchNone(query.trim()) : later.searchFound(count))}
      </p>
      {GROUPS.map((group) => {
        const rows = found.get(group);
        return (
          rows && <Results key={`${group} ${query}`} group={group} rows={rows} query={query} />
        );
      })}
    </>
  );
}

/** So many of a kind are shown at once. */
const MOST = 8;

function Results(props: {
  readonly group: Group;
  readonly rows: readonly Found[];
  readonly query: string;
}) {
  const later = laterWords(useDesk().lang);
  const { group, rows, query } = props;
  const [all, showAll] = useState(false);
  const shown = all ? rows : rows.slice(0, MOST);
  const rest = rows.length - shown.length;
  return (
    <section>
      <h3>
        {later.searchGroups[group]} <span class="dim">({rows.length})</span>
      </h3>
      <ul class="rows">
        {shown.map((row) => (
          <Result key={row.key} row={row} query={query} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" class="button quiet small" onClick={() => showAll(true)}>
          {later.searchMore(rest)}
        </button>
      )}
    </section>
  );
}

function Result({ row, query }: { readonly row: Found; readonly query: string }) {
  const { drafts, places } = useDesk();
  const { place, role } = row;
  const open = (): void => {
    if (role !== undefined) {
      const chosen = drafts.draft(NEW_MESSAGE).to;
      drafts.write(NEW_MESSAGE, { to: [...chosen.filter((one) => one !== role), role] });
      places.go({ section: 'write' });
    } else if (place) places.go(place);
  };
  const said = (
    <>
      <span class="row-title">
        <Marked text={excerpt(row.title, query)} query={query} />
      </span>
      {row.by !== '' && (
        <span class="row-by">
          <Marked text={row.by} query={query} />
        </span>
      )}
      {row.text !== '' && (
        <span class="row-said">
          <Marked text={excerpt(row.text, query)} query={query} />
        </span>
      )}
      {row.at !== undefined && (
        <span class="row-top">
          <When at={row.at} />
        </span>
      )}
    </>
  );
  return (
    <li>
      {place === undefined ? (
        <div class="row">{said}</div>
      ) : (
        <button type="button" class="row" data-row={`${row.group}:${row.key}`} onClick={open}>
          {said}
        </button>
      )}
    </li>
  );
}

function Marked({ text, query }: { readonly text: string; readonly query: string }) {
  return (
    <>
      {pieces(text, query).map(({ text: piece, hit }, at) =>
        hit ? <mark key={at}>{piece}</mark> : piece,
      )}
    </>
  );
}
