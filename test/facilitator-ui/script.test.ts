/** The script while it runs: each act on an inject by keys, and what is shown before it is sent. */
import { describe, expect, test } from 'vitest';
import type { BankRow, ControlInjectRow, ControlView } from '../../engine/exercise/rows.ts';
import { openConsole, type Console } from './console.ts';
import { controlClient, inject, MIN, richView } from './support.ts';

/** 10 is the chosen one on the script: the next to come. */
function script(
  change: Partial<ControlInjectRow> = {},
  bank: readonly BankRow[] = [],
): ControlView {
  const view = richView();
  return {
    ...view,
    injects: { ...view.injects, 'inj-10': inject(10, change) },
    bank: Object.fromEntries(bank.map((row) => [row.id, row])),
  };
}

function open(view = script(), lang: 'da' | 'en' = 'da', rows = 40): Console {
  const console = openConsole(controlClient(view), { lang, rows });
  const screen = (): string =>
    console
      .lines()
      .map((line) => line.trimEnd())
      .join('\n');
  return { ...console, screen };
}

describe('another time', () => {
  test('counted from its own, shown, and sent with the reason', async () => {
    const console = open();
    await console.press('2', 'u');
    expect(console.screen()).toContain('Det står til T+02:30');
    await console.press('+15m', 'tab', 'Pressen er ikke klar', 'ctrl+s');
    const screen = console.screen();
    expect(screen).toContain('falder T+02:45 i stedet for T+02:30 (+15m).');
    expect(screen).toContain('Begrundelse: Pressen er ikke klar');
    expect(screen).not.toContain('Kan ikke fortrydes');
    expect(console.client.acts).toEqual([]);
    await console.press('j');
    expect(console.client.acts).toEqual([
      { type: 'inject.change', inject: 'inj-10', due: 165 * MIN, reason: 'Pressen er ikke klar' },
    ]);
  });

  test.each([
    ['-10m', 140],
    ['−10', 140],
    ['T+3:05', 185],
  ])('%s', async (time, minutes) => {
    const console = open();
    await console.press('2', 'u', time, 'ctrl+s', 'j');
    expect(console.client.acts).toEqual([
      { type: 'inject.change', inject: 'inj-10', due: minutes * MIN },
    ]);
  });

  test('is compared with the plan, not with the last change alone', async () => {
    const console = open(script({ planned: 150 * MIN, due: 160 * MIN }));
    await console.press('2', 'u', '+5m', 'ctrl+s');
    expect(console.screen()).toContain('i stedet for T+02:40 (+5m).');
    expect(console.screen()).toContain('Efter planen skulle det falde T+02:30 (+15m).');
  });

  test('of one whose time has passed while it was held, counted from now', async () => {
    const console = open(script({ due: 120 * MIN, status: 'held' }));
    await console.press('2', ...Array<string>(9).fill('down'), 'home');
    for (let i = 0; i < 9; i += 1) await console.press('down');
    await console.press('u');
    expect(console.screen()).toContain('+15m fra nu (T+02:17:12)');
    await console.press('+3', 'ctrl+s');
    expect(console.screen()).toContain('Det holdes stadig tilbage');
    await console.press('j');
    expect(console.client.acts).toEqual([
      { type: 'inject.change', inject: 'inj-10', due: 140 * MIN + 12_000 },
    ]);
  });

  test('after its phase: said before it is too late', async () => {
    const late = open(script({ phases: ['alarm'] }));
    await late.press('2', 'u', 'T+3:30', 'ctrl+s');
    expect(late.screen()).toContain('Fasen »Alarm« slutter T+03:00, før det falder.');
    const both = open(script({ phases: ['alarm', 'spreading'] }));
    await both.press('2', 'u', 'T+3:30', 'ctrl+s');
    expect(both.screen()).not.toContain('før det falder');
  });

  test.each([
    ['T+2:00', 'Det tidspunkt er passeret.'],
    ['-1t', 'Det tidspunkt er passeret.'],
    ['T+31:00', 'Øvelsen slutter T+30:00.'],
    ['T+2:30', 'Det er den tid, det har.'],
    ['snart', 'Det kan ikke læses som en tid.'],
  ])('%s is refused in the form', async (time, said) => {
    const console = open();
    await console.press('2', 'u', time, 'ctrl+s');
    expect(console.screen()).toContain(said);
    await console.press('j');
    expect(console.client.acts).toEqual([]);
  });

  test('no answers no: back in the form with what was typed', async () => {
    const console = open();
    await console.press('2', 'u', '+15m', 'ctrl+s', 'n');
    expect(console.screen()).toContain('+15m');
    expect(console.client.acts).toEqual([]);
  });
});

describe('other words', () => {
  const both = { body: { da: 'Linje 1\nLinje 2', en: 'Line 1' } };

  test('one field for each language, with what is there now', async () => {
    const console = open(script(both));
    await console.press('2', 'k');
    const screen = console.screen();
    for (const label of ['Titel (dansk)', 'Titel (engel', 'Tekst (dansk)', 'Tekst (engel']) {
      expect(screen).toContain(label);
    }
    expect(screen).toContain('Inject 10');
    await console.press('tab', 'tab', '!', 'return', 'Linje 3', 'ctrl+s');
    const asked = console.screen();
    expect(asked).toContain('Teksten på dansk bliver:');
    expect(asked).toContain('│ Linje 2!');
    expect(asked).toContain('│ Linje 3');
    expect(asked).toContain('Teksten på engelsk er ikke ændret.');
    expect(asked).toContain('det, der forventes af dem, gælder stadig');
    await console.press('j');
    expect(console.client.acts).toEqual([
      {
        type: 'inject.change',
        inject: 'inj-10',
        body: { da: 'Linje 1\nLinje 2!\nLinje 3', en: 'Line 1' },
      },
    ]);
  });

  test('a text for everybody stays one', async () => {
    const console = open(script({ title: 'Kort', body: 'Tekst' }));
    await console.press('2', 'k', 'ctrl+u', 'Ny titel', 'ctrl+s');
    expect(console.screen()).toContain('Titlen bliver »Ny titel«.');
    await console.press('j');
    expect(console.client.acts).toEqual([
      { type: 'inject.change', inject: 'inj-10', title: 'Ny titel' },
    ]);
  });

  test('nothing changed is nothing to send, and leaves no draft', async () => {
    const console = open();
    await console.press('2', 'k', 'ctrl+s');
    expect(console.screen()).toContain('Der er ikke ændret noget.');
    await console.press('escape');
    expect(console.screen()).not.toContain('Kladden er gemt');
  });

  test('a draft is found again, but not over what somebody else has written since', async () => {
    const console = open();
    await console.press('2', 'k', ' mere', 'escape', 'k');
    expect(console.screen()).toContain('sociale medier mere');
    await console.press('escape');
    const { view } = console.client.state();
    const changed = inject(10, { title: 'Helt ny' });
    console.client.set({ view: { ...view, injects: { ...view['injects'], 'inj-10': changed } } });
    await console.press('k');
    expect(console.screen()).toContain('Helt ny');
    expect(console.screen()).not.toContain('mere');
  });
});

describe('other receivers', () => {
  test('who gains, who loses and what falls away', async () => {
    const console = open();
    await console.press('2', 'a', ' ', 'presse', ' ', 'ctrl+s');
    const asked = console.screen();
    expect(asked).toContain('Det går til Informationssikkerhedskoordinator, Pressemedarbejder.');
    expect(asked).toContain(
      'It-driftsvagt får det ikke mere. Det, der forventes af dem om indspillet',
    );
    expect(asked).toContain('Pressemedarbejder får det nu også.');
    await console.press('j');
    expect(console.client.acts).toEqual([
      { type: 'inject.change', inject: 'inj-10', to: ['ciso', 'press'] },
    ]);
  });

  test('an organisation at once; the same as before is said', async () => {
    const console = open();
    await console.press('2', 'a', 'ctrl+s');
    expect(console.screen()).toContain('Det er de modtagere, det har.');
    await console.press('region', ' ', 'ctrl+s', 'j');
    expect(console.client.acts).toEqual([
      { type: 'inject.change', inject: 'inj-10', to: ['it-duty', 'ciso', 'region'] },
    ]);
  });
});

describe('once more', () => {
  test('to the same: as a new inject, and it cannot be undone', async () => {
    const console = open();
    await console.press('2', 'up', 'r', 'ctrl+s');
    const asked = console.screen();
    expect(asked).toContain('Indspil 9 »Pressen ringer« bliver udspillet igen nu');
    expect(asked).toContain('Planen forventer ikke noget om gentagelsen');
    expect(asked).toContain('Kan ikke fortrydes');
    expect(console.client.acts).toEqual([]);
    await console.press('j');
    expect(console.client.acts).toEqual([{ type: 'inject.repeat', inject: 'inj-9' }]);
  });

  test('to others', async () => {
    const console = open();
    await console.press('2', 'up', 'r', ' ', 'down', ' ', 'down', ' ');
    await console.press('databesk', ' ', 'ctrl+s', 'j');
    expect(console.client.acts).toEqual([{ type: 'inject.repeat', inject: 'inj-9', to: ['dpo'] }]);
  });
});

test('each is offered only where it can be done', async () => {
  const console = open();
  await console.press('2');
  expect(console.screen()).toMatch(/u udskyd +k ret tekst +a modtagere/);
  await console.press('up');
  expect(console.screen()).toContain('r gentag');
  expect(console.screen()).not.toContain('u udskyd');
  await console.press('u', 'k', 'a');
  expect(console.screen()).toContain('Det kan ikke gøres nu');
});

test('the row one has acted on stays the chosen one, though another is next by then', async () => {
  const console = open();
  await console.press('2', 'u', '+2t', 'ctrl+s', 'j');
  const { view } = console.client.state();
  const moved = inject(10, { planned: 150 * MIN, due: 270 * MIN });
  console.client.set({ view: { ...view, injects: { ...view['injects'], 'inj-10': moved } } });
  await console.press('h');
  expect(console.client.acts.at(-1)).toEqual({ type: 'inject.hold', inject: 'inj-10' });
});

test('released while one was writing: said, and nothing is sent', async () => {
  const console = open();
  await console.press('2', 'u', '+5m');
  const { view } = console.client.state();
  const out = inject(10, { status: 'released', releasedAt: 138 * MIN });
  console.client.set({ view: { ...view, injects: { ...view['injects'], 'inj-10': out } } });
  await console.press('ctrl+s');
  expect(console.screen()).toContain('Indspillet er allerede udspillet');
  expect(console.client.acts).toEqual([]);
});

const BANK: readonly BankRow[] = [
  {
    id: 'rumour',
    title: { da: 'Rygte om forurenet drikkevand', en: 'Rumour of foul drinking water' },
    body: { da: 'Vandet er grumset.', en: 'The water is murky.' },
    from: { name: 'Borger' },
    channel: 'social',
    facts: ['encrypted'],
    to: ['press', 'crisis-lead'],
    notes: 'Brug det, hvis pressen sover.',
  },
  {
    id: 'question',
    title: 'Hvornår er I oppe igen?',
    body: 'Vi mangler et svar.',
    from: { role: 'authority', name: 'Styrelsen for Samfundssikkerhed' },
    channel: 'email',
    facts: [],
    to: [],
  },
  {
    id: 'call',
    title: 'Journalisten ringer',
    body: 'Er det sandt?',
    from: { role: 'media', name: 'Journalist' },
    channel: 'phone',
    facts: [],
    to: ['press'],
  },
];

describe('on the spot', () => {
  const withBank = (): Console => open(script({}, BANK));

  test('from the bank in three keys and some letters', async () => {
    const console = withBank();
    await console.press('i', 'vand');
    expect(console.screen()).toContain('Vandet er grumset.');
    expect(console.screen()).toContain('Brug det, hvis press');
    await console.press('ctrl+s');
    const asked = console.screen();
    expect(asked).toContain(
      '»Rygte om forurenet drikkevand« går nu til 2 roller: Krisestabschef, Pressemedarbejder.',
    );
    expect(asked).toContain('Fra Borger (sociale medier).');
    expect(asked).toContain('Med oplysningerne: Filserveren er krypteret.');
    expect(asked).toContain('Kan ikke fortrydes');
    expect(console.client.acts).toEqual([]);
    await console.press('j');
    expect(console.client.acts).toEqual([
      {
        type: 'inject.write',
        to: ['crisis-lead', 'press'],
        from: 'Borger',
        channel: 'social',
        title: BANK[0]?.title,
        body: BANK[0]?.body,
        facts: ['encrypted'],
        prepared: 'rumour',
      },
    ]);
  });

  test('to receivers of one’s own: at most six keys beside the letters', async () => {
    const console = withBank();
    const keys = ['i', 'oppe igen', 'return', 'nordby', ' ', 'ctrl+s', 'j'];
    await console.press(...keys);
    expect(keys.filter((key) => !['oppe igen', 'nordby'].includes(key)).length).toBeLessThanOrEqual(
      6,
    );
    expect(console.client.acts).toEqual([
      {
        type: 'simcell.send',
        from: 'authority',
        to: ['crisis-lead', 'municipal', 'press', 'care', 'dpo'],
        title: 'Hvornår er I oppe igen?',
        body: 'Vi mangler et svar.',
        prepared: 'question',
      },
    ]);
  });

  test('found without Danish letters, by parts of words, or by the notes', async () => {
    for (const search of ['rygt vand', 'sover', 'fordrik', 'Borger']) {
      const console = withBank();
      await console.press('i', search);
      expect(console.screen()).toContain('Vandet er grumset.');
    }
  });

  test('a call by a simulated role is an inject with its name; so is a letter under another name', async () => {
    const call = withBank();
    await call.press('i', 'ringer', 'ctrl+s', 'j');
    expect(call.client.acts).toMatchObject([
      { type: 'inject.write', from: 'Journalist', channel: 'phone', prepared: 'call' },
    ]);
    const letter = withBank();
    await letter.press(
      'i',
      'oppe',
      'tab',
      'presse',
      ' ',
      'tab',
      'tab',
      'tab',
      'ctrl+u',
      'Ministeriet',
    );
    await letter.press('ctrl+s');
    expect(letter.screen()).toContain('Fra Ministeriet (e-mail).');
    await letter.press('j');
    expect(letter.client.acts).toMatchObject([
      { type: 'inject.write', from: 'Ministeriet', prepared: 'question' },
    ]);
  });

  test('what one has written is not written over by another choice, and scratch empties the rest', async () => {
    const console = withBank();
    await console.press('i', 'vand', 'tab', 'tab', ' i Nordby', 'shift+tab', 'shift+tab');
    await console.press('backspace', 'backspace', 'backspace', 'backspace', 'ringer');
    expect(console.screen()).toContain('Rygte om forurenet drikkevand i Nordby');
    expect(console.screen()).toContain('Er det sandt?');
    await console.press(
      'backspace',
      'backspace',
      'backspace',
      'backspace',
      'backspace',
      'backspace',
    );
    expect(console.screen()).toContain('(•) fra bunden');
    expect(console.screen()).not.toContain('Er det sandt?');
    expect(console.screen()).toContain('Rygte om forurenet drikkevand i Nordby');
  });

  test('from scratch: to, title, text; one language is said to be one', async () => {
    const console = withBank();
    await console.press(
      'i',
      'tab',
      'politi',
      ' ',
      'tab',
      'Strømmen',
      'tab',
      'Den er gået.',
      'ctrl+s',
    );
    expect(console.screen()).toContain('Teksten mangler på engelsk');
    await console.press('j');
    expect(console.client.acts).toEqual([
      {
        type: 'inject.write',
        to: ['police'],
        from: 'Øvelsesledelsen',
        channel: 'email',
        title: 'Strømmen',
        body: 'Den er gået.',
      },
    ]);
  });

  test('in both of the exercise’s languages', async () => {
    const console = open(script(), 'en');
    await console.press('i', 'police', 'vagtchef', ' ', 'tab');
    const fresh = open(script(), 'en');
    await fresh.press('i', ' ', 'tab', 'Power', 'tab', 'It is out.', 'tab', 'tab', 'tab');
    await fresh.press('Strøm', 'tab', 'Den er gået.', 'ctrl+s', 'y');
    expect(fresh.client.acts).toMatchObject([
      { title: { da: 'Strøm', en: 'Power' }, body: { da: 'Den er gået.', en: 'It is out.' } },
    ]);
  });

  test('a message of a simulated role has both languages in it', async () => {
    const [, , call] = BANK;
    if (!call) throw new Error('no call');
    const row = { ...call, channel: 'email', title: { da: 'Hej', en: 'Hello' } } as const;
    const console = open(script({}, [{ ...row, body: { da: 'Ja', en: 'Yes' } }]));
    await console.press('i', 'hej', 'ctrl+s', 'j');
    expect(console.client.acts).toEqual([
      {
        type: 'simcell.send',
        from: 'media',
        to: ['press'],
        title: 'Hej / Hello',
        body: 'Ja\n\n— — —\n\nYes',
        prepared: 'call',
      },
    ]);
  });

  test('nobody to send it to is said', async () => {
    const console = open(script({}, BANK.slice(1, 2)));
    await console.press('i', 'oppe', 'tab', 'styrelsen', ' ', 'ctrl+s');
    expect(console.screen()).toContain('Vælg, hvem det skal til.');
    expect(console.client.acts).toEqual([]);
  });

  test('the whole form can be seen at 80×24', async () => {
    const console = open(script({}, BANK), 'da', 24);
    console.store.resize({ columns: 80, rows: 24 });
    await console.press('i', 'vand');
    for (const part of ['Fra banken', '(•) Rygte', 'Til', 'Titel', 'Tekst', 'Fra', 'Kanal']) {
      expect(console.screen()).toContain(part);
    }
  });
});
