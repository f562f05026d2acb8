/**
 * The people in exercise control: who one is, which keys are one's own, and how somebody is let in,
 * shown out or given the lead. Knows: what is asked first, and what it does. Does not know: the
 * screen, or the rules (the engine has them; a key that slips through is refused there).
 */
import type { StaffKind } from '../engine/exercise/entry.ts';
import type { StaffRow } from '../engine/exercise/rows.ts';
import type { ClientState } from '../engine/runtime/client.ts';
import { byCodeUnit, CLOSE, type Lang } from '../engine/runtime/protocol.ts';
import { chosenRef } from './choice.ts';
import { chosenOf, pick, picks, valueOf, type Form, type Option } from './form.ts';
import { inLane, isNarrowed, ownLane, ownRow } from './lane.ts';
import { joined, namesOf } from './names.ts';
import { plainText } from './sanitise.ts';
import { catalogue } from './text.ts';
import { cut, widthOf } from './width.ts';
import { words, type Confirm, type Errand, type Scene, type Ui } from './scene.ts';

export type Appointed = Exclude<StaffKind, 'lead'>;
export const APPOINTED: readonly Appointed[] = ['controller', 'evaluator', 'observer'];

const isLead = (scene: Scene): boolean => (ownRow(scene)?.kind ?? 'lead') === 'lead';
const inOffice = (scene: Scene): boolean => ownRow(scene) !== undefined && isLead(scene);

/** The acts on people have no key of their own: they are one key further, behind `L`. */
const LEADS = { keys: [], group: 'people', quiet: true } as const;
export const STAFF_BINDINGS = [
  { action: 'office', keys: ['L'], shown: 'L', group: 'people', applies: (): boolean => true },
  { ...LEADS, action: 'appoint', shown: 'L a', applies: inOffice },
  {
    ...LEADS,
    action: 'dismiss',
    shown: 'L x',
    applies: (s: Scene): boolean => inOffice(s) && others(s).length > 0,
  },
  {
    ...LEADS,
    action: 'handover',
    shown: 'L o',
    applies: (s: Scene): boolean => inOffice(s) && others(s).length > 0,
  },
  {
    action: 'lane',
    keys: ['O'],
    shown: 'O',
    group: 'screen',
    applies: (s: Scene): boolean => ownLane(s) !== undefined,
  },
] as const;

/** As much of a key as says whose it is. */
type Keyed = {
  readonly action: string;
  readonly group: 'conduct' | 'injects' | 'people' | 'finding' | 'screen';
  readonly applies: (scene: Scene) => boolean;
};
/** What an act on the people begins with. */
export type StaffStep =
  | { readonly type: 'form'; readonly form: Form }
  | { readonly type: 'confirm'; readonly confirm: Confirm };

/** Who may use a key: the lead alone, whoever conducts, whoever evaluates too, or everybody. */
type Reach = 'lead' | 'conduct' | 'evaluate' | 'all';
const GROUPS: Readonly<Record<Keyed['group'], Reach>> = {
  conduct: 'lead',
  injects: 'conduct',
  people: 'conduct',
  finding: 'all',
  screen: 'all',
};
/** Where the group does not say it. */
const REACH: { readonly [action: string]: Reach } = {
  pause: 'conduct',
  halt: 'conduct',
  // Whoever sees that somebody is hurt stops the exercise.
  real: 'all',
  debrief: 'all',
  filter: 'all',
  observe: 'evaluate',
  mark: 'evaluate',
  bookmark: 'evaluate',
  correct: 'evaluate',
  office: 'all',
  appoint: 'lead',
  dismiss: 'lead',
  handover: 'lead',
};
/** These act on the chosen row. */
const ON_ROW: readonly string[] = [
  'release',
  'hold',
  'unhold',
  'skip',
  'ask',
  'drop',
  'answer',
  'decide',
  'free',
  'reschedule',
  'reword',
  'redirect',
  'repeat',
];
const RANK = { all: 0, evaluate: 1, conduct: 2, lead: 3 } as const;
const OWN = { observer: 0, evaluator: 1, controller: 2, lead: 3 } as const;

/** Adds to where a key applies that it is one's own to use. */
export function guarded<B extends Keyed>(binding: B): B {
  return { ...binding, applies: (scene) => !isBarred(scene, binding) && binding.applies(scene) };
}

function isBarred(scene: Scene, binding: Keyed): boolean {
  return isReserved(scene, binding) || isOutside(scene, binding);
}

function reachOf({ action, group }: Keyed): Reach {
  return REACH[action] ?? GROUPS[group];
}

function isReserved(scene: Scene, binding: Keyed): boolean {
  return OWN[ownRow(scene)?.kind ?? 'lead'] < RANK[reachOf(binding)];
}

function isOutside(scene: Scene, { action }: Keyed): boolean {
  if (!ON_ROW.includes(action) || ownLane(scene) === undefined) return false;
  const ref = chosenRef(scene);
  return ref !== undefined && !inLane(scene, ref);
}

/** Whose key it is, where it is not one's own: for the help and the palette. */
export function reservedFor(scene: Scene, binding: Keyed): string | undefined {
  if (!isReserved(scene, binding)) return undefined;
  const w = words(scene).staff;
  const reach = reachOf(binding);
  if (reach === 'lead') return w.onlyLead;
  return reach === 'conduct' ? w.onlyConduct : w.onlyRecord;
}

/** Why a key that means something here does nothing for oneself. */
export function whyBarred(scene: Scene, bindings: readonly Keyed[]): string | undefined {
  const w = words(scene).staff;
  const [whose] = bindings.flatMap((binding) => reservedFor(scene, binding) ?? []);
  if (whose !== undefined) return w.reserved(whose);
  return bindings.some((binding) => isOutside(scene, binding)) ? w.outside : undefined;
}

/** To whoever has been shown out: that it goes on, and on the host's own machine how to lead it again. */
export function shutOut(
  { connection, lost }: Pick<ClientState, 'connection' | 'lost'>,
  lang: Lang,
  folder: string | undefined,
): readonly string[] {
  if (connection !== 'closed' || lost?.code !== CLOSE.unauthorised.code) return [];
  const w = catalogue(lang).staff;
  return folder === undefined
    ? [w.shownOut]
    : [w.shownOutHere, `beredt staff --lead '${plainText(folder)}'`];
}

/** Everybody, in the order in which they were named. */
export function staffOf({ view }: Pick<Scene, 'view'>): readonly StaffRow[] {
  const number = ({ id }: StaffRow): number => Number(id.slice(1));
  const rows = Object.values(view.staff ?? {});
  return rows.sort((a, b) => number(a) - number(b) || byCodeUnit(a.id, b.id));
}

function others(scene: Scene): readonly StaffRow[] {
  return staffOf(scene).filter(({ kind }) => kind !== 'lead');
}

export function kindOf(scene: Scene, { kind }: StaffRow): string {
  return words(scene).staff.kind[kind];
}

export function laneText(scene: Scene, lane: readonly string[] | undefined): string {
  const names = namesOf(scene.view, scene.ui.lang);
  return lane ? joined(lane.map(names.organisation)) : words(scene).staff.everywhere;
}

/** »F2 lokal øvelsesleder · Region Syddanmark (mit område)«; where room is short, less of the lane. */
export function whoIAm(scene: Scene, room: number): string {
  const row = ownRow(scene);
  if (!row) return '';
  const lane = ownLane(scene);
  const w = words(scene).staff;
  const shown = isNarrowed(scene) ? w.mine : w.all;
  const who = `${row.id} ${kindOf(scene, row)}`;
  if (!lane) return cut(who, room);
  const left = room - widthOf(who) - widthOf(shown) - ' ·  ()'.length;
  return `${who} · ${cut(laneText(scene, lane), Math.max(1, left))} (${shown})`;
}

export function beginStaff(action: 'appoint' | 'dismiss' | 'handover', scene: Scene): StaffStep {
  const { overlay } = scene.ui;
  const row = overlay.type === 'staff' ? staffOf(scene)[overlay.at] : undefined;
  switch (action) {
    case 'appoint':
      return { type: 'form', form: appointForm(scene) };
    case 'dismiss':
    case 'handover':
      return row && row.kind !== 'lead'
        ? { type: 'confirm', confirm: confirmOne(action, scene, row) }
        : { type: 'form', form: whoForm(action, scene) };
    default:
      return action satisfies never;
  }
}

export function appointForm(scene: Scene): Form {
  const w = words(scene).staff;
  const kinds = APPOINTED.map((id) => ({ id, name: w.kind[id], note: w.may[id] }));
  const fields = [
    pick('kind', w.form.kind, kinds),
    picks('lane', w.form.lane, organisations(scene), [], true),
  ];
  return { kind: 'appoint', title: w.form.appoint, hint: w.form.hint, fields, at: 0 };
}

/** Those that somebody plays in. */
function organisations({ view, ui }: Scene): readonly Option[] {
  const names = namesOf(view, ui.lang);
  const played = Object.values(view.roles ?? {}).filter((row) => !row.simulated);
  const ids = [...new Set(played.map(({ organisation }) => organisation))];
  return ids.map((id) => ({ id, name: names.organisation(id) }));
}

function whoForm(kind: 'dismiss' | 'handover', scene: Scene): Form {
  const w = words(scene).staff;
  const options = others(scene).map((row) => ({
    id: row.id,
    name: row.id,
    note: `${kindOf(scene, row)}, ${laneText(scene, row.lane)}`,
  }));
  return { kind, title: w.form[kind], fields: [pick('staff', w.form.who, options)], at: 0 };
}

/** What becomes of the forms above. */
export function finishStaff(filled: Form, scene: Scene): StaffStep {
  const w = words(scene).staff;
  if (filled.kind === 'appoint') {
    const kind = valueOf(filled, 'kind') as Appointed;
    const lane = chosenOf(filled, 'lane');
    if (lane.length > 0 && kind !== 'controller') {
      return { type: 'form', form: { ...filled, at: 1, error: w.form.laneOnly } };
    }
    return { type: 'confirm', confirm: confirmAppoint(scene, kind, lane, filled) };
  }
  const row = scene.view.staff?.[valueOf(filled, 'staff')];
  if (!row) return { type: 'form', form: { ...filled, error: w.form.gone } };
  const kind = filled.kind === 'dismiss' ? 'dismiss' : 'handover';
  return { type: 'confirm', confirm: confirmOne(kind, scene, row, filled) };
}

/** The question before one more is let in: what that one may, and that the link will be seen. */
export function confirmAppoint(
  scene: Scene,
  kind: Appointed,
  lane: readonly string[],
  form?: Form,
): Confirm {
  const w = words(scene).staff;
  const where = laneText(scene, lane.length > 0 ? lane : undefined);
  const input: Errand = { type: 'appoint', kind, ...(lane.length > 0 ? { lane } : {}) };
  return {
    title: w.confirm.appoint,
    effects: [w.confirm.appointed(w.kind[kind], where), `  ${w.may[kind]}`, w.confirm.shown].map(
      (text) => [{ text }],
    ),
    input,
    harmless: true,
    ...(form ? { form } : {}),
  };
}

/** The question before somebody is shown out, or given the lead. */
export function confirmOne(
  what: 'dismiss' | 'handover',
  scene: Scene,
  row: StaffRow,
  form?: Form,
): Confirm {
  const w = words(scene).staff.confirm;
  const who = `${row.id}, ${kindOf(scene, row)}`;
  const effects =
    what === 'dismiss' ? [w.dismissed(who), w.stays] : [w.handed(who), w.becomes, w.back];
  const input: Errand =
    what === 'dismiss' ? { type: 'dismiss', staff: row.id } : { type: 'staff.hand', to: row.id };
  return {
    title: w[what],
    effects: effects.map((text) => [{ text }]),
    input,
    ...(form ? { form } : {}),
  };
}

/** `L`, and the key that shows the lane or everything. */
export function moveStaff(action: string, scene: Scene): Partial<Ui> | undefined {
  if (action === 'office') return { overlay: { type: 'staff', at: 0 } };
  return action === 'lane' ? { lane: isNarrowed(scene) ? 'all' : 'mine' } : undefined;
}

type StaffAct = 'appoint' | 'dismiss' | 'handover';

/** What a key does while the people are in sight; undefined: it goes back. */
export function pressStaff(
  name: string,
  at: number,
  scene: Scene,
): { readonly at: number } | StaffAct | 'barred' | undefined {
  const last = Math.max(0, staffOf(scene).length - 1);
  const acts = { a: 'appoint', x: 'dismiss', o: 'handover' } as const;
  if (name === 'up') return { at: Math.max(0, at - 1) };
  if (name === 'down') return { at: Math.min(last, at + 1) };
  if (name !== 'a' && name !== 'x' && name !== 'o') return undefined;
  const action = acts[name];
  const binding = STAFF_BINDINGS.find((each) => each.action === action);
  return binding?.applies(scene) ? action : 'barred';
}
