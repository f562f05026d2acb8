/** Knows: the two languages of the page, and which one is read now. */
import { LANGS } from '../../engine/runtime/protocol.ts';
import { useHall } from '../desk.ts';
import { words as wordsIn } from '../text.ts';

export function Language() {
  const { words, lang, setLang } = useHall();
  return (
    <div class="language" role="group" aria-label={words.language}>
      {LANGS.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === lang}
          aria-label={wordsIn(one).languageName}
          onClick={() => setLang(one)}
        >
          {one.toUpperCase()}
        </button>
      ))}
    </div>
  );
}
