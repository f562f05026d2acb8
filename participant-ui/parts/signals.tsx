/** Knows: what one can choose about being noticed, and what this browser can do. */
import { useId, useState } from 'preact/hooks';
import { useHall, useStore } from '../desk.ts';
import type { Tone } from '../signal.ts';
import { canSound, play, wake } from '../sound.ts';
import { laterWords } from '../words/later.ts';
import { canNotify } from './signaller.tsx';

const TONES: readonly Tone[] = ['alarm', 'phone', 'message'];

export function SignalChoices() {
  const { lang, signals } = useHall();
  const later = laterWords(lang);
  const choices = useStore(signals, signals.choices);
  const [denied, setDenied] = useState(canNotify() && Notification.permission === 'denied');
  const setNotify = async (on: boolean): Promise<void> => {
    const granted = on && (await Notification.requestPermission()) === 'granted';
    setDenied(on && !granted);
    signals.choose({ notify: granted });
  };
  const setSound = (on: boolean): void => {
    if (on) wake();
    signals.choose({ sound: on });
  };
  return (
    <>
      <p>{later.signalsText}</p>
      <Switch
        label={later.soundOn}
        hint={canSound() ? later.soundHint : later.soundNone}
        on={choices.sound}
        able={canSound()}
        set={setSound}
      />
      {choices.sound && (
        <div class="acts">
          {TONES.map((tone) => (
            <button
              key={tone}
              type="button"
              class="button quiet small"
              onClick={() => {
                wake();
                play(tone);
              }}
            >
              {later.hear[tone]}
            </button>
          ))}
        </div>
      )}
      <Switch
        label={later.notifyOn}
        hint={!canNotify() ? later.notifyNone : denied ? later.notifyDenied : later.notifyHint}
        on={choices.notify && !denied}
        able={canNotify() && !denied}
        set={(on) => void setNotify(on)}
      />
      <Switch
        label={later.slashOn}
        hint={later.slashHint}
        on={choices.slash}
        able
        set={(slash) => signals.choose({ slash })}
      />
    </>
  );
}

function Switch(props: {
  readonly label: string;
  readonly hint: string;
  readonly on: boolean;
  readonly able: boolean;
  readonly set: (on: boolean) => void;
}) {
  const id = useId();
  return (
    <div>
      <label class="check">
        <input
          type="checkbox"
          role="switch"
          checked={props.on}
          disabled={!props.able}
          aria-describedby={id}
          onChange={({ currentTarget: { checked } }) => props.set(checked)}
        />
        <span>{props.label}</span>
      </label>
      <p class="hint" id={id}>
        {props.hint}
      </p>
    </div>
  );
}
