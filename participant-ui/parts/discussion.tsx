/** Knows: what has been said about a decision, and saying more. */
import type { DecisionRow } from '../../engine/exercise/rows.ts';
import { useDesk } from '../desk.ts';
import { roleName } from '../view.ts';
import { WordsForm } from './form.tsx';
import { Prose } from './prose.tsx';
import { When } from './time.tsx';

export function Discussion({ decision }: { readonly decision: DecisionRow }) {
  const { words, lang, view, me } = useDesk();
  const { id, discussion = [] } = decision;
  return (
    <section class="discussion">
      <h3>{words.discussion}</h3>
      {discussion.length === 0 && <p class="dim">{words.discussionNone}</p>}
      <ol class="thread">
        {discussion.map(({ role, at, text }, i) => (
          <li key={i} class="answer">
            <p class="dim">
              {role === me.id ? <strong>{words.we}</strong> : roleName(view, role, lang)} ·{' '}
              <When at={at} />
            </p>
            <Prose source={text} />
          </li>
        ))}
      </ol>
      <WordsForm
        name={`discuss:${id}`}
        label={words.discuss}
        go={words.discussNow}
        input={(text) => ({ type: 'decision.discuss', decision: id, text })}
      />
    </section>
  );
}
