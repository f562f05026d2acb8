/**
 * Changed versions of facts: rumours, wrong numbers. Knows: which fact is said to be a version of
 * which. Does not know: who is told which of them.
 */
import type { Scope } from './scope.ts';

export function checkVariants({ sound, say }: Scope): void {
  const of = (id: string): string | undefined => sound.rows.facts.get(id)?.['variant-of'];
  for (const id of sound.rows.facts.keys()) {
    const other = of(id);
    if (other === undefined) continue;
    const path = ['facts', id, 'variant-of'];
    const original = of(other);
    if (other === id) say('variant-of-itself', path, { params: { id } });
    // A version of itself is already complained of where it stands.
    else if (original !== undefined && original !== other) {
      say('variant-of-variant', path, { params: { id, other, original } });
    }
  }
}
