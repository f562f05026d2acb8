/** Knows: how a TLP marking looks (TLP 2.0: its own colour on black, never translated). */
import type { Marking } from '../../engine/scenario/schema.ts';

const COLOURS: { readonly [M in Marking]: string } = {
  'TLP:CLEAR': 'clear',
  'TLP:GREEN': 'green',
  'TLP:AMBER': 'amber',
  'TLP:AMBER+STRICT': 'amber',
  'TLP:RED': 'red',
};

export function Tlp({ marking }: { readonly marking: Marking }) {
  return (
    <span class={`tlp tlp-${COLOURS[marking] ?? 'clear'}`} translate={false}>
      {marking}
    </span>
  );
}
