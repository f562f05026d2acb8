/**
 * Knows: the files an item carries. A picture is shown, text is read and a simple table laid out in
 * the page, as text and never as HTML; anything else is handed over to be kept. Does not know: what
 * is in them. Nothing is fetched before the reader asks for it.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FileRow, ItemRow } from '../../engine/exercise/rows.ts';
import { useDesk } from '../desk.ts';
import { fileKind, fileName, isPicture, isText } from '../file.ts';
import { itemTitle } from '../view.ts';
import { Icon } from './icon.tsx';
import type { Reading } from './reading.tsx';

export function Attachments({ of: item }: { readonly of: ItemRow }) {
  const { words } = useDesk();
  const { files = [] } = item;
  if (files.length === 0) return null;
  return (
    <section class="attachments">
      <h3>{words.attachments}</h3>
      <ul>
        {files.map((file) => (
          <Attached key={file.name} file={file} item={item} />
        ))}
      </ul>
    </section>
  );
}

/** The part that lays text out is fetched with the first text that is opened. */
type Text = { readonly content: ArrayBuffer; readonly Reading: typeof Reading };

type Fetched =
  | { readonly type: 'not' | 'fetching' | 'failed' | 'kept' }
  /** A picture, at the address of a blob. */
  | { readonly type: 'picture'; readonly url: string }
  | { readonly type: 'text'; readonly text: Text };

function Attached({ file, item }: { readonly file: FileRow; readonly item: ItemRow }) {
  const { words, lang } = useDesk();
  const { fetched, open, close, save } = useFile(file);
  const name = fileName(file);
  const shown = fetched.type === 'picture' || fetched.type === 'text';
  const pdf = file.type === 'application/pdf';
  return (
    <li class="attached">
      <div class="attached-top">
        <Icon name="file" />
        <span class="attached-name">
          {name} <span class="dim block">{fileKind(file, words)}</span>
        </span>
        {(isPicture(file) || isText(file)) && (
          <FileButton
            name={name}
            label={shown ? words.hideFile : isText(file) ? words.look.readFile : words.showFile}
            busy={fetched.type === 'fetching'}
            expanded={shown}
            act={() => (shown ? close() : void open())}
          />
        )}
        <FileButton
          name={name}
          label={words.keepFile}
          busy={fetched.type === 'fetching'}
          act={() => void save()}
        />
      </div>
      {pdf && <p class="hint">{words.look.pdfHint}</p>}
      <Course fetched={fetched} />
      {fetched.type === 'picture' && (
        <img src={fetched.url} alt={words.look.pictureOf(name, itemTitle(item, lang))} />
      )}
      {fetched.type === 'text' && (
        <fetched.text.Reading content={fetched.text.content} file={file} />
      )}
    </li>
  );
}

function FileButton(props: {
  readonly name: string;
  readonly label: string;
  readonly busy: boolean;
  readonly expanded?: boolean;
  readonly act: () => void;
}) {
  return (
    <button
      type="button"
      class="button quiet small"
      aria-label={`${props.label}: ${props.name}`}
      aria-disabled={props.busy}
      {...(props.expanded === undefined ? {} : { 'aria-expanded': props.expanded })}
      onClick={props.act}
    >
      {props.label}
    </button>
  );
}

function Course({ fetched }: { readonly fetched: Fetched }) {
  const { words } = useDesk();
  const said = {
    not: '',
    fetching: words.fetching,
    failed: words.fetchFailed,
    kept: words.kept,
    picture: '',
    text: '',
  };
  return (
    <p class={fetched.type === 'failed' ? 'outcome refused' : 'outcome'} role="status">
      {said[fetched.type]}
    </p>
  );
}

type Files = {
  readonly fetched: Fetched;
  readonly open: () => Promise<void>;
  readonly close: () => void;
  readonly save: () => Promise<void>;
};

/** The file's state, and how to open, close and keep it. A picture's memory is freed when it goes. */
function useFile(file: FileRow): Files {
  const { session } = useDesk();
  const [fetched, set] = useState<Fetched>({ type: 'not' });
  const url = useRef<string | undefined>(undefined);
  const gone = useRef(false);
  const free = (): void => {
    if (url.current !== undefined) URL.revokeObjectURL(url.current);
    url.current = undefined;
  };
  useEffect(() => {
    gone.current = false;
    return () => {
      gone.current = true;
      free();
    };
  }, []);
  const get = async (use: (content: Blob) => Promise<Fetched>): Promise<void> => {
    if (fetched.type === 'fetching') return;
    set({ type: 'fetching' });
    const content = await session.file(file);
    if (gone.current) return;
    free();
    const next = content && (await use(content).catch(() => undefined));
    if (gone.current) free();
    else set(next ?? { type: 'failed' });
  };
  return {
    fetched,
    open: () =>
      get(async (content) => {
        if (isText(file)) return { type: 'text', text: await reading(content) };
        url.current = URL.createObjectURL(content);
        return { type: 'picture', url: url.current };
      }),
    close: () => {
      free();
      set({ type: 'not' });
    },
    save: () =>
      get((content) => {
        keep(content, fileName(file));
        return Promise.resolve({ type: 'kept' });
      }),
  };
}

async function reading(content: Blob): Promise<Text> {
  const [{ Reading }, bytes] = await Promise.all([import('./reading.tsx'), content.arrayBuffer()]);
  return { content: bytes, Reading };
}

/** Long enough for the browser to have taken it over. */
const TAKEN = 60_000;

/** Hands the content to the browser as a file. It never opens in this page's name. */
function keep(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), TAKEN);
}
