/** A whole host in this process: opened, closed, resumed, and refused what is not sound. */
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { BOT } from '../../../engine/exercise/entry.ts';
import { replay } from '../../../engine/exercise/replay.ts';
import {
  hostFresh,
  hostResumed,
  type Fresh,
  type Host,
  type HostOptions,
} from '../../../engine/runtime/host.ts';
import { readFileJournal } from '../../../engine/runtime/journal/file.ts';
import { dial } from '../../../cli/dial.ts';
import type { Client } from '../../../engine/runtime/client.ts';
import { HOUR } from '../../../engine/scenario/time.ts';
import { arrive, open, sit } from '../../e2e/guest.ts';
import { scenario } from '../../support/scenario.ts';
import { planOf } from './room.ts';

const CONTROL = { type: 'facilitator', name: 'F1' } as const;

async function settings(more: Partial<HostOptions> = {}): Promise<HostOptions> {
  const base = await mkdtemp(join(tmpdir(), 'beredt-host-'));
  onTestFinished(() => rm(base, { recursive: true, force: true }));
  const page = join(base, 'page');
  await mkdir(page);
  await writeFile(join(page, 'index.html'), '<!doctype html>');
  return {
    folder: join(base, 'exercise'),
    page,
    address: '127.0.0.1',
    port: 0,
    orAnyPort: false,
    bots: 'none',
    lang: 'en',
    engine: 'test',
    onFault: (fault) => {
      throw fault;
    },
    ...more,
  };
}

const fresh = (): Fresh => ({ plan: planOf(), exercise: 'small', seed: 7 });

async function opened(options: HostOptions): Promise<Host> {
  const host = await hostFresh(options, fresh());
  onTestFinished(() => host.close());
  return host;
}

async function resumed(options: HostOptions): Promise<Host> {
  const host = await hostResumed(options);
  onTestFinished(() => host.close());
  return host;
}

const journal = ({ folder }: HostOptions): string => join(folder, 'journal.jsonl');

test('the record begins with the plan, the seed and the pace, and nobody else can read it', async () => {
  const options = await settings({ bots: 'empty' });
  const host = await hostFresh(options, { ...fresh(), pace: 4 });
  await host.close();
  const { entries } = await readFileJournal(journal(options));
  const inputs = entries.flatMap((entry) => ('input' in entry ? [entry.input] : []));
  expect(inputs[0]).toMatchObject({ type: 'exercise.open', seed: 7, engine: 'test' });
  expect(inputs[1]).toEqual({ type: 'exercise.pace', pace: 4 });
  expect(inputs.slice(2).map(({ type }) => type)).toEqual(Array(3).fill('seat.take'));
});

test('links of earlier runs go on working, and the port is the same', async () => {
  const options = await settings();
  const first = await opened(options);
  const seat = await sit(first.port, first.tokens.join, 'duty');
  await first.close();
  const again = await resumed({ ...options, port: first.port });
  expect(again.tokens.control).not.toBe(first.tokens.control);
  await arrive(again.port, first.tokens.control);
  await arrive(again.port, again.tokens.control);
  const back = await open(again.port, seat.token, seat.seq());
  await back.until('welcome', () => back.heard.find(({ type }) => type === 'welcome'));
  expect(back.row('me', 'me')).toBeUndefined();
});

test('whoever comes back first after a long exercise is told only what was missed', async () => {
  const options = await settings();
  const first = await opened(options);
  await first.session.submit(CONTROL, { type: 'exercise.start' });
  const seat = await sit(first.port, first.tokens.join, 'duty');
  const by = { type: 'role', role: 'duty', seat: seat.seat } as const;
  const body = 'x'.repeat(500);
  for (let i = 0; i < 40; i += 1) {
    await Promise.all(
      Array.from({ length: 100 }, () =>
        first.session.submit(by, { type: 'message.send', to: ['boss'], body }),
      ),
    );
  }
  const last = first.session.state.seq;
  await seat.until('everything', () => (seat.seq() === last ? true : undefined));
  await first.close();
  const again = await resumed(options);
  const back = await open(again.port, seat.token, last);
  const welcome = await back.until('welcome', () =>
    back.heard.find(({ type }) => type === 'welcome'),
  );
  expect(welcome).toMatchObject({ resumed: true });
  expect(welcome['put']).toMatchObject([['exercise', 'exercise', { status: 'paused' }]]);
});

test('a port that is taken leaves no trace, and the folder can be used afterwards', async () => {
  const blocking = await opened(await settings());
  const options = await settings({ port: blocking.port });
  await expect(hostFresh(options, fresh())).rejects.toMatchObject({ code: 'EADDRINUSE' });
  expect(await readdir(options.folder)).toEqual([]);
  const elsewhere = await opened({ ...options, orAnyPort: true });
  expect(elsewhere.port).not.toBe(blocking.port);
});

test('a host that fails on its way up lets go of port and folder', async () => {
  const known = await opened(await settings());
  await known.close();
  const options = await settings({ port: known.port });
  // A plan that no journal can hold: found out after the door was opened.
  const plan = { ...planOf(), version: 1n as unknown as string };
  await expect(hostFresh(options, { ...fresh(), plan })).rejects.toThrow('BigInt');
  await expect(arrive(options.port, 'any')).rejects.toThrow('ECONNREFUSED');
  expect(await readdir(options.folder)).not.toContain('journal.jsonl.lock');
});

test('an exercise that is being hosted is hosted by nobody else', async () => {
  const options = await settings();
  await opened(options);
  await expect(hostResumed(options)).rejects.toMatchObject({ code: 'journal-locked' });
  await expect(hostFresh(options, fresh())).rejects.toMatchObject({ code: 'journal-locked' });
});

test('an exercise that is there is not begun again, and none that is not there is resumed', async () => {
  const options = await settings();
  const host = await opened(options);
  await host.close();
  await expect(hostFresh(options, fresh())).rejects.toMatchObject({ code: 'journal-exists' });
  const empty = await settings();
  await mkdir(empty.folder);
  await expect(hostResumed(empty)).rejects.toMatchObject({ code: 'journal-missing' });
});

test('a line that was half written is cut off, kept, and told of', async () => {
  const options = await settings();
  const host = await opened(options);
  await host.session.submit(CONTROL, { type: 'exercise.start' });
  await host.close();
  const before = await readFile(journal(options), 'utf8');
  const torn = '{"seq":99,"at":';
  await appendFile(journal(options), torn);
  const again = await resumed(options);
  expect(again.torn).toBe(torn.length);
  expect(again.session.state.status).toBe('paused');
  await again.close();
  expect((await readFile(journal(options), 'utf8')).startsWith(before)).toBe(true);
  expect(await readFile(join(options.folder, 'journal.cut-1'), 'utf8')).toBe(torn);
});

test('cut anywhere in its last line but one, it resumes from the last whole group', async () => {
  const options = await settings();
  const host = await opened(options);
  await host.session.submit(CONTROL, { type: 'exercise.start' });
  await host.close();
  const whole = await readFile(journal(options), 'utf8');
  const lines = whole.split('\n');
  // The start input is whole, its events are not.
  const start = lines.findIndex((line) => line.includes('"input":{"type":"exercise.start"}'));
  await writeFile(journal(options), lines.slice(0, start + 2).join('\n') + '\n');
  const again = await resumed(options);
  expect(again.session.state.status).toBe('planned');
  expect(again.session.state.seq).toBe(start - 1);
  await again.session.submit(CONTROL, { type: 'exercise.start' });
  await again.close();
  const { entries } = await readFileJournal(journal(options));
  expect(replay(entries).differs).toBeUndefined();
});

test('what the engine would not have written is not gone on from, and is left as it is', async () => {
  const options = await settings();
  const host = await opened(options);
  await host.close();
  const { entries } = await readFileJournal(journal(options));
  expect(entries).toHaveLength(2);
  const text = await readFile(journal(options), 'utf8');
  await writeFile(journal(options), text.replace('exercise.opened', 'exercise.resumed'));
  await expect(hostResumed(options)).rejects.toMatchObject({
    code: 'journal-differs',
    details: { seq: 1 },
  });
  expect(await readFile(journal(options), 'utf8')).toContain('exercise.resumed');
  expect(await readdir(options.folder)).not.toContain('journal.jsonl.lock');
});

test('no exercise time goes by while a host comes up again', async () => {
  const options = await settings();
  const host = await hostFresh(options, { ...fresh(), pace: 3_600 });
  await host.session.submit(CONTROL, { type: 'exercise.start' });
  await host.close();
  const { at } = (await readFileJournal(journal(options))).entries.at(-1)!;
  const again = await resumed(options);
  expect(again.session.reading()).toMatchObject({ at, running: false });
  await again.close();
  const { entries } = await readFileJournal(journal(options));
  expect(entries.at(-1)).toMatchObject({ at, event: { type: 'exercise.paused' } });
});

test('when the roster is lost, nobody can come back to a chair, and others can have it', async () => {
  const options = await settings({ bots: 'empty' });
  const host = await opened(options);
  const boss = await sit(host.port, host.tokens.join, 'boss');
  const lead = await sit(host.port, host.tokens.join, 'lead');
  await host.close();
  await rm(join(options.folder, 'roster.json'));
  const again = await resumed(options);
  for (const { token } of [boss, lead]) {
    const back = await open(again.port, token);
    expect(await back.closed).toMatchObject({ code: 4401 });
  }
  const other = await sit(again.port, again.tokens.join, 'boss');
  expect(other.row('me', 'me')).toMatchObject({ id: 'boss' });
  expect([...again.session.state.seats.values()].map(({ role, bot }) => [role, bot])).toEqual([
    ['duty', true],
    ['lead', true],
    ['boss', false],
  ]);
  await again.close();
  const { entries } = await readFileJournal(journal(options));
  expect(replay(entries).differs).toBeUndefined();
});

test('bots go on after an interruption', async () => {
  const options = await settings({ bots: 'empty' });
  const host = await opened(options);
  await host.session.submit(CONTROL, { type: 'exercise.start' });
  await host.close();
  const again = await resumed(options);
  expect(again.session.state.status).toBe('paused');
  await again.session.submit(CONTROL, { type: 'exercise.resume' });
  await again.session.submit(CONTROL, { type: 'exercise.jump', to: 3_600_000 });
  await again.close();
  const { entries } = await readFileJournal(journal(options));
  const acts = entries.filter(({ by }) => by.type === 'role' && by.seat.startsWith('bot:'));
  expect(acts.length).toBeGreaterThan(3);
  expect(replay(entries)).toMatchObject({ whole: entries.length - 1 });
  expect(replay(entries).differs).toBeUndefined();
});

/** What is in the record about the people in exercise control. */
async function staffIn(options: HostOptions): Promise<readonly string[]> {
  const { entries } = await readFileJournal(journal(options));
  expect(replay(entries).differs).toBeUndefined();
  return entries.flatMap((entry) => {
    if (!('event' in entry)) return [];
    const { event } = entry;
    if (event.type === 'staff.joined') return [`${event.staff} ${event.kind}`];
    if (event.type === 'staff.left') return [`${event.staff} left`];
    return event.type === 'staff.handed' ? [`${event.from} to ${event.to}`] : [];
  });
}

/** A console of somebody in exercise control, on a real socket. */
function consoleOf(port: number, token: string): Client {
  const client = dial(`ws://127.0.0.1:${port}/ws`, token);
  onTestFinished(() => client.close());
  return client;
}

async function appointed(lead: Client, kind: 'controller' | 'evaluator'): Promise<string> {
  const lane = kind === 'controller' ? { lane: ['town'] } : {};
  const answer = await lead.request({ type: 'appoint', kind, ...lane });
  if (answer.type !== 'appointed') throw new Error(answer.code);
  return answer.token;
}

const codeOf = (outcome: { readonly type: string; readonly code?: string }): string =>
  outcome.code ?? outcome.type;

test('two consoles and an evaluator at once: each does its part, before and after an interruption', async () => {
  const options = await settings();
  const first = await opened(options);
  const lead = consoleOf(first.port, first.tokens.control);
  const tokens = {
    town: await appointed(lead, 'controller'),
    eye: await appointed(lead, 'evaluator'),
  };
  const town = consoleOf(first.port, tokens.town);
  const eye = consoleOf(first.port, tokens.eye);
  const start = { type: 'exercise.start' } as const;
  const look = { type: 'observation.note', text: 'Rolig' } as const;
  const hold = { type: 'inject.hold', inject: 'sitrep' } as const;
  expect(codeOf(await town.act(start))).toBe('lead-only');
  expect(codeOf(await eye.act(hold))).toBe('not-your-part');
  expect(codeOf(await lead.act(start))).toBe('done');
  expect(codeOf(await town.act(hold))).toBe('done');
  expect(codeOf(await town.act({ type: 'inject.skip', inject: 'nudge' }))).toBe('not-in-lane');
  expect(codeOf(await eye.act(look))).toBe('done');
  expect(lead.state().staffHere).toEqual({ F1: 1, F2: 1, F3: 1 });

  // The lead's line drops, and the console comes back as the same person.
  lead.close();
  const back = consoleOf(first.port, first.tokens.control);
  expect(codeOf(await back.act({ type: 'exercise.pace', pace: 2 }))).toBe('done');
  expect(back.state()).toMatchObject({ staff: 'F1', view: { staff: { F1: { kind: 'lead' } } } });
  expect(codeOf(await back.act({ type: 'staff.hand', to: 'F2' }))).toBe('done');
  expect(codeOf(await back.act({ type: 'exercise.pace', pace: 3 }))).toBe('lead-only');
  expect(codeOf(await town.act({ type: 'exercise.pace', pace: 3 }))).toBe('done');
  await first.close();

  // All links go on working, and the lead is whoever led.
  const again = await resumed(options);
  const heir = consoleOf(again.port, tokens.town);
  const former = consoleOf(again.port, again.tokens.control);
  expect(codeOf(await former.act({ type: 'exercise.resume' }))).toBe('lead-only');
  expect(codeOf(await heir.act({ type: 'exercise.resume' }))).toBe('done');
  const shut = consoleOf(again.port, tokens.eye);
  expect(codeOf(await shut.act(look))).toBe('done');
  expect(codeOf(await heir.request({ type: 'dismiss', staff: 'F3' }))).toBe('done');
  expect(codeOf(await shut.act(look))).toBe('unanswered');
  expect(shut.state().lost?.reason).toBe('unauthorised');
  expect(codeOf(await heir.request({ type: 'dismiss', staff: 'F1' }))).toBe('done');
  expect(codeOf(await former.act(look))).toBe('unanswered');
  await again.close();

  // The host's own link is then the lead's: nobody is shut out of the machine before them.
  const third = await resumed(options);
  const owner = consoleOf(third.port, third.tokens.control);
  expect(codeOf(await owner.act({ type: 'exercise.resume' }))).toBe('done');
  expect(owner.state().staff).toBe('F2');
  const old = consoleOf(third.port, first.tokens.control);
  expect(codeOf(await old.act(look))).toBe('unanswered');
  await third.close();
  expect(await staffIn(options)).toEqual([
    'F1 lead',
    'F2 controller',
    'F3 evaluator',
    'F1 to F2',
    'F3 left',
    'F1 left',
  ]);
});

test.each([1, 2, 3])(
  'an exercise of format %i has a lead as soon as somebody takes it up again',
  async (format) => {
    const old = join(import.meta.dirname, `../../journals/format-${format}.jsonl`);
    const lines = (await readFile(old, 'utf8')).split('\n');
    const options = await settings();
    await mkdir(options.folder);
    // As it was in the middle: the last input may have lost its events, and is cut off too.
    const half = lines.slice(0, Math.floor(lines.length / 2));
    await writeFile(journal(options), `${half.join('\n')}\n`);
    const host = await resumed(options);
    const lead = consoleOf(host.port, host.tokens.control);
    expect(codeOf(await lead.request({ type: 'appoint', kind: 'observer' }))).toBe('appointed');
    expect(lead.state().staff).toBe('F1');
    await host.close();
    const [first, second] = await staffIn(options);
    expect(first).toBe('F1 lead');
    expect(second).toMatch(/^F\d+ observer$/);
  },
);

test.each([1, 2, 3])('a closed exercise of format %i takes nobody in any more', async (format) => {
  const old = join(import.meta.dirname, `../../journals/format-${format}.jsonl`);
  const options = await settings();
  await mkdir(options.folder);
  await cp(old, journal(options));
  const host = await resumed(options);
  const lead = consoleOf(host.port, host.tokens.control);
  expect(codeOf(await lead.request({ type: 'appoint', kind: 'observer' }))).toBe('lead-only');
  expect(lead.state().staff).toBe('F1');
  await host.close();
  expect(await staffIn(options)).toEqual([]);
});

/** A role that control plays, and one answer ready in its name. */
const withBank = scenario({
  bank: { again: { from: 'press', channel: 'phone', title: 'No comment?', body: 'Why not?' } },
});

async function asks(host: Host): Promise<void> {
  const { session } = host;
  const engine = { type: 'engine' } as const;
  const seat = { role: 'duty', seat: 's1', pseudonym: 'Duty 1', bot: false };
  await session.submit(engine, { type: 'seat.take', ...seat });
  await session.submit(CONTROL, { type: 'exercise.start' });
  await session.submit(CONTROL, { type: 'simcell.play', role: 'press', by: BOT });
  await session.submit(
    { type: 'role', role: 'duty', seat: 's1' },
    { type: 'message.send', to: ['press'], body: 'No comment.' },
  );
}

/** How long the answer took, exercise ms, once there is one. */
async function answered(host: Host): Promise<number | undefined> {
  await host.session.submit(CONTROL, { type: 'exercise.jump', to: HOUR });
  const [asked, answer] = [...host.session.state.messages.values()];
  expect([asked?.from, answer?.from, answer?.prepared]).toEqual(['duty', 'press', 'again']);
  return answer && asked && answer.at - asked.at;
}

test.each(['none', 'empty', 'all'] as const)(
  'a simulated role handed to a bot is answered for, with %s as the policy for chairs, also after a restart',
  async (bots) => {
    const given = { plan: withBank, exercise: 'small', seed: 7 };
    const whole = await hostFresh(await settings({ bots }), given);
    onTestFinished(() => whole.close());
    await asks(whole);
    const took = await answered(whole);

    const options = await settings({ bots });
    const first = await hostFresh(options, given);
    await asks(first);
    await first.close();
    const again = await resumed(options);
    expect(again.session.state.messages.size).toBe(1);
    await again.session.submit(CONTROL, { type: 'exercise.resume' });
    expect(await answered(again)).toBe(took);
    const chairs = [...again.session.state.seats.values()].filter(({ bot }) => bot);
    expect(chairs.length > 0).toBe(bots !== 'none');
  },
);

test('a bot in a chair stays silent where an interrupted exercise goes on without bots', async () => {
  const options = await settings({ bots: 'all' });
  const first = await hostFresh(options, { plan: withBank, exercise: 'small', seed: 7 });
  await first.session.submit(CONTROL, { type: 'exercise.start' });
  await first.close();
  const again = await resumed({ ...options, bots: 'none' });
  const { seq } = again.session.state;
  await again.session.submit(CONTROL, { type: 'exercise.resume' });
  await again.session.submit(CONTROL, { type: 'exercise.jump', to: 2 * HOUR });
  await again.close();
  const { entries } = await readFileJournal(journal(options));
  const late = entries.filter((entry) => 'input' in entry && entry.seq > seq);
  expect(late.filter(({ by }) => by.type === 'role')).toEqual([]);
});
