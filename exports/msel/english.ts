/** What is said in English about a sheet that could not be taken as it stands. Knows: the sentences. */
import type { FaultWords } from './fault.ts';

const mib = (bytes: string): string => `${Math.round(Number(bytes) / 1024 / 1024)} MiB`;

export const english: FaultWords = {
  'not-a-workbook': () => ({
    what: 'The file is not a workbook that can be read.',
    why: 'An xlsx file is a ZIP archive with a spreadsheet in it. This one is not, or it is damaged.',
    remedy: 'Open the file in a spreadsheet and save it again as xlsx or as CSV UTF-8.',
  }),
  'workbook-encrypted': () => ({
    what: 'The file has a password, or is saved in the old format (xls).',
    why: 'Beredt does not ask for passwords, and reads xlsx and CSV only.',
    remedy: 'Open the file in a spreadsheet and save it as xlsx without a password.',
  }),
  'workbook-too-large': ({ limit }) => ({
    what: `The file is too large: more than ${mib(limit)} when unpacked.`,
    why: 'A MSEL is much smaller. So much content comes from pictures, or the file is made to do harm.',
    remedy: 'Remove pictures and other sheets, and save the MSEL by itself.',
  }),
  'too-many-sheets': ({ limit }) => ({
    what: `There are more than ${limit} sheets in the workbook.`,
    why: 'So many sheets are not read.',
    remedy: 'Save the sheet with the MSEL in a file of its own.',
  }),
  'too-many-rows': ({ limit }) => ({
    what: `The sheet has more than ${limit} rows.`,
    why: 'So many rows are not read.',
    remedy: 'Remove rows that are no injects, or split the MSEL into several files.',
  }),
  'too-many-columns': ({ limit }) => ({
    what: `The sheet has more than ${limit} columns.`,
    why: 'So many columns are not read.',
    remedy: 'Remove the columns that do not belong to the MSEL.',
  }),
  'too-much-text': ({ limit }) => ({
    what: `The sheet has more than ${mib(limit)} of text.`,
    why: 'So much text is not read.',
    remedy: 'Split the MSEL into several files.',
  }),
  'csv-encoding': () => ({
    what: "The file's encoding is not UTF-8.",
    why: 'Read in another encoding, letters beyond English become others, and nobody notices.',
    remedy: 'Choose “Save as” and “CSV UTF-8” in Excel, or save as xlsx.',
  }),
  'csv-nul': () => ({
    what: 'The file holds NUL characters and is not text.',
    why: 'A CSV file is plain text.',
    remedy: 'Save the sheet as “CSV UTF-8” or as xlsx.',
  }),
  'csv-quote-open': () => ({
    what: 'A quotation mark that opens a cell is never closed.',
    why: 'The rest of the file would be read as one cell.',
    remedy: 'Close the cell, or write two marks ("") for one that belongs to the text.',
  }),
  'csv-quote-stray': () => ({
    what: 'There is text behind the quotation mark that closes a cell.',
    why: 'It is unclear where the cell ends.',
    remedy: 'Write two quotation marks ("") for one that belongs to the text.',
  }),
  'no-such-sheet': ({ what, suggestion }) => ({
    what: `There is no sheet called “${what}”.`,
    why: 'The name must be the one on its tab.',
    remedy: suggestion ? `Did you mean “${suggestion}”?` : 'Leave out --sheet to use the best one.',
  }),
  'no-header': () => ({
    what: 'There are no column headers that can be recognised.',
    why: 'The header is looked for in the first ten rows, in Danish, English and French.',
    remedy:
      'Name its row with --header-row, or say what the columns are: --header-row 0 --map "B=channel,C=planned_exercise_time,D=to_roles".',
  }),
  'no-rows': () => ({
    what: 'There are no rows to import.',
    why: 'The sheet is empty below its header.',
    remedy: 'Choose another sheet with --sheet, or another header row with --header-row.',
  }),
  'wish-unknown-column': ({ what, suggestion }) => ({
    what: `--map names the column “${what}”, which the sheet does not have.`,
    why: 'A column is named by its header or its letter.',
    remedy: suggestion ? `Did you mean “${suggestion}”?` : "Use the column's letter, such as C.",
  }),
  'wish-unknown-field': ({ what, where, suggestion }) => ({
    what: `--map says that “${where}” is “${what}”, which the MSEL does not have.`,
    why: "The field must be one of the MSEL's columns, or ignore.",
    remedy: suggestion
      ? `Did you mean ${suggestion}?`
      : 'Choose for example title, content, planned_exercise_time, to_roles or channel.',
  }),
  'wish-unreadable': ({ why }) => ({
    what: `The file for --map cannot be read: ${why}.`,
    why: 'It must be YAML with a line for each column.',
    remedy: 'Write for example “Time: planned_exercise_time”.',
  }),
  'value-refused': ({ where, why }) => ({
    what: `${where} cannot be used: ${why}.`,
    why: 'The scenario language does not take the value, and the inject could not run.',
    remedy: 'Correct the cell. The reference of the scenario language describes every field.',
  }),
  'value-unreadable': ({ what, why }) => ({
    what: `“${what}” cannot be read${why ? ` (${why})` : ''}.`,
    why: 'The cell must have the form that Beredt writes itself.',
    remedy: 'Compare with another row, and correct the cell.',
  }),
  'id-twice': ({ what }) => ({
    what: `The id ${what} is used by several rows.`,
    why: 'Each inject must have an id of its own.',
    remedy: 'Give the new row another id, or leave the cell empty.',
  }),
  'id-taken': ({ what, where }) => ({
    what: `The inject ${what} already stands in ${where}.`,
    why: 'Two injects cannot have one id, and Beredt deletes nothing in your files.',
    remedy:
      'Use --replace to replace the injects that the sheet itself has, or give the row another id.',
  }),
  'shown-differs': ({ what, taken }) => ({
    what: `“${what}” was changed, but the columns of the languages count: “${taken}”.`,
    why: "The column only shows the text in the sheet's language.",
    remedy: 'Make the change in the columns for Danish and English.',
  }),
  'time-missing': () => ({
    what: 'There is no time; the inject is released by hand.',
    why: 'Beredt does not know a time that nobody wrote.',
    remedy: 'Write at: instead of manual: true if it is to come by itself.',
  }),
  'time-not-understood': ({ what }) => ({
    what: `The time “${what}” cannot be understood; the inject is released by hand.`,
    why: 'Forms that are understood are, for example, 09:05, T+01:30, T+2, J+1 H+2 M-5 and D+2 H+3 M+45.',
    remedy: 'Write at: instead of manual: true.',
  }),
  'time-before-start': ({ what, taken }) => ({
    what: `“${what}” is ${taken}, before STARTEX; the inject is released by hand.`,
    why: 'The exercise has no time before STARTEX.',
    remedy: 'Give the right start with --starts, or write at: 0m if it is part of the exercise.',
  }),
  'time-unit': ({ what, taken }) => ({
    what: `“${what}” has no unit; taken as ${taken}.`,
    why: 'A number by itself can be minutes, hours or days.',
    remedy: 'Use --map "@unit=h" if hours are meant, or @unit=d for days.',
  }),
  'time-start': ({ what, taken }) => ({
    what: `${what} is ${taken} if the exercise starts as the scenario does.`,
    why: 'A time of day says something only when the start is known.',
    remedy: "Give the sheet's own start with --starts HH:MM.",
  }),
  'time-midnight': ({ what, taken }) => ({
    what: `${what} is taken for the day after: ${taken}.`,
    why: 'The time of day is more than twelve hours before that of the row above.',
    remedy: 'Correct at: if the rows are not in order of time.',
  }),
  'time-first-date': ({ what, taken }) => ({
    what: `${what} is ${taken}, counted from the sheet's first day.`,
    why: "The sheet's dates are not the scenario's, so the first is used as the beginning.",
    remedy: 'Give the start with --starts “YYYY-MM-DD HH:MM”.',
  }),
  'time-no-clock': ({ what, taken }) => ({
    what: `${what} has no time of day; taken as midnight: ${taken}.`,
    why: 'A date by itself is a whole day.',
    remedy: 'Correct at: to the right time.',
  }),
  'title-missing': ({ taken }) => ({
    what: `There is no title; “${taken}” was put there.`,
    why: 'An inject needs a title.',
    remedy: 'Write a title.',
  }),
  'content-missing': () => ({
    what: 'There is no content; the title is used as the text.',
    why: 'The receivers need something to read.',
    remedy: "Write the inject's text in body:.",
  }),
  'sender-missing': () => ({
    what: 'There is no sender; exercise control was put there.',
    why: 'An inject must come from somebody.',
    remedy: 'Write the right sender in from:.',
  }),
  'receivers-missing': ({ what }) => ({
    what: what
      ? `None of the receivers in “${what}” exists; everybody was put there.`
      : 'There are no receivers; everybody was put there.',
    why: 'An inject must reach somebody.',
    remedy: 'Write ids of roles or organisations in to:.',
  }),
  'receiver-unknown': ({ what }) => ({
    what: `The receiver “${what}” is not in the scenario.`,
    why: 'Receivers are roles, organisations or all.',
    remedy: 'Define the role, or correct to:.',
  }),
  'receiver-guessed': ({ what, taken }) => ({
    what: `The receiver “${what}” was taken for ${taken}.`,
    why: 'The name is like it, but not the same.',
    remedy: 'Correct to: if it is another.',
  }),
  'channel-missing': ({ taken }) => ({
    what: `There is no channel; ${taken} was put there.`,
    why: 'The receivers must know how the inject reaches them.',
    remedy: 'Write the right channel in channel:.',
  }),
  'channel-unknown': ({ what, taken }) => ({
    what: `The channel “${what}” is unknown; ${taken} was put there.`,
    why: 'The channels are phone, email, sms, radio, letter, news, social, alarm, broadcast, sitrep, meeting and portal.',
    remedy: 'Choose one of them in channel:.',
  }),
  'channel-guessed': ({ what, taken }) => ({
    what: `The channel was guessed from “${what}”: ${taken}.`,
    why: "The words are none of Beredt's channels.",
    remedy: 'Correct channel: if it is another.',
  }),
  'word-unknown': ({ what }) => ({
    what: `“${what}” is not in the scenario and was left out.`,
    why: 'Only what the scenario has can be referred to.',
    remedy: 'Define it, or correct the inject.',
  }),
  'word-guessed': ({ what, taken }) => ({
    what: `“${what}” was taken for ${taken}.`,
    why: 'It is like it, but not the same.',
    remedy: 'Correct the inject if it is something else.',
  }),
  'markup-turned': () => ({
    what: 'HTML in the cell was turned into plain text.',
    why: "Beredt's texts are Markdown; HTML is not shown.",
    remedy: 'See that the text is as it should be.',
  }),
  'text-cut': ({ limit }) => ({
    what: `The text was cut after ${limit} characters.`,
    why: 'The scenario language takes no longer texts.',
    remedy: 'Put the rest into an attachment.',
  }),
};
