/**
 * Being noticed when something comes, as was chosen. Knows: the browser's notifications, and where
 * the sound is fetched from. Does not know: what calls for a signal (signal.ts).
 */
import { useEffect, useRef } from 'preact/hooks';
import { useDesk, useStore } from '../desk.ts';
import { arrival, type Choices } from '../signal.ts';

/** Only secure addresses may notify; an exercise on a local network usually has a plain one. */
export function canNotify(): boolean {
  return isSecureContext && typeof Notification === 'function';
}

/** Sounds and notifies as chosen, once for all that comes at once. */
export function Signaller() {
  const { view, words, signals } = useDesk();
  const choices = useStore(signals, signals.choices);
  const before = useRef(view);
  useAwake(choices);
  useEffect(() => {
    const tone = arrival(before.current, view);
    before.current = view;
    if (tone === undefined) return;
    if (choices.sound) void import('../sound.ts').then(({ play }) => play(tone), silent);
    if (choices.notify && document.hidden) notify(words.newInExercise);
  }, [view, choices, words]);
  return null;
}

/** After a reload the browser is silent until the page is touched again. */
function useAwake({ sound }: Choices): void {
  useEffect(() => {
    if (!sound) return;
    const wake = (): void => void import('../sound.ts').then((sound) => sound.wake(), silent);
    wake();
    addEventListener('pointerdown', wake);
    addEventListener('keydown', wake);
    return () => {
      removeEventListener('pointerdown', wake);
      removeEventListener('keydown', wake);
    };
  }, [sound]);
}

/** No content: screens are seen by others. One stands for all that came. */
function notify(said: string): void {
  if (!canNotify() || Notification.permission !== 'granted') return;
  try {
    const shown = new Notification(said, { tag: 'beredt' });
    shown.onclick = () => window.focus();
  } catch {
    // Some browsers notify only through a service worker; then there is the sound, and the title.
  }
}

/** Without the sound there is still what is said and shown. */
function silent(): void {}
