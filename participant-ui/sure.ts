/**
 * How sure one says to be of the facts that one attaches. Knows: the choice as a draft keeps it.
 * Does not know: what others have said of a fact.
 */
import type { RoleInput } from '../engine/exercise/entry.ts';
import { CERTAINTIES, type Certainty } from '../engine/scenario/schema.ts';

/** The surest first: that is how people are asked. */
export const CHOICES: readonly Certainty[] = [...CERTAINTIES].reverse();

type Sent = Pick<Extract<RoleInput, { readonly type: 'message.send' }>, 'facts' | 'certainty'>;
type Kept = { readonly facts: readonly string[]; readonly sure: readonly string[] };

/** `likely <fact>`: a list of words outlives a reload as it is. */
const PART = /^(\w+) (.+)$/;

/** Undefined: nothing is said of it. */
export function sureOf(sure: readonly string[], fact: string): Certainty | undefined {
  const kept = sure.map((one) => PART.exec(one)).find((match) => match?.[2] === fact)?.[1];
  return CERTAINTIES.find((one) => one === kept);
}

export function withSure(sure: readonly string[], fact: string, chosen: string): readonly string[] {
  const others = sure.filter((one) => PART.exec(one)?.[2] !== fact);
  return chosen === '' ? others : [...others, `${chosen} ${fact}`];
}

/** The facts as they are sent: nothing is said of one that has been taken out again. */
export function enclosed({ facts, sure }: Kept): Sent {
  const said = facts.flatMap((fact) => {
    const certainty = sureOf(sure, fact);
    return certainty === undefined ? [] : [[fact, certainty] as const];
  });
  return { facts, ...(said.length === 0 ? {} : { certainty: Object.fromEntries(said) }) };
}
