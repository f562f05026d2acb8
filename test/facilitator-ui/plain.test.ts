/** The console without a screen: a line for each happening, and the same acts in words. */
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { ControlInput } from '../../engine/exercise/entry.ts';
import { clerk } from '../../facilitator-ui/clerk.ts';
import { ORDERS } from '../../facilitator-ui/order.ts';
import { followPlain, runPlain, statusLines } from '../../facilitator-ui/plain.ts';
import { controlClient, MIN, richView, settled, type FakeClient } from './support.ts';

function office(client: FakeClient = controlClient(), lang: 'da' | 'en' = 'da') {
  const lines: string[] = [];
  const write = (line: string): void => void lines.push(line);
  const take = clerk({ client, lang, write, status: () => statusLines(client, lang) });
  const type = async (...typed: string[]): Promise<boolean[]> => {
    const answers: boolean[] = [];
    for (const line of typed) answers.push(await take(line));
    return answers;
  };
  return { client, lines, type };
}

describe('following', () => {
  test('first where it stands, then each event once, oldest first', () => {
    const client = controlClient();
    const lines: string[] = [];
    followPlain(client, 'da', (line) => lines.push(line));
    expect(lines[0]).toBe('ØVELSE TLP:AMBER  Fællesdrift nede');
    expect(lines[1]).toBe('I GANG  T+02:17:12  18-09-2026 04:27  12×  Fase: Alarm');
    expect(lines[2]).toBe('T+02:00:07  STARTEX: øvelsen er begyndt, tempo 12×');
    expect(lines).toHaveLength(9);
    const { view } = client.state();
    const event = { type: 'exercise.paused', reason: 'Frokost' };
    const row = { seq: 17, at: 140 * MIN, wall: '', by: { type: 'facilitator', name: 'F' }, event };
    client.set({ view: { ...view, record: { ...view['record'], '17': row } } });
    client.set({ pending: 1 });
    expect(lines.slice(9)).toEqual(['T+02:20:00  F: Pause: Frokost']);
  });

  test('says when the connection goes', () => {
    const client = controlClient();
    const lines: string[] = [];
    const stop = followPlain(client, 'en', (line) => lines.push(line));
    client.set({ connection: 'waiting' });
    expect(lines.at(-1)).toContain('The connection is lost');
    stop();
    client.set({ connection: 'closed' });
    expect(lines.at(-1)).toContain('The connection is lost');
  });

  test('hostile text stays text', () => {
    const view = richView();
    const lines: string[] = [];
    const evil = { ...view.injects['inj-9'], title: '\x1b[2J\x07\u202Eond' };
    const client = controlClient({
      ...view,
      injects: { ...view.injects, 'inj-9': evil as (typeof view.injects)[string] },
    });
    followPlain(client, 'da', (line) => lines.push(line));
    expect(lines.join('')).toContain('9 ond');
    expect(lines.join('')).not.toMatch(/[\p{Cc}\u202e]/u);
  });
});

describe('orders', () => {
  test('no word stands for two orders', () => {
    const words = ORDERS.flatMap(([names]) => names);
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
  });

  test.each<[string, ControlInput]>([
    ['pause', { type: 'exercise.pause' }],
    ['pause Brandalarm', { type: 'exercise.pause', reason: 'Brandalarm' }],
    ['genoptag', { type: 'exercise.resume' }],
    ['tempo 0,5', { type: 'exercise.pace', pace: 0.5 }],
    ['hold 14', { type: 'inject.hold', inject: 'inj-14' }],
    ['unhold 12', { type: 'inject.unhold', inject: 'inj-12' }],
    [
      'indspil it-duty,press "Vagt centralen" "To ord" Resten er tekst',
      {
        type: 'inject.write',
        to: ['it-duty', 'press'],
        from: 'Vagt centralen',
        channel: 'email',
        title: 'To ord',
        body: 'Resten er tekst',
      },
    ],
    [
      'skriv media press Hvad sker der?',
      { type: 'simcell.send', from: 'media', to: ['press'], body: 'Hvad sker der?' },
    ],
    [
      'beslut 1 2 it-chef Sagt på mødet',
      {
        type: 'decision.enter',
        decision: 'disconnect',
        option: 'stay',
        role: 'it-manager',
        reason: 'Sagt på mødet',
      },
    ],
    ['notér M Ingen spurgte', { type: 'observation.note', text: 'Ingen spurgte', rating: 'M' }],
    ['observe Mange spurgte', { type: 'observation.note', text: 'Mange spurgte' }],
  ])('%s', async (line, input) => {
    const { client, lines, type } = office();
    await type(line);
    expect(client.acts).toEqual([input]);
    expect(lines).toEqual(['✓ Udført.']);
  });

  test.each<[string, ControlInput]>([
    ['spring T+3:00', { type: 'exercise.jump', to: 180 * MIN }],
    ['næste', { type: 'exercise.jump', to: 150 * MIN }],
    ['udspil 14', { type: 'inject.release', inject: 'inj-14' }],
    ['overspring 14 Tiden', { type: 'inject.skip', inject: 'inj-14', reason: 'Tiden' }],
    ['fase restore Færdige', { type: 'phase.choose', phase: 'restore', reason: 'Færdige' }],
    ['slut', { type: 'exercise.end' }],
    ['indtryk', { type: 'exercise.hotwash' }],
    ['luk', { type: 'exercise.close' }],
  ])('%s asks, shows what it does, and waits for ja', async (line, input) => {
    const no = office();
    await no.type(line, 'nej');
    expect(no.client.acts).toEqual([]);
    expect(no.lines.length).toBeGreaterThan(2);
    expect(no.lines.at(-1)).toBe('Intet er gjort.');
    const yes = office();
    await yes.type(line, 'ja');
    expect(yes.client.acts).toEqual([input]);
  });

  test('what is wrong is said and nothing is done', async () => {
    const { client, lines, type } = office();
    await type(
      'spring i går',
      'hold 99',
      'hold',
      'fase ukendt x',
      'tempo 0',
      'vrøvl',
      'skriv x y z',
    );
    expect(client.acts).toEqual([]);
    expect(lines).toHaveLength(7);
  });

  test('lists have the numbers that orders take, and a row can be shown in full', async () => {
    const { lines, type } = office();
    await type('drejebog');
    expect(lines).toContainEqual(
      expect.stringMatching(/^14\. T\+03:30 · ○ planlagt · Hjemmeplejen/),
    );
    await type('beslutninger');
    expect(lines).toContainEqual(expect.stringMatching(/^1\. ▸ ÅBEN · Skal nettet/));
    expect(lines).toContainEqual(expect.stringMatching(/^2\. ✓ truffet · Skal krisestaben/));
    await type('vis 1');
    expect(lines.join('\n')).toContain('2. Bliv på nettet (fører til Hændelsen breder sig');
    await type('overblik');
    expect(lines).toContainEqual(
      expect.stringMatching(/Ansvarsvakuum · Tidlig varsling .* · i 37m/),
    );
  });

  test('a refusal is told with its reason, in the language spoken', async () => {
    const client = controlClient();
    client.answers = () => ({
      type: 'refused',
      code: 'already-started',
      reason: { da: 'Er i gang.', en: 'Is running.' },
    });
    const { lines, type } = office(client, 'en');
    await type('pace 6');
    expect(lines).toEqual(['✗ Refused: Is running.']);
  });
});

describe('the whole of it', () => {
  test('ends on farvel, not at the end of input', async () => {
    const client = controlClient();
    const lines: string[] = [];
    const input = new PassThrough();
    let ended = false;
    const run = runPlain({ client, lang: 'da', input, write: (line) => lines.push(line) });
    void run.then(() => {
      ended = true;
    });
    input.write('pause\n');
    await new Promise((resolve) => setImmediate(resolve));
    await settled();
    expect(client.acts).toEqual([{ type: 'exercise.pause' }]);
    expect(ended).toBe(false);
    input.write('farvel\n');
    expect(await run).toBe('left');
    expect(lines.at(-1)).toBe('Farvel.');

    const headless = new PassThrough();
    const second = runPlain({ client, lang: 'da', input: headless, write: () => undefined });
    let over = false;
    void second.then(() => {
      over = true;
    });
    headless.end();
    await new Promise((resolve) => setImmediate(resolve));
    await settled();
    expect(over).toBe(false);
    client.set({ connection: 'closed' });
    expect(await second).toBe('shut');
  });

  test('shown out: it says that the exercise goes on, and on the host how it is led again', async () => {
    for (const [folder, said] of [
      ['exercises/øvelse\x1b[2J', ["! beredt staff --lead 'exercises/øvelse'"]],
      [undefined, []],
    ] as const) {
      const client = controlClient();
      const lines: string[] = [];
      const input = new PassThrough();
      const options = { client, lang: 'da', input, write: (line: string) => lines.push(line) };
      const run = runPlain({ ...options, lang: 'da', ...(folder === undefined ? {} : { folder }) });
      client.set({ connection: 'closed', lost: { code: 4401, reason: 'unauthorised' } });
      expect(await run).toBe('shut');
      expect(lines.join('\n')).toContain('øvelsen fortsætter'.slice(1));
      expect(lines.filter((line) => line.includes('beredt staff'))).toEqual(said);
    }
  });
});
