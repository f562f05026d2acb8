/**
 * The console as lines of text: one for each happening, and commands in words. For screen readers,
 * logs and pipes. Knows: what is worth a line. Does not know: the screen, or what orders do (clerk).
 */
import { createInterface } from 'node:readline';
import type { RecordRow } from '../engine/exercise/rows.ts';
import type { Client } from '../engine/runtime/client.ts';
import { formatExerciseTime, storyTime, type Lang } from '../engine/runtime/protocol.ts';
import { clerk } from './clerk.ts';
import { standing } from './hold.ts';
import { namesOf } from './names.ts';
import { doer } from './panels/record.ts';
import { plainText } from './sanitise.ts';
import { sentence } from './sentences.ts';
import { viewOf, type LinkOf } from './scene.ts';
import { shutOut } from './staff.ts';
import { current, phaseName } from './strand.ts';
import { catalogue } from './text.ts';
import { sayPace } from './when.ts';

type Write = (line: string) => void;

/** Writes a line for each event from now on, and when the connection comes and goes. */
export function followPlain(client: Client, lang: Lang, write: Write): () => void {
  const w = catalogue(lang);
  let connection = '';
  let greeted = false;
  let told = -1;
  function follow(): void {
    const state = client.state();
    if (state.connection !== connection) {
      connection = state.connection;
      if (state.connection !== 'open') write(`! ${w.connection[state.connection]}`);
    }
    const view = viewOf(state);
    if (!greeted && view.exercise?.['exercise']) {
      greeted = true;
      for (const line of statusLines(client, lang)) write(line);
    }
    for (const row of newer(view.record ?? {}, told)) {
      told = row.seq;
      if (row.event) write(eventLine(row, client, lang));
    }
  }
  follow();
  return client.subscribe(follow);
}

/** Rows after `seq`, oldest first. Keys are numbers, so they come in order; the end is enough. */
function newer(rows: { readonly [seq: string]: RecordRow }, seq: number): readonly RecordRow[] {
  const found: RecordRow[] = [];
  const keys = Object.keys(rows);
  for (let i = keys.length - 1; i >= 0; i -= 1) {
    const row = rows[keys[i] ?? ''];
    if (!row || row.seq <= seq) break;
    found.push(row);
  }
  return found.reverse();
}

function eventLine(row: RecordRow, client: Client, lang: Lang): string {
  const names = namesOf(viewOf(client.state()), lang);
  const text = row.event ? sentence(row.event, names) : '';
  return `${formatExerciseTime(row.at, true)}  ${plainText(doer(row) + text)}`;
}

/** Where the exercise stands: title and marking, then status, clock, story time, pace, phase. */
export function statusLines(client: Client, lang: Lang): readonly string[] {
  const w = catalogue(lang);
  const view = viewOf(client.state());
  const exercise = view.exercise?.['exercise'];
  if (!exercise) return [w.noExercise];
  const names = namesOf(view, lang);
  const story = storyTime(exercise.story, client.now());
  const here = current(view).map((row) => plainText(phaseName(row, lang)));
  return [
    `${w.exercise} ${exercise.marking}  ${plainText(names.text(exercise.title))}`,
    [
      standing(exercise, lang),
      formatExerciseTime(client.now(), true),
      `${story.date} ${story.time}`,
      w.times(sayPace(exercise.pace, lang)),
      `${w.phase}: ${here.length > 0 ? here.join(' · ') : w.noPhase}`,
    ].join('  '),
  ];
}

type PlainOptions = {
  readonly client: Client;
  readonly lang: Lang;
  readonly links?: readonly string[];
  readonly linkOf?: LinkOf;
  readonly folder?: string;
  readonly input: NodeJS.ReadableStream;
  readonly write: Write;
};

/**
 * Follows, and carries out orders, until told to quit or until the connection is closed for good.
 * The end of input ends nothing: a host without a terminal has none.
 */
export async function runPlain(options: PlainOptions): Promise<'left' | 'shut'> {
  const { client, lang, write } = options;
  for (const link of options.links ?? []) write(plainText(link));
  const stop = followPlain(client, lang, write);
  write(catalogue(lang).orders.hint);
  const how = await new Promise<'left' | 'shut'>((resolve) => {
    const reader = createInterface({ input: options.input, terminal: false });
    const { linkOf } = options;
    const take = clerk({ client, lang, write, status: () => statusLines(client, lang), linkOf });
    let last: Promise<unknown> = Promise.resolve();
    const end = (how: 'left' | 'shut'): void => {
      off();
      reader.close();
      resolve(how);
    };
    const off = client.subscribe(() => {
      if (client.state().connection === 'closed') end('shut');
    });
    reader.on('line', (line) => {
      last = last.then(() => take(line)).then((more) => (more ? undefined : end('left')));
    });
    if (client.state().connection === 'closed') end('shut');
  });
  stop();
  for (const line of shutOut(client.state(), lang, options.folder)) write(`! ${line}`);
  write(catalogue(lang).orders.bye);
  return how;
}
