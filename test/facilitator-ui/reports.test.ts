/** What participants say to control and to all, on the console and in the line console. */
import { describe, expect, test } from 'vitest';
import type { ControlView, MessageRow } from '../../engine/exercise/rows.ts';
import { attention } from '../../facilitator-ui/attention.ts';
import { clerk } from '../../facilitator-ui/clerk.ts';
import { PANELS } from '../../facilitator-ui/scene.ts';
import { widthOf } from '../../facilitator-ui/width.ts';
import { openConsole } from './console.ts';
import { controlClient, inject, MIN, richView } from './support.ts';

const outsideMessage: MessageRow = {
  id: 'msg.2',
  seq: 41,
  at: 120 * MIN,
  from: { role: 'press', name: 'Pressemedarbejder' },
  to: [],
  outside: 'Jydske Tidende',
  channel: 'message',
  title: 'Udsættelse',
  body: 'Kan I vente en time?',
  marking: 'TLP:AMBER',
  facts: [],
  asks: false,
  opened: [],
  simulated: false,
};

function reported(): ControlView {
  const view = richView();
  const disconnect = view.decisions['disconnect'];
  const isolate = view.tasks['isolate'];
  if (!disconnect || !isolate) throw new Error('the rich view has changed');
  return {
    ...view,
    messages: { ...view.messages, 'msg.2': outsideMessage },
    asks: {
      'ask.1': {
        id: 'ask.1',
        at: 60 * MIN,
        role: 'ciso',
        text: 'Er det her med?',
        answer: { at: 61 * MIN, text: 'Ja.' },
      },
      'ask.2': {
        id: 'ask.2',
        at: 130 * MIN,
        role: 'it-duty',
        text: 'Må vi ringe ud?',
        about: { message: 'msg.1' },
      },
    },
    contests: {
      'contest.1': {
        id: 'contest.1',
        at: 90 * MIN,
        role: 'press',
        about: { task: 'isolate' },
        text: 'Det var ikke os.',
      },
    },
    outside: {
      'outside.1': {
        id: 'outside.1',
        at: 91 * MIN,
        role: 'press',
        about: { inject: 'inj-4' },
        text: 'Vi ringede.',
        to: ['police'],
      },
    },
    statements: {
      'statement.1': {
        id: 'statement.1',
        seq: 50,
        at: 92 * MIN,
        role: 'press',
        outlet: 'social',
        title: 'Vi er nede',
        body: 'Vi arbejder på sagen.',
        facts: ['encrypted'],
      },
    },
    picture: {
      'picture.1': {
        id: 'picture.1',
        seq: 51,
        at: 93 * MIN,
        role: 'crisis-lead',
        section: 'consequences',
        version: 3,
        text: 'Kørelister er væk.',
        facts: [],
        marking: 'TLP:GREEN',
      },
    },
    tasks: {
      isolate: {
        ...isolate,
        offers: [
          { from: 'crisis-lead', to: 'ciso', as: 'responsible', at: 1, assigned: true },
          { from: 'it-duty', to: 'press', as: 'responsible', at: 1, note: 'Jeg går' },
        ],
        declined: [
          { from: 'it-duty', to: 'ciso', as: 'responsible', at: 130 * MIN, reason: 'Er optaget' },
        ],
      },
    },
    decisions: {
      'raised.1': {
        ...disconnect,
        id: 'raised.1',
        question: 'Skal skolerne lukke?',
        raisedBy: 'municipal',
        authority: [],
        default: '',
        discussion: [{ role: 'press', at: 131 * MIN, text: 'Hvad siger vi til forældrene?' }],
        made: {
          option: 'cut',
          reason: 'Ingen varme',
          role: 'municipal',
          at: 132 * MIN,
          how: 'role',
          facts: ['encrypted'],
          assumptions: 'Kulden bliver',
          dissent: 'Pressen',
        },
      },
    },
  };
}

function open(options: { columns?: number; rows?: number; lang?: 'da' | 'en' } = {}) {
  const console = openConsole(controlClient(reported()), options);
  return { ...console, write: console.type };
}

describe('what calls for control', () => {
  test('stands first and is counted: questions, then messages to the outside world', () => {
    const screen = open({ columns: 400 }).screen();
    expect(screen).toContain('1 spørgsmål til jer · 1 til indspilscellen · 1 til omverdenen');
    expect(screen).toMatch(/@ Spørgsmål til jer +It-driftsvagt: Må vi ringe ud\? +i 7m/);
    expect(screen).toMatch(
      /→ Til omverdenen +Pressemedarbejder → Jydske Tidende: Udsættelse +i 17m/,
    );
    expect(open({ columns: 400, lang: 'en' }).screen()).toContain(
      '1 question to you · 1 to the SimCell · 1 to the outside world',
    );
  });

  test('stops calling when it is answered, and not before', () => {
    const kinds = (view: ControlView): readonly string[] =>
      attention(view)
        .map(({ kind }) => kind)
        .filter((kind) => kind === 'ask' || kind === 'outside');
    const view = reported();
    const back = (change: object) => ({
      ...view,
      injects: {
        ...view.injects,
        'adhoc.1': inject(40, {
          id: 'adhoc.1',
          trigger: 'adhoc',
          status: 'released',
          from: { name: 'Jydske Tidende' },
          to: ['press'],
          releasedAt: 125 * MIN,
          ...change,
        }),
      },
    });
    expect(kinds(view)).toEqual(['ask', 'outside']);
    expect(kinds(back({}))).toEqual(['ask']);
    expect(kinds(back({ to: ['police'] }))).toEqual(['ask', 'outside']);
    expect(kinds(back({ releasedAt: 119 * MIN }))).toEqual(['ask', 'outside']);
    expect(kinds(back({ from: { name: 'Politiken' } }))).toEqual(['ask', 'outside']);
  });
});

describe('answering', () => {
  test('a question, from the overview, in one form', async () => {
    const console = open();
    await console.press('a');
    expect(console.screen()).toContain('It-driftsvagt: Må vi ringe ud?');
    await console.write('Ja, gerne');
    await console.press('ctrl+s');
    expect(console.client.acts).toEqual([
      { type: 'control.answer', ask: 'ask.2', text: 'Ja, gerne' },
    ]);
  });

  test('a message to the outside world, as the one it was sent to', async () => {
    const console = open();
    await console.press('6', 'down', 'a');
    if (!console.screen().includes('Svar som Jydske Tidende')) {
      await console.press('escape', 'home', 'a');
    }
    expect(console.screen()).toContain('Svar som Jydske Tidende');
    expect(console.screen()).toContain('Kan I vente en time?');
    await console.write('Nej');
    await console.press('ctrl+s');
    expect(console.client.acts).toEqual([
      {
        type: 'inject.write',
        to: ['press'],
        from: 'Jydske Tidende',
        channel: 'email',
        title: 'Sv: Udsættelse',
        body: 'Nej',
        replyTo: 'msg.2',
      },
    ]);
  });

  test('a question can be answered when the exercise is over, a message only while it goes on', async () => {
    const console = open();
    const view = reported();
    const over = { exercise: { ...view.exercise['exercise'], status: 'ended' } };
    console.client.set({ view: { ...view, exercise: over } });
    await console.press('6', 'a');
    expect(console.store.scene().ui.overlay.type).toBe('none');
    await console.press('9', 'a');
    expect(console.store.scene().ui.overlay.type).toBe('form');
  });
});

describe('the panel of reports', () => {
  test('has the open questions first, then all that was said, newest first', async () => {
    const console = open();
    await console.press('9');
    const screen = console.screen();
    const at = (words: string): number => {
      expect(screen).toContain(words);
      return screen.indexOf(words);
    };
    const order = [
      'Må vi ringe ud?',
      'Er det her med?',
      'Konsekvenser: Kørelister er væk.',
      'sociale medier: Vi er nede',
      'Vi ringede.',
      'Det var ikke os.',
    ].map(at);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(screen).toContain('ikke besvaret endnu');
    expect(screen).toContain('»Hvad gør I?«');
  });

  test('shows in full what a contest is about and whom a report names', async () => {
    const console = open();
    await console.press('9', 'end');
    expect(console.screen()).toMatch(/Om +Isolér de ramte servere/);
    await console.press('up');
    expect(console.screen()).toMatch(/Til +Vagtchef/);
  });

  test('assignments are told apart from handovers; raised decisions with all that was said', async () => {
    const console = open();
    await console.press('4');
    expect(console.screen()).toMatch(
      /Bedt om at tage den +Krisestabschef → Informationssikkerhedskoordinator \(udfører\)/,
    );
    expect(console.screen()).toMatch(
      /Tilbudt overdraget +It-driftsvagt → Pressemedarbejder \(udfører\): Jeg går/,
    );
    expect(console.screen()).toMatch(
      /Afslået +It-driftsvagt → Informationssikkerhedskoordinator \(udfører\) T\+02:10: Er\s+optaget/,
    );
    await console.press('5', 'return');
    for (const words of ['Rejst af', 'Kulden bliver', 'Pressen', 'Hvad siger vi til forældrene?']) {
      expect(console.screen()).toContain(words);
    }
  });

  test('every line fits every window, and each panel’s name can be read', async () => {
    for (const lang of ['da', 'en'] as const) {
      for (const [columns, rows] of [
        [60, 16],
        [80, 24],
        [120, 40],
        [160, 50],
      ] as const) {
        const console = open({ columns, rows, lang });
        await console.press(String(PANELS.indexOf('reports') + 1));
        const lines = console.lines();
        for (const line of lines.slice(3))
          expect(widthOf(line.trimEnd())).toBeLessThanOrEqual(columns);
        expect(lines.length).toBeLessThanOrEqual(rows - 1);
        if (columns >= 80) expect(lines[2]).toMatch(lang === 'da' ? /9 Meld/ : /9 Rep/);
      }
    }
  });
});

describe('the line console', () => {
  function office(lang: 'da' | 'en' = 'da') {
    const client = controlClient(reported());
    const lines: string[] = [];
    const take = clerk({ client, lang, write: (line) => void lines.push(line), status: () => [] });
    const type = async (...typed: string[]): Promise<void> => {
      for (const line of typed) await take(line);
    };
    return { client, lines, type };
  }

  test('lists what calls and what was said, each with the mark that answers it', async () => {
    const o = office();
    await o.type('overblik');
    expect(o.lines[0]).toBe('h2. Spørgsmål til jer · It-driftsvagt: Må vi ringe ud? · i 7m');
    expect(o.lines[1]).toMatch(/^b2\. Til omverdenen · Pressemedarbejder → Jydske Tidende/);
    await o.type('meldinger', 'vis h1');
    expect(o.lines).toContainEqual(expect.stringMatching(/^h1\. T\+01:00.*Besvaret/));
    expect(o.lines).toContainEqual(expect.stringMatching(/^Svar +T\+01:01.* Ja\./));
  });

  const back = {
    type: 'inject.write',
    to: ['press'],
    from: 'Jydske Tidende',
    channel: 'email',
    body: 'Nej, desværre',
    replyTo: 'msg.2',
  };
  test.each([
    ['da', 'besvar h2 Ja, gerne', { type: 'control.answer', ask: 'ask.2', text: 'Ja, gerne' }],
    ['en', 'answer a2 Ja, gerne', { type: 'control.answer', ask: 'ask.2', text: 'Ja, gerne' }],
    ['da', 'besvar b2 Nej, desværre', { ...back, title: 'Sv: Udsættelse' }],
    ['en', 'answer m2 Nej, desværre', { ...back, title: 'Re: Udsættelse' }],
  ] as const)('%s: %s', async (lang, line, input) => {
    const o = office(lang);
    await o.type(line);
    expect(o.client.acts).toEqual([input]);
  });

  test.each([
    ['besvar h9 Ja', '»h9«'],
    ['besvar h2', 'Der mangler noget'],
    ['besvar Ja', '»Ja«'],
  ])('%s is not sent', async (line, said) => {
    const o = office();
    await o.type(line);
    expect(o.lines.join('\n')).toContain(said);
    expect(o.client.acts).toEqual([]);
  });
});
