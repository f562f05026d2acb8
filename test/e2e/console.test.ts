/**
 * The flagship from preflight to close in a real terminal, by keys alone: what is pressed, what the
 * screen shows, and what the journal has of it.
 * `UPDATE=1 npx vitest run test/e2e/console.test.ts` writes the golden frames again.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue, type Catalogue } from '../../facilitator-ui/text.ts';
import { widthOf } from '../../facilitator-ui/width.ts';
import { run, SCENARIO, tempFolder } from './process.ts';
import { openTerminal, type Frame, type Size, type Terminal, type Wanted } from './terminal.ts';

const GOLDEN = join(import.meta.dirname, '..', 'golden', 'console');
const ESCAPE = 'Escape';
const SEND = 'C-s';

const CASES = [
  { columns: 80, rows: 24, lang: 'da' },
  { columns: 120, rows: 40, lang: 'en' },
] as const;
type Case = (typeof CASES)[number];

/** What is written, with letters that are two bytes each. */
const SAID = {
  question: 'Må færgen til Ærø sejle?',
  outcome: 'Ja, når søen er rolig',
  decided: 'Lægen på øen råder til det',
  title: 'Blå lyn over Ærø',
  body: 'Søen går højt; få både på land',
  observed: 'Gårdspladsen ryddes hurtigt, også på øen',
  discussion: 'Vi drøfter lægevagtens nødplan',
  real: 'Brand på rådhuset',
  break: 'Frokost på Ærøskøbing færge',
  late: 'Øvelsen er bagud på Åen',
  over: 'Målene er nået på øen',
} as const;

/** As it stands above what lies over the panel. */
const headed = (title: string): string => `── ${title} ─`;

/** One person at the console: the words of the language, and what is done again and again. */
function sitting(terminal: Terminal, { lang, ...size }: Case) {
  const c = catalogue(lang);
  const yes = lang === 'da' ? 'j' : 'y';
  const { press, type, sees, loses } = terminal;
  const said = async (title: string): Promise<void> => {
    await loses(headed(title));
    fits(await sees(c.done), size);
  };
  return {
    ...terminal,
    c,
    lang,
    yes,
    /** Answers the question with yes, and sees that it has been done. */
    confirms: async (title: string, ...effects: readonly string[]): Promise<void> => {
      fits(await sees(headed(title), c.yesNo, ...effects), size);
      await press(yes);
      await said(title);
    },
    /** Opens a form, fills it in field by field, and sends it. */
    fills: async (key: string, title: string, ...fields: readonly string[]): Promise<void> => {
      await press(key);
      await sees(headed(title));
      for (const [index, field] of fields.entries()) {
        if (index > 0) await press('Tab');
        if (field !== '') await type(field);
        // A long text scrolls in its line: its end is what stands there.
        if (field.length > 1) fits(await sees(field.slice(-12)), size);
      }
      await press(SEND);
    },
    said,
    shows: async (...wanted: readonly Wanted[]): Promise<Frame> => {
      const frame = await sees(...wanted);
      fits(frame, size);
      return frame;
    },
    goesBack: async (title: string): Promise<void> => {
      await press(ESCAPE);
      await loses(headed(title));
    },
  };
}
type Sitting = ReturnType<typeof sitting>;

/** No line is wider than the terminal, and none has pushed the first one off the screen. */
function fits({ lines, text }: Frame, { columns, rows }: Size): void {
  expect(lines.length, text).toBeLessThanOrEqual(rows);
  expect(lines[0], text).toMatch(/^ (ØVELSE|EXERCISE) /);
  for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(columns);
}

/** As it was looked at and found good, without what the machine is like. */
async function golden(
  name: string,
  { still }: Pick<Terminal, 'still'>,
  { columns, rows, lang }: Case,
): Promise<void> {
  const frame = await still();
  const { subject } = catalogue(lang).pacing.preflight;
  const machine = [subject.address, subject.disk, subject.clock, subject.journal].join('|');
  const text = frame.text
    .replaceAll(new RegExp(`^ .{12} (${machine}) .*$`, 'gm'), ' #            $1')
    .replaceAll(/^ .*(?:mangler|missing), .*$/gm, '  #');
  const file = join(GOLDEN, `${name}-${columns}x${rows}.${lang}.txt`);
  if (process.env['UPDATE']) {
    mkdirSync(GOLDEN, { recursive: true });
    writeFileSync(file, text);
  }
  expect(existsSync(file), `${file} is missing: UPDATE=1 writes it`).toBe(true);
  expect(text).toBe(readFileSync(file, 'utf8'));
}

test.each(CASES)(
  'from preflight to close by keys alone at $columns×$rows ($lang)',
  async (at) => {
    const data = await tempFolder();
    const args = ['run', SCENARIO, '--host', '127.0.0.1', '--port', '0', '--data', data];
    const more = ['--pace', '60', '--bots', 'all', '--seed', '7'];
    const facilitator = sitting(await openTerminal([...args, ...more], at, at.lang), at);
    await prepares(facilitator, at);
    await writesDown(facilitator);
    await stops(facilitator);
    await steers(facilitator);
    await looks(facilitator);
    await appoints(facilitator);
    await ends(facilitator);
    expect(await facilitator.ended()).toBe(0);
    const folder = join(data, readdirSync(data).find((name) => name.startsWith('kommune')) ?? '');
    const verified = await run(['verify', folder]);
    expect(verified.code, verified.out + verified.err).toBe(0);
    hasActs(folder, at.lang);
  },
  180_000,
);

async function prepares(facilitator: Sitting, at: Case): Promise<void> {
  const { c, press, shows, loses, goesBack, yes, said } = facilitator;
  const { title, starts } = c.pacing.preflight;
  const ready = [title, c.pacing.preflight.botted(15, '').trim(), starts.slice(0, 30)];
  await shows(c.status.planned, /T\+00:00:00 +F1 /, /\b35\b/);
  await golden('ready', facilitator, at);
  await press('s');
  await shows(...ready);
  await loses(c.pacing.preflight.asking);
  await golden('preflight', facilitator, at);
  await goesBack(title);
  await press('2');
  await shows(c.columns.number, c.of(1, 122));
  await golden('script', facilitator, at);
  await press('1', '?');
  await shows(`── ${c.help} ──`, c.longer.start.slice(0, 20));
  await golden('help', facilitator, at);
  await goesBack(c.help);
  await press('s');
  await shows(...ready);
  await press(yes);
  await said(title);
  await shows(c.status.running);
}

async function writesDown(facilitator: Sitting): Promise<void> {
  const { c, fills, confirms, said, press, type, shows, loses } = facilitator;
  const { decide, observe, write } = c.form;
  await fills('d', decide.title, SAID.question, SAID.outcome, '', SAID.decided);
  await said(decide.title);
  await fills('i', write.title, '', ' ', SAID.title, SAID.body);
  await confirms(c.script.confirm.adhoc, SAID.title, SAID.body, 'AMK');
  await fills('o', observe.title, SAID.observed, 'S: ');
  await said(observe.title);
  for (const [index, wanted] of panels(c).entries()) {
    await press(String(index + 1));
    await shows(...wanted);
  }
  await press('2', '/');
  await type(SAID.title.slice(0, 8));
  await shows(SAID.title, c.of(1, 1));
  await press(ESCAPE);
  await loses('▏');
  await press('8');
  await shows(SAID.observed.slice(0, 20), c.rating.S);
  await press('1');
}

/** What only that panel shows. */
const panels = ({ columns, attention, simcell, nothing }: Catalogue): readonly Shown[] => [
  [attention],
  [columns.number, columns.title],
  [columns.seats, columns.presence],
  [columns.holders],
  [columns.answer, ' 11 '],
  [simcell.mail.all],
  [columns.number, columns.event],
  [columns.rating, columns.note, 'S '],
  [nothing],
];
type Shown = readonly string[];

async function stops(facilitator: Sitting): Promise<void> {
  const { c, fills, confirms, said, press, shows } = facilitator;
  const { pacing } = c;
  await fills('P', pacing.haltTitle, '', SAID.discussion);
  await said(pacing.haltTitle);
  await shows(pacing.hold.discussion, SAID.discussion);
  await press('p');
  await shows(c.status.running);
  await fills('!', pacing.realTitle, SAID.real);
  await confirms(pacing.realAsk, SAID.real);
  await shows(pacing.hold.real);
  await press('i');
  await shows(pacing.realNo.slice(0, 30));
  await press('p');
  await confirms(pacing.leaveReal, pacing.resumed);
  await shows(c.status.running);
}

/** What is to come, while time stands still. */
async function steers(facilitator: Sitting): Promise<void> {
  const { c, fills, confirms, said, press, shows, yes } = facilitator;
  await fills('p', c.form.pause.title, SAID.break);
  await said(c.form.pause.title);
  await shows(c.pacing.hold.ordinary);
  for (let jump = 0; jump < 3; jump += 1) {
    await press('n');
    await confirms(c.confirm.jump, '▸ T+0', c.effects.more.slice(0, 20));
  }
  await fills('S', c.pacing.shift.title, '+15m');
  await confirms(c.pacing.shift.ask, 'T+30:00', 'T+30:15');
  await press('2', 'Down', 'Down');
  await fills('u', c.script.form.reschedule, '+20m', SAID.late);
  await confirms(c.script.confirm.reschedule, '(+20m)', SAID.late);
  await shows('+35m', c.script.marks.moved);
  await press('1', 'p');
  await shows(c.status.running);
  await fills('j', c.form.jump.title, 'T+6:00');
  await shows(c.confirm.jump, 'T+06:00');
  await press(yes);
  await said(c.confirm.jump);
  await shows('T+06:0');
}

async function looks(facilitator: Sitting): Promise<void> {
  const { c, press, type, shows, loses, lang } = facilitator;
  const role = ROLE[lang];
  await press(':');
  await shows(c.search.paletteTitle);
  await type(role);
  await shows(c.search.goesTo, `${role}, Sundby Kommune`);
  await press('Enter');
  await shows(`› ${role}`, c.columns.presence);
  await press('v');
  await shows(
    c.search.eyesOf(role, '', 0).split(' · ')[0] ?? '',
    c.search.readOnly,
    c.search.items,
  );
  await press(ESCAPE);
  await loses(c.search.readOnly);
  await press('1', 'z');
  await shows(c.search.pastTitle);
  await type('T+0:00');
  await press('Enter');
  const band = c.search.pastBand('T+00:00:00', 0, '').split(' #')[0] ?? '';
  await shows(band, c.search.backKey);
  await press('Left');
  await shows(band);
  await press(ESCAPE);
  await loses(band);
}
const ROLE = { da: 'Kommunikationschef, Sundby', en: 'Head of communications, Sundby' } as const;

async function appoints(facilitator: Sitting): Promise<void> {
  const { c, press, fills, shows, goesBack, yes } = facilitator;
  const { staff } = c;
  await press('L');
  await shows(`── ${staff.title} ──`, `F1 (${staff.you})`);
  await fills('a', staff.form.appoint, '');
  await shows(staff.confirm.appoint, c.yesNo);
  await press(yes);
  await shows(staff.badge.title, staff.badge.who('F2', staff.kind.controller), '/#c=');
  await goesBack(staff.badge.title);
  await press('L');
  await shows(`── ${staff.title} ──`, 'F2', staff.away);
  await goesBack(staff.title);
}

async function ends(facilitator: Sitting): Promise<void> {
  const { c, press, fills, confirms, shows, goesBack, yes } = facilitator;
  await fills('e', c.form.end.title, SAID.over);
  await confirms(c.confirm.end, SAID.over);
  await shows(c.status.ended);
  await press('w');
  await confirms(c.confirm.hotwash);
  await shows(c.status.hotwash);
  await press('D');
  const { tabs, step, title } = c.debrief;
  const first = await shows(`${title} · ${tabs.lanes}`, step(1, 0).split(' 1 ')[0] ?? '');
  const of = Number(/ 1 \S+ (\d+) ──/.exec(first.text)?.[1]);
  await press('Right');
  await shows(step(2, of));
  await press('f');
  await shows(c.debrief.keys.finding);
  await press('Tab');
  await shows(`${title} · ${tabs.decisions}`, SAID.question.slice(0, 20));
  await press('Tab');
  await shows(`${title} · ${tabs.findings}`);
  await goesBack(`${title} · ${tabs.findings}`);
  await press('c');
  await confirms(c.confirm.close);
  await shows(c.status.closed);
  await press('q');
  await shows(c.quit.over.title);
  await press(yes);
}

type Entry = {
  readonly by: { readonly type: string; readonly name?: string };
  readonly input?: { readonly type: string; readonly [field: string]: unknown };
};

/** Every act is there once, as what was written, and by whom. */
function hasActs(folder: string, lang: 'da' | 'en'): void {
  const lines = readFileSync(join(folder, 'journal.jsonl'), 'utf8').trim().split('\n');
  const acts = lines
    .map((line) => JSON.parse(line) as Entry)
    .flatMap(({ by, input }) => (by.type === 'facilitator' && input ? [{ by, input }] : []));
  expect(new Set(acts.map(({ by }) => by.name))).toEqual(new Set(['F1']));
  const inputs = acts.map(({ input }) => input);
  expect(inputs.map(({ type }) => type)).toEqual(ACTS.map(({ type }) => type));
  for (const [index, act] of ACTS.entries()) expect(inputs[index]).toMatchObject(act);
  expect(inputs.find(({ type }) => type === 'inject.write')?.['to']).toHaveLength(15);
  expect(JSON.stringify(inputs)).toContain(lang === 'da' ? 'Øvelsesledelsen' : 'Exercise control');
}
const MIN = 60_000;
const ACTS: readonly NonNullable<Entry['input']>[] = [
  { type: 'exercise.start' },
  { type: 'decision.note', reason: SAID.decided },
  { type: 'inject.write', title: SAID.title, body: SAID.body },
  { type: 'observation.note', text: SAID.observed, rating: 'S' },
  { type: 'exercise.pause', kind: 'discussion', reason: SAID.discussion },
  { type: 'exercise.resume' },
  { type: 'exercise.pause', kind: 'real', reason: SAID.real },
  { type: 'exercise.resume' },
  { type: 'exercise.pause', reason: SAID.break },
  { type: 'exercise.jump' },
  { type: 'exercise.jump' },
  { type: 'exercise.jump' },
  { type: 'exercise.shift', by: 15 * MIN },
  { type: 'inject.change', reason: SAID.late },
  { type: 'exercise.resume' },
  { type: 'exercise.jump', to: 360 * MIN },
  { type: 'staff.join', staff: 'F2', kind: 'controller' },
  { type: 'exercise.end', reason: SAID.over },
  { type: 'exercise.hotwash' },
  { type: 'exercise.close' },
];
