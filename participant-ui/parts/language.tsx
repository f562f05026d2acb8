/** Knows: the two languages of the page, and which one is read now. */
import { useState } from 'preact/hooks';
import { LANGS } from '../../engine/runtime/protocol.ts';
import { useHall } from '../desk.ts';
import { LANGUAGE_NAMES } from '../text.ts';

export function Language() {
  const { words, lang, setLang } = useHall();
  const [failed, fail] = useState(false);
  return (
    <div class="language" role="group" aria-label={words.language}>
      {LANGS.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === lang}
          aria-label={LANGUAGE_NAMES[one]}
          onClick={() => {
            setLang(one).then(
              () => fail(false),
              () => fail(true),
            );
          }}
        >
          {one.toUpperCase()}
        </button>
      ))}
      <span role="status">{failed && words.loadFailed}</span>
    </div>
  );
}
