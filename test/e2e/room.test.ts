/**
 * A whole exercise in a room: the flagship, a facilitator, and six people at six screens of three
 * sizes, each in a real page, with bots in the other chairs. From STARTEX to the last answer of the
 * hot wash: nothing is lost, nothing scrolls sideways, and what is another's never reaches a screen.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Client } from '../../engine/index.ts';
import type { Entry } from '../../engine/exercise/entry.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import { LANGS, say, type Text } from '../../engine/scenario/text.ts';
import { HOUR } from '../../engine/scenario/time.ts';
import { danish as words } from '../../participant-ui/words/danish.ts';
import { CHROMIUM, facilitator, FLAGS, startHost, stop, type HostProcess } from './browser.ts';
import { sitDown, type Player, type Size } from './player.ts';

const PHONE: Size = { width: 360, height: 740 };
const TABLET: Size = { width: 768, height: 1024 };
const LAPTOP: Size = { width: 1440, height: 900 };
const CHAIRS: readonly (readonly [role: string, size: Size])[] = [
  ['it-duty', PHONE],
  ['it-manager', TABLET],
  ['it-ciso', LAPTOP],
  ['nordby-crisis-lead', PHONE],
  ['kommune-cert', TABLET],
  ['vestby-dpo', LAPTOP],
];
/** The story is taken in leaps, and played between them. */
const STOPS = [1, 2, 4, 7, 12, 18, 24, 29.9];
const ACTS = 3;

type Journal = { readonly plan: Plan; readonly entries: readonly Entry[] };

describe.skipIf(CHROMIUM === undefined)('six people in a room', () => {
  let browser: Browser;
  let data: string;
  let host: HostProcess;
  let control: Client;
  let players: readonly Player[];

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'beredt-room-'));
    const where = ['--data', data, '--port', '0', '--host', '127.0.0.1', '--lang', 'da'];
    const how = ['--headless', '--seed', '1', '--pace', '1'];
    host = await startHost(['run', 'scenarios/kommune-it-ransomware', ...how, ...where]);
    control = facilitator(host.control);
    browser = await chromium.launch({ executablePath: CHROMIUM ?? '', args: [...FLAGS] });
    await vi.waitUntil(() => nameOf('it-duty') !== 'it-duty', { timeout: 10_000 });
    players = await Promise.all(
      CHAIRS.map(([id, size]) => sitDown(browser, host.join, { id, name: nameOf(id) }, size)),
    );
  }, 120_000);

  afterAll(async () => {
    control.close();
    await browser.close();
    await stop(host.child, 'SIGTERM');
    await rm(data, { recursive: true, force: true });
  });

  function nameOf(role: string): string {
    const row = control.state().view['roles']?.[role] as { readonly name: Text } | undefined;
    return say(row?.name ?? role, 'da');
  }

  async function journal(): Promise<Journal> {
    const [folder = ''] = (await readdir(data)).filter((name) => name.startsWith('kommune'));
    const text = await readFile(join(data, folder, 'journal.jsonl'), 'utf8');
    const entries = text
      .split('\n')
      .flatMap((line) => (line === '' ? [] : (JSON.parse(line) as Entry)));
    const opening = entries[0];
    if (!opening || !('input' in opening) || opening.input.type !== 'exercise.open')
      throw new Error('no plan');
    return { plan: opening.input.plan, entries };
  }

  it('play it from STARTEX to ENDEX', async () => {
    expect(await control.act({ type: 'exercise.start' })).toMatchObject({ type: 'done' });
    let acts = 0;
    for (const hours of STOPS) {
      await control.act({ type: 'exercise.jump', to: hours * HOUR });
      const done = await Promise.all(players.map((player) => player.play(ACTS)));
      acts += done.reduce((sum, n) => sum + n, 0);
    }
    expect(acts).toBeGreaterThan(players.length * STOPS.length);
    expect(players.every(({ wrote }) => wrote.length > 0)).toBe(true);
    // A loaded machine takes its time over six browsers' pages.
  }, 400_000);

  it('find every section fit for their screen', async () => {
    for (const player of players)
      expect([player.role, await player.tour()]).toEqual([player.role, []]);
  }, 200_000);

  it('lose nothing: each inbox holds what the record says was sent to it', async () => {
    const { entries } = await journal();
    for (const player of players) {
      const sent = entries.flatMap((entry) => {
        if (!('event' in entry)) return [];
        const { event } = entry;
        if (event.type === 'inject.released')
          return event.to.includes(player.role) ? event.inject : [];
        if (event.type === 'message.sent')
          return event.to.includes(player.role) ? event.message : [];
        return [];
      });
      expect([...(await player.received())].sort(), player.role).toEqual([...new Set(sent)].sort());
    }
  });

  it('have each of their acts in the record once', async () => {
    const { entries } = await journal();
    const said = entries.flatMap((entry) =>
      'input' in entry && entry.by.type === 'role' ? [JSON.stringify(entry.input)] : [],
    );
    for (const text of players.flatMap(({ wrote }) => wrote)) {
      expect(
        said.filter((input) => input.includes(text)),
        text,
      ).toHaveLength(1);
    }
  });

  it('answer the hot wash, and keep what they did', async () => {
    await control.act({ type: 'exercise.end' });
    await control.act({ type: 'exercise.hotwash' });
    for (const { page, role } of players.slice(0, 2)) {
      await page.getByRole('button', { name: words.giveAnswers }).first().click();
      await page.getByRole('main').getByRole('textbox').first().fill(`⟦${role} indtryk⟧`);
      await page.getByRole('main').getByRole('button', { name: words.saveAnswer }).first().click();
      await page.getByText(words.savedAnswer).first().waitFor();
    }
    const { entries } = await journal();
    const answers = entries.flatMap((entry) =>
      'event' in entry && entry.event.type === 'hotwash.answered' ? [entry.event.text] : [],
    );
    expect(answers.filter((text) => text.startsWith('⟦'))).toEqual(
      players.slice(0, 2).map(({ role }) => `⟦${role} indtryk⟧`),
    );
  }, 60_000);

  it('are never reached by what is another’s', async () => {
    const record = await journal();
    for (const player of players) {
      const reached = await player.reached();
      expect(reached.length).toBeGreaterThan(10_000);
      expect(reached).not.toContain('⟦FOREIGN');
      const leaked = secretsFrom(record, player.role).filter((secret) => reached.includes(secret));
      expect([player.role, leaked]).toEqual([player.role, []]);
    }
  }, 60_000);
});

/** Pieces long enough to mean something, as they stand in JSON and in a document. */
const LEAST = 30;

function pieces(text: Text | undefined): readonly string[] {
  if (text === undefined) return [];
  return LANGS.flatMap((lang) => say(text, lang).split(/\n|["&<>'\\*_]/u))
    .map((piece) => piece.trim())
    .filter((piece) => piece.length >= LEAST);
}

/**
 * What a role must never be sent, straight from the plan and the record: what was put to others,
 * what was never released, notes, what others wrote to others, briefings, facts not known, and
 * decisions that are not the role's. A text that also stands in what it did get is none.
 */
function secretsFrom({ plan, entries }: Journal, role: string): readonly string[] {
  const events = entries.flatMap((entry) => ('event' in entry ? [entry.event] : []));
  const got = new Set(
    events.flatMap((event) =>
      event.type === 'inject.released' && event.to.includes(role) ? [event.inject] : [],
    ),
  );
  const known = new Set(
    events.flatMap((event) =>
      event.type === 'fact.known' && event.role === role ? [event.fact] : [],
    ),
  );
  const letters = events.flatMap((event) => (event.type === 'message.sent' ? [event] : []));
  const own = letters.filter(({ from, to }) => from === role || to.includes(role));
  const mine = (ids: readonly string[]): boolean => ids.includes(role);
  const secrets = [
    ...plan.injects.flatMap((row) => [
      ...pieces(row.notes),
      ...(got.has(row.id) ? [] : [...pieces(row.body), ...pieces(row.title)]),
    ]),
    ...plan.roles.flatMap((row) => (row.id === role ? [] : pieces(row.briefing))),
    ...plan.facts.flatMap((row) => (known.has(row.id) ? [] : pieces(row.text))),
    ...plan.decisions.flatMap((row) =>
      mine([...row.authority, ...row.consult, ...row.inform]) ? [] : pieces(row.question),
    ),
    ...letters
      .filter((letter) => !own.includes(letter))
      .flatMap(({ body }) => [...pieces(body), ...(body.match(/⟦[^⟧]+⟧/g) ?? [])]),
  ];
  const open = JSON.stringify([
    plan.injects
      .filter(({ id }) => got.has(id))
      .map(({ title, body, from }) => [title, body, from]),
    plan.tasks.map(({ title, description }) => [title, description]),
    plan.facts.filter(({ id }) => known.has(id)).map(({ text }) => text),
    plan.decisions.filter((row) => mine([...row.authority, ...row.consult, ...row.inform])),
    plan.questions?.filter(({ to }) => to.includes(role)),
    plan.contentWarning,
    own.map(({ title, body }) => [title, body]),
    entries.flatMap((entry) =>
      'event' in entry &&
      [
        'statement.published',
        'picture.updated',
        'awareness.declared',
        'decision.recorded',
        'task.done',
      ].includes(entry.event.type)
        ? [entry.event]
        : [],
    ),
  ]);
  return [...new Set(secrets)].filter((secret) => !open.includes(secret));
}
