/**
 * The spare key: whoever can write in a running host's own folder, as the host itself can, may always
 * name a new lead. It is for when the lead's link is lost and the control link opens nothing any more.
 * Knows: two small files, one with the question and one with what became of it. Does not know: what a
 * lead is (office), or any token: only its hash is ever written.
 */
import { constants } from 'node:fs';
import { access, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { refusalText, type RefusalCode } from '../exercise/refusal.ts';
import type { Lang } from '../scenario/text.ts';
import { hashToken } from './token.ts';

const ASKED = 'lead-request.json';
const ANSWERED = 'lead-answer.json';
const LOCK = 'journal.jsonl.lock';
/** The host looks so often, wall ms; the one who asks waits so long. */
const LOOK_MS = 500;
const PATIENCE_MS = 15_000;
/** What is older was asked of a host that did not answer; nobody waits for it any more. */
const FRESH_MS = 30_000;
const LONGEST = 1_000;

const question = z.strictObject({
  beredt: z.literal(1),
  id: z.string().regex(/^[\w-]{8,64}$/),
  /** The hash of a token that whoever asks has made. */
  token: z.string().regex(/^[0-9a-f]{64}$/),
  /** ms since 1970 when it was asked, by this machine's clock. */
  at: z.int(),
});
const answer = z.looseObject({
  id: z.string(),
  staff: z.string().optional(),
  before: z.string().optional(),
  addresses: z.array(z.string()).optional(),
  port: z.int().optional(),
  refused: z.object({ da: z.string(), en: z.string() }).optional(),
});

/** `before`: who led until then, and is a controller now. */
export type NewLead = { readonly staff: string; readonly before: string };
/** Where a host can be reached, and who leads there now. */
export type Named = NewLead & { readonly addresses: readonly string[]; readonly port: number };

export type SpareOptions = {
  readonly folder: string;
  /** Names a new lead, whose token has this hash; `id`: of the request, to be carried out once. */
  readonly name: (hash: string, id: string) => Promise<NewLead | RefusalCode>;
  readonly addresses: readonly string[];
  readonly port: number;
  /** ms since 1970. */
  readonly now: () => number;
};

export type Spare = { readonly close: () => void };

/** Looks for the question until closed. What lay there before was asked of nobody. */
export async function openSpare(options: SpareOptions): Promise<Spare> {
  await discard(options.folder);
  let busy = false;
  const look = (): void => {
    if (busy) return;
    busy = true;
    // A folder that cannot be read now may be readable in a while; the exercise goes on meanwhile.
    void answerOne(options)
      .catch(() => undefined)
      .finally(() => (busy = false));
  };
  const looking = setInterval(look, LOOK_MS);
  looking.unref();
  return { close: () => clearInterval(looking) };
}

/** Takes the question away before anything is done about it: it is answered once or never. */
async function answerOne({ folder, name, addresses, port, now }: SpareOptions): Promise<void> {
  const text = await readOwn(join(folder, ASKED));
  if (text === undefined) return;
  await rm(join(folder, ASKED), { force: true });
  const asked = question.safeParse(parse(text)).data;
  if (!asked || Math.abs(now() - asked.at) > FRESH_MS) return;
  const named = await name(asked.token, asked.id);
  const { id } = asked;
  const told =
    typeof named === 'string' ? { id, refused: said(named) } : { id, ...named, addresses, port };
  await put(folder, ANSWERED, told);
}

/**
 * The text of a small file that this user, or the machine's own, has put there: no link to another
 * file, and nothing that anybody else could have written. Undefined: there is none. Anything else is
 * taken away.
 */
async function readOwn(path: string): Promise<string | undefined> {
  // Where the system has no such flag it has no such links either.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0);
  const file = await open(path, flags).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    return 'other' as const;
  });
  if (file === undefined) return undefined;
  if (file === 'other') return '';
  try {
    const { uid, mode, size } = await file.stat();
    const me = process.getuid?.();
    const own = me === undefined || uid === me || uid === 0;
    const closed = me === undefined || (mode & 0o022) === 0;
    return own && closed && size <= LONGEST ? await file.readFile('utf8') : '';
  } finally {
    await file.close();
  }
}

/** `no-host`: nobody hosts the exercise in this folder. `silent`: a host is there, and says nothing. */
export type Asking =
  Named | { readonly refused: { readonly [L in Lang]: string } } | 'no-host' | 'silent';

/** Asks the host of the exercise in `folder` to make the holder of `token` its lead. */
export async function askSpare(folder: string, token: string, id: string): Promise<Asking> {
  const there = await access(join(folder, LOCK)).then(
    () => true,
    () => false,
  );
  if (!there) return 'no-host';
  await discard(folder);
  const began = Date.now();
  await put(folder, ASKED, { beredt: 1, id, token: hashToken(token), at: began });
  while (Date.now() - began < PATIENCE_MS) {
    await wait(LOOK_MS / 5);
    const told = await readAnswer(folder, id);
    if (told) return told;
  }
  await discard(folder);
  return 'silent';
}

async function readAnswer(folder: string, id: string): Promise<Asking | undefined> {
  const path = join(folder, ANSWERED);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  const told = text === undefined ? undefined : answer.safeParse(parse(text)).data;
  if (told?.id !== id) return undefined;
  await rm(path, { force: true });
  const { staff, before = '', addresses = [], port = 0, refused } = told;
  if (refused) return { refused };
  return staff === undefined ? undefined : { staff, before, addresses, port };
}

async function discard(folder: string): Promise<void> {
  for (const name of [ASKED, ANSWERED]) {
    await rm(join(folder, name), { force: true, recursive: true });
  }
}

function said(code: RefusalCode): { readonly [L in Lang]: string } {
  return { da: refusalText(code, 'da'), en: refusalText(code, 'en') };
}

/** Whole or not at all, and for this user alone. */
async function put(folder: string, name: string, value: object): Promise<void> {
  const part = join(folder, `${name}.${process.pid}`);
  await writeFile(part, JSON.stringify(value), { mode: 0o600 });
  await rename(part, join(folder, name));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
