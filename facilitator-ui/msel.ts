/**
 * The script in plain lines: moving, rewording, redirecting and repeating an inject, and the bank.
 * Knows: words, and the questions they lead to. Does not know: reading rows and receivers (order).
 */
import type { BankRow, ControlInjectRow } from '../engine/exercise/rows.ts';
import type { Lang } from '../engine/runtime/protocol.ts';
import { aboutPrepared, bankRows, sendPrepared } from './adhoc.ts';
import { closest, searchable } from './fuzzy.ts';
import { namesOf } from './names.ts';
import { redirect, repeat } from './redirect.ts';
import { orSeveral } from './orders/several.ts';
import type { Ordered } from './ordered.ts';
import { reschedule } from './retime.ts';
import { inLanguage, reword } from './reword.ts';
import { told, words, type Confirm, type Scene } from './scene.ts';
import { moveSeveral } from './several.ts';
import type { Step } from './step.ts';
import { firstNumber, firstWord } from './typed.ts';

type Reader = (scene: Scene, rest: string) => Ordered;
type On = (scene: Scene, row: ControlInjectRow, rest: string) => Ordered;
type Receivers = (scene: Scene, word: string) => readonly string[] | undefined;

const tell = (text: string): Ordered => ({ type: 'say', text });
const asked = (made: Confirm | string): Ordered =>
  typeof made === 'string' ? tell(made) : { type: 'confirm', confirm: made };

/** `receivers`: reads the roles that a word names, as it does for every order. */
export function scriptOrders(
  receivers: Receivers,
): readonly (readonly [readonly string[], Reader])[] {
  /** The first word names roles. */
  const to = (
    scene: Scene,
    rest: string,
    go: (roles: readonly string[], rest: string) => Confirm | string,
  ): Ordered => {
    const { word, rest: after } = firstWord(rest);
    if (word === '') return tell(words(scene).orders.needsText);
    const roles = receivers(scene, word);
    return roles ? asked(go(roles, after)) : tell(words(scene).orders.noSuch(word));
  };
  const repeated: On = (scene, row, rest) => {
    if (row.status !== 'released') return tell(words(scene).script.form.notOut);
    return rest === ''
      ? asked(repeat(scene, row, row.to))
      : to(scene, rest, (roles) => repeat(scene, row, roles));
  };
  const bank: Reader = (scene, rest) => {
    const rows = bankRows(scene);
    if (rows.length === 0) return tell(words(scene).script.orders.noBank);
    const { number, rest: after } = firstNumber(rest);
    if (number === undefined) return listed(scene, rows, rest);
    const row = rows[number - 1];
    if (!row) return tell(words(scene).orders.noSuch(String(number)));
    return after === ''
      ? asked(sendPrepared(scene, row))
      : to(scene, after, (roles) => sendPrepared(scene, row, roles));
  };
  const redirected: On = (scene, row, rest) =>
    to(scene, rest, (roles, why) => redirect(scene, row, roles, why));
  return [
    [['flyt', 'udskyd', 'move', 'reschedule'], orSeveral(on(ahead(moved)), movedAll)],
    [['korriger', 'korrigér', 'edit'], on(ahead(reworded))],
    [['adresser', 'adressér', 'omadresser', 'redirect', 'address'], on(ahead(redirected))],
    [['gentag', 'repeat'], on(repeated)],
    [['bank'], bank],
  ];
}

/** The inject that the order begins with the number of. */
function on(go: On): Reader {
  return (scene, rest) => {
    const { number, rest: after } = firstNumber(rest);
    if (number === undefined) return tell(words(scene).orders.needsText);
    const row = Object.values(scene.view.injects ?? {}).find((each) => each.number === number);
    return row ? go(scene, row, after) : tell(words(scene).orders.noSuch(String(number)));
  };
}

/** What is out, skipped or passed can no longer be changed. */
function ahead(go: On): On {
  return (scene, row, rest) =>
    row.status === 'planned' || row.status === 'held'
      ? go(scene, row, rest)
      : tell(words(scene).script.form.gone);
}

function moved(scene: Scene, row: ControlInjectRow, rest: string): Ordered {
  const { word, rest: why } = firstWord(rest);
  return asked(reschedule(scene, row, word, why));
}

function movedAll(scene: Scene, rows: readonly ControlInjectRow[], rest: string): Step {
  const { word, rest: why } = firstWord(rest);
  return moveSeveral(scene, rows, word, why);
}

const PARTS: Readonly<Record<string, 'title' | 'body'>> = {
  titel: 'title',
  title: 'title',
  tekst: 'body',
  text: 'body',
};

/** `titel` or `tekst`, with `-da` or `-en` where it is not the language of the console. */
function reworded(scene: Scene, row: ControlInjectRow, rest: string): Ordered {
  const { word, rest: said } = firstWord(rest);
  const [, name = '', lang] = /^([^-]+)(?:-(da|en))?$/.exec(word.toLowerCase()) ?? [];
  const part = PARTS[name];
  if (part === undefined || said === '') return tell(words(scene).script.orders.noPart);
  const changed = inLanguage(row[part], (lang as Lang | undefined) ?? scene.ui.lang, said);
  return asked(reword(scene, row, { [part]: changed }, ''));
}

/** The prepared texts with the numbers that send them; those that fit, the closest first. */
function listed(scene: Scene, rows: readonly BankRow[], search: string): Ordered {
  const names = namesOf(scene.view, scene.ui.lang);
  const lines = rows.map((row, i) => {
    const to = row.to.length === 0 ? '' : ` → ${names.roles(row.to)}`;
    return `${i + 1}. ${told(scene, row.title)} · ${aboutPrepared(scene, row)}${to}`;
  });
  const found = closest(lines, search, searchable);
  return found.length === 0
    ? tell(words(scene).script.orders.noText(search))
    : { type: 'lines', lines: found };
}
