/** People who mean harm, all at once, against a real host. The exercise goes on. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { arrive, open, sit, type Guest } from './guest.ts';
import { linksOf, run, SCENARIO, start, tempFolder } from './process.ts';

/** Connects, says these frames as they are, and returns the code it is closed with. */
async function harm(port: number, ...frames: readonly (string | Buffer)[]): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`);
  onTestFinished(() => socket.terminate());
  socket.on('error', () => undefined);
  const closed = once(socket, 'close');
  await once(socket, 'open');
  for (const frame of frames) socket.send(frame);
  const [code] = (await closed) as [number];
  return code;
}

function hello(token: string): string {
  return JSON.stringify({ type: 'hello', protocol: 1, token });
}

/** Sends acts as fast as it can, until it is shown out. */
async function flood(guest: Guest): Promise<number> {
  for (let i = 0; i < 200; i += 1) {
    guest.say({ type: 'act', id: randomUUID(), input: { type: 'item.open', item: 'startex' } });
  }
  return (await guest.closed).code;
}

const ESCAPES = '\u001b]0;ejet\u0007\u001b[31m\u009b2J\u202e\u0000';
const NASTY = `${ESCAPES}<script>alert(1)</script>\ud800 \r\n{"seq":0} ÆØÅ`;

test('the exercise goes on', async () => {
  const data = await tempFolder();
  const args = ['run', SCENARIO, '--headless', '--port', '0', '--bots', 'none', '--data', data];
  const host = start(args);
  const { port, control: controlToken, join: joinToken, folder } = await linksOf(host);
  const control = await arrive(port, controlToken);
  const duty = await sit(port, joinToken, 'it-duty', NASTY.slice(0, 50));
  const manager = await sit(port, joinToken, 'it-manager');

  const began = performance.now();
  const silent = harm(port);
  const halfOpen = Array.from({ length: 300 }, () => connect(port, '127.0.0.1'));
  for (const socket of halfOpen) {
    socket.on('error', () => undefined);
    onTestFinished(() => void socket.destroy());
  }
  const codes = await Promise.all([
    harm(port, 'garbage'),
    harm(port, Buffer.from([0, 1, 2])),
    harm(port, 'x'.repeat(100_000)),
    harm(port, hello('wrong')),
    harm(port, hello(controlToken.slice(0, -1))),
    harm(port, '{"type":"act","id":"1","input":{"type":"exercise.start"}}'),
    harm(port, hello(joinToken), '{"type":"shout"}'),
    harm(port, hello(joinToken), '{"type":"take","id":"__proto__","role":{"__proto__":1}}'),
    harm(port, '{"__proto__":{"type":"hello"},"protocol":1,"token":"x"}'),
  ]);
  expect(codes).toEqual([4400, 1003, 1009, 4401, 4401, 4400, 4400, 4400, 4400]);

  expect(await duty.act({ type: 'exercise.start' })).toMatchObject({ code: 'not-allowed' });
  expect(await control.act({ type: 'item.open', item: 'startex' })).toMatchObject({
    code: 'not-allowed',
  });
  expect(await control.act({ type: 'exercise.destroy' })).toMatchObject({ code: 'malformed' });
  expect(await control.act({ type: 'exercise.pace', pace: 1e308 })).toMatchObject({
    code: 'bad-pace',
  });
  expect(await control.act({ type: 'exercise.start' })).toMatchObject({ type: 'done' });

  await kept(duty, manager);
  expect(await flood(manager)).toBe(4429);
  await full(port, joinToken);
  expect(await silent).toBe(4408);
  expect(performance.now() - began).toBeGreaterThan(4_900);

  // Everybody who means well is still there, and things happen.
  await control.act({ type: 'exercise.jump', to: 600_000 });
  await duty.until('monitor-alarm', () => duty.row('items', 'monitor-alarm'));
  host.child.kill('SIGTERM');
  expect(await host.ended).toBe(0);
  expect(host.err()).toBe('');
  harmless(host.out());
  expect(await readFile(join(folder, 'journal.jsonl'), 'utf8')).not.toContain('\u001b');
  expect(await run(['verify', folder])).toMatchObject({ code: 0 });
}, 60_000);

/** Nasty text reaches its receiver as it is: data, neither changed nor obeyed. */
async function kept(duty: Guest, manager: Guest): Promise<void> {
  const input = { type: 'message.send', to: ['it-manager'], title: NASTY, body: NASTY };
  expect(await duty.act(input)).toMatchObject({ type: 'done' });
  const message = await manager.until('the message', () =>
    manager.rows('items').find(({ kind }) => kind === 'message'),
  );
  expect(message).toMatchObject({ title: NASTY, body: NASTY });
}

/** More people than there are chairs. */
async function full(port: number, token: string): Promise<void> {
  await sit(port, token, 'it-duty');
  await expect(sit(port, token, 'it-duty')).rejects.toThrow('role-full');
  await expect(sit(port, token, 'press')).rejects.toThrow('unknown-role');
  await expect(sit(port, token, '__proto__')).rejects.toThrow('unknown-role');
  const guest = await open(port, token);
  await guest.until('lobby', () => guest.heard.find(({ type }) => type === 'lobby'));
  await guest.close();
}

/** What the host prints moves no cursor and hides nothing. */
function harmless(out: string): void {
  expect(out).toContain('alert(1)');

  expect(out.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
}

test('a host with half-open connections stops at once', async () => {
  const data = await tempFolder();
  const host = start(['run', SCENARIO, '--headless', '--port', '0', '--data', data]);
  const { port } = await linksOf(host);
  const sockets = Array.from({ length: 20 }, () => connect(port, '127.0.0.1'));
  for (const socket of sockets) {
    socket.on('error', () => undefined);
    await once(socket, 'connect');
  }
  const began = performance.now();
  host.child.kill('SIGTERM');
  expect(await host.ended).toBe(0);
  expect(performance.now() - began).toBeLessThan(3_000);
});
