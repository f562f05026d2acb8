/**
 * The sounds, made from sine and square waves: there is no file to fetch. Knows: the browser's audio.
 * Does not know: when one is called for.
 */
import type { Tone } from './signal.ts';

/** One beep: its pitch in hertz, when it begins and how long it lasts, in seconds. */
type Beep = readonly [pitch: number, at: number, length: number];
type Score = { readonly wave: OscillatorType; readonly beeps: readonly Beep[] };

/** Recognised without looking: a two-tone siren, a telephone's double ring, one soft note. */
const SCORES: Readonly<Record<Tone, Score>> = {
  alarm: {
    wave: 'square',
    beeps: [0, 0.5, 1].flatMap((at): readonly Beep[] => [
      [880, at, 0.22],
      [622, at + 0.25, 0.22],
    ]),
  },
  phone: {
    wave: 'sine',
    beeps: [0, 0.6].flatMap((at): readonly Beep[] => [
      [440, at, 0.4],
      [480, at, 0.4],
    ]),
  },
  message: { wave: 'sine', beeps: [[660, 0, 0.18]] },
};

const LOUDNESS = 0.12;
/** Seconds in which a beep comes and goes, so that it does not click. */
const EDGE = 0.02;

let audio: AudioContext | undefined;

/** Whether the browser can make a sound at all. */
export function canSound(): boolean {
  return typeof AudioContext === 'function';
}

/** Browsers let a page be heard only after its reader has touched it: called from a tap or a key. */
export function wake(): void {
  if (!canSound()) return;
  audio ??= new AudioContext();
  if (audio.state === 'suspended') void audio.resume();
}

export function play(tone: Tone): void {
  if (!audio || audio.state !== 'running') return;
  const { wave, beeps } = SCORES[tone];
  const start = audio.currentTime + 0.03;
  for (const [pitch, at, length] of beeps) beep(audio, wave, pitch, start + at, length);
}

function beep(to: AudioContext, wave: OscillatorType, pitch: number, at: number, length: number) {
  const volume = to.createGain();
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUDNESS, at + EDGE);
  volume.gain.setValueAtTime(LOUDNESS, at + length - EDGE);
  volume.gain.linearRampToValueAtTime(0, at + length);
  const source = to.createOscillator();
  source.type = wave;
  source.frequency.value = pitch;
  source.connect(volume).connect(to.destination);
  source.start(at);
  source.stop(at + length);
}
