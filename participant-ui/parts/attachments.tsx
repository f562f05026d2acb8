/**
 * Knows: the files an item carries: a picture is shown in the page, any other is handed over to be
 * kept. Does not know: what is in them. Nothing is fetched before the reader asks for it.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FileRow } from '../../engine/exercise/rows.ts';
import { useDesk } from '../desk.ts';
import { fileKind, fileName, isPicture } from '../file.ts';
import { Icon } from './icon.tsx';

export function Attachments({ files = [] }: { readonly files?: readonly FileRow[] | undefined }) {
  const { words } = useDesk();
  if (files.length === 0) return null;
  return (
    <section class="attachments">
      <h3>{words.attachments}</h3>
      <ul>
        {files.map((file) => (
          <Attached key={file.name} file={file} />
        ))}
      </ul>
    </section>
  );
}

type Fetched =
  | { readonly type: 'not' | 'fetching' | 'failed' | 'kept' }
  /** A picture, at the address of a blob. */
  | { readonly type: 'shown'; readonly url: string };

function Attached({ file }: { readonly file: FileRow }) {
  const { words } = useDesk();
  const [fetched, open, close] = useFile(file);
  const name = fileName(file);
  const shown = fetched.type === 'shown';
  const label = shown ? words.hideFile : isPicture(file) ? words.showFile : words.keepFile;
  const said = { not: '', fetching: words.fetching, failed: words.fetchFailed, kept: words.kept };
  return (
    <li class="attached">
      <div class="attached-top">
        <Icon name="file" />
        <span class="attached-name">
          {name} <span class="dim block">{fileKind(file, words)}</span>
        </span>
        <button
          type="button"
          class="button quiet small"
          aria-label={`${label}: ${name}`}
          aria-disabled={fetched.type === 'fetching'}
          {...(isPicture(file) ? { 'aria-expanded': shown } : {})}
          onClick={() => (shown ? close() : void open())}
        >
          {label}
        </button>
      </div>
      <p class={fetched.type === 'failed' ? 'outcome refused' : 'outcome'} role="status">
        {shown ? '' : said[fetched.type]}
      </p>
      {shown && <img src={fetched.url} alt={name} />}
    </li>
  );
}

/** The file's state, and how to open and close it. A picture's memory is freed when it goes. */
function useFile(file: FileRow): readonly [Fetched, () => Promise<void>, () => void] {
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
  const open = async (): Promise<void> => {
    if (fetched.type === 'fetching') return;
    set({ type: 'fetching' });
    const content = await session.file(file);
    if (gone.current) return;
    if (!content) {
      set({ type: 'failed' });
    } else if (isPicture(file)) {
      url.current = URL.createObjectURL(content);
      set({ type: 'shown', url: url.current });
    } else {
      keep(content, fileName(file));
      set({ type: 'kept' });
    }
  };
  const close = (): void => {
    free();
    set({ type: 'not' });
  };
  return [fetched, open, close];
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
