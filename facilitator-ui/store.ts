/**
 * The console's state: what the host says, where the facilitator is, and what a key does to it.
 * Plain TypeScript; anything can draw it. Knows: acts and panels' lists. Does not know: React.
 */
import type { Client, Reply } from '../engine/runtime/client.ts';
import type { Lang } from '../engine/runtime/protocol.ts';
import { begin } from './acts.ts';
import type { Step } from './step.ts';
import { beginDebrief, pressDebrief, type DebriefUi } from './debrief.ts';
import { carry } from './doors.ts';
import { filtered, pressFilter } from './filter.ts';
import { finish } from './finish.ts';
import { begun, pressForm, type Form } from './form.ts';
import { asked } from './irreversible.ts';
import { singly, type Key } from './key.ts';
import type { Action } from './binding.ts';
import { bindingFor, isKnownKey, whyNotMine } from './keys.ts';
import { createLooker, eyesStep } from './look.ts';
import {
  firstUi,
  sceneOf,
  viewOf,
  words,
  type Confirm,
  type Errand,
  type Notice,
  type Overlay,
  type Preflight,
  type Scene,
  type Size,
  type Surroundings,
  type Ui,
} from './scene.ts';
import { keptChoice } from './script.ts';
import { keptDraft, restored, without as withoutDraft } from './drafts.ts';
import { followed, opened } from './linked.ts';
import { pressStaff } from './staff.ts';
import { whyNot } from './hold.ts';
import { keptMarks } from './marks.ts';
import { sayNotDone, type Severally } from './several.ts';
import { widthOf } from './width.ts';
import { askHost, openPreflight, pressPreflight } from './preflight.ts';
import { goneTo, moveAbout } from './moves.ts';
import { pressPalette, whyGrey, type Palette } from './palette.ts';

export type StoreOptions = Surroundings & {
  readonly client: Client;
  readonly lang: Lang;
  readonly size: Size;
  /** The facilitator has left. */
  readonly left: () => void;
  /** Calls back after wall ms; returns a way to call it off. */
  readonly after?: (ms: number, call: () => void) => () => void;
};
export type Store = {
  readonly scene: () => Scene;
  readonly subscribe: (changed: () => void) => () => void;
  readonly press: (key: Key) => void;
  readonly resize: (size: Size) => void;
  readonly stop: () => void;
};

/** Draws at most 15 times a second, and at least once, for the clock. */
const FRAME = 67;
const TICK = 1_000;
/** A notice stays for so many ticks. */
const NOTICE = 8;
/** Codes stay for so many ticks without a key: the screen may be seen by many. */
const CODES = 60;
const SECRET: readonly Overlay['type'][] = ['codes', 'badge'];
type Appointed = Extract<Reply<'appoint'>, { type: 'appointed' }>;
const NONE: Overlay = { type: 'none' };
/** Where what is typed is a text. */
const TYPED: readonly Overlay['type'][] = ['form', 'filter', 'palette'];
const MOVES: readonly Action[] = ['up', 'down', 'pageUp', 'pageDown', 'top', 'bottom'];

export function createStore(options: StoreOptions): Store {
  const { client } = options;
  const after = options.after ?? later;
  const listeners = new Set<() => void>();
  let ui = firstUi(options.lang, options.size);
  const look = (): Scene => {
    const picked = keptMarks(ui.picked, viewOf(client.state()).injects);
    if (picked !== ui.picked) ui = { ...ui, picked };
    return filtered(sceneOf(ui, client, options));
  };
  let scene = look();
  let age = 0;
  let untouched = 0;
  let waiting: (() => void) | undefined;
  let resting: (() => void) | undefined;

  /** Draws now if nothing was drawn lately, otherwise when the frame is over. */
  function changed(): void {
    if (waiting || resting) {
      waiting = draw;
      return;
    }
    draw();
  }

  function draw(): void {
    waiting = undefined;
    scene = look();
    for (const listener of [...listeners]) listener();
    // What is left to be read of a long list is read for the next frame.
    if (scene.found?.more) waiting = draw;
    resting = after(FRAME, () => {
      resting = undefined;
      waiting?.();
    });
  }

  function set(change: Partial<Ui>): void {
    ui = { ...ui, ...change };
    // A key acts on what it leads to, not on what happens to be drawn.
    scene = look();
    changed();
  }

  function notify(notice: Notice): void {
    age = 0;
    set({ notice });
  }

  const looker = createLooker({ client, scene: () => scene, set, notify });

  function take(step: Step | undefined): void {
    switch (step?.type) {
      case undefined:
        return;
      case 'act':
      case 'errand':
        void send(step.input);
        return;
      case 'form':
        set({ overlay: { type: 'form', form: opened(restored(ui, step.form), scene) } });
        return;
      case 'confirm':
        set({ overlay: { type: 'confirm', confirm: step.confirm } });
        return;
      case 'preflight':
        void inspect(openPreflight(scene));
        return;
      case 'choose':
        set({ overlay: NONE, chosen: { ...ui.chosen, [ui.panel]: step.ref } });
        return;
      case 'look':
      case 'rove':
      case 'seek':
        set({ overlay: ui.overlay.type === 'eyes' ? ui.overlay : NONE });
        looker.take(step);
        return;
      case 'notice':
        notify({ tone: 'warn', text: step.text });
        return;
      default:
        step satisfies never;
    }
  }

  async function send(input: Errand, form?: Form): Promise<void> {
    const w = words(scene);
    set({ overlay: NONE });
    // Whatever led here: nobody acts on what is no longer so.
    if (ui.past) {
      notify({ tone: 'alarm', text: `✗ ${w.search.notInPast}` });
      return;
    }
    notify({ tone: 'dim', text: client.state().connection === 'open' ? w.sending : w.queued });
    // What is being done is done to those that are marked now: a second key would do it again.
    if (input.type === 'several') set({ picked: [] });
    const outcome = await carry(client, input, ui.lang);
    if (outcome.type === 'invitations') {
      ui = { ...ui, notice: undefined };
      const { rows } = outcome;
      if (ui.overlay.type === 'none') {
        set({ overlay: { type: 'codes', rows, links: false, scroll: 0 } });
      }
      return;
    }
    if (outcome.type === 'appointed') {
      showBadge(outcome, input, form);
      return;
    }
    if (outcome.type === 'severally') {
      showResults(outcome, form);
      return;
    }
    if (outcome.type === 'debriefed') {
      ui = { ...ui, notice: undefined };
      set({ overlay: { type: 'debrief', debrief: beginDebrief(outcome) } });
      return;
    }
    if (outcome.type === 'done') {
      if (form) set({ drafts: withoutDraft(ui.drafts, form) });
      if (form?.kind === 'observe') set({ marks: [] });
      notify({ tone: 'good', text: `✓ ${w.done}` });
      return;
    }
    const reason = `${w.refused}: ${outcome.reason[ui.lang]}`;
    if (form && ui.overlay.type === 'none') {
      set({ overlay: { type: 'form', form: { ...form, error: reason } } });
    }
    notify({ tone: 'alarm', text: `✗ ${reason}` });
  }

  /** Those that it was not done to stay marked, as far as they can be; why is said for each of them. */
  function showResults({ done, without }: Severally, form?: Form): void {
    const w = words(scene).script.several;
    const left = without.map(({ inject }) => inject);
    const drafts = form ? withoutDraft(ui.drafts, form) : ui.drafts;
    set({ drafts, picked: [...new Set([...ui.picked, ...left])] });
    const said = [
      ...(done.length > 0 ? [`✓ ${w.done(done.length)}`] : []),
      ...(left.length > 0 ? [`✗ ${w.notDone(sayNotDone(scene, without))}`] : []),
    ].join('  ');
    const fits = widthOf(said) < ui.size.columns - 1;
    const tone = left.length > 0 ? 'warn' : 'good';
    if (!fits && ui.overlay.type === 'none') {
      set({ overlay: { type: 'results', done: done.length, without, scroll: 0 } });
      notify({ tone, text: w.results(done.length, left.length) });
      return;
    }
    notify({ tone, text: said });
  }

  /** Shown now or never: whatever lies on top gives way, and what was begun there is kept. */
  function showBadge({ staff, token }: Appointed, input: Errand, form?: Form): void {
    const { overlay } = ui;
    const kept = form ? withoutDraft(ui.drafts, form) : ui.drafts;
    const drafts = overlay.type === 'form' ? keptDraft(kept, overlay.form) : kept;
    const kind = input.type === 'appoint' ? input.kind : 'observer';
    ui = { ...ui, notice: undefined, drafts };
    untouched = 0;
    set({ overlay: { type: 'badge', staff, kind, token, scroll: 0 } });
  }

  function pressInStaff(at: number, key: Key): void {
    const pressed = pressStaff(key.name, at, scene);
    if (pressed === 'barred') {
      const w = words(scene).staff;
      notify({ tone: 'warn', text: w.reserved(w.onlyLead) });
    } else if (typeof pressed === 'string') take(begin(pressed, scene));
    else if (pressed) set({ overlay: { type: 'staff', at: pressed.at } });
    else if (key.name === 'g') act('language');
    else set({ overlay: NONE });
  }

  /** Looks anew at what only the host knows; it may take its time, and one may have gone on. */
  async function inspect(overlay: Preflight): Promise<void> {
    set({ overlay: { ...overlay, host: undefined } });
    const host = await askHost(client);
    if (ui.overlay.type === 'preflight') set({ overlay: { ...ui.overlay, host } });
  }

  function pressInPreflight(overlay: Preflight, key: Key): void {
    const pressed = pressPreflight(overlay, key, Math.max(1, ui.size.rows - 12));
    if (pressed.type === 'start') void send(pressed.input);
    else if (pressed.type === 'again') void inspect(overlay);
    else set({ overlay: pressed.type === 'stay' ? pressed.overlay : NONE });
  }

  function pressInForm(form: Form, key: Key): void {
    if (key.name === 'escape' || key.name === 'ctrl+c') {
      const drafts = begun(form) ? keptDraft(ui.drafts, form) : ui.drafts;
      set({ overlay: NONE, drafts });
      if (begun(form)) notify({ tone: 'dim', text: words(scene).draftKept });
      return;
    }
    const pressed = pressForm(form, key);
    if (!pressed.submit) {
      const next = followed(form, pressed.form, scene);
      set({ overlay: { type: 'form', form: next } });
      return;
    }
    const step = asked(finish(pressed.form, scene), scene, pressed.form);
    if (step.type === 'act') void send(step.input, pressed.form);
    else if (step.type === 'form') set({ overlay: step });
    else take(step);
  }

  function pressInConfirm(confirm: Confirm, key: Key): void {
    const { input, form } = confirm;
    if (['j', 'y', 'J', 'Y'].includes(key.name)) {
      if (input === 'leave') options.left();
      else void send(input, form);
    } else if (key.name === 'ctrl+c' && input === 'leave') {
      options.left();
    } else if (['n', 'N', 'escape', 'ctrl+c'].includes(key.name)) {
      set({ overlay: form ? { type: 'form', form } : NONE });
    }
  }

  function pressInDebrief(debrief: DebriefUi, key: Key): void {
    if (key.name === 'g') {
      act('language');
      return;
    }
    const next = pressDebrief(debrief, key);
    set({ overlay: next ? { type: 'debrief', debrief: next } : NONE });
  }

  function scrolled(overlay: Extract<Overlay, { scroll: number }>, key: Key): void {
    const page = Math.max(1, ui.size.rows - 8);
    const by: Readonly<Record<string, number>> = {
      up: -1,
      down: 1,
      pageup: -page,
      pagedown: page,
      ' ': page,
      home: -1e9,
    };
    const step = by[key.name];
    if (step !== undefined) {
      set({ overlay: { ...overlay, scroll: Math.max(0, overlay.scroll + step) } });
    } else if (key.name === 'g') {
      act('language');
    } else if (key.name === 'l' && overlay.type === 'codes' && scene.linkOf) {
      set({ overlay: { ...overlay, links: !overlay.links } });
    } else {
      set({ overlay: NONE });
    }
  }

  function pressInPalette(palette: Palette, key: Key): void {
    const picked = pressPalette(scene, palette, key);
    if (picked.type === 'stay') {
      set({ overlay: picked.palette });
      return;
    }
    set({ overlay: NONE });
    if (picked.type === 'close') return;
    const { item } = picked;
    if (item.type === 'row') set(goneTo(scene, item.ref));
    else if (item.type === 'panel') set({ panel: item.panel });
    else if (item.type === 'step') take(item.step);
    else if (item.binding.applies(scene)) act(item.binding.action, item.binding.keys[0]);
    else notify({ tone: 'warn', text: whyGrey(scene, item.binding) });
  }

  /** A role's view is read, led through time and asked for anew; anything else closes it. */
  function pressInEyes(overlay: Extract<Overlay, { type: 'eyes' }>, key: Key): void {
    const step = eyesStep(overlay.eyes, key.name, client.now());
    if (step) take(step);
    else scrolled(overlay, key);
  }

  function pressOnPanel(key: Key): void {
    const binding = bindingFor(key.name, scene);
    if (binding) act(binding.action, key.name);
    else if (isKnownKey(key.name)) {
      notify({ tone: 'warn', text: whyNotMine(key.name, scene) ?? whyNot(scene) });
    }
  }

  function act(action: Action, name = ''): void {
    ui = { ...ui, ...keptChoice(action, scene), notice: undefined };
    const change = moveAbout(action, name, scene);
    if (change) set(change);
    else take(asked(begin(action, scene), scene));
  }

  function press(key: Key): void {
    scene = look();
    untouched = 0;
    const { overlay } = ui;
    switch (overlay.type) {
      case 'form':
        pressInForm(overlay.form, key);
        return;
      case 'confirm':
        for (const one of singly(key).slice(0, 1)) pressInConfirm(overlay.confirm, one);
        return;
      case 'debrief':
        pressInDebrief(overlay.debrief, key);
        return;
      case 'preflight':
        for (const one of singly(key).slice(0, 1)) pressInPreflight(overlay, one);
        return;
      case 'help':
      case 'links':
      case 'codes':
      case 'badge':
      case 'results':
      case 'detail':
        scrolled(overlay, key);
        return;
      case 'filter':
        set(pressFilter(scene, key) ?? moved(key));
        return;
      case 'palette':
        pressInPalette(overlay, key);
        return;
      case 'eyes':
        pressInEyes(overlay, key);
        return;
      case 'staff':
        for (const one of singly(key)) pressInStaff(overlay.at, one);
        return;
      case 'none':
        pressOnPanel(key);
        return;
      default:
        overlay satisfies never;
    }
  }

  /** While one types what to find, the arrows go on moving the choice. */
  function moved({ name }: Key): Partial<Ui> {
    const action = bindingFor(name, scene)?.action;
    return (action && MOVES.includes(action) && moveAbout(action, name, scene)) || {};
  }

  let stopTick = after(TICK, tick);
  function tick(): void {
    stopTick = after(TICK, tick);
    age += 1;
    untouched += 1;
    if (age > NOTICE) ui = { ...ui, notice: undefined };
    if (untouched >= CODES && SECRET.includes(ui.overlay.type)) ui = { ...ui, overlay: NONE };
    changed();
  }

  const unsubscribe = client.subscribe(changed);
  return {
    scene: () => scene,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    press: (key) => {
      // What is typed fast arrives in one piece: text for a form, one command after another else.
      if (TYPED.includes(ui.overlay.type)) press(key);
      else {
        for (const one of singly(key)) {
          press(one);
          // What came in the same breath as the key that asks cannot be an answer to the question.
          if (ui.overlay.type === 'confirm') break;
        }
      }
      looker.fill();
    },
    resize: (size) => set({ size }),
    stop: () => {
      unsubscribe();
      stopTick();
      resting?.();
      waiting = undefined;
    },
  };
}

function later(ms: number, call: () => void): () => void {
  const timer = setTimeout(call, ms);
  return () => clearTimeout(timer);
}
