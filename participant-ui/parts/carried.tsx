/** Knows: the way to an item, and the facts that something carries. Does not know: what shows them. */
import type { Sureness } from '../../engine/exercise/entry.ts';
import type { ItemRow } from '../../engine/exercise/rows.ts';
import type { Certainty } from '../../engine/scenario/schema.ts';
import { useDesk } from '../desk.ts';
import { itemTitle, line } from '../view.ts';

/** To the item, by its title. */
export function ItemLink({ item }: { readonly item: ItemRow }) {
  const { lang, places } = useDesk();
  return (
    <button type="button" class="link" onClick={() => places.go({ section: 'inbox', id: item.id })}>
      {itemTitle(item, lang)}
    </button>
  );
}

/** Those of the facts that the role knows, and how sure the sender said to be. */
export function Carried(props: {
  readonly facts: readonly string[];
  readonly certainty?: Sureness | undefined;
}) {
  const { facts, certainty = {} } = props;
  const { words, lang, view } = useDesk();
  const known = facts.flatMap((id) => view.facts[id] ?? []);
  if (known.length === 0) return null;
  return (
    <section class="carried">
      <h3>{words.carries}</h3>
      <ul>
        {known.map((fact) => (
          <li key={fact.id}>
            {line(fact.text, lang)} <Said certainty={certainty[fact.id]} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Said({ certainty }: { readonly certainty: Certainty | undefined }) {
  const { words } = useDesk();
  if (certainty === undefined) return null;
  return <strong class="said-sure">({words.certainty[certainty]})</strong>;
}
