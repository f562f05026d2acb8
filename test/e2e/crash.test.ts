/** The host is killed while everybody is acting. Nothing that anybody was promised is lost. */
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { connect, type Client, type SocketLike } from '../../engine/runtime/client.ts';
import { arrive, open, sit, type Row, type Seated } from './guest.ts';
import { scenarioFolder } from '../cli/folders.ts';
import { linksOf, run, SCENARIO, start, tempFolder, type Links } from './process.ts';

type Entry = {
  readonly seq: number;
  readonly act?: string;
  readonly input?: Row;
  readonly event?: Row;
};
type Promised = { readonly act: string; readonly seq: number };

async function readJournal(folder: string): Promise<readonly Entry[]> {
  const text = await readFile(join(folder, 'journal.jsonl'), 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Entry);
}

/** Writes message after message until the connection ends; returns what it was promised. */
async function keepWriting(guest: Seated, to: string, text: string): Promise<readonly Promised[]> {
  const promised: Promised[] = [];
  let over = false;
  void guest.closed.then(() => (over = true));
  for (let i = 0; !over; i += 1) {
    const act = randomUUID();
    const input = { type: 'message.send', to: [to], body: `${text} nr. ${i}` };
    const answer = guest.act(input, act).catch(() => undefined);
    const got = await Promise.race([answer, guest.closed.then(() => undefined)]);
    if (got?.type === 'done') promised.push({ act, seq: got['seq'] as number });
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return promised;
}

/** Our own client, as every UI has it. */
function dial(port: number, token: string): Client {
  const client = connect(`ws://127.0.0.1:${port}/ws`, token, {
    open: (url) => new WebSocket(url) as unknown as SocketLike,
    now: () => Date.now(),
    after: (ms, call) => {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
    id: () => randomUUID(),
  });
  onTestFinished(() => client.close());
  return client;
}

function until(client: Client, look: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const check = (): void => {
      if (!look()) return;
      stop();
      resolve();
    };
    const stop = client.subscribe(check);
    check();
  });
}

type Party = {
  readonly control: Client;
  readonly nordby: Client;
  readonly guests: readonly Seated[];
};

async function gather(links: Links): Promise<Party> {
  const control = dial(links.port, links.control);
  await until(control, () => control.state().audience === 'control');
  await control.act({ type: 'exercise.start' });
  const nordby = dial(links.port, links.join);
  await until(nordby, () => nordby.state().lobby !== undefined);
  const seated = await nordby.take('nordby-crisis-lead', 'Bo');
  expect(seated.type).toBe('seated');
  const guests = [
    await sit(links.port, links.join, 'it-duty'),
    await sit(links.port, links.join, 'it-manager'),
  ];
  return { control, nordby, guests };
}

/** Control notes and writes without waiting, so that some of it is under way at any moment. */
function keepControlling(control: Client): { readonly stop: () => Promise<readonly string[]> } {
  const sent: Promise<unknown>[] = [];
  const texts: string[] = [];
  const timer = setInterval(() => {
    const text = `iagttagelse ${texts.length}`;
    texts.push(text);
    sent.push(control.act({ type: 'observation.note', text }));
  }, 130);
  return {
    stop: async () => {
      clearInterval(timer);
      const outcomes = (await Promise.all(sent)) as readonly { readonly type: string }[];
      expect(outcomes.map(({ type }) => type)).toEqual(outcomes.map(() => 'done'));
      return texts;
    },
  };
}

test('killed and resumed: what was promised is there, once, and everybody comes back', async () => {
  const data = await tempFolder();
  const args = ['--headless', '--bots', 'empty'];
  const host = start(['run', SCENARIO, ...args, '--port', '0', '--seed', '3', '--data', data]);
  const links = await linksOf(host);
  const { control, nordby, guests } = await gather(links);
  const seqs: number[] = [];
  nordby.subscribe(() => void seqs.push(nordby.state().seq));
  const writing = guests.map((guest, i) => keepWriting(guest, 'it-ciso', `deltager ${i}`));
  const controlling = keepControlling(control);
  await new Promise((resolve) => setTimeout(resolve, 1_500));

  host.child.kill('SIGKILL');
  await host.ended;
  const promised = (await Promise.all(writing)).flat();
  expect(promised.length).toBeGreaterThan(10);
  await until(nordby, () => nordby.state().connection === 'waiting');
  const queued = nordby.act({ type: 'message.send', to: ['it-ciso'], body: 'skrevet imens' });

  const again = start(['resume', links.folder, ...args]);
  const newLinks = await linksOf(again);
  expect(newLinks.port).toBe(links.port);
  await until(nordby, () => nordby.state().connection === 'open');
  const exercise = nordby.state().view['exercise']?.['exercise'] as Row;
  expect(exercise).toMatchObject({ status: 'paused' });
  expect(exercise['reason']).toContain('interrupted');
  // Time stands still for those who play; the draft is theirs to send again.
  expect(await queued).toMatchObject({ type: 'refused', code: 'paused' });
  const notes = await controlling.stop();

  await control.act({ type: 'exercise.resume' });
  const late = await nordby.act({
    type: 'message.send',
    to: ['it-ciso'],
    body: 'skrevet bagefter',
  });
  expect(late.type).toBe('done');
  await nordby.act({ type: 'item.open', item: 'startex' });
  // The links that were handed out before the interruption still open the door.
  const old = await arrive(links.port, links.control);
  expect(seqs).toEqual(seqs.toSorted((a, b) => a - b));
  await sameViewAsNewcomer(links.port, guests[0]!);
  await old.act({ type: 'exercise.end' });
  again.child.kill('SIGTERM');
  expect(await again.ended).toBe(0);

  const entries = await readJournal(links.folder);
  keepsPromises(entries, promised);
  const noted = entries.flatMap(({ event }) =>
    event?.['type'] === 'observation.noted' ? [event['text']] : [],
  );
  expect(noted).toEqual(notes);
  const acts = entries.flatMap(({ act }) => (act === undefined ? [] : [act]));
  expect(new Set(acts).size).toBe(acts.length);
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, i) => i));
  expect(await run(['verify', links.folder])).toMatchObject({ code: 0 });
}, 60_000);

function keepsPromises(entries: readonly Entry[], promised: readonly Promised[]): void {
  for (const { act, seq } of promised) {
    expect(entries[seq]).toMatchObject({ seq, act });
    expect(entries[seq + 1]?.event).toMatchObject({ type: 'message.sent' });
  }
}

/** Somebody who was cut off and asks for what was missed ends up where a newcomer stands. */
async function sameViewAsNewcomer(port: number, before: Seated): Promise<void> {
  const back = await open(port, before.token, before.seq());
  const welcome = await back.until('welcome', () =>
    back.heard.find(({ type }) => type === 'welcome'),
  );
  expect(welcome['resumed']).toBe(true);
  const missed = welcome['put'] as readonly (readonly [string, string, Row])[];
  const rows = new Map<string, Row>();
  for (const collection of ['exercise', 'me', 'roles', 'items', 'tasks', 'decisions', 'facts']) {
    for (const row of before.rows(collection)) rows.set(`${collection}/${String(row['id'])}`, row);
  }
  for (const [collection, , row] of missed) rows.set(`${collection}/${String(row['id'])}`, row);
  const whole = await open(port, before.token);
  await whole.until('welcome', () => whole.heard.find(({ type }) => type === 'welcome'));
  expect(await back.closed).toMatchObject({ code: 4409 });
  for (const [key, row] of rows) {
    const [collection = '', id = ''] = key.split(/\/(.*)/s);
    const known = collection === 'exercise' || collection === 'me' ? collection : id;
    expect([key, whole.row(collection, known)]).toEqual([key, row]);
  }
}

test('a full disk stops the exercise with a word about it; what was promised is there', async () => {
  const data = await tempFolder();
  const scenario = await scenarioFolder();
  const args = ['--headless', '--port', '0', '--bots', 'none'];
  const host = start(['run', scenario, ...args, '--data', data], {}, 64);
  const links = await linksOf(host);
  const control = await arrive(links.port, links.control);
  expect((await control.act({ type: 'exercise.start' })).type).toBe('done');
  const duty = await sit(links.port, links.join, 'duty');
  const promised = await keepWriting(duty, 'boss', 'x'.repeat(2_000));
  expect(promised.length).toBeGreaterThan(5);
  expect(await host.ended).toBe(3);
  expect(host.err()).toContain('Is the disk full?');

  const again = start(['resume', links.folder, ...args]);
  const { port } = await linksOf(again);
  const back = await open(port, duty.token, duty.seq());
  const welcome = await back.until('welcome', () =>
    back.heard.find(({ type }) => type === 'welcome'),
  );
  expect(welcome['resumed']).toBe(true);
  again.child.kill('SIGTERM');
  expect(await again.ended).toBe(0);
  keepsPromises(await readJournal(links.folder), promised);
  expect(await run(['verify', links.folder])).toMatchObject({ code: 0 });
});

test('a host that is stopped in good order tells everybody, and can be resumed twice', async () => {
  const data = await tempFolder();
  const host = start([
    'run',
    SCENARIO,
    '--headless',
    '--port',
    '0',
    '--bots',
    'none',
    '--data',
    data,
  ]);
  const links = await linksOf(host);
  const duty = await sit(links.port, links.join, 'it-duty');
  host.child.kill('SIGINT');
  expect(await duty.closed).toEqual({ code: 4503, reason: 'closing' });
  expect(await host.ended).toBe(0);
  expect(host.out()).toContain('beredt resume');
  for (let round = 0; round < 2; round += 1) {
    const again = start(['resume', links.folder, '--headless', '--bots', 'none']);
    const { port } = await linksOf(again);
    const back = await open(port, duty.token, duty.seq());
    await back.until('welcome', () => back.heard.find(({ type }) => type === 'welcome'));
    again.child.kill('SIGTERM');
    expect(await again.ended).toBe(0);
  }
  expect(await run(['verify', links.folder])).toMatchObject({ code: 0 });
});
