/**
 * How what is said to all reads as lines: statements to the public, the shared situation picture.
 * Knows: versions and how old they are. Does not know: commands, or where lines go.
 */
import type { PictureSection } from '../../engine/exercise/entry.ts';
import type { PictureRow, StatementRow } from '../../engine/exercise/rows.ts';
import { formatExerciseTime } from '../../engine/runtime/protocol.ts';
import { length } from '../panels/words.ts';
import { plainText } from '../sanitise.ts';
import { SECTION_IDS } from './argument.ts';
import { carried, meOf, nameOf, pictures, words, type Desk } from './desk.ts';
import { indented } from './row.ts';

export function statementLine(desk: Desk, row: StatementRow): string {
  const w = words(desk);
  const own = row.role === meOf(desk)?.id;
  const unread = own || row.opened !== undefined ? '' : ` (${w.unread})`;
  const number = desk.numbers.statements.of(row.id);
  return `[${number}] ${formatExerciseTime(row.at)} ${w.outlet[row.outlet]} · ${nameOf(desk, row.role)}: ${plainText(row.title)}${unread}`;
}

export function statementLines(desk: Desk, row: StatementRow): readonly string[] {
  return [
    statementLine(desk, row),
    words(desk).exercise,
    '',
    ...indented(row.body),
    '',
    ...factLine(desk, row),
  ];
}

/** "2. Konsekvenser, version 3, It-chef, T+01:20, 12m gammel, TLP:AMBER (ulæst)" */
export function pictureLine(desk: Desk, row: PictureRow): string {
  const w = words(desk);
  const own = row.role === meOf(desk)?.id;
  const age = w.old(length(Math.max(0, desk.client.now() - row.at)));
  const who = `${nameOf(desk, row.role)}, ${formatExerciseTime(row.at)}, ${age}, ${row.marking}`;
  const unread = own || row.opened !== undefined ? '' : ` (${w.unread})`;
  return `${pictureName(desk, row)}, ${who}${unread}`;
}

/** "2. Konsekvenser, version 3" */
export function pictureName(desk: Desk, { section, version }: PictureRow): string {
  return `${sectionName(desk, section)}, ${words(desk).version(version)}`;
}

export function pictureLines(desk: Desk, row: PictureRow): readonly string[] {
  return [
    pictureLine(desk, row),
    words(desk).exercise,
    '',
    ...indented(row.text),
    '',
    ...factLine(desk, row),
  ];
}

function factLine(
  desk: Desk,
  { facts, certainty }: Pick<StatementRow, 'facts' | 'certainty'>,
): readonly string[] {
  const all = carried(desk, facts, certainty).join(' · ');
  return facts.length === 0 ? [] : [`${words(desk).facts}: ${all}`];
}

/** `2. Konsekvenser`: the number it is known by, too. */
export function sectionName(desk: Desk, section: PictureSection): string {
  return `${SECTION_IDS.indexOf(section) + 1}. ${words(desk).section[section]}`;
}

/** The versions of one section, the last one first. */
export function versionsOf(desk: Desk, section: PictureSection): readonly PictureRow[] {
  return pictures(desk)
    .filter((row) => row.section === section)
    .sort((a, b) => b.version - a.version);
}

/** Each section with its last version, or that nobody has written it. */
export function sectionLines(desk: Desk): readonly string[] {
  return SECTION_IDS.map((section) => {
    const [last] = versionsOf(desk, section);
    return last
      ? pictureLine(desk, last)
      : `${sectionName(desk, section)}: ${words(desk).unwritten}`;
  });
}

/** Statements by their title; versions of the picture by section, both as one can open them. */
export function openHint(desk: Desk, row: StatementRow | PictureRow): string {
  const w = words(desk);
  return 'outlet' in row
    ? w.statementHint(desk.numbers.statements.of(row.id))
    : w.pictureHint(SECTION_IDS.indexOf(row.section) + 1);
}
