/**
 * What a sheet's columns are about, by their headers. Knows: our own names, and what others call
 * such columns in Danish, English and French. Does not know: what stands below them.
 */
import { nearest } from '../../engine/scenario/nearest.ts';
import { COLUMNS, type ColumnId } from './column.ts';
import { fold } from './directory.ts';
import { MSEL_WORDS } from './wording.ts';
import { readMoment } from './moment.ts';
import type { Cell } from './workbook.ts';

/** `ignore`: the planner said that the column is not to be used. */
export type Field = ColumnId | 'ignore';
export type Mapped = {
  /** From 0. */
  readonly index: number;
  readonly header: string;
  readonly field?: Field;
  /** `own`: our own spelling; `known`: another's; `near`: nearly one; `given`: by the planner. */
  readonly how: 'own' | 'known' | 'near' | 'given' | 'unknown';
};

/** Before the first that fits: more telling names first. */
const KNOWN: { readonly [C in ColumnId]?: string } = {
  planned_exercise_time:
    'exercise time|planned time|planned|time|tid|tidspunkt|klokkeslæt|kl|øvelsestid|planlagt tid|planlagt|planlagt tidspunkt|inject time|time of inject|release time|start time|starttid|starttidspunkt|trigger time|t|heure|horodatage|horaire|date heure|heure d envoi|moment|timing|offset|date|dato|jour|hvornår|when|dtg',
  title:
    'title|titel|inject title|inject name|event title|name|navn|overskrift|subject|emne|sujet|objet|titre|intitulé|event|hændelse|inject|indspil|inject headline|headline|évènement|événement|stimulus',
  content:
    'content|indhold|description|beskrivelse|inject description|event description|inject text|body|tekst|text|message|besked|meddelelse|details|detaljer|contenu|détails|detail|injectbeskrivelse|beskrivelse af indspil|contenu du message|scenario event|narrative',
  to_roles:
    'to|til|modtager|modtagere|receiver|receivers|recipient|recipients|audience|target audience|target|player|players|team|teams|hold|til hvem|equipe|équipe|équipes|destinataire|destinataires|joueurs|målgruppe|øvelsestager|øvelsestagere|receiving team|organisation|cell',
  from_role:
    'from|fra|afsender|sender|source|kilde|expéditeur|émetteur|de|simulated sender|from role|inject from',
  channel:
    'channel|kanal|medie|media|medium|method|delivery method|delivery|means|middel|canal|moyen|moyen de communication|vecteur|inject type|type of inject|metode|kommunikationsmiddel|mode',
  expected_action:
    'expected action|expected actions|expected outcome|expected outcomes|expected player action|expected player actions|expected response|expected result|expectation|expectations|forventet handling|forventede handlinger|forventet reaktion|forventning|forventninger|forventet|actions attendues|action attendue|réaction attendue|réactions attendues|attendus|résultat attendu',
  phase: 'phase|fase|move|phase du scénario|stage|etape|étape|part|del',
  domain: 'domain|domæne|domaine',
  tlp: 'tlp|marking|mærkning|klassifikation|classification|klassificering',
  objective_ids:
    'objective|objectives|øvelsesmål|mål|delmål|objectif|objectifs|exercise objective|exercise objectives|training objective',
  facts_carried: 'facts|oplysninger|fakta|faits',
  controller:
    'controller|ansvarlig|owner|assigned to|responsible|lokal øvelsesleder|facilitator|animateur|responsable|poc|indspiller|øvelsesleder',
  evaluator_notes:
    'evaluator notes|evaluators noter|evaluator|notes d évaluation|evaluering|evaluation',
  notes:
    'notes|note|noter|bemærkninger|bemærkning|remarks|comments|comment|kommentar|kommentarer|remarques|commentaires|control notes',
  serial:
    'serial|no|nr|number|nummer|#|n|numéro|inject no|inject nr|inject number|inject id|event id|id|indspil nr|indspilsnr|løbenummer|ref|serial number|serie nr|msel',
  attachments: 'attachments|attachment|bilag|files|filer|vedhæftninger|pièces jointes|annexes',
  status: 'status|statut|état|state|tilstand',
  actual_time: 'actual time|faktisk tid|faktisk tidspunkt|real time|heure réelle',
  story_time: 'simulated time|story time|scenarietid|tid i scenariet',
};

type Lookup = ReadonlyMap<string, { readonly field: ColumnId; readonly how: 'own' | 'known' }>;

const LOOKUP: Lookup = (() => {
  const lookup = new Map<string, { field: ColumnId; how: 'own' | 'known' }>();
  const add = (name: string, field: ColumnId, how: 'own' | 'known'): void => {
    const key = fold(name);
    if (!lookup.has(key)) lookup.set(key, { field, how });
  };
  for (const { id } of COLUMNS) {
    for (const name of [id, MSEL_WORDS.da.headers[id], MSEL_WORDS.en.headers[id]]) {
      add(name, id, 'own');
    }
  }
  for (const [field, names] of Object.entries(KNOWN)) {
    for (const name of names.split('|')) add(name, field as ColumnId, 'known');
  }
  return lookup;
})();
const SPELLINGS = [...LOOKUP.keys()].filter((name) => name.length > 3);

/** The field that a planner, or a header, names. */
export function fieldOf(name: string): { field: ColumnId; how: Mapped['how'] } | undefined {
  const key = fold(name);
  const found = LOOKUP.get(key);
  if (found) return found;
  const near = key.length > 4 ? nearest(key, SPELLINGS) : undefined;
  const guess = near === undefined ? undefined : LOOKUP.get(near);
  return guess && { field: guess.field, how: 'near' };
}

export const FIELD_NAMES: readonly string[] = COLUMNS.map(({ id }) => id);

const RANKS: Readonly<Record<Mapped['how'], number>> = {
  given: 4,
  own: 3,
  known: 2,
  near: 1,
  unknown: 0,
};
/** A header stands this far down at most. */
const DEEPEST = 10;
const FEWEST = 2;

/** The row, from 0, that looks most like a header; the first of several. */
export function headerRow(rows: readonly (readonly Cell[])[]): number | undefined {
  let best: { row: number; score: number } | undefined;
  for (const [row, cells] of rows.slice(0, DEEPEST).entries()) {
    if (cells.some(isData)) continue;
    const mapped = mapHeaders(cells).filter(({ field }) => field !== undefined);
    const says = mapped.some(({ field }) =>
      ['planned_exercise_time', 'title', 'content', 'content_da', 'content_en'].includes(
        field ?? '',
      ),
    );
    const score = mapped.reduce((sum, { how }) => sum + RANKS[how], 0);
    if (mapped.length < FEWEST || !says || score <= (best?.score ?? 0)) continue;
    best = { row, score };
  }
  return best?.row;
}

/** A header says what stands below it; times and numbers are what stands there. */
function isData(cell: Cell): boolean {
  if (cell === null) return false;
  return cell.type !== 'text' || (/\d/.test(cell.text) && readMoment(cell, 'm') !== undefined);
}

/** Each field at most once: the surest header has it, and of several the first. */
export function mapHeaders(cells: readonly Cell[]): readonly Mapped[] {
  const guesses = cells.map((cell, index): Mapped => {
    const header = cell?.type === 'text' ? cell.text.trim() : '';
    const found = header === '' ? undefined : fieldOf(header);
    return { index, header, how: 'unknown', ...found };
  });
  return unique(guesses);
}

function unique(guesses: readonly Mapped[]): readonly Mapped[] {
  const winners = new Map<Field, Mapped>();
  for (const guess of guesses) {
    if (guess.field === undefined || guess.field === 'ignore') continue;
    const rival = winners.get(guess.field);
    if (!rival || weight(guess) > weight(rival)) winners.set(guess.field, guess);
  }
  return guesses.map((guess) => {
    const { index, header, field } = guess;
    const kept = field === undefined || field === 'ignore' || winners.get(field) === guess;
    return kept ? guess : { index, header, how: 'unknown' };
  });
}

/** Of two headers for one field, the one whose name stands earlier in its list. */
function weight({ how, field, header }: Mapped): number {
  const names = field === undefined || field === 'ignore' ? '' : (KNOWN[field] ?? '');
  const at = names.split('|').map(fold).indexOf(fold(header));
  return RANKS[how] - (at < 0 ? 0 : at / 1000);
}

/** A planner's word on columns, by their header or their letter. */
export type Wish = { readonly column: string; readonly field: Field };

/** The columns with the planner's wishes carried out, and those wishes that no column fits. */
export function withWishes(
  mapped: readonly Mapped[],
  wishes: readonly Wish[],
): { readonly mapped: readonly Mapped[]; readonly unfit: readonly Wish[] } {
  const result = [...mapped];
  const unfit: Wish[] = [];
  for (const wish of wishes) {
    const index = columnFor(wish.column, mapped);
    const old = result[index];
    if (!old) unfit.push(wish);
    else result[index] = { ...old, field: wish.field, how: 'given' };
  }
  return { mapped: unique(result), unfit };
}

function columnFor(name: string, mapped: readonly Mapped[]): number {
  const exact = mapped.findIndex(({ header }) => header !== '' && fold(header) === fold(name));
  if (exact >= 0) return exact;
  const letters = /^[A-Z]{1,2}$/i.exec(name.trim())?.[0].toUpperCase() ?? '';
  return Array.from(letters).reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A sheet that Beredt wrote, and that is read back to the letter. */
export function isOwn(mapped: readonly Mapped[]): boolean {
  const own = new Set(mapped.filter(({ how }) => how === 'own').map(({ field }) => field));
  const needed = [
    'id',
    'planned_exercise_time',
    'trigger',
    'trigger_condition',
    'to_roles',
    'expect',
  ];
  return needed.every((field) => own.has(field as ColumnId));
}
