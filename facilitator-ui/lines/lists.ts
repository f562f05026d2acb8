/** Knows: the lists that one only reads: facts, contacts, clocks. Does not know: acts. */
import type { FactRow, RoleRow } from '../../engine/exercise/rows.ts';
import { plainText } from '../sanitise.ts';
import { list, type Deed } from './deed.ts';
import { contacts as contactRows, factsOf, text, words, type Desk } from './desk.ts';
import { clockLines } from './row.ts';

export const facts: Deed = (desk, _, tell) => {
  const lines = factsOf(desk).map((row) => factLine(desk, row));
  list(desk, tell, lines.length > 0 ? [...lines, words(desk).attachHint] : []);
};

export function factLine(desk: Desk, row: FactRow): string {
  return `+${desk.numbers.facts.of(row.id)} ${text(desk, row.text)} (${row.marking})`;
}

/** By organisation, in the order of the plan; each with the word by which all of it is written to. */
export const contacts: Deed = (desk, _, tell) => {
  const rows = contactRows(desk);
  const organisations = [...new Set(rows.map(({ organisation }) => organisation))];
  const lines = organisations.flatMap((id) => {
    const members = rows.filter(({ organisation }) => organisation === id);
    const name = members[0] ? text(desk, members[0].organisationName) : '';
    return [`${name} (@${plainText(id)})`, ...members.map((row) => `  ${contactLine(desk, row)}`)];
  });
  list(desk, tell, lines.length > 0 ? [...lines, words(desk).contactHint] : []);
};

export function contactLine(desk: Desk, row: RoleRow): string {
  const who = row.simulated ? ` (${words(desk).simulated})` : '';
  return `${desk.numbers.roles.of(row.id)}. ${text(desk, row.name)}, ${text(desk, row.organisationName)}${who}`;
}

export const clock: Deed = (desk, _, tell) => list(desk, tell, clockLines(desk));
