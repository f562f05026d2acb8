/** Several injects at once: marked by keys, one question, and an act for each; and the same in lines. */
import { describe, expect, test } from 'vitest';
import type { ControlInjectRow, ControlView, StaffRow } from '../../engine/exercise/rows.ts';
import type { Outcome } from '../../engine/runtime/client.ts';
import { catalogue } from '../../facilitator-ui/text.ts';
import { openConsole, type Console } from './console.ts';
import { controlClient, inject, MIN, plainOffice, richView, type FakeClient } from './support.ts';

type Change = Partial<ControlInjectRow>;

/** 10, 11 and 14 … are planned, 12 is held, 13 skipped; the time is T+02:17:12. */
function script(changes: Readonly<Record<number, Change>> = {}): ControlView {
  const view = richView();
  const changed: readonly (readonly [string, ControlInjectRow])[] = Object.entries(changes).map(
    ([number, change]) => [`inj-${number}`, inject(Number(number), change)],
  );
  return { ...view, injects: { ...view.injects, ...Object.fromEntries(changed) } };
}

type Options = Parameters<typeof openConsole>[1];
function open(view = script(), options: Options = {}): Console {
  const console = openConsole(controlClient(view), options);
  return {
    ...console,
    screen: () =>
      console
        .lines()
        .map((line) => line.trimEnd())
        .join('\n'),
  };
}

/** As the host tells it: somebody else has done something to the inject. */
function changes(client: FakeClient, number: number, change: Change): void {
  const { view } = client.state();
  const row = inject(number, change);
  client.set({ view: { ...view, injects: { ...view['injects'], [row.id]: row } } });
}

const refused = (reason: string): Outcome => ({
  type: 'refused',
  code: 'inject-status',
  reason: { da: reason, en: reason },
});
const releases = (...numbers: readonly number[]) =>
  numbers.map((n) => ({ type: 'inject.release', inject: `inj-${n}` }));
/** On the script the first to come is the chosen one: 10. */
const DOWN = 'down';

describe('marks', () => {
  test('are a sign at the number, a word below it and a count in the head', async () => {
    const console = open();
    await console.press('2', 'v', DOWN, ' ');
    expect(console.screen()).toMatch(/^ {2}■ 10 /m);
    expect(console.screen()).toMatch(/^› ■ 11 /m);
    expect(console.lines()[3]).toContain('■ 2 markeret');
    expect(console.screen()).toMatch(/^11 .*\(markeret\)/m);
    await console.press('v');
    expect(console.lines()[3]).toContain('■ 1 markeret');
    expect(console.screen()).not.toContain('■ 11');
    await console.press('escape');
    expect(console.screen()).not.toContain('■');
  });

  test('only on what is ahead, and it is said', async () => {
    const console = open();
    await console.press('2', 'up', 'v');
    expect(console.screen()).toContain('Kun indspil, der er planlagt eller holdes tilbage');
    expect(console.screen()).not.toContain('■');
  });

  test('vanish when somebody else has released, skipped or lost the inject', async () => {
    const console = open();
    await console.press('2', 'v', DOWN, 'v', DOWN, 'v', DOWN, DOWN, 'v');
    expect(console.lines()[3]).toContain('■ 4 markeret');
    changes(console.client, 10, { status: 'released', releasedAt: 138 * MIN });
    changes(console.client, 11, { status: 'skipped' });
    changes(console.client, 12, { status: 'planned', due: 300 * MIN });
    await console.press(DOWN);
    expect(console.lines()[3]).toContain('■ 2 markeret');
    // It would not come back if the story did.
    changes(console.client, 11, { status: 'planned' });
    await console.press(DOWN);
    expect(console.lines()[3]).toContain('■ 2 markeret');
  });

  test('outlive the filter, and what it hides is counted', async () => {
    const console = open(script(), { lang: 'en' });
    await console.press('2', 'v', '/', 'Inject 14', 'return', 'v');
    expect(console.lines()[3]).toContain('■ 2 marked, 1 not in the list');
    await console.press('r');
    expect(console.screen()).toContain('Not in the list as it is filtered now: 1 of them.');
    await console.press('n', 'escape');
    expect(console.lines()[3]).toContain('■ 2 marked ');
  });

  test('V marks all that the list shows and takes them away again', async () => {
    const console = open();
    await console.press('2', '/', 'løsesumsnote', 'return', 'V');
    // 13 is one of them, and skipped.
    expect(console.lines()[3]).toContain('■ 3 markeret');
    await console.press('escape', 'v');
    expect(console.lines()[3]).toContain('■ 4 markeret');
    await console.press('/', 'løsesumsnote', 'return', 'V', 'escape');
    expect(console.lines()[3]).toContain('■ 1 markeret');
  });

  test('are known to the palette at once', async () => {
    const console = open();
    await console.press('2', ':', 'markerede');
    expect(console.screen()).toMatch(/udspil markerede +✗ Intet indspil er markeret \(v\)/);
    await console.press('escape', 'v', ':', 'udspil det valgte');
    expect(console.screen()).toMatch(/r +udspil +✗ Tasten gælder de markerede/);
    await console.press('escape', ':', 'udspil markerede', 'return');
    expect(console.screen()).toContain('Udspil 1 indspil nu?');
  });

  test('are not for those who only look, nor for the past', async () => {
    const staff: StaffRow = { id: 'F2', kind: 'observer' };
    const observer = open({ ...script(), staff: { F2: staff } });
    observer.client.set({ staff: 'F2' });
    await observer.press('2', 'v', ' ', 'V');
    expect(observer.screen()).not.toContain('■');
    const past = open();
    await past.press('2', 'v');
    past.client.replies = (request) =>
      ({ type: 'looked', id: 'x', at: 60 * MIN, seq: 3, put: [], request }) as never;
    await past.press('z', 'T+1:00', 'return');
    expect(past.screen()).toContain('FORTID');
    expect(past.screen()).not.toContain('■');
    await past.press('r', 'x', 'h', 'u');
    expect(past.client.acts).toEqual([]);
    await past.press('escape');
    expect(past.lines()[3]).toContain('■ 1 markeret');
  });
});

describe('released together', () => {
  test('after one question, in the script’s order whatever the order of the marks', async () => {
    const console = open();
    await console.press('2', DOWN, DOWN, 'v', 'up', 'v', 'up', 'v', 'r');
    const asked = console.screen();
    expect(asked).toContain('── Udspil 3 indspil nu? ─');
    expect(asked).toContain('3 indspil bliver udspillet nu, i drejebogens rækkefølge.');
    expect(asked).toMatch(/▸ 10 .*\n.*▸ 11 .*\n.*▸ 12 /);
    expect(asked).toContain('De går til It-driftsvagt, Informationssikkerhedskoordinator, It-chef');
    expect(asked).toContain('Kan ikke fortrydes');
    expect(console.client.acts).toEqual([]);
    await console.press('n');
    expect(console.client.acts).toEqual([]);
    expect(console.lines()[3]).toContain('■ 3 markeret');
    await console.press('r', 'j');
    expect(console.client.acts).toEqual(releases(10, 11, 12));
    expect(console.screen()).toContain('✓ Udført for 3 indspil.');
    expect(console.screen()).not.toContain('■');
  });

  test('one that is refused is said, stays marked, and does not stop the others', async () => {
    const console = open();
    console.client.answers = (input) =>
      'inject' in input && input.inject === 'inj-11'
        ? refused('Det er allerede udspillet.')
        : { type: 'done', seq: 1 };
    await console.press('2', 'v', DOWN, 'v', DOWN, 'v', 'r', 'j');
    expect(console.client.acts).toEqual(releases(10, 11, 12));
    expect(console.screen()).toContain(
      '✓ Udført for 2 indspil.  ✗ Ikke gjort ved 11 (Det er allerede udspillet).',
    );
    expect(console.lines()[3]).toContain('■ 1 markeret');
  });

  test('where there is more to say than a line, each has its own, and can be read', async () => {
    const console = open(script(), { columns: 80, rows: 24 });
    console.client.answers = () => refused('Det er allerede udspillet.');
    await console.press('2', 'v', DOWN, 'v', DOWN, 'v', 'r', 'j');
    expect(console.screen()).toContain('── Udført for 0 indspil, ikke for 3 ─');
    expect(console.screen()).toMatch(/✗ 12 .*: Det er allerede\s+udspillet\./);
    await console.press('escape');
    expect(console.lines()[3]).toContain('■ 3 markeret');
  });

  test('the key never means the chosen row, whatever that is', async () => {
    const console = open();
    await console.press('2', 'v', 'up', 'r');
    expect(console.screen()).toContain('── Udspil 1 indspil nu? ─');
    expect(console.screen()).not.toContain('Gentag');
    await console.press('n', '1', 'r');
    // On Overview nothing is marked.
    expect(console.screen()).not.toContain('Udspil 1 indspil nu?');
  });

  test('at 80×24 the first few, how many more, and how to answer are in sight', async () => {
    const console = open(script(), { columns: 80, rows: 24 });
    await console.press('2', 'V', 'r');
    const lines = console.screen().split('\n');
    expect(lines.length).toBeLessThan(24);
    expect(console.screen()).toContain('── Udspil 26 indspil nu? ─');
    expect(console.screen()).toContain('▸ 10 ');
    expect(console.screen()).toContain('… 23 til');
    expect(console.screen()).toContain('j ja   n nej');
  });

  test('many are sent at a pace that the host takes', async () => {
    const console = open();
    await console.press('2', 'V', 'r', 'j');
    expect(console.client.acts.length).toBeLessThan(26);
    await expect.poll(() => console.client.acts.length, { timeout: 10_000 }).toBe(26);
    expect(console.client.acts).toEqual(
      releases(10, 11, 12, ...Array.from({ length: 23 }, (_, i) => 14 + i)),
    );
  });

  test('an inject outside one’s lane is left out, and named', async () => {
    const staff: StaffRow = { id: 'F2', kind: 'controller', lane: ['kommune'] };
    const console = open({ ...script(), staff: { F2: staff } });
    console.client.set({ staff: 'F2' });
    await console.press('2', 'O', 'v', DOWN, DOWN, 'v', 'r');
    expect(console.screen()).toContain('Udspil 1 indspil nu?');
    expect(console.screen()).toContain(
      'Det kan ikke gøres ved 10 (Det ligger uden for dit område).',
    );
    await console.press('j');
    expect(console.client.acts).toEqual(releases(12));
  });

  test('nothing in a real incident', async () => {
    const view = script();
    const row = { ...richView('paused').exercise['exercise'], hold: 'real' } as const;
    const console = open({ ...view, exercise: { exercise: row } } as ControlView);
    await console.press('2', 'v', 'r');
    expect(console.screen()).not.toContain('■');
    expect(console.client.acts).toEqual([]);
  });
});

describe('held together', () => {
  test('at once and without a question; one that is held already is named', async () => {
    const console = open();
    await console.press('2', 'v', DOWN, DOWN, 'v', 'h');
    expect(console.client.acts).toEqual([{ type: 'inject.hold', inject: 'inj-10' }]);
    expect(console.screen()).toContain('✗ Ikke gjort ved 12 (holdes allerede tilbage).');
  });

  test('let go without a question where none of them falls due by that', async () => {
    const console = open(script({ 11: { status: 'held' } }));
    await console.press('2', DOWN, 'v', DOWN, 'v');
    expect(console.screen()).toContain('h slip markerede');
    await console.press('h');
    expect(console.client.acts).toEqual([
      { type: 'inject.unhold', inject: 'inj-11' },
      { type: 'inject.unhold', inject: 'inj-12' },
    ]);
  });

  test('asked about where one of them is released by it', async () => {
    const console = open(script({ 11: { status: 'held', due: 120 * MIN } }));
    await console.press('2', DOWN, 'v', DOWN, 'v', 'h');
    expect(console.client.acts).toEqual([]);
    expect(console.screen()).toContain('1 af dem har passeret deres tid');
    expect(console.screen()).toContain('▸ 11 (straks)');
    await console.press('j');
    expect(console.client.acts).toHaveLength(2);
  });
});

describe('skipped and moved together', () => {
  test('with one reason for all of them', async () => {
    const console = open();
    await console.press('2', 'v', DOWN, 'v', 'x', 'For mange på én gang', 'ctrl+s');
    expect(console.screen()).toContain('── Spring 2 indspil over? ─');
    expect(console.screen()).toContain('Begrundelse: For mange på én gang');
    await console.press('n');
    expect(console.screen()).toContain('For mange på én gang');
    await console.press('ctrl+s', 'j');
    const reason = 'For mange på én gang';
    expect(console.client.acts).toEqual([
      { type: 'inject.skip', inject: 'inj-10', reason },
      { type: 'inject.skip', inject: 'inj-11', reason },
    ]);
  });

  test('one that has gone out while one was writing is named, and left out', async () => {
    const console = open();
    await console.press('2', 'v', DOWN, 'v', 'x', 'Fordi');
    changes(console.client, 10, { status: 'released', releasedAt: 138 * MIN });
    await console.press('ctrl+s');
    expect(console.screen()).toContain('── Spring 1 indspil over? ─');
    expect(console.screen()).toContain('Det kan ikke gøres ved 10 (allerede udspillet).');
    changes(console.client, 11, { status: 'skipped' });
    await console.press('n', 'ctrl+s');
    expect(console.screen()).toContain(
      'Det kan ikke gøres ved nogen af dem: 10 (allerede udspillet)',
    );
    expect(console.client.acts).toEqual([]);
  });

  test('moved from each one’s own time, or to the same', async () => {
    const console = open();
    await console.press('2', 'v', DOWN, 'v', DOWN, 'v', 'u', '+15m', 'ctrl+s');
    const asked = console.screen();
    expect(asked).toContain('── Giv 3 indspil en anden tid? ─');
    expect(asked).toContain('▸ 10 T+02:30 → T+02:45');
    expect(asked).toContain('▸ 12 T+03:00 → T+03:15');
    expect(asked).toContain('1 af dem holdes stadig tilbage.');
    expect(asked).not.toContain('Kan ikke fortrydes');
    await console.press('j');
    expect(console.client.acts).toEqual(
      [10, 11, 12].map((n) => ({
        type: 'inject.change',
        inject: `inj-${n}`,
        due: (n * 15 + 15) * MIN,
      })),
    );
    const same = open();
    await same.press('2', 'v', DOWN, 'v', 'u', 'T+4:00', 'tab', 'Sidst', 'ctrl+s', 'j');
    expect(same.client.acts).toEqual(
      [10, 11].map((n) => ({
        type: 'inject.change',
        inject: `inj-${n}`,
        due: 240 * MIN,
        reason: 'Sidst',
      })),
    );
  });

  test('a time that one of them cannot have is said of that one', async () => {
    const console = open();
    await console.press('2', 'v', DOWN, 'v', 'u', '-20m', 'ctrl+s');
    expect(console.screen()).toContain('Det kan ikke gøres ved 10 (Det tidspunkt er passeret).');
    await console.press('j');
    expect(console.client.acts).toEqual([
      { type: 'inject.change', inject: 'inj-11', due: 145 * MIN },
    ]);
    const wrong = open();
    await wrong.press('2', 'v', 'u', 'snart', 'ctrl+s');
    expect(wrong.screen()).toContain('Det kan ikke læses som en tid.');
  });
});

describe('in plain lines', () => {
  const office = (lang: 'da' | 'en' = 'da', view = script()) => plainOffice(view, lang);
  const acts = (type: string, ...numbers: readonly number[]) =>
    numbers.map((n) => ({ type, inject: `inj-${n}` }));

  test.each([
    ['udspil 14,10-11', 'release 14,10-11', acts('inject.release', 10, 11, 14)],
    ['udspil 11 10 14', 'release 11 10 14', acts('inject.release', 10, 11, 14)],
    ['overspring 10, 14', 'skip 10, 14', acts('inject.skip', 10, 14)],
    [
      'flyt 10,11 +5m Senere',
      'move 10,11 +5m Senere',
      [155, 170].map((due, i) => ({
        type: 'inject.change',
        inject: `inj-${10 + i}`,
        due: due * MIN,
        reason: 'Senere',
      })),
    ],
  ])('%s · %s: one question, then an act for each', async (da, en, sent) => {
    for (const [lang, line, yes, no] of [
      ['da', da, 'ja', 'nej'],
      ['en', en, 'yes', 'no'],
    ] as const) {
      const asked = office(lang);
      await asked.type(line, no);
      expect(asked.client.acts).toEqual([]);
      expect(asked.lines.filter((text) => text === catalogue(lang).orders.sure)).toHaveLength(1);
      expect(asked.lines.join('\n')).toContain('▸ 10 ');
      const done = office(lang);
      await done.type(line, yes);
      expect(done.client.acts).toEqual(sent);
      expect(done.lines.at(-1)).toBe(`✓ ${catalogue(lang).script.several.done(sent.length)}`);
    }
  });

  test('hold asks nothing, and says of each what could not be done', async () => {
    const { client, lines, type } = office();
    await type('hold 9-12');
    expect(client.acts).toEqual(acts('inject.hold', 10, 11));
    expect(lines).toEqual([
      '✓ Udført for 2 indspil.',
      expect.stringMatching(/^✗ 9 .*: allerede udspillet$/),
      expect.stringMatching(/^✗ 12 .*: holdes allerede tilbage$/),
    ]);
  });

  test('a refusal is said of the one, and the others are done', async () => {
    const { client, lines, type } = office();
    client.answers = (input) =>
      'inject' in input && input.inject === 'inj-10' ? refused('Nej.') : { type: 'done', seq: 1 };
    await type('udspil 10,11', 'ja');
    expect(client.acts).toEqual(releases(10, 11));
    expect(lines.slice(-2)).toEqual([
      '✓ Udført for 1 indspil.',
      expect.stringMatching(/^✗ 10 .*: Nej\.$/),
    ]);
  });

  test.each([
    ['udspil 10,99', '»99«'],
    ['udspil 20-12', '»20-12«'],
    ['udspil 1-9', 'Det kan ikke gøres ved nogen af dem: 1 (allerede udspillet), 2 (all'],
    ['flyt 10,11', 'Det kan ikke læses som en tid'],
  ])('%s: what is wrong is said, and nothing is asked', async (line, said) => {
    const { client, lines, type } = office();
    await type(line);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(said);
    await type('ja');
    expect(client.acts).toEqual([]);
  });

  test('one number, and a reason that begins with another, is still one', async () => {
    const { client, type } = office();
    await type('overspring 10 2 roller mangler', 'ja', 'flyt 11 -10', 'ja');
    expect(client.acts).toEqual([
      { type: 'inject.skip', inject: 'inj-10', reason: '2 roller mangler' },
      { type: 'inject.change', inject: 'inj-11', due: 155 * MIN },
    ]);
  });
});
