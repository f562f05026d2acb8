/** Knows: which lines of the desk have some words in them. Does not know: where lines go. */
import { say, type Text } from '../../engine/runtime/protocol.ts';
import { plainText } from '../sanitise.ts';
import { askLines } from './aside.ts';
import { list, needed, type Deed } from './deed.ts';
import {
  contacts,
  decisions,
  factsOf,
  items,
  pictures,
  statements,
  tasks,
  text,
  viewOf,
  words,
  type Desk,
} from './desk.ts';
import { contactLine, factLine } from './lists.ts';
import { pictureLine, statementLine } from './published.ts';
import { decisionLines, itemLine, taskLine } from './row.ts';

/** A line as it is found again, and all that is searched for it. */
type Entry = { readonly line: string; readonly texts: readonly (Text | undefined)[] };

export const search: Deed = (desk, rest, tell) =>
  needed(desk, rest, tell, () => {
    const wanted = rest.toLowerCase();
    const says = ({ line, texts }: Entry): boolean =>
      [line, ...texts.map((value) => plainText(say(value ?? '', desk.lang)))].some((value) =>
        value.toLowerCase().includes(wanted),
      );
    const found = entries(desk).filter(says);
    if (found.length === 0) tell.line(words(desk).noneFound(plainText(rest)));
    else
      list(
        desk,
        tell,
        found.map(({ line }) => line),
      );
    return Promise.resolve();
  });

function entries(desk: Desk): readonly Entry[] {
  const w = words(desk);
  const decided = decisions(desk).map((row): Entry => {
    const [line = ''] = decisionLines(desk, row);
    const said = (row.discussion ?? []).map((part) => part.text);
    const options = row.options.map((option) => option.title);
    const texts = [row.description, row.made?.reason, ...options, ...said];
    return { line: `${w.decision} ${line}`, texts };
  });
  return [
    ...items(desk).map((row) => ({ line: itemLine(desk, row), texts: [row.body, row.title] })),
    ...tasks(desk).map((row) => ({
      line: `${w.task} ${taskLine(desk, row)}`,
      texts: [row.description, row.done?.note],
    })),
    ...decided,
    ...factsOf(desk).map((row) => ({ line: factLine(desk, row), texts: [] })),
    ...statements(desk).map((row) => ({
      line: `${w.statement} ${statementLine(desk, row)}`,
      texts: [row.body],
    })),
    ...pictures(desk).map((row) => ({
      line: `${w.picture}: ${pictureLine(desk, row)}`,
      texts: [row.text],
    })),
    ...Object.values(viewOf(desk.client).asks ?? {}).map((row) => ({
      line: `${w.control}: ${askLines(desk, row).join(' ')}`,
      texts: [],
    })),
    ...contacts(desk).map((row) => ({
      line: `${w.contact} ${contactLine(desk, row)}`,
      texts: [text(desk, row.organisationName)],
    })),
  ];
}
