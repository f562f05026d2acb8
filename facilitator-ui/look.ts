/**
 * Looking back, through a role's eyes, and far back in the record: what the host is asked, and what
 * the screen is then. Knows: the questions. Does not know: keys, or how anything is drawn.
 */
import type { Put, RecordRow } from '../engine/exercise/rows.ts';
import type { Client } from '../engine/runtime/client.ts';
import { applyPuts } from '../engine/runtime/collections.ts';
import { formatExerciseTime, type Ms } from '../engine/runtime/protocol.ts';
import { chosenRef } from './choice.ts';
import { line, type Form } from './form.ts';
import { keptOlder, missingBelow, shownFor } from './older.ts';
import { words, type Eyes, type Notice, type Past, type Scene, type Ui } from './scene.ts';

export type Wish = { readonly role?: string; readonly at?: Ms };
export type Rove = { readonly by: 'entry' | 'minute'; readonly way: 1 | -1 };
export type Target = { readonly seq: number } | { readonly at: Ms };
/** What a look begins with. */
export type LookStep =
  | { readonly type: 'look'; readonly wish: Wish }
  | { readonly type: 'rove'; readonly rove: Rove }
  | { readonly type: 'seek'; readonly target: Target }
  | { readonly type: 'form'; readonly form: Form };

const MINUTE = 60_000;
/** So many entries after the one that is gone to are fetched with it. */
const AFTER = 100;

export type LookAction = 'eyes' | 'past' | 'earlier' | 'later' | 'minuteBack' | 'minuteOn';

const ROVES: Readonly<Record<Exclude<LookAction, 'eyes' | 'past'>, Rove>> = {
  earlier: { by: 'entry', way: -1 },
  later: { by: 'entry', way: 1 },
  minuteBack: { by: 'minute', way: -1 },
  minuteOn: { by: 'minute', way: 1 },
};

export function beginLook(action: LookAction, scene: Scene): LookStep | undefined {
  switch (action) {
    case 'past':
      return { type: 'form', form: pastForm(scene) };
    case 'eyes': {
      const ref = chosenRef(scene);
      if (ref?.kind !== 'role') return undefined;
      const { past } = scene.ui;
      return { type: 'look', wish: { role: ref.id, ...(past ? { at: past.at } : {}) } };
    }
    default:
      return { type: 'rove', rove: ROVES[action] };
  }
}

/** What a key asks while one looks through a role's eyes. */
export function eyesStep({ role }: Eyes, key: string, now: Ms): LookStep | undefined {
  switch (key) {
    case 'left':
      return { type: 'rove', rove: ROVES.earlier };
    case 'right':
      return { type: 'rove', rove: ROVES.later };
    case ',':
      return { type: 'rove', rove: ROVES.minuteBack };
    case '.':
      return { type: 'rove', rove: ROVES.minuteOn };
    case 'r':
    case 'v':
      return { type: 'look', wish: { role, at: now } };
    default:
      return undefined;
  }
}

function pastForm(scene: Scene): Form {
  const w = words(scene).search;
  const hint = w.pastHint(formatExerciseTime(scene.now));
  return { kind: 'past', title: w.pastTitle, hint, fields: [line('at', w.pastAt)], at: 0 };
}

/** What a look back needs of the console. */
export type World = {
  readonly client: Client;
  readonly scene: () => Scene;
  readonly set: (change: Partial<Ui>) => void;
  readonly notify: (notice: Notice) => void;
};

export type Looker = {
  readonly take: (step: Exclude<LookStep, { type: 'form' }>) => void;
  /** Fetches what is missing of the record near the chosen row. */
  readonly fill: () => void;
};

export function createLooker({ client, scene, set, notify }: World): Looker {
  /** One question at a time: whoever holds a key down wants to arrive, not to queue. */
  let busy = false;
  let failed: number | undefined;

  const told = (text: string): void => notify({ tone: 'warn', text });

  async function see(wish: Wish): Promise<void> {
    const looked = await lookAt(client, wish);
    const { overlay, lang } = scene().ui;
    if ('refused' in looked) {
      notify({ tone: 'alarm', text: `✗ ${looked.refused[lang]}` });
      return;
    }
    // What was begun meanwhile is not covered, and what was left is not come back to.
    if (overlay.type !== 'none' && overlay.type !== 'eyes') return;
    if ('eyes' in looked) {
      const scroll = overlay.type === 'eyes' ? overlay.scroll : 0;
      set({ overlay: { type: 'eyes', eyes: looked.eyes, scroll }, notice: undefined });
    } else set({ past: looked.past, notice: undefined });
  }

  async function rove({ by, way }: Rove): Promise<void> {
    const { ui } = scene();
    const here = ui.overlay.type === 'eyes' ? ui.overlay.eyes : ui.past;
    if (!here) return;
    const who = 'role' in here ? { role: here.role } : {};
    const w = words(scene()).search;
    if (by === 'minute') {
      if (way === -1 && here.at === 0) told(w.atBeginning);
      else if (way === 1 && here.at >= client.now()) told(w.atNow);
      else await see({ ...who, at: Math.max(0, here.at + way * MINUTE) });
      return;
    }
    const rows = await entriesBefore(client, here.seq + 2);
    const next = way === 1 ? rows.find(({ seq }) => seq === here.seq + 1) : earlier(rows, here);
    if (!next) told(way === 1 ? w.atNow : w.atBeginning);
    else await see({ ...who, at: next.at });
  }

  async function seek(target: Target): Promise<void> {
    const { ui } = scene();
    const end = ui.past ? ui.past.seq + 1 : Number.MAX_SAFE_INTEGER;
    const before = 'seq' in target ? Math.min(target.seq + AFTER, end) : end;
    const rows = await entriesBefore(client, before, 'at' in target ? target.at : undefined);
    const seq = 'seq' in target ? target.seq : (rows.at(-1)?.seq ?? -1);
    const record = Object.fromEntries(rows.map((row) => [row.seq, row]));
    const found = record[seq] ? shownFor(record, seq) : undefined;
    if (found === undefined) {
      told(words(scene()).search.noEntry);
      return;
    }
    const now = scene().ui;
    set({
      panel: 'record',
      older: keptOlder(now.older, putsOf(rows), found),
      sought: { ...now.sought, record: '' },
      chosen: { ...now.chosen, record: { kind: 'record', id: String(found) } },
      notice: undefined,
    });
  }

  async function fetchBelow(before: number, seq: number): Promise<void> {
    const rows = await entriesBefore(client, before);
    failed = rows.length === 0 ? before : undefined;
    if (rows.length > 0) set({ older: keptOlder(scene().ui.older, putsOf(rows), seq) });
  }

  function once(work: () => Promise<void>): void {
    if (busy) return;
    busy = true;
    void work().finally(() => {
      busy = false;
    });
  }

  return {
    take: (step) =>
      once(() => {
        switch (step.type) {
          case 'look':
            return see(step.wish);
          case 'rove':
            return rove(step.rove);
          case 'seek':
            return seek(step.target);
          default:
            return step satisfies never;
        }
      }),
    fill: () => {
      const now = scene();
      const ref = now.ui.panel === 'record' ? chosenRef(now) : undefined;
      if (ref?.kind !== 'record' || now.found) return;
      const seq = Number(ref.id);
      const before = missingBelow(now.view.record ?? {}, seq);
      if (before !== undefined && before !== failed) once(() => fetchBelow(before, seq));
    },
  };
}

type Looked =
  | { readonly eyes: Eyes }
  | { readonly past: Past }
  | { readonly refused: { readonly da: string; readonly en: string } };

/** Asks the host once. */
export async function lookAt(client: Client, wish: Wish): Promise<Looked> {
  const reply = await client.request({ type: 'look', ...wish });
  if (reply.type === 'refused') return { refused: reply.reason };
  const { role, at, seq, put } = reply;
  const view = applyPuts({}, put);
  return role === undefined ? { past: { at, seq, view } } : { eyes: { role, at, seq, view } };
}

/** A page of the record; nothing where it is refused. */
export async function entriesBefore(
  client: Client,
  before: number,
  at?: Ms,
): Promise<readonly RecordRow[]> {
  const reply = await client.request({
    type: 'entries',
    before,
    ...(at === undefined ? {} : { at }),
  });
  return reply.type === 'entries' ? reply.put.map(([, , row]) => row as RecordRow) : [];
}

/** The last entry of an earlier moment; where the page has none, the moment before. */
function earlier(
  rows: readonly RecordRow[],
  here: { readonly seq: number },
): { readonly at: Ms } | undefined {
  const at = rows.find(({ seq }) => seq === here.seq)?.at;
  if (at === undefined || at === 0) return undefined;
  return rows.findLast((row) => row.at < at) ?? { at: at - 1 };
}

function putsOf(rows: readonly RecordRow[]): readonly Put[] {
  return rows.map((row) => ['record', String(row.seq), row]);
}
