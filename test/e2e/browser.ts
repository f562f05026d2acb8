/** A real browser beside the real host. Knows: how both are started. Does not know: what is tested. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Client } from '../../engine/index.ts';
import { dial } from '../../cli/dial.ts';
import { readLink } from '../../cli/link.ts';

/** Debian's, where there is one: without it these tests are skipped. */
export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync);
export const FLAGS: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export type HostProcess = {
  readonly child: ChildProcess;
  readonly control: string;
  readonly join: string;
};

/** Starts the built program and resolves when it has said its links. */
export function startHost(args: readonly string[]): Promise<HostProcess> {
  const child = spawn(process.execPath, ['dist/cli/main.js', ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => {
      said += String(chunk);
      const control = /http:\/\/127\S+#c=\S+/.exec(said)?.[0];
      const join = /http:\/\/127\S+#t=\S+/.exec(said)?.[0];
      if (control && join) resolve({ child, control, join });
    });
    child.once('exit', () =>
      reject(new Error(`the host ended before it said its links:\n${said}`)),
    );
  });
}

export function facilitator(link: string): Client {
  const found = readLink(link);
  if (!found) throw new Error(`not a link: ${link}`);
  return dial(found.socket, found.token);
}

export async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}
