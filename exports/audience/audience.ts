/**
 * Versions by reader: exercise control's is the whole, an organisation's its own rows, the public's
 * anonymous totals. Knows: which readers there are. Does not know: what each may see.
 */
import type { Analysis } from '../analysis/analysis.ts';
import type { Prior } from '../formats/meta.ts';
import { forOrganisation } from './organisation.ts';
import { forPublic } from './public.ts';

export type Audience =
  | { readonly type: 'control' }
  | { readonly type: 'organisation'; readonly organisation: string }
  | { readonly type: 'public'; readonly k: number };

export function forControl(analysis: Analysis): Analysis {
  return analysis;
}

export function forAudience(analysis: Analysis, audience: Audience): Analysis {
  switch (audience.type) {
    case 'control':
      return forControl(analysis);
    case 'organisation':
      return forOrganisation(analysis, audience.organisation);
    case 'public':
      return forPublic(analysis, audience.k);
    default:
      return audience satisfies never;
  }
}

/** Actions are named after the organisation they are for; the register's own words are control's. */
export function priorFor({ actions, today }: Prior, audience: Audience): Prior {
  if (audience.type === 'control') return { actions, today };
  const own = audience.type === 'organisation' ? audience.organisation : undefined;
  return {
    today,
    actions: actions.filter((row) => own !== undefined && row.organisation === own),
  };
}
