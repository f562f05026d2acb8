/**
 * Knows: a text file read in the page, and a table where it simply is one; the first part of it, and
 * more when asked for. Does not know: where it came from. Whatever stands in it is only text.
 */
import { useMemo, useState } from 'preact/hooks';
import type { FileRow } from '../../engine/exercise/rows.ts';
import { useDesk } from '../desk.ts';
import { fileName } from '../file.ts';
import { decode, readSheet, type Sheet } from '../sheet.ts';

const ROWS = 50;
const CHARACTERS = 10_000;

export function Reading(props: { readonly content: ArrayBuffer; readonly file: FileRow }) {
  const { content, file } = props;
  const text = useMemo(() => decode(content), [content]);
  const sheet = useMemo(
    () => (file.type === 'text/csv' ? readSheet(text) : undefined),
    [text, file.type],
  );
  const name = fileName(file);
  return sheet ? <Table sheet={sheet} name={name} /> : <Text text={text} name={name} />;
}

function Table({ sheet, name }: { readonly sheet: Sheet; readonly name: string }) {
  const { words } = useDesk();
  const [shown, setShown] = useState(ROWS);
  const all = sheet.rows.length;
  return (
    <>
      <div class="read" role="region" aria-label={name} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {sheet.header.map((cell, at) => (
                <th key={at} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sheet.rows.slice(0, shown).map((row, at) => (
              <tr key={at}>
                {row.map((cell, column) => (
                  <td key={column}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="hint">{words.look.rowsShown(Math.min(shown, all), all)}</p>
      {shown < all && <More name={name} more={() => setShown(shown + 4 * ROWS)} />}
    </>
  );
}

function Text({ text, name }: { readonly text: string; readonly name: string }) {
  const { words } = useDesk();
  const [shown, setShown] = useState(CHARACTERS);
  return (
    <>
      <pre class="read" role="region" aria-label={name} tabIndex={0}>
        {text.slice(0, shown)}
      </pre>
      {shown < text.length && (
        <>
          <p class="hint">{words.look.partShown}</p>
          <More name={name} more={() => setShown(shown + 4 * CHARACTERS)} />
        </>
      )}
    </>
  );
}

function More({ name, more }: { readonly name: string; readonly more: () => void }) {
  const { words } = useDesk();
  return (
    <button
      type="button"
      class="button quiet small"
      aria-label={`${words.look.showMore}: ${name}`}
      onClick={more}
    >
      {words.look.showMore}
    </button>
  );
}
