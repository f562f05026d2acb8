/**
 * What the parts ask of a role's view. Knows: rows. Does not know: how they are shown.
 */
import { byCodeUnit, say, type Lang, type Ms, type Text } from '../engine/runtime/protocol.ts';
import type { ClaimAs } from '../engine/exercise/entry.ts';
import type {
  DecisionRow,
  FactRow,
  ItemRow,
  QuestionRow,
  RoleRow,
  RoleView,
  TaskRow,
} from '../engine/exercise/rows.ts';
import { plainLine } from './plain.ts';
import type { Words } from './text.ts';

/** A one-line text of the exercise, in the reader's language and safe to show. */
export function line(text: Text, lang: Lang): string {
  return plainLine(say(text, lang));
}

/** Received or sent, the newest first. */
export function items(view: RoleView, box: 'received' | 'sent'): readonly ItemRow[] {
  return Object.values(view.items)
    .filter((item) => item.sent === (box === 'sent'))
    .sort((a, b) => b.seq - a.seq);
}

export function isUnread(item: ItemRow): boolean {
  return !item.sent && item.opened === undefined;
}

/** The open ones first, by when they are due; then the done ones, the latest first. */
export function tasks(view: RoleView): readonly TaskRow[] {
  return Object.values(view.tasks).sort((a, b) => byUrgency(a, b, a.done?.at, b.done?.at));
}

export function decisions(view: RoleView): readonly DecisionRow[] {
  return Object.values(view.decisions).sort((a, b) => byUrgency(a, b, a.made?.at, b.made?.at));
}

type Due = { readonly due: Ms };
function byUrgency(a: Due, b: Due, aDone: Ms | undefined, bDone: Ms | undefined): number {
  if (aDone !== undefined && bDone !== undefined) return bDone - aDone;
  if (aDone === undefined && bDone === undefined) return a.due - b.due;
  return aDone === undefined ? -1 : 1;
}

/** The last learnt first. */
export function facts(view: RoleView): readonly FactRow[] {
  return Object.values(view.facts).sort((a, b) => b.since - a.since || byCodeUnit(a.id, b.id));
}

export function holders(task: TaskRow, as: ClaimAs): readonly string[] {
  return task.holders.filter((holder) => holder.as === as).map((holder) => holder.role);
}

export type Company<R extends RoleRow> = {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly R[];
};

/** Roles by organisation, as the host lists them; `first` names the organisation to put first. */
export function companies<R extends RoleRow>(
  roles: readonly R[],
  lang: Lang,
  first?: string,
): readonly Company<R>[] {
  const found = new Map<string, R[]>();
  for (const role of roles)
    found.set(role.organisation, [...(found.get(role.organisation) ?? []), role]);
  const all = [...found].map(([id, members]) => ({
    id,
    name: members[0] ? line(members[0].organisationName, lang) : id,
    roles: members,
  }));
  return [...all.filter(({ id }) => id === first), ...all.filter(({ id }) => id !== first)];
}

/** Everybody but oneself. */
export function others(view: RoleView): readonly RoleRow[] {
  const me = view.me['me']?.id;
  return Object.values(view.roles).filter((role) => role.id !== me);
}

/** A role's name and organisation, as it stands in a sentence. */
export function roleName(view: RoleView, id: string, lang: Lang): string {
  const me = view.me['me'];
  const role = me?.id === id ? me : view.roles[id];
  if (!role) return plainLine(id);
  return `${line(role.name, lang)}, ${line(role.organisationName, lang)}`;
}

export function senderName(view: RoleView, item: ItemRow, lang: Lang): string {
  const { role, name } = item.from;
  return role === undefined ? line(name, lang) : roleName(view, role, lang);
}

/** Ourselves as "you"; an answer to somebody outside the exercise goes to its control. */
export function receiverNames(
  view: RoleView,
  item: ItemRow,
  lang: Lang,
  words: Words,
): readonly string[] {
  const outside = item.outside === undefined ? [] : [plainLine(item.outside)];
  if (item.to.length + outside.length === 0) return [words.control];
  const me = view.me['me']?.id;
  const roles = item.to.map((role) => (role === me ? words.toYou : roleName(view, role, lang)));
  return [...roles, ...outside];
}

/** Characters of a body that stand in for a missing subject. */
const TEASER = 60;

/** A message may come without a subject; then its first words stand for one. */
export function itemTitle(item: ItemRow, lang: Lang): string {
  const title = line(item.title, lang);
  if (title !== '') return title;
  const body = plainLine(say(item.body, lang).replace(/[*_`>#]/g, ''));
  return body.length <= TEASER
    ? body
    : `${body.slice(0, Math.max(body.lastIndexOf(' ', TEASER), 20))} …`;
}

/** Put to the role and not answered, the oldest first; none once nothing can be answered. */
export function openQuestions(view: RoleView): readonly QuestionRow[] {
  const status = view.exercise['exercise']?.status;
  if (status !== 'running' && status !== 'paused') return [];
  return unanswered(view);
}

export function unanswered(view: RoleView): readonly QuestionRow[] {
  return Object.values(view.questions)
    .filter(({ answer }) => answer === undefined)
    .sort((a, b) => a.askedAt - b.askedAt || byCodeUnit(a.id, b.id));
}

/** What calls for this role, as the navigation counts it. */
export type Calls = {
  readonly inbox: number;
  readonly tasks: number;
  readonly decisions: number;
  readonly questions: number;
};
export function calls(view: RoleView): Calls {
  return {
    inbox: Object.values(view.items).filter(isUnread).length,
    tasks: Object.values(view.tasks).filter((task) => task.status === 'open').length,
    decisions: Object.values(view.decisions).filter((decision) => !decision.made).length,
    questions: openQuestions(view).length,
  };
}
