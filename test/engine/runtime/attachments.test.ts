/** Files that injects carry: copied with the exercise, and handed out to those who have received them. */
import { chmod, mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { compile } from '../../../engine/plan/compile.ts';
import { sha256 } from '../../../engine/plan/digest.ts';
import type { Plan } from '../../../engine/plan/plan.ts';
import { createAttachments, storeAttachments } from '../../../engine/runtime/attachments.ts';
import { hostFresh, hostResumed, type HostOptions } from '../../../engine/runtime/host.ts';
import { serve } from '../../../engine/runtime/server.ts';
import { catalogue, check, SCENARIO } from '../scenario/fixture.ts';
import { openRoom, settled, type Room } from './room.ts';

const PICTURE = Buffer.from('89504e470d0a1a0a00', 'hex');
const NOTE = Buffer.from('<script>alert(1)</script>');
const LETTER = Buffer.from('%PDF-1.7');
const FOLDER: Readonly<Record<string, Buffer>> = {
  'skærm (1).png': PICTURE,
  'note.txt': NOTE,
  'deep/letter.pdf': LETTER,
};
const found = Object.entries(FOLDER).map(([name, content]) => ({
  name,
  bytes: content.length,
  digest: sha256(content),
}));

/** `call` carries a picture and a note to duty and boss; `sitrep`, later, a letter to all. */
const TEXT = SCENARIO.replace(
  '    facts: [encrypted]\n    objectives: [notify]\n    expect:',
  '    facts: [encrypted]\n    files: ["skærm (1).png", note.txt]\n    objectives: [notify]\n    expect:',
).replace(
  '    facts: [leak]\n    expect:',
  '    facts: [leak]\n    files: [deep/letter.pdf]\n    expect:',
);

function planWith(files = found): Plan {
  const { scenario, problems } = check(TEXT);
  if (!scenario) throw new Error(JSON.stringify(problems.map(({ code }) => code)));
  return compile(scenario, catalogue, files);
}

/** A scenario's folder of attachments, and room for an exercise. */
async function folders(): Promise<{ readonly files: string; readonly exercise: string }> {
  const base = await mkdtemp(join(tmpdir(), 'beredt-files-'));
  onTestFinished(() => rm(base, { recursive: true, force: true }));
  const files = join(base, 'scenario', 'files');
  const exercise = join(base, 'exercise');
  await mkdir(join(files, 'deep'), { recursive: true });
  await mkdir(exercise);
  for (const [name, content] of Object.entries(FOLDER)) await writeFile(join(files, name), content);
  return { files, exercise };
}

type House = { readonly room: Room; readonly fetch: Fetch; readonly exercise: string };
type Fetch = (path: string, token?: string, header?: string) => Promise<Response>;

async function openHouse(): Promise<House> {
  const { files, exercise } = await folders();
  const plan = planWith();
  const room = await openRoom({ plan });
  await storeAttachments(plan, files, exercise);
  const page = join(exercise, '..', 'page');
  await mkdir(page);
  await writeFile(join(page, 'index.html'), '<!doctype html>');
  const attachments = createAttachments({
    exercise,
    roster: room.roster,
    state: () => room.hub.state,
    now: room.hand.now,
  });
  const server = await serve({ hub: room.hub, attachments, page, host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  return {
    room,
    exercise,
    fetch: (path, token, header = `Bearer ${token ?? ''}`) =>
      fetch(`http://127.0.0.1:${server.port}${path}`, {
        ...(token === undefined ? {} : { headers: { authorization: header } }),
      }),
  };
}

async function start({ room }: House): Promise<void> {
  await room.session.submit({ type: 'facilitator', name: 'F1' }, { type: 'exercise.start' });
  await settled();
}

const of = (content: Buffer): string => `/files/${sha256(content)}`;

test('a seat gets what its role has received, and control everything', async () => {
  const house = await openHouse();
  const duty = await house.room.sit('duty');
  await start(house);
  const picture = await house.fetch(of(PICTURE), duty.token);
  expect(picture.status).toBe(200);
  expect(Buffer.from(await picture.arrayBuffer())).toEqual(PICTURE);
  const letter = await house.fetch(of(LETTER), house.room.tokens.control);
  expect(Buffer.from(await letter.arrayBuffer())).toEqual(LETTER);
});

test('the kind is the plan’s, and the answer can run nothing and is not kept', async () => {
  const house = await openHouse();
  const { control } = house.room.tokens;
  const headers = async (content: Buffer): Promise<Headers> =>
    (await house.fetch(of(content), control)).headers;
  const note = await headers(NOTE);
  expect(note.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(note.get('content-disposition')).toMatch(/^attachment; filename="note\.txt"/);
  expect(note.get('x-content-type-options')).toBe('nosniff');
  expect(note.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(note.get('cache-control')).toBe('no-store');
  expect(note.get('access-control-allow-origin')).toBeNull();
  const picture = await headers(PICTURE);
  expect(picture.get('content-type')).toBe('image/png');
  expect(picture.get('content-disposition')).toBe(
    `inline; filename="sk_rm__1_.png"; filename*=UTF-8''sk%C3%A6rm%20%281%29.png`,
  );
  expect((await headers(LETTER)).get('content-disposition')).toContain('"letter.pdf"');
});

test('everybody else gets the answer that one gets for what does not exist', async () => {
  const house = await openHouse();
  const { tokens } = house.room;
  const duty = await house.room.sit('duty');
  const lead = await house.room.sit('lead');
  const boss = await house.room.sit('boss');
  const nothing = await house.fetch(`/files/${'0'.repeat(64)}`, duty.token);
  const like = async (response: Response): Promise<unknown> => [
    response.status,
    await response.text(),
    [...response.headers].filter(([name]) => name !== 'date'),
  ];
  const none = await like(nothing);
  expect(nothing.status).toBe(404);
  const refused = async (path: string, token?: string, header?: string): Promise<void> =>
    expect(await like(await house.fetch(path, token, header))).toEqual(none);

  await refused(of(PICTURE), duty.token); // not released yet
  await start(house);
  expect((await house.fetch(of(PICTURE), boss.token)).status).toBe(200);
  await refused(of(PICTURE), lead.token); // not to that role
  await refused(of(LETTER), duty.token); // to that role, but later
  await refused(of(PICTURE), tokens.join);
  await refused(of(PICTURE));
  await refused(of(PICTURE), '');
  await refused(of(PICTURE), 'x'.repeat(32));
  await refused(of(PICTURE), 'x'.repeat(9_000));
  await refused(of(PICTURE), duty.token, duty.token);
  await refused(of(PICTURE), duty.token, `Basic ${duty.token}`);
  await refused(`${of(PICTURE)}?token=${duty.token}`);

  boss.wire.say({ type: 'leave', id: 'bye' });
  await boss.wire.next('done');
  await refused(of(PICTURE), boss.token); // the chair is no longer theirs
});

test('a chair that the record does not know opens nothing', async () => {
  const house = await openHouse();
  await start(house);
  const { token } = await house.room.roster.addSeat({ role: 'duty', take: 'never-sat-down' });
  expect((await house.fetch(of(PICTURE), token)).status).toBe(404);
});

test.each([
  '/files/',
  '/files/note.txt',
  '/files/../journal.jsonl',
  '/files/..%2f..%2fscenario%2ffiles%2fnote.txt',
  '/files/%2e%2e%2froster.json',
  `/files/${sha256(NOTE).toUpperCase()}`,
  `/files/${sha256(NOTE)}/`,
  `/files/${sha256(NOTE)}%00`,
  `/files/./${sha256(NOTE)}%2f..`,
  `//files/${sha256(NOTE)}`,
  '/files/__proto__',
  '/files/%',
])('no path but a digest of the plan leads to a file: %s', async (path) => {
  const house = await openHouse();
  const response = await house.fetch(path, house.room.tokens.control);
  expect(response.status).toBe(404);
  expect(await response.text()).toBe('404');
});

test('who asks too often waits; the others do not', async () => {
  const house = await openHouse();
  const duty = await house.room.sit('duty');
  const boss = await house.room.sit('boss');
  await start(house);
  const statuses = new Set<number>();
  for (let i = 0; i < 60; i += 1) {
    statuses.add((await house.fetch(of(PICTURE), duty.token)).status);
  }
  expect(statuses).toEqual(new Set([200, 429]));
  expect((await house.fetch(of(PICTURE), boss.token)).status).toBe(200);
  house.room.hand.pass(10_000);
  expect((await house.fetch(of(PICTURE), duty.token)).status).toBe(200);
});

test('what was altered while the exercise ran is not handed out', async () => {
  const house = await openHouse();
  await writeFile(join(house.exercise, 'files', sha256(NOTE)), 'another note, as long no');
  expect((await house.fetch(of(NOTE), house.room.tokens.control)).status).toBe(404);
});

test('copies are the owner’s alone, and one content is one file', async () => {
  const { files, exercise } = await folders();
  await storeAttachments(planWith(), files, exercise);
  const stored = await readdir(join(exercise, 'files'));
  expect(stored.sort()).toEqual(found.map(({ digest }) => digest).sort());
  for (const name of stored) {
    expect((await stat(join(exercise, 'files', name))).mode & 0o777).toBe(0o600);
  }
  expect((await stat(join(exercise, 'files'))).mode & 0o777).toBe(0o700);
});

test.each<[string, string, (files: string) => Promise<unknown>]>([
  ['is gone', 'attachment-missing', (files) => rm(join(files, 'note.txt'))],
  ['was altered', 'attachment-differs', (files) => writeFile(join(files, 'note.txt'), 'other')],
  [
    'is a link',
    'attachment-missing',
    async (files) => {
      await rm(join(files, 'note.txt'));
      await symlink(join(files, 'skærm (1).png'), join(files, 'note.txt'));
    },
  ],
])('when a file %s, nothing is left behind', async (_, code, spoil) => {
  const { files, exercise } = await folders();
  await spoil(files);
  await expect(storeAttachments(planWith(), files, exercise)).rejects.toMatchObject({ code });
  expect(await readdir(exercise)).toEqual([]);
});

test('a plan with an inject whose file was not found is not hosted', async () => {
  const { files, exercise } = await folders();
  const plan = planWith(found.filter(({ name }) => name !== 'note.txt'));
  await expect(storeAttachments(plan, files, exercise)).rejects.toMatchObject({
    code: 'attachment-missing',
    details: { file: 'note.txt' },
  });
});

test('an exercise is resumed without its scenario, but not without what it shows', async () => {
  const { files, exercise } = await folders();
  const page = join(exercise, '..', 'page');
  await mkdir(page);
  await writeFile(join(page, 'index.html'), '<!doctype html>');
  const options: HostOptions = {
    folder: exercise,
    page,
    address: '127.0.0.1',
    port: 0,
    orAnyPort: false,
    bots: 'none',
    lang: 'da',
    engine: 'test',
    onFault: (fault) => {
      throw fault;
    },
  };
  const fresh = { plan: planWith(), exercise: 'small', attachments: files };
  const first = await hostFresh(options, fresh);
  await first.close();
  await rm(join(files, '..'), { recursive: true });

  const again = await hostResumed(options);
  const answer = await fetch(`http://127.0.0.1:${again.port}${of(LETTER)}`, {
    headers: { authorization: `Bearer ${again.tokens.control}` },
  });
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(LETTER);
  await again.close();

  await chmod(join(exercise, 'files', sha256(NOTE)), 0o600);
  await writeFile(join(exercise, 'files', sha256(NOTE)), 'other');
  await expect(hostResumed(options)).rejects.toMatchObject({ code: 'attachment-differs' });
});

test('an exercise that cannot be hosted leaves no copies behind', async () => {
  const { files, exercise } = await folders();
  const options = { folder: exercise, page: join(exercise, 'no-page'), address: '127.0.0.1' };
  const rest = { port: 0, orAnyPort: false, bots: 'none', lang: 'da', engine: 'test' } as const;
  const fresh = { plan: planWith(), exercise: 'small', attachments: files };
  const opening = hostFresh({ ...options, ...rest, onFault: () => undefined }, fresh);
  await expect(opening).rejects.toThrow();
  expect((await readdir(exercise)).filter((name) => name !== 'roster.json')).toEqual([]);
});
