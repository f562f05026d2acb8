/** Knows: what one's role did, on the page, on paper and in a file. */
import { useState } from 'preact/hooks';
import { sheetOf, type Sheet } from '../deeds.ts';
import { useDesk } from '../desk.ts';
import { fileName, keepsake } from '../keepsake.ts';
import { line } from '../view.ts';
import { laterWords } from '../words/later.ts';

export function Deeds() {
  const { words, lang, view, exercise, me, session } = useDesk();
  const later = laterWords(lang);
  const [kept, setKept] = useState(false);
  const state = session.state();
  const link = state.type === 'live' ? state.link : undefined;
  const sheet = sheetOf(view, exercise, words, lang, link?.seat);
  const people = link?.presence[me.id] ?? 1;
  const save = (): void => {
    const name = fileName(later.sheetFile, exercise.id, line(me.name, lang));
    keep(name, keepsake(sheet, lang));
    setKept(true);
  };
  return (
    <>
      <p class="lead">{later.didText}</p>
      <p class="dim">{people > 1 ? later.didShared(people) : later.didRole}</p>
      <div class="acts no-print">
        <button type="button" class="button" onClick={save}>
          {later.saveSheet}
        </button>
        <button type="button" class="button quiet" onClick={() => window.print()}>
          {later.printSheet}
        </button>
        <p class="outcome done" role="status">
          {kept && later.savedSheet}
        </p>
      </div>
      <Read sheet={sheet} />
    </>
  );
}

function Read({ sheet }: { readonly sheet: Sheet }) {
  const { lang } = useDesk();
  const later = laterWords(lang);
  return (
    <div class="sheet">
      <dl class="facts-of">
        {[...sheet.head, ...sheet.sums].map(([what, said]) => (
          <>
            <dt>{what}</dt>
            <dd>{said}</dd>
          </>
        ))}
      </dl>
      {sheet.parts.length === 0 && <p class="empty">{later.didNothing}</p>}
      {sheet.parts.map(({ heading, rows }) => (
        <section key={heading}>
          <h3>{heading}</h3>
          <ol class="rows past-rows">
            {rows.map((row) => (
              <li key={row.key} class="row">
                <span class="row-top">
                  <span>{row.what}</span>
                  <span class="told-when">
                    <span>{row.when}</span> <span>{row.elapsed}</span>
                  </span>
                </span>
                <span class="row-title">{row.title}</span>
                {row.text !== '' && <span class="row-said">{row.text}</span>}
                {row.by !== '' && <span class="row-by">{row.by}</span>}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

/** How long a browser gets to take what it was given, ms. */
const TAKEN = 60_000;

function keep(name: string, html: string): void {
  const url = URL.createObjectURL(new Blob([html], { type: 'text/html;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), TAKEN);
}
