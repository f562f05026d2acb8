/**
 * What is typed about the people in exercise control, and what each answer comes to as lines.
 * Knows: words. Does not know: sending.
 */
import { ownLane } from '../lane.ts';
import { namesOf } from '../names.ts';
import { words, type Confirm, type LinkOf, type Scene } from '../scene.ts';
import {
  APPOINTED,
  confirmAppoint,
  confirmOne,
  kindOf,
  laneText,
  staffOf,
  type Appointed,
} from '../staff.ts';
import { firstWord } from '../typed.ts';
import type { Reply } from '../../engine/runtime/client.ts';
import { catalogue } from '../text.ts';
import type { Lang } from '../../engine/runtime/protocol.ts';

type Told =
  | { readonly type: 'say'; readonly text: string }
  | { readonly type: 'lines'; readonly lines: readonly string[] }
  | { readonly type: 'lane'; readonly lane: 'mine' | 'all' }
  | { readonly type: 'confirm'; readonly confirm: Confirm };
type Speaker = (scene: Scene, rest: string) => Told;

export const STAFF_ORDERS: readonly (readonly [readonly string[], Speaker])[] = [
  [['ledelse', 'staff'], people],
  [['udpeg', 'appoint'], appoint],
  [['visud', 'dismiss'], (scene, rest) => one(scene, rest, 'dismiss')],
  [['overdrag', 'handover'], (scene, rest) => one(scene, rest, 'handover')],
  [['område', 'omraade', 'lane'], lane],
];

const tell = (text: string): Told => ({ type: 'say', text });

function people(scene: Scene): Told {
  const w = words(scene).staff;
  const lines = staffOf(scene).map((row) => {
    const here = scene.client.staffHere?.[row.id] ?? 0;
    const me = row.id === scene.client.staff ? ` (${w.you})` : '';
    const parts = [kindOf(scene, row), laneText(scene, row.lane), here > 0 ? w.here(here) : w.away];
    return `${row.id}${me}: ${parts.join(', ')}; ${w.may[row.kind]}`;
  });
  return { type: 'lines', lines: lines.length > 0 ? lines : [w.nobody] };
}

const KINDS: Readonly<Record<string, Appointed>> = {
  leder: 'controller',
  observatør: 'observer',
  observatoer: 'observer',
  ...Object.fromEntries(APPOINTED.map((kind) => [kind, kind])),
};

function appoint(scene: Scene, rest: string): Told {
  const w = words(scene);
  const { word, rest: where } = firstWord(rest);
  const kind = KINDS[word.toLowerCase()];
  if (!kind) return tell(w.staff.orders.which);
  const wanted = where.split(',').flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
  if (wanted.length > 0 && kind !== 'controller') return tell(w.staff.form.laneOnly);
  const found = wanted.map((part) => organisation(scene, part));
  const missing = found.indexOf(undefined);
  if (missing !== -1) return tell(w.orders.noSuch(wanted[missing] ?? ''));
  const organisations = found.filter((id) => id !== undefined);
  return { type: 'confirm', confirm: confirmAppoint(scene, kind, organisations) };
}

/** By its id, or by the beginning of its name where that fits only one. */
function organisation(scene: Scene, wanted: string): string | undefined {
  const names = namesOf(scene.view, scene.ui.lang);
  const rows = Object.values(scene.view.roles ?? {});
  const ids = [...new Set(rows.map((row) => row.organisation))];
  const begins = (id: string): boolean =>
    names.organisation(id).toLowerCase().startsWith(wanted.toLowerCase());
  const named = ids.filter(begins);
  return ids.find((id) => id === wanted) ?? (named.length === 1 ? named[0] : undefined);
}

function one(scene: Scene, rest: string, what: 'dismiss' | 'handover'): Told {
  const { word } = firstWord(rest);
  const row = scene.view.staff?.[word.toUpperCase()];
  if (!row || row.kind === 'lead') return tell(words(scene).orders.noSuch(word));
  return { type: 'confirm', confirm: confirmOne(what, scene, row) };
}

function lane(scene: Scene, rest: string): Told {
  const w = words(scene).staff.orders;
  if (ownLane(scene) === undefined) return tell(w.noLane);
  const { word } = firstWord(rest);
  if (['mit', 'mine'].includes(word.toLowerCase())) return { type: 'lane', lane: 'mine' };
  return ['alt', 'all'].includes(word.toLowerCase())
    ? { type: 'lane', lane: 'all' }
    : tell(w.mineOrAll);
}

/** The link of whoever is new, and what it is for. */
export function badgeText(
  { staff, token }: Extract<Reply<'appoint'>, { type: 'appointed' }>,
  lang: Lang,
  linkOf: LinkOf | undefined,
): readonly string[] {
  const link = linkOf?.(token, 'control') ?? token;
  return [`${staff}: ${link}`, catalogue(lang).staff.badge.how, `beredt facilitate "${link}"`];
}
