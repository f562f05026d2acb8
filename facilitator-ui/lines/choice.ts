/** Knows: decisions, from raising one to telling others of it. Does not know: the other commands. */
import { firstNumber, firstWord } from '../typed.ts';
import { parts, readLength, reasoned } from './argument.ts';
import { about, listOrOne, needed, send, withFacts, type Deed } from './deed.ts';
import { decisions as decisionRows, namesOf, text, viewOf, words } from './desk.ts';
import { receivers } from './people.ts';
import { decisionDetail, decisionLines, outcome } from './row.ts';

export const decisions = listOrOne(
  'decisions',
  (desk) => decisionRows(desk).flatMap((row) => decisionLines(desk, row)),
  (desk, id) => {
    const row = viewOf(desk.client).decisions?.[id];
    return row ? decisionDetail(desk, row) : [];
  },
);

/** `it-chef,@kommune 30m Skal vi lukke? // Ja // Nej`. */
export const raise: Deed = async (desk, rest, tell) => {
  const w = words(desk);
  const found = receivers(desk, rest, tell);
  if (!found) return;
  const { word, rest: after } = firstWord(found.rest);
  const within = readLength(word);
  const [question = '', ...options] = parts(after);
  if (within === undefined) tell.refuse(w.needsLength);
  else if (question === '' || options.length < 2) tell.refuse(w.needsOptions);
  else {
    const input = { type: 'decision.raise', question, options, within, with: found.to } as const;
    await send(desk, tell, input, w.raised(namesOf(desk, found.to)));
  }
};

export const discuss: Deed = (desk, rest, tell) =>
  about(desk, 'decisions', rest, tell, (decision, said) =>
    needed(desk, said, tell, () =>
      send(desk, tell, { type: 'decision.discuss', decision, text: said }),
    ),
  );

/** `1 2 [+1 …] reason [// forudsat: …] [// uenig: …]`. */
export function decide(where: { readonly outside?: true }): Deed {
  return (desk, rest, tell) =>
    about(desk, 'decisions', rest, tell, async (decision, after) => {
      const w = words(desk);
      const { number, rest: said } = firstNumber(after);
      const option = viewOf(desk.client).decisions?.[decision]?.options[(number ?? 0) - 1]?.id;
      if (number === undefined) {
        tell.refuse(w.needsOption);
        return;
      }
      if (option === undefined) {
        tell.refuse(w.noSuch(String(number)));
        return;
      }
      const carried = withFacts(desk, said, tell);
      if (!carried) return;
      if (carried.certainty) {
        tell.refuse(w.noCertainty);
        return;
      }
      const { unknown, ...why } = reasoned(carried.rest);
      if (unknown !== undefined) {
        tell.refuse(w.unknownPart(unknown));
        return;
      }
      const { facts } = carried;
      const input = { type: 'decision.record', decision, option, ...why, facts, ...where } as const;
      await needed(desk, why.reason, tell, () => send(desk, tell, input));
    });
}

/** Tells others what was decided: in one's own words, or in the record's where there are none. */
export const communicate: Deed = (desk, rest, tell) =>
  about(desk, 'decisions', rest, tell, async (decision, after) => {
    const w = words(desk);
    const row = viewOf(desk.client).decisions?.[decision];
    if (!row?.made) {
      tell.refuse(w.notDecided);
      return;
    }
    const found = receivers(desk, after, tell);
    const carried = found && withFacts(desk, found.rest, tell);
    if (!carried) return;
    const said = `${text(desk, row.question)} ${outcome(desk, row)}`;
    // What it was based on goes with it, as far as one knows it, beside what one adds.
    const facts = [...new Set([...(row.made.facts ?? []), ...carried.facts])];
    const { to } = found;
    const body = carried.rest.trim() === '' ? said : carried.rest;
    const sure = carried.certainty ? { certainty: carried.certainty } : {};
    const input = { type: 'message.send', to, body, facts, ...sure, about: { decision } } as const;
    await send(desk, tell, input, w.sent(namesOf(desk, to)));
  });
