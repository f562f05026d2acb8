/** Knows: how a planner says what a sheet's columns are about. Does not know: any sheet. */
import { isData } from '../../engine/scenario/read.ts';
import { readDocument } from '../../engine/scenario/document.ts';
import { sourceOf } from '../../engine/scenario/excerpt.ts';
import { nearest } from '../../engine/scenario/nearest.ts';
import { faultOf, type SheetFault } from './fault.ts';
import { FIELD_NAMES, fieldOf, type Wish } from './header.ts';
import type { Unit } from './moment.ts';

export type Wishes = {
  readonly wishes: readonly Wish[];
  /** What a bare number counts. */
  readonly unit: Unit;
  readonly faults: readonly SheetFault[];
};

const UNITS: Readonly<Record<string, Unit>> = {
  m: 'm',
  min: 'm',
  minutes: 'm',
  minutter: 'm',
  h: 'h',
  hours: 'h',
  timer: 'h',
  t: 'h',
  d: 'd',
  days: 'd',
  dage: 'd',
};
const IGNORE = new Set(['ignore', 'ignorer', 'skip', 'none', '-']);
/** Stands where a column would, and says what `T+2` counts. */
const UNIT = '@unit';

/** `Time=planned_exercise_time,D=to_roles,@unit=h`. */
export function readWishLine(line: string): Wishes {
  const pairs = line
    .split(/[,;\n]/)
    .filter((part) => part.trim() !== '')
    .map((part): readonly [string, unknown] => {
      const at = part.lastIndexOf('=');
      return at < 0
        ? [part.trim(), undefined]
        : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
    });
  return readPairs(pairs);
}

/** The same as a YAML map; columns may stand below `columns`. */
export function readWishFile(text: string): Wishes {
  let broken: string | undefined;
  const { data } = readDocument(sourceOf('map', text), (code, _range, _path, details) => {
    broken ??= String(details?.params?.['message'] ?? code);
  });
  if (broken !== undefined) {
    return { wishes: [], unit: 'm', faults: [faultOf('wish-unreadable', {}, { why: broken })] };
  }
  const { columns, ...rest } = data;
  return readPairs([...Object.entries(rest), ...(isData(columns) ? Object.entries(columns) : [])]);
}

function readPairs(pairs: readonly (readonly [string, unknown])[]): Wishes {
  const wishes: Wish[] = [];
  const faults: SheetFault[] = [];
  let unit: Unit = 'm';
  for (const [column, value] of pairs) {
    const word = typeof value === 'string' ? value : '';
    if (column === UNIT && UNITS[word.toLowerCase()]) {
      unit = UNITS[word.toLowerCase()] ?? unit;
      continue;
    }
    const found = fieldOf(word);
    const field = IGNORE.has(word.toLowerCase())
      ? 'ignore'
      : found?.how === 'near'
        ? undefined
        : found?.field;
    if (field !== undefined) wishes.push({ column, field });
    else {
      const suggestion = nearest(word, FIELD_NAMES) ?? '';
      faults.push(faultOf('wish-unknown-field', {}, { what: word, where: column, suggestion }));
    }
  }
  return { wishes, unit, faults };
}
