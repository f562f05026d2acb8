/** Knows: what holds where a key is left out. Does not know: who fills it in (plan/compile does). */
import type { KeyPath } from './path.ts';

export const defaults: { readonly [K in KeyPath]?: string | number | boolean } = {
  marking: 'TLP:GREEN',
  'roles.*.seats': 1,
  'roles.*.played-by': 'participant',
  'facts.*.domain': 'both',
  'facts.*.true-from': '0m',
  'tasks.*.critical': false,
  'tasks.*.domain': 'both',
  'services.*.weight': 1,
  'decisions.*.domain': 'both',
  'injects.*.domain': 'both',
  'injects.*.from.played-by': 'simcell',
  'bank.*.from.played-by': 'simcell',
  'after.delay': '0m',
};
