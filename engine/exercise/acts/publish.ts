/** What a role puts before others at large: statements to the public, the shared situation picture. */
import type { RoleId } from '../../plan/plan.ts';
import { strictest } from '../../scenario/marking.ts';
import { said, strays } from '../certainty.ts';
import { emit, type Run, type Verdict } from '../run.ts';
import type { PublicationState } from '../state.ts';
import { lacksFact } from './item.ts';
import type { Of } from './of.ts';

/** Also what ought not to be said in public is published: that it was is for the analysis to show. */
export function publish(run: Run, role: RoleId, input: Of<'statement.publish'>): Verdict {
  const { type, facts = [], certainty, ...rest } = input;
  if ([input.title, input.body].some((text) => text.trim() === '')) return 'empty-text';
  if (strays(input)) return 'malformed';
  const wrong = lacksFact(run, role, facts);
  if (wrong) return wrong;
  const statement = `statement.${count(run, ({ kind }) => kind === 'statement') + 1}`;
  const sure = said(certainty);
  emit(run, { ...rest, type: 'statement.published', statement, role, facts, ...sure });
  return undefined;
}

export function updatePicture(run: Run, role: RoleId, input: Of<'picture.update'>): Verdict {
  const { state } = run;
  const { section, text, facts = [] } = input;
  if (text.trim() === '') return 'empty-text';
  if (strays(input)) return 'malformed';
  const wrong = lacksFact(run, role, facts);
  if (wrong) return wrong;
  const attached = facts.flatMap((id) => state.lookup.facts.get(id)?.marking ?? []);
  const marking = input.marking ?? strictest(state.lookup.plan.marking, attached);
  if (strictest(marking, attached) !== marking) return 'marking-too-open';
  const picture = `picture.${count(run, ({ kind }) => kind === 'picture') + 1}`;
  const version = count(run, (one) => one.kind === 'picture' && one.section === section) + 1;
  const row = { picture, role, section, version, text, facts, ...said(input.certainty), marking };
  emit(run, { type: 'picture.updated', ...row });
  return undefined;
}

/** How many of those there are so far. */
function count({ state }: Run, matches: (one: PublicationState) => boolean): number {
  return [...state.publications.values()].filter(matches).length;
}
