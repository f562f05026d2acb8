/**
 * `beredt check --watch`: checks again at each save, until told to stop. Knows: what is read again,
 * how it ends. Does not know: how Problems look.
 */
import { checkScenario, type Checked } from '../engine/index.ts';
import type { ReadCache } from '../engine/scenario/read.ts';
import { EXIT, type ExitCode, type Terminal } from './output.ts';
import {
  loadCatalogue,
  readFolder,
  scenarioFolder,
  type Folder,
  type Settable,
} from './scenario.ts';
import { watchFolder } from './watch.ts';

export async function recheck(
  path: string,
  { set = {} }: Settable,
  show: (checked: Checked, time: string) => void,
  terminal: Terminal,
): Promise<ExitCode> {
  const folder = await scenarioFolder(path, terminal);
  const catalogue = await loadCatalogue(terminal);
  const cache: ReadCache = new Map();
  let before: string | undefined;
  const check = async (): Promise<void> => {
    const read = await readFolder(folder).catch(() => undefined);
    const now = read === undefined ? '' : JSON.stringify(read);
    // A file that was only touched, or written as it was, is no news.
    if (now === before) return;
    before = now;
    if (read) show(checked(read), clock());
    else terminal.warn(`${clock()}  ${terminal.text.folderGone(folder)}`);
  };
  const checked = ({ sources, found }: Folder): Checked =>
    checkScenario(sources, catalogue, { found, cache, set });
  await check();
  terminal.warn(terminal.text.watching(process.stdin.isTTY));
  const watching = watchFolder(folder, check);
  await toldToStop();
  watching.close();
  return EXIT.fine;
}

/** The time on the planner's own wall. */
function clock(): string {
  return new Date().toTimeString().slice(0, 8);
}

/** By q or Ctrl-C on a terminal, or by a signal. */
function toldToStop(): Promise<void> {
  const { stdin } = process;
  return new Promise((resolve) => {
    const stop = (): void => {
      for (const signal of SIGNALS) process.off(signal, stop);
      stdin.off('data', key);
      if (stdin.isTTY) stdin.setRawMode(false);
      stdin.pause();
      resolve();
    };
    const key = (data: Buffer): void => {
      if (/^[qQ\u0003\u0004]/.test(data.toString('latin1'))) stop();
    };
    for (const signal of SIGNALS) process.on(signal, stop);
    // Without a terminal nobody types, and the end of an empty input is no wish to stop.
    if (!stdin.isTTY) return;
    stdin.setRawMode(true);
    stdin.resume();
    stdin.on('data', key);
  });
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
