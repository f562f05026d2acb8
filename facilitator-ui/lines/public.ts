/** Knows: declaring, speaking to the public, keeping the situation picture. Does not know: the rest. */
import type { DeclaredAs } from '../../engine/exercise/entry.ts';
import { formatExerciseTime } from '../../engine/runtime/protocol.ts';
import { firstNumber, firstWord } from '../typed.ts';
import { readMarking, readOutlet, readSection, titled } from './argument.ts';
import { list, listOrOne, needed, report, send, withFacts, type Deed, type Tell } from './deed.ts';
import {
  exerciseOf,
  meOf,
  nameOf,
  statements as statementRows,
  text,
  viewOf,
  words,
  type Desk,
} from './desk.ts';
import {
  pictureLine,
  pictureLines,
  sectionLines,
  statementLine,
  statementLines,
  versionsOf,
} from './published.ts';

/** "We are aware" and "we classify it"; without a number, what there is to declare. */
export function declare(as: DeclaredAs): Deed {
  return async (desk, rest, tell) => {
    const w = words(desk);
    const { number, rest: reason } = firstNumber(rest);
    if (number === undefined) {
      const lines = matterLines(desk);
      if (rest !== '') {
        tell.refuse(w.needsNumber);
        return;
      }
      list(desk, tell, lines.length > 0 ? [w.matters, ...lines, w.awareHint] : []);
      return;
    }
    const matter = exerciseOf(desk)?.matters[number - 1]?.id;
    if (matter === undefined) {
      tell.refuse(w.noSuch(String(number)));
      return;
    }
    const said = as === 'aware' ? {} : { as };
    const input = { type: 'awareness.declare', matter, reason, ...said } as const;
    await needed(desk, reason, tell, () => send(desk, tell, input));
  };
}

function matterLines(desk: Desk): readonly string[] {
  const w = words(desk);
  const declared = Object.values(viewOf(desk.client).awareness ?? {});
  return (exerciseOf(desk)?.matters ?? []).map((matter, i) => {
    const rows = declared.filter((row) => row.matter === matter.id);
    const said = rows.map((row) =>
      w.declared[row.as ?? 'aware'](nameOf(desk, row.role), formatExerciseTime(row.at)),
    );
    const end = said.length === 0 ? '' : ` – ${said.join('; ')}`;
    return `  ${i + 1}. ${text(desk, matter.title)}${end}`;
  });
}

const readStatement = listOrOne(
  'statements',
  (desk) => statementRows(desk).map((row) => statementLine(desk, row)),
  (desk, id) => {
    const row = viewOf(desk.client).statements?.[id];
    return row ? statementLines(desk, row) : [];
  },
);

/** All of them; with a number, that one in full. It is open from then on. */
export const statements: Deed = async (desk, rest, tell) => {
  await readStatement(desk, rest, tell);
  const id = desk.numbers.statements.at(firstNumber(rest).number ?? 0);
  const row = id === undefined ? undefined : viewOf(desk.client).statements?.[id];
  if (row) await opened(desk, row, tell);
};

/** What one has read of others one knows from now on; a refusal to open hides nothing. */
async function opened(
  desk: Desk,
  row: { readonly id: string; readonly role: string; readonly opened?: number },
  tell: Tell,
): Promise<void> {
  if (row.opened !== undefined || row.role === meOf(desk)?.id) return;
  const answer = await desk.client.act({ type: 'item.open', item: row.id });
  if (answer.type === 'refused') report(desk, tell, answer);
}

/** `presse [+1 …] Heading // text`. */
export const publish: Deed = async (desk, rest, tell) => {
  const w = words(desk);
  const { word, rest: after } = firstWord(rest);
  const outlet = readOutlet(word);
  if (!outlet) {
    tell.refuse(w.needsOutlet);
    return;
  }
  const carried = withFacts(desk, after, tell);
  if (!carried) return;
  const { rest: all, ...enclosed } = carried;
  const { title, body } = titled(all);
  if (title === undefined || body.trim() === '') {
    tell.refuse(w.needsHeading);
    return;
  }
  const input = { type: 'statement.publish', outlet, title, body, ...enclosed } as const;
  await send(desk, tell, input, w.published);
};

/** The sections; one in full; an older version; or all its versions. */
export const picture: Deed = async (desk, rest, tell) => {
  const w = words(desk);
  const { word, rest: after } = firstWord(rest);
  if (word === '') {
    list(desk, tell, [...sectionLines(desk), w.updateHint]);
    return;
  }
  const section = readSection(word);
  if (!section) {
    tell.refuse(w.needsSection);
    return;
  }
  const versions = versionsOf(desk, section);
  const { number } = firstNumber(after);
  if (number === undefined && after !== '') {
    const lines = versions.map((row) => pictureLine(desk, row));
    list(desk, tell, lines);
    return;
  }
  const row = number === undefined ? versions[0] : versions.find((v) => v.version === number);
  if (!row) {
    tell.refuse(number === undefined ? w.unwritten : w.noSuch(String(number)));
    return;
  }
  list(desk, tell, pictureLines(desk, row));
  await opened(desk, row, tell);
};

/** `konsekvenser [TLP:GREEN] [+1 …] text`: a new version of the section. */
export const update: Deed = async (desk, rest, tell) => {
  const w = words(desk);
  const { word, rest: after } = firstWord(rest);
  const section = readSection(word);
  if (!section) {
    tell.refuse(w.needsSection);
    return;
  }
  const first = firstWord(after);
  const marking = readMarking(first.word);
  const carried = withFacts(desk, marking ? first.rest : after, tell);
  if (!carried) return;
  const { rest: said, ...enclosed } = carried;
  const input = { type: 'picture.update', section, text: said, ...enclosed } as const;
  await needed(desk, said, tell, () =>
    send(desk, tell, { ...input, ...(marking ? { marking } : {}) }, w.updated(w.section[section])),
  );
};
