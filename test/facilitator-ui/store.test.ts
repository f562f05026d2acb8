/** From keys to acts: every thing a facilitator can do, and what stands between key and deed. */
import { describe, expect, test } from 'vitest';
import type { Status } from '../../engine/exercise/rows.ts';
import { openConsole } from './console.ts';
import { controlClient, MIN, richView } from './support.ts';

function open(status: Status = 'running', onQuit: 'detach' | 'stop' = 'detach') {
  let left = false;
  const console = openConsole(controlClient(richView(status)), {
    ...{ columns: 80, rows: 24, onQuit },
    left: () => {
      left = true;
    },
  });
  return { ...console, left: () => left, pass: console.timer.pass };
}

describe('conduct', () => {
  test('s starts, and only before the start', async () => {
    const planned = open('planned');
    await planned.press('s');
    expect(planned.client.acts).toEqual([]);
    await planned.press('j');
    expect(planned.client.acts).toEqual([{ type: 'exercise.start' }]);
    const running = open('running');
    await running.press('s');
    expect(running.client.acts).toEqual([]);
    expect(running.screen()).toContain('Det kan ikke gøres nu');
  });

  test('p pauses with or without a reason, and resumes', async () => {
    const bare = open();
    await bare.press('p', 'return');
    expect(bare.client.acts).toEqual([{ type: 'exercise.pause' }]);
    const reasoned = open();
    await reasoned.press('p', 'Brandalarm', 'return');
    expect(reasoned.client.acts).toEqual([{ type: 'exercise.pause', reason: 'Brandalarm' }]);
    const paused = open('paused');
    await paused.press('p');
    expect(paused.client.acts).toEqual([{ type: 'exercise.resume' }]);
  });

  test('the pace by number and by steps', async () => {
    const console = open();
    await console.press('t', 'ctrl+u', '0,5', 'return', '+', '-');
    expect(console.client.acts).toEqual([
      { type: 'exercise.pace', pace: 0.5 },
      { type: 'exercise.pace', pace: 30 },
      { type: 'exercise.pace', pace: 6 },
    ]);
  });

  test('a jump shows what falls on the way and waits for a yes', async () => {
    const console = open();
    await console.press('j', 'T+3:30', 'return');
    expect(console.client.acts).toEqual([]);
    const asked = console.screen();
    expect(asked).toContain('T+03:30');
    expect(asked).toContain('standard: »Bliv på nettet«');
    expect(asked).toContain('14 Hjemmeplejen kan ikke se kørelister');
    expect(asked).not.toContain('T+03:45');
    expect(asked).toContain('Kan ikke fortrydes');
    await console.press('j');
    expect(console.client.acts).toEqual([{ type: 'exercise.jump', to: 210 * MIN }]);
  });

  test('a no leads back to the form with what was written', async () => {
    const console = open();
    await console.press('j', '+30m', 'return', 'n');
    expect(console.client.acts).toEqual([]);
    expect(console.screen()).toContain('+30m');
  });

  test('a time that is past or no time is refused on the spot', async () => {
    const console = open();
    await console.press('j', 'T+1:00', 'return');
    expect(console.screen()).toContain('Der kan kun springes frem');
    await console.press('ctrl+u', 'snart', 'return');
    expect(console.screen()).toContain('ikke læses som en tid');
    expect(console.client.acts).toEqual([]);
  });

  test('n jumps to the next inject that has a time, past those held', async () => {
    const console = open();
    await console.press('n', 'j');
    expect(console.client.acts).toEqual([{ type: 'exercise.jump', to: 150 * MIN }]);
  });

  test('a phase is chosen with a reason and a yes', async () => {
    const console = open();
    await console.press('b', 'down', 'return', 'Holdet er færdigt', 'return', 'return');
    expect(console.screen()).toContain('Historien går fra »Alarm« til »Reetablering«');
    await console.press('j');
    expect(console.client.acts).toEqual([
      { type: 'phase.choose', phase: 'restore', reason: 'Holdet er færdigt' },
    ]);
  });

  test('end, hot wash and close each ask first', async () => {
    const running = open();
    await running.press('e', 'return');
    expect(running.screen()).toContain('3 opgaver og 1 beslutning');
    await running.press('j');
    const ended = open('ended');
    await ended.press('w', 'j', 'c');
    expect(ended.client.acts).toEqual([{ type: 'exercise.hotwash' }]);
    await ended.press('j');
    expect([...running.client.acts, ...ended.client.acts]).toEqual([
      { type: 'exercise.end' },
      { type: 'exercise.hotwash' },
      { type: 'exercise.close' },
    ]);
  });
});

describe('injects', () => {
  test('the list opens at the next one; release says who gets it and waits for a yes', async () => {
    const console = open();
    await console.press('2', 'r');
    expect(console.screen()).toContain(
      '»10 Borgere skriver på sociale medier« bliver udspillet nu',
    );
    expect(console.screen()).toContain('It-driftsvagt, Informationssikkerhedskoordinator');
    expect(console.client.acts).toEqual([]);
    await console.press('j');
    expect(console.client.acts).toEqual([{ type: 'inject.release', inject: 'inj-10' }]);
  });

  test('hold and its undoing', async () => {
    const console = open();
    await console.press('2', 'h', 'down', 'down', 'h');
    expect(console.client.acts).toEqual([
      { type: 'inject.hold', inject: 'inj-10' },
      { type: 'inject.unhold', inject: 'inj-12' },
    ]);
  });

  test('skip asks for a reason, says who will miss it, and waits for a yes', async () => {
    const console = open();
    await console.press('2', 'x', 'Tiden er knap', 'return');
    expect(console.screen()).toContain('bliver ikke udspillet');
    await console.press('j');
    expect(console.client.acts).toEqual([
      { type: 'inject.skip', inject: 'inj-10', reason: 'Tiden er knap' },
    ]);
  });

  test('what is already out cannot be released, held or skipped', async () => {
    const console = open();
    await console.press('2', 'home', 'r', 'h', 'x');
    expect(console.client.acts).toEqual([]);
  });

  test('an ad hoc inject to an organisation and a role', async () => {
    const console = open();
    await console.press('i', ' ', 'down', 'down', ' ', 'home');
    await console.press(' ', 'politi');
    await console.press('escape');
    expect(console.screen()).not.toContain('Nyt indspil');
    const fresh = open();
    await fresh.press('i', 'down', 'down', ' ', 'tab', 'Titel', 'tab', 'Første', 'return', 'anden');
    await fresh.press('tab', 'ctrl+u', 'Redaktionen', 'ctrl+s');
    expect(fresh.screen()).toContain('»Titel« går nu til 5 roller');
    expect(fresh.client.acts).toEqual([]);
    await fresh.press('j');
    expect(fresh.client.acts).toEqual([
      {
        type: 'inject.write',
        to: ['crisis-lead', 'municipal', 'press', 'care', 'dpo'],
        from: 'Redaktionen',
        channel: 'email',
        title: 'Titel',
        body: 'Første\nanden',
      },
    ]);
  });

  test('everyone means the players, not the simulated roles', async () => {
    const console = open();
    await console.press('i', ' ', 'tab', 'B', 'tab', 'C', 'ctrl+s', 'j');
    const [act] = console.client.acts;
    expect(act?.type === 'inject.write' && act.to).toHaveLength(11);
    expect(act?.type === 'inject.write' && act.to).not.toContain('media');
  });

  test('a form that lacks something says what, and sends nothing', async () => {
    const console = open();
    await console.press('i', 'ctrl+s');
    expect(console.screen()).toContain('Udfyld »Til«');
    expect(console.client.acts).toEqual([]);
  });
});

describe('people', () => {
  test('a message as a simulated role answers the chosen message', async () => {
    const console = open();
    await console.press('6', 'm');
    expect(console.screen()).toContain('Svar som Styrelsen for Samfundssikkerhed');
    await console.press('Vi hjælper.', 'ctrl+s');
    expect(console.client.acts).toEqual([
      {
        type: 'simcell.send',
        from: 'authority',
        to: ['crisis-lead'],
        title: 'Sv: Hvad gør I?',
        body: 'Vi hjælper.',
        replyTo: 'msg.1',
      },
    ]);
  });

  test('a decision made in the room is entered for a role; those with authority come first', async () => {
    const console = open();
    await console.press('5', 'd', 'return', 'return', 'Sagt højt på mødet', 'ctrl+s');
    expect(console.client.acts).toEqual([
      {
        type: 'decision.enter',
        decision: 'disconnect',
        option: 'cut',
        role: 'it-manager',
        reason: 'Sagt højt på mødet',
      },
    ]);
  });

  test('an observation is about the chosen row, and may be rated', async () => {
    const console = open();
    await console.press('4', 'o', 'Ingen spurgte', 'tab', 'down', 'down', 'down', 'ctrl+s');
    expect(console.client.acts).toEqual([
      {
        type: 'observation.note',
        text: 'Ingen spurgte',
        rating: 'M',
        about: { task: 'early-warning' },
      },
    ]);
  });

  test('an observation may be about nothing in particular, without a rating', async () => {
    const console = open();
    await console.press('7', 'o', 'God stemning', 'ctrl+s');
    expect(console.client.acts).toEqual([{ type: 'observation.note', text: 'God stemning' }]);
  });
});

describe('answers', () => {
  test('a refusal is shown with its reason and the form comes back as it was', async () => {
    const console = open();
    console.client.answers = () => ({
      type: 'refused',
      code: 'paused',
      reason: { da: 'Øvelsen er sat på pause.', en: 'The exercise is paused.' },
    });
    await console.press('7', 'o', 'Vigtigt', 'ctrl+s');
    expect(console.screen()).toContain('✗ Afvist: Øvelsen er sat på pause.');
    expect(console.screen()).toContain('Vigtigt');
  });

  test('what was begun is kept when the form is closed', async () => {
    const console = open();
    await console.press('7', 'o', 'Halvfærdig', 'escape');
    expect(console.screen()).toContain('Kladden er gemt');
    await console.press('o');
    expect(console.screen()).toContain('Halvfærdig');
  });

  test('without a connection the act waits, and the screen says so', async () => {
    const console = open('planned');
    console.client.set({ connection: 'waiting' });
    await console.press('escape');
    expect(console.screen()).toContain('Forbindelsen er tabt');
  });
});

describe('the screen', () => {
  test('numbers and Tab change panel; the language changes at once', async () => {
    const console = open();
    await console.press('3');
    expect(console.screen()).toContain('Til stede');
    await console.press('tab', 'g');
    expect(console.screen()).toContain('VACUUM: nobody has it');
  });

  test('Enter on the overview goes to the row; on a list it shows everything', async () => {
    const console = open();
    await console.press('down', 'down', 'return');
    expect(console.store.scene().ui.panel).toBe('tasks');
    await console.press('return');
    expect(console.screen()).toContain('Plan: orienteres');
    await console.press('escape');
    expect(console.store.scene().ui.overlay.type).toBe('none');
  });

  test('the chosen row stays chosen when rows come before it', async () => {
    const console = open();
    await console.press('7', 'down');
    const chosen = console.store.scene().ui.chosen.record;
    const { view } = console.client.state();
    const newer = { ...view['record']?.['16'], seq: 17 };
    console.client.set({ view: { ...view, record: { ...view['record'], '17': newer } } });
    await console.press('w');
    expect(console.store.scene().ui.chosen.record).toEqual(chosen);
    expect(console.screen()).toContain('3 af 8');
  });

  test('keys typed fast arrive one by one', async () => {
    const console = open();
    await console.press('2h');
    expect(console.client.acts).toEqual([{ type: 'inject.hold', inject: 'inj-10' }]);
  });

  test('help names every key', async () => {
    const console = open();
    await console.press('?');
    console.store.resize({ columns: 80, rows: 80 });
    for (const words of ['ENDEX', 'T+2:30', 'QR-kode', 'førstehåndsindtryk', 'PgDn']) {
      expect(console.screen()).toContain(words);
    }
  });

  test('leaving asks, and says what becomes of the exercise', async () => {
    const detach = open('running', 'detach');
    await detach.press('q');
    expect(detach.screen()).toContain('Øvelsen fortsætter uden den');
    await detach.press('n');
    expect(detach.left()).toBe(false);
    await detach.press('ctrl+c', 'ctrl+c');
    expect(detach.left()).toBe(true);
    const stop = open('running', 'stop');
    await stop.press('q');
    expect(stop.screen()).toContain('stop værten');
    await stop.press('j');
    expect(stop.left()).toBe(true);
    expect(stop.client.acts).toEqual([]);
    expect(stop.client.closed()).toBe(false);
  });
});

describe('drawing', () => {
  test('a hundred changes in a frame are drawn twice: at once, and at its end', () => {
    const console = open();
    console.pass(500);
    let drawn = 0;
    console.store.subscribe(() => {
      drawn += 1;
    });
    for (let i = 0; i < 100; i += 1) console.client.set({ seq: i });
    expect(drawn).toBe(1);
    console.pass(67);
    expect(drawn).toBe(2);
  });

  test('the clock moves by itself', () => {
    const console = open();
    console.client.at += 5_000;
    console.pass(1_100);
    expect(console.screen()).toContain('T+02:17:17');
  });

  test('a notice goes away by itself', async () => {
    const console = open();
    await console.press('+');
    console.pass(100);
    expect(console.screen()).toContain('✓ Udført.');
    console.pass(12_000);
    expect(console.screen()).not.toContain('✓ Udført.');
  });

  test('after stop nothing is drawn', () => {
    const console = open();
    console.pass(500);
    let drawn = 0;
    console.store.subscribe(() => {
      drawn += 1;
    });
    console.store.stop();
    console.client.set({ seq: 9 });
    console.pass(5_000);
    expect(drawn).toBe(0);
  });
});
