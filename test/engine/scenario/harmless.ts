/**
 * Which slips make another sound scenario rather than a wrong one. Knows: how two Plans differ, and
 * the rules by which a difference is the planner's own choice. Does not know: how it came about.
 */
import type { Plan } from '../../../engine/plan/plan.ts';

/** One place where two Plans differ; ids in it are `*`, so that it names a kind of place. */
export type Difference = {
  readonly place: string;
  readonly change: 'gone' | 'new' | 'other';
};

/** From the surest to the least sure. The first that explains every difference is the one meant. */
export const RULES = [
  'the Plan is the same',
  'another id that nothing refers to',
  'only words changed',
  'another word where every word is sound',
  'something optional is gone',
  'another time within the limits',
  'other people or facts, all of them there',
  'a row less, which nothing needed',
  'the flow of the story, with every phase and its end still reached',
] as const;
export type Rule = (typeof RULES)[number];

const TEXTS =
  /(^|\.)(title|name|text|question|description|body|notes|briefing|summary|purpose|contentWarning|ambiguity|threatBasis\.(date|title)|sector|id|version)(\.(da|en))?$/;
/** Each rule allows its own places, and those of the rules before it. */
const ALLOWED: readonly (readonly [Rule, (difference: Difference) => boolean])[] = [
  [
    'only words changed',
    ({ place, change }) => TEXTS.test(place) && (change === 'other' || /\.(da|en)$/.test(place)),
  ],
  [
    'another word where every word is sound',
    ({ place }) =>
      /(\.|^)(channel|domain|does|capability|kind|critical|marking|certainty|seats\.(min|max)|playedBy|catalogue|is|mode)$/.test(
        place,
      ),
  ],
  [
    'something optional is gone',
    ({ place, change }) =>
      change === 'gone' &&
      /^(expectations\.\*|hotWash\.\*|matters\.\*|clocks\.\*|summary|purpose|contentWarning|threatBasis|(\w+\.\*\.)?(support|consulted|informed|consult|inform|needs|objectives|carries|facts|responsible|authority|accountable|from|to|phases|by)\[\]|\w+\.\*\.(description|notes|briefing|sector|deputy|catalogue|interface|clock|ambiguity|starts|opens|ifNot|gate|within|domain|certainty|variantOf|options\.\*))/.test(
        place,
      ),
  ],
  [
    'another time within the limits',
    ({ place }) => /(\.|^)(at|within|delay|length|trueFrom|deadline)$/.test(place),
  ],
  [
    'other people or facts, all of them there',
    ({ place }) =>
      /(support|consulted|informed|consult|inform|needs|objectives|carries|facts|responsible|authority|accountable|from|to|phases|by)\[\]$|(deputy|role|organisation|interface|task|decision|inject|fact|expectation|phase|goto|ifNot|variantOf|begins|default)$|^expectations\.\*/.test(
        place,
      ),
  ],
  [
    'a row less, which nothing needed',
    ({ place, change }) =>
      change === 'gone' ||
      (change === 'new' && /^injects\.\*\.(domain|marking|trigger|phases)/.test(place)),
  ],
  [
    'the flow of the story, with every phase and its end still reached',
    ({ place }) => /(trigger|when|starts|opens|gate|next|phases)(\.|\[|$)/.test(place),
  ],
];

/** The rule that explains all differences between two Plans; undefined where none does. */
export function ruleFor(before: Plan, after: Plan): Rule | undefined {
  const differences = differencesOf(before, after);
  if (differences.length === 0) return 'the Plan is the same';
  if (isRenamed(before, after)) return 'another id that nothing refers to';
  let left = differences;
  for (const [rule, allows] of ALLOWED) {
    left = left.filter((difference) => !allows(difference));
    if (left.length === 0) return rule;
  }
  return undefined;
}

/** The same Plan, but that one row has another id, wherever that stands. */
function isRenamed(before: Plan, after: Plan): boolean {
  const [old, now] = [idsOf(before), idsOf(after)];
  const [gone, ...others] = [...old].filter((id) => !now.has(id));
  const [come, ...more] = [...now].filter((id) => !old.has(id));
  // An inject's expectations have its name before their own.
  const own = (id: string, base: string): boolean => id.startsWith(`${base}.`);
  if (gone === undefined || come === undefined) return false;
  if (!others.every((id) => own(id, gone)) || !more.every((id) => own(id, come))) return false;
  const text = JSON.stringify(before).replaceAll(
    new RegExp(`"${gone}(?=["./])`, 'g'),
    () => `"${come}`,
  );
  return text === JSON.stringify(after);
}

function idsOf(plan: Plan): ReadonlySet<string> {
  const lists = Object.values(plan).filter((part) => Array.isArray(part)) as (readonly unknown[])[];
  return new Set(lists.flat().flatMap((row) => idOf(row) ?? []));
}

/** Where two Plans differ. A row's number only tells its place in the list. */
export function differencesOf(before: Plan, after: Plan): readonly Difference[] {
  const [old, now] = [flat(before), flat(after)];
  const found = new Map<string, Difference>();
  const note = (key: string, change: Difference['change']): void => {
    const place = key.replace(/\{[^}]*\}/g, '*').replace(/\[.*\]$/, '[]');
    if (!place.endsWith('.number')) found.set(`${place} ${change}`, { place, change });
  };
  for (const [key, value] of old) {
    if (!now.has(key)) note(key, 'gone');
    else if (now.get(key) !== value) note(key, 'other');
  }
  for (const key of now.keys()) if (!old.has(key)) note(key, 'new');
  return [...found.values()];
}

/** Each value by its path: rows by their id, lists of words as sets. */
function flat(plan: Plan): ReadonlyMap<string, unknown> {
  const values = new Map<string, unknown>();
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      for (const [i, item] of (value as readonly unknown[]).entries()) {
        const id = idOf(item);
        if (typeof item === 'string') values.set(`${path}[${item}]`, true);
        else visit(item, `${path}.{${id ?? i}}`);
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        visit(item, path === '' ? key : `${path}.${key}`);
      }
    } else values.set(path, value);
  };
  visit(plan, '');
  return values;
}

function idOf(item: unknown): string | undefined {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined;
  return typeof id === 'string' ? id : undefined;
}
