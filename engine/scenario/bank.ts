/**
 * The bank: texts that control sends when they are wanted. Knows: whose they may be, and that each
 * can be sent as it stands. Does not know: when anybody will want them.
 */
import type { Scope } from './scope.ts';
import type { Row } from './shape.ts';
import { LANGS, type Text } from './text.ts';
import { checkReceivers, checkSender } from './trigger.ts';

type Prepared = Partial<Row<'bank'>>;

export function checkBank(scope: Scope): void {
  const { sound, say } = scope;
  for (const [id, row] of sound.rows.bank) {
    // A note in the record names either by its id alone.
    if (sound.rows.injects.has(id)) say('bank-id-taken', ['bank', id], { params: { id } });
    checkOwner(id, row, scope);
    checkReceivers('bank', id, row, scope);
    checkSender('bank', id, row, scope);
    checkWords(id, row, scope);
  }
}

/** In a participant's name nobody but the participant writes. */
function checkOwner(id: string, { from }: Prepared, { sound, say }: Scope): void {
  const role = typeof from === 'string' ? sound.rows.roles.get(from) : undefined;
  if (typeof from !== 'string' || !role || role['played-by'] === 'simcell') return;
  say('bank-sender', ['bank', id, 'from'], { params: { id: from } });
}

/** The engine sends nothing blank; better that this is said now than when it is wanted. */
function checkWords(id: string, { title, body, from }: Prepared, { say }: Scope): void {
  const name = typeof from === 'object' ? from.name : undefined;
  if (isBlank(title)) say('empty-value', ['bank', id, 'title'], { params: { key: 'title' } });
  if (isBlank(body)) say('empty-value', ['bank', id, 'body'], { params: { key: 'body' } });
  if (isBlank(name)) say('empty-value', ['bank', id, 'from', 'name'], { params: { key: 'name' } });
}

function isBlank(text: Text | undefined): boolean {
  if (text === undefined) return false;
  const said = typeof text === 'string' ? [text] : LANGS.flatMap((lang) => text[lang] ?? []);
  return said.some((words) => words.trim() === '');
}
