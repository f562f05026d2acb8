/**
 * The files that injects carry: copied into the exercise's own folder when it is made, looked at
 * again when it is resumed, and handed out one at a time. Knows: the disk, digests, who asks.
 * Does not know: HTTP. No name from outside reaches the disk: a path is made of a digest that
 * stands in the Plan, or of nothing.
 */
import { constants } from 'node:fs';
import { mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { filesSeen } from '../exercise/visible.ts';
import type { ExerciseState } from '../exercise/state.ts';
import { sha256 } from '../plan/digest.ts';
import type { Attachment, Plan } from '../plan/plan.ts';
import { LARGEST_ATTACHMENT, staysInside } from '../scenario/attachment.ts';
import { createBucket, type Bucket } from './bucket.ts';
import { Fault } from './fault.ts';
import { isFirstThere } from './office.ts';
import type { Roster } from './roster.ts';

type Content = Uint8Array<ArrayBuffer>;

export type Handed =
  | { readonly type: 'file'; readonly file: Attachment; readonly content: Content }
  /** There is no such file, or it is not for whoever asks: they are not told which. */
  | { readonly type: 'nothing' }
  /** They may, but have asked too often. */
  | { readonly type: 'flood' };

export type Attachments = {
  readonly fetch: (token: string | undefined, digest: string) => Promise<Handed>;
};

/** A page with many pictures opens at once; more than that nobody needs. */
const BURST = 40;
const PER_SECOND = 4;
/** Our own tokens have 32 characters. What is longer is none, and is not worth hashing. */
const LONGEST_TOKEN = 100;

/** Beside the journal. */
function attachmentFolder(exercise: string): string {
  return join(exercise, 'files');
}

/**
 * Copies what the plan names from the scenario's `files/` folder. Afterwards the exercise needs the
 * scenario no more. All or nothing: what has been copied goes again when something is wrong.
 * Resolves with a way to undo it.
 */
export async function storeAttachments(
  plan: Plan,
  from: string | undefined,
  exercise: string,
): Promise<() => Promise<void>> {
  const files = plan.files ?? [];
  const known = new Set(files.map(({ name }) => name));
  const lacking = plan.injects.flatMap(({ files: named = [] }) => named);
  const missing = lacking.find((name) => !known.has(name));
  if (missing !== undefined) throw gone(missing, from ?? '');
  if (files.length === 0) return () => Promise.resolve();
  const folder = attachmentFolder(exercise);
  await mkdir(folder, { mode: 0o700 }).catch((cause: unknown) => {
    throw unwritable(folder, cause);
  });
  const undo = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    for (const file of files) await storeOne(file, from, exercise);
    return undo;
  } catch (error) {
    await undo();
    throw error;
  }
}

async function storeOne(file: Attachment, from = '', exercise: string): Promise<void> {
  const source = join(from, file.name);
  if (from === '' || !staysInside(file.name)) throw gone(file.name, from);
  const content = await readChecked(file, source);
  const path = pathOf(exercise, file);
  // Two names for one content are one file.
  await writeFile(path, content, { mode: 0o600, flush: true }).catch((cause: unknown) => {
    throw unwritable(path, cause);
  });
}

/** Looks at every attachment of a resumed exercise before anybody is let in. */
export async function checkAttachments(plan: Plan, exercise: string): Promise<void> {
  for (const file of plan.files ?? []) await readChecked(file, pathOf(exercise, file));
}

/** Who may fetch what: a seat what its role has received, control everything, others nothing. */
export function createAttachments(options: {
  readonly exercise: string;
  readonly roster: Roster;
  /** What is durable: nobody may fetch a file before the inject that carries it is in the record. */
  readonly state: () => ExerciseState;
  readonly now: () => number;
}): Attachments {
  const { exercise, roster, state, now } = options;
  const buckets = new Map<string, Bucket>();
  const bucketOf = (who: string): Bucket => {
    const bucket = buckets.get(who) ?? createBucket(BURST, PER_SECOND, now);
    buckets.set(who, bucket);
    return bucket;
  };
  return {
    fetch: async (token, digest) => {
      const who = token === undefined ? undefined : bearer(roster, state(), token);
      const file = who?.files.find((one) => one.digest === digest);
      if (!who || !file) return { type: 'nothing' };
      if (!bucketOf(who.id).take()) return { type: 'flood' };
      try {
        return { type: 'file', file, content: await readChecked(file, pathOf(exercise, file)) };
      } catch {
        // Gone or altered since it was looked at: what the journal does not vouch for is not shown.
        return { type: 'nothing' };
      }
    },
  };
}

type Bearer = { readonly id: string; readonly files: readonly Attachment[] };

function bearer(roster: Roster, state: ExerciseState, token: string): Bearer | undefined {
  if (token.length > LONGEST_TOKEN) return undefined;
  const seat = roster.seatByToken(token);
  if (seat) {
    // A chair that was given away while the host was down is in the roster but not in the record.
    const taken = state.seats.get(seat.id)?.role === seat.role;
    return taken ? { id: seat.id, files: filesSeen(state, seat.role) } : undefined;
  }
  const staff = roster.staffByToken(token);
  const known = staff === undefined ? isFirstThere(state) : state.staff.has(staff);
  if (!known || (staff === undefined && roster.door(token) !== 'control')) return undefined;
  return { id: staff ?? 'control', files: state.lookup.plan.files ?? [] };
}

function pathOf(exercise: string, { name, digest }: Attachment): string {
  const folder = attachmentFolder(exercise);
  if (!/^[0-9a-f]{64}$/.test(digest)) throw gone(name, folder);
  return join(folder, digest);
}

/** The content, once it is what the plan says. A link is not followed. */
async function readChecked(file: Attachment, path: string): Promise<Content> {
  const content = await readUpTo(path, LARGEST_ATTACHMENT + 1).catch((cause: unknown) => {
    throw gone(file.name, path, cause);
  });
  if (content.length === file.bytes && sha256(content) === file.digest) return content;
  throw new Fault('attachment-differs', `${path} is not what the plan says`, {
    details: { file: file.name, path },
  });
}

async function readUpTo(path: string, most: number): Promise<Content> {
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const { size } = await file.stat();
    // Larger than any may be: then what is in it does not matter.
    return size > most ? new Uint8Array() : new Uint8Array(await readFile(file));
  } finally {
    await file.close();
  }
}

function unwritable(path: string, cause: unknown): Fault {
  return new Fault('attachment-write', `cannot write ${path}`, { cause, details: { path } });
}

function gone(name: string, path: string, cause?: unknown): Fault {
  return new Fault('attachment-missing', `there is no ${name}`, {
    ...(cause === undefined ? {} : { cause }),
    details: { file: name, path },
  });
}
