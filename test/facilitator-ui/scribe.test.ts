/** Record-keeping while it runs: decisions aloud, late entries, evidence, bookmarks, corrections. */
import { describe, expect, test } from 'vitest';
import type { ControlView } from '../../engine/exercise/rows.ts';
import { clerk } from '../../facilitator-ui/clerk.ts';
import { PANELS } from '../../facilitator-ui/scene.ts';
import { readHappened } from '../../facilitator-ui/when.ts';
import { widthOf } from '../../facilitator-ui/width.ts';
import { openConsole } from './console.ts';
import { controlClient, MIN, richView } from './support.ts';

function book(change: Partial<ControlView> = {}): ControlView {
  const view = richView();
  return {
    ...view,
    objectives: {
      warn: {
        id: 'warn',
        title: { da: 'Varsle i tide', en: 'Warn in time' },
        capability: 'activation',
      },
    },
    ...change,
  };
}

function open(view = book(), size = { columns: 120, rows: 40 }, lang: 'da' | 'en' = 'da') {
  return openConsole(controlClient(view), { ...size, lang });
}

describe('a decision made aloud', () => {
  test.each(PANELS)(
    'is entered from %s by one key and Ctrl+S, back-dated, with its basis',
    async (panel) => {
      const console = open();
      await console.press(String(PANELS.indexOf(panel) + 1), 'd');
      // On its own panel the open decision is chosen, and one begins at its options.
      if (panel !== 'decisions' && panel !== 'overview') await console.press('return');
      if (panel === 'overview') await console.press('return');
      await console.press('down', 'return', 'return');
      await console.type('Sagt på mødet');
      await console.press('tab', ' ', 'tab');
      await console.type('T+1:20');
      await console.press('ctrl+s');
      expect(console.client.acts).toEqual([
        {
          type: 'decision.enter',
          decision: 'disconnect',
          option: 'stay',
          role: 'it-manager',
          reason: 'Sagt på mødet',
          facts: ['encrypted'],
          happened: 80 * MIN,
        },
      ]);
    },
  );

  test('one that the plan does not have asks for its question and its outcome', async () => {
    const console = open();
    await console.press('1', 'd', 'down');
    expect(console.screen()).toContain('en, planen ikke har');
    expect(console.screen()).toContain('Afgørelse');
    await console.press('return');
    await console.type('Hvem ringer?');
    await console.press('return');
    await console.type('Pressen');
    await console.press('return', 'return');
    await console.type('De kender dem');
    await console.press('ctrl+s');
    expect(console.client.acts).toEqual([
      {
        type: 'decision.note',
        question: 'Hvem ringer?',
        option: 'Pressen',
        role: 'it-duty',
        reason: 'De kender dem',
      },
    ]);
  });

  test('a time that is not behind is said at the field, and nothing is sent', async () => {
    const console = open();
    for (const [when, said] of [
      ['T+9:00', 'ikke kommet endnu'],
      ['i går', 'kan ikke læses'],
    ] as const) {
      await console.press('5', 'd', 'tab', 'tab');
      await console.type('Ja');
      await console.press('tab', 'tab');
      await console.type(when);
      await console.press('ctrl+s');
      expect(console.screen()).toContain(said);
      await console.press('escape');
    }
    expect(console.client.acts).toEqual([]);
  });

  test('is marked as late on its panel, and in the journal', async () => {
    const view = book();
    const staff = view.decisions['staff'];
    if (!staff?.made) throw new Error('the rich view has changed');
    const made = { ...staff.made, at: 95 * MIN, happened: 80 * MIN, how: 'control' as const };
    const event = {
      type: 'decision.recorded',
      decision: 'staff',
      option: 'yes',
      reason: 'Nu',
      role: 'crisis-lead',
      facts: [],
      how: 'control',
      happened: 80 * MIN,
    } as const;
    const by = { type: 'facilitator', name: 'F1' } as const;
    const row = { seq: 30, at: 95 * MIN, wall: 'w', by, event };
    const console = open(
      book({
        decisions: { ...view.decisions, staff: { ...staff, made } },
        record: { ...view.record, '30': row },
      }),
    );
    await console.press('5', 'end');
    expect(console.screen()).toContain('(skete T+01:20) Ja, fysisk');
    expect(console.screen()).toContain('indført T+01:35, skete T+01:20');
    await console.press('7');
    expect(console.screen()).toContain('Krisestabschef beslutter (skete T+01:20): Ja, fysisk');
    expect(console.screen()).toContain('(indført T+01:35, skete T+01:20)');
  });
});

describe('an observation', () => {
  test('takes along the entries that were marked, about an objective', async () => {
    const console = open();
    await console.press('7', 'v', 'down', 'down', 'v');
    expect(console.screen()).toContain('2 markeret til o');
    expect(console.screen()).toMatch(/16 +T\+02:12:07 +■/);
    await console.press('v', 'v', 'o');
    await console.type('De varslede');
    await console.press('tab', 'down', 'down', 'tab');
    await console.type('varsle i');
    await console.press('tab');
    expect(console.screen()).toMatch(/\[x\] 16 T\+02:12/);
    await console.press('ctrl+s');
    expect(console.client.acts).toEqual([
      {
        type: 'observation.note',
        text: 'De varslede',
        rating: 'S',
        about: { objective: 'warn' },
        evidence: [14, 16],
      },
    ]);
    expect(console.store.scene().ui.marks).toEqual([]);
  });

  test('marks made after a draft was left come along too', async () => {
    const console = open();
    await console.press('7', 'v', 'o');
    await console.type('Kladde');
    await console.press('escape', 'down', 'v', 'o', 'ctrl+s');
    expect(console.client.acts).toMatchObject([{ text: 'Kladde', evidence: [15, 16] }]);
  });

  test('can be about a message, and be back-dated', async () => {
    const console = open();
    await console.press('6', 'o');
    await console.type('Klart sprog');
    await console.press('tab', 'tab', 'tab', 'tab');
    await console.type('-17m');
    await console.press('ctrl+s');
    expect(console.client.acts).toEqual([
      {
        type: 'observation.note',
        text: 'Klart sprog',
        about: { message: 'msg.1' },
        happened: 120 * MIN + 12_000,
      },
    ]);
  });

  test('shows its evidence, its objective and that it is late', async () => {
    const observations = {
      '1': {
        ...{ id: '1', at: 95 * MIN, by: 'F1', text: 'Set ved bordet', rating: 'M' as const },
        ...{ about: { objective: 'warn' }, evidence: [11, 9000], happened: 80 * MIN },
      },
    };
    const console = open(book({ observations }));
    await console.press('8');
    const screen = console.screen();
    expect(screen).toMatch(/T\+01:35:00 +M +\(skete T\+01:20\) Set ved bordet/);
    expect(screen).toContain('(indført T+01:35, skete T+01:20)');
    expect(screen).toContain('Varsle i tide');
    expect(screen).toMatch(/Dokumentation +11 T\+02:02:07 Fasen »Alarm« begynder/);
    expect(screen).toContain('hændelse 9000');
  });
});

describe('beside the record', () => {
  const at = { at: 96 * MIN, by: 'F2' };
  const notes: ControlView['notes'] = {
    'note.1': { id: 'note.1', entry: 16, kind: 'bookmark', text: 'Her vendte det', ...at },
    'note.2': { id: 'note.2', entry: 16, kind: 'correction', text: 'Det var T+2:11', ...at },
    'note.3': { id: 'note.3', entry: 40, kind: 'handled', text: 'Nej', ...at },
  };

  test('B puts a bookmark at the chosen entry, or at the latest; nothing by the key alone', async () => {
    const console = open();
    await console.press('7', 'down', 'B');
    await console.type('Se her');
    await console.press('return', '1', 'B');
    expect(console.screen()).toContain('16 T+02:12');
    await console.press('return');
    expect(console.client.acts).toEqual([
      { type: 'record.note', entry: 15, kind: 'bookmark', text: 'Se her' },
      { type: 'record.note', entry: 16, kind: 'bookmark', text: 'Bogmærke' },
    ]);
  });

  test('R adds a correction, and the entry stands', async () => {
    const console = open();
    await console.press('7', 'R');
    expect(console.screen()).toContain('Bliver stående: 16 T+02:12');
    await console.press('return');
    expect(console.screen()).toContain('Udfyld »Rettelse«');
    await console.type('Forkert tid');
    await console.press('return');
    expect(console.client.acts).toEqual([
      { type: 'record.note', entry: 16, kind: 'correction', text: 'Forkert tid' },
    ]);
    await console.press('2', 'R');
    expect(console.store.scene().ui.overlay.type).toBe('none');
  });

  test('the journal shows both beside the entry, never in its place', async () => {
    const console = open(book({ notes }), { columns: 160, rows: 40 });
    await console.press('7');
    const screen = console.screen();
    expect(screen).toMatch(/16 +T\+02:12:07 +⚑✎ +Der skal besluttes: .*… +✎ Rettelse: Det var/);
    expect(screen).toMatch(/⚑ Bogmærke +Her vendte det \(F2, T\+01:36\)/);
    expect(screen).toMatch(/✎ Rettelse +Det var T\+2:11 \(F2, T\+01:36\)/);
  });

  test('panel 8 lists them with what they are about; what needs no answer is no bookmark', async () => {
    const console = open(book({ notes }), { columns: 160, rows: 40 });
    await console.press('8', 'down');
    expect(console.screen()).toMatch(/✎ +Rettelse: Det var T\+2:11 +16 T\+02:12:07 Der skal/);
    expect(console.screen()).toMatch(/⚑ +Bogmærke: Her vendte det/);
    expect(console.screen()).not.toContain('Nej (F2');
    expect(console.screen()).toContain('F2 T+01:36');
  });

  test('hostile text in notes and objectives is shown harmlessly, in any window', async () => {
    const evil = '\x1b[2J\x07\u202Eond';
    const view = book({
      notes: {
        'note.1': { id: 'note.1', entry: 16, kind: 'correction', text: evil, ...at, by: evil },
      },
      objectives: { warn: { id: 'warn', title: evil, capability: 'activation' } },
    });
    for (const [columns, rows] of [
      [80, 24],
      [120, 40],
      [200, 60],
    ] as const) {
      const console = open(view, { columns, rows }, 'en');
      for (const keys of [['7'], ['R'], ['escape', 'o'], ['escape', '8'], ['d'], ['escape', 'B']]) {
        await console.press(...keys);
        const lines = console.screen().split('\n');
        expect(lines.length).toBeLessThanOrEqual(rows);
        for (const line of lines) {
          expect(widthOf(line)).toBeLessThanOrEqual(columns);
        }
      }
    }
  });
});

describe('in plain lines', () => {
  function office(lang: 'da' | 'en') {
    const client = controlClient(book());
    const lines: string[] = [];
    const take = clerk({ client, lang, write: (line) => lines.push(line), status: () => [] });
    return { client, lines, take };
  }
  const entered = { type: 'decision.enter', decision: 'disconnect', option: 'stay' };

  test.each([
    [
      'da',
      'beslut 1 2 it-chef @T+1:20 +1 Sagt højt',
      {
        ...entered,
        role: 'it-manager',
        reason: 'Sagt højt',
        facts: ['encrypted'],
        happened: 80 * MIN,
      },
    ],
    ['en', 'decide 1 2 it-manager Said', { ...entered, role: 'it-manager', reason: 'Said' }],
    [
      'da',
      'truffet press "Hvem ringer?" "Pressen selv" @1:00 De kender dem',
      {
        type: 'decision.note',
        question: 'Hvem ringer?',
        option: 'Pressen selv',
        role: 'press',
        reason: 'De kender dem',
        happened: 60 * MIN,
      },
    ],
    [
      'da',
      'notér U @1:00 #12,14 om:"Varsle i" Ingen varslede',
      {
        type: 'observation.note',
        text: 'Ingen varslede',
        rating: 'U',
        about: { objective: 'warn' },
        evidence: [12, 14],
        happened: 60 * MIN,
      },
    ],
    [
      'en',
      'observe about:m1 Clear',
      { type: 'observation.note', text: 'Clear', about: { message: 'msg.1' } },
    ],
    [
      'en',
      'observe about:14 Late',
      { type: 'observation.note', text: 'Late', about: { inject: 'inj-14' } },
    ],
    ['da', 'bogmærke', { type: 'record.note', entry: 16, kind: 'bookmark', text: 'Bogmærke' }],
    ['en', 'bookmark #12 Here', { type: 'record.note', entry: 12, kind: 'bookmark', text: 'Here' }],
    [
      'da',
      'ret 12 Forkert',
      { type: 'record.note', entry: 12, kind: 'correction', text: 'Forkert' },
    ],
    [
      'en',
      'correct #12 Wrong',
      { type: 'record.note', entry: 12, kind: 'correction', text: 'Wrong' },
    ],
  ] as const)('%s: %s', async (lang, line, input) => {
    const o = office(lang);
    await o.take(line);
    expect(o.client.acts).toEqual([input]);
  });

  test.each([
    ['beslut 1 2 it-chef @T+9:00 Ja', 'ikke kommet endnu'],
    ['beslut 1 2 it-chef +9 Ja', '»+9«'],
    ['beslut 1 2 it-chef', 'Der mangler noget'],
    ['truffet press "Hvem?"', 'Der mangler noget'],
    ['notér om:ukendt Ja', '»om:ukendt«'],
    ['notér @igår Ja', 'kan ikke læses'],
    ['ret tolv Ja', 'Der mangler noget'],
  ])('%s is not sent', async (line, said) => {
    const o = office('da');
    await o.take(line);
    expect(o.lines.join('\n')).toContain(said);
    expect(o.client.acts).toEqual([]);
  });

  test('objectives can be listed', async () => {
    const o = office('da');
    await o.take('øvelsesmål');
    expect(o.lines).toEqual(['1. Varsle i tide (warn)']);
  });
});

test('a time gone by is read', () => {
  const now = 2 * 60 * MIN;
  expect(readHappened('T+1:20', now)).toBe(80 * MIN);
  expect(readHappened('1:20:30', now)).toBe(80 * MIN + 30_000);
  expect(readHappened('-15m', now)).toBe(105 * MIN);
  expect(readHappened('−15', now)).toBe(105 * MIN);
  expect(readHappened('-0:30', now)).toBe(90 * MIN);
  expect(readHappened('-3h', now)).toBeUndefined();
  expect(readHappened('+15m', now)).toBeUndefined();
  expect(readHappened('før', now)).toBeUndefined();
});
