/**
 * Who gets in and who is asked to leave: the codes and links for each organisation and role, and
 * freeing a chair. Knows: what is asked first, and what it does. Does not know: the screen.
 */
import type { SeatRow } from '../engine/exercise/rows.ts';
import type { Client, Invitations, Outcome, Reply } from '../engine/runtime/client.ts';
import type { Invitation, Lang } from '../engine/runtime/protocol.ts';
import { loadDebrief, type Debriefed } from './debrief.ts';
import { pick, type Form } from './form.ts';
import { namesOf } from './names.ts';
import { seatsOf } from './rows.ts';
import { words, type Confirm, type Errand, type Scene } from './scene.ts';
import { carrySeveral, type Severally } from './several.ts';

/** What opens a door, and for whom. */
export type Way = {
  readonly name: string;
  readonly code: string;
  readonly link?: string;
  /** A role stands under its organisation. */
  readonly under: boolean;
};

/** The chairs of a role that people have, and that can be freed: a bot gets up by itself. */
export function peopleIn({ view }: Pick<Scene, 'view'>, role: string): readonly SeatRow[] {
  return seatsOf(view, role).filter(({ bot }) => !bot);
}

/** The question before codes are shown: somebody else may be looking. */
export function confirmInvite(scene: Scene, links = false): Confirm {
  const w = words(scene).doors;
  const effects = [[{ text: w.warning }], [{ text: w.whatFor }]];
  return { title: w.ask, effects, input: { type: 'invite', links }, harmless: true };
}

/** First the code for all, then each organisation with its roles. */
export function waysIn(scene: Scene, rows: readonly Invitation[]): readonly Way[] {
  const names = namesOf(scene.view, scene.ui.lang);
  const way = ({ role, organisation, code, token }: Invitation): Way => ({
    name:
      role !== undefined
        ? names.role(role)
        : organisation === undefined
          ? words(scene).everyone
          : names.organisation(organisation),
    code,
    ...(scene.linkOf ? { link: scene.linkOf(token) } : {}),
    under: role !== undefined,
  });
  const homeOf = (role: string): string | undefined => scene.view.roles?.[role]?.organisation;
  const roles = rows.filter(({ role }) => role !== undefined);
  const above = rows.filter(({ role }) => role === undefined);
  const placed = above.flatMap((row) => [
    row,
    ...roles.filter(
      ({ role = '' }) => row.organisation !== undefined && homeOf(role) === row.organisation,
    ),
  ]);
  return [...placed, ...roles.filter((row) => !placed.includes(row))].map(way);
}

/** Which chair of the role, when there are several. */
export function freeForm(scene: Scene, role: string): Form {
  const w = words(scene).doors;
  const options = peopleIn(scene, role).map(({ id, pseudonym }) => ({ id, name: pseudonym }));
  const hint = namesOf(scene.view, scene.ui.lang).role(role);
  return {
    kind: 'free',
    target: role,
    title: w.freeTitle,
    hint,
    fields: [pick('seat', w.chair, options)],
    at: 0,
  };
}

/** The question before a person loses the chair. */
export function confirmFree(scene: Scene, seat: SeatRow, form?: Form): Confirm {
  const w = words(scene).doors;
  const role = namesOf(scene.view, scene.ui.lang).role(seat.role);
  const effects = [w.freed(seat.pseudonym, role), w.shownOut, w.stays].map((text) => [{ text }]);
  return {
    title: w.freeAsk,
    effects,
    input: { type: 'free', seat: seat.id },
    ...(form ? { form } : {}),
  };
}

/** Hands an errand to the host; what opens doors, and the debrief, come back as they are. */
export function carry(
  client: Client,
  errand: Errand,
  lang: Lang,
): Promise<Outcome | Invitations | Debriefed | Reply<'appoint'> | Severally> {
  switch (errand.type) {
    case 'debrief':
      return loadDebrief(client);
    case 'several':
      return carrySeveral(client, errand, lang);
    case 'invite':
      return client.invite();
    case 'free':
      return client.free(errand.seat);
    case 'appoint':
      return client.request(errand);
    case 'dismiss':
      return client.request(errand);
    default:
      return client.act(errand);
  }
}
