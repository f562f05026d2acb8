/**
 * Makes proposed changes in a scenario's own files, and leaves out what cannot be made or would not
 * check afterwards. Knows: files, the checker's word. Does not know: whether a change is wise.
 */
import { createTwoFilesPatch } from 'diff';
import { neutral } from '../../engine/scenario/excerpt.ts';
import type { Problem } from '../../engine/scenario/problem.ts';
import type { SourceFile } from '../../engine/scenario/read.ts';
import { type Change, type Edit, interfaceFields, PARTS } from './change.ts';
import {
  add,
  addRow,
  drop,
  hasField,
  hasRow,
  hasSection,
  idsIn,
  type Place,
  put,
  remove,
  type Spliced,
} from './splice.ts';

/**
 * Why a change was not made. `template`: the row, or a role in it, is made from a template. `other`:
 * the plan is not what was exercised any more. `form`: written in a way that is not edited safely.
 * `check`: the checker would have found something new, and says what.
 */
export type Refused = {
  readonly change: Change;
  readonly why: 'template' | 'missing' | 'other' | 'form' | 'check';
  readonly problems: readonly Problem[];
};
export type Applied = {
  readonly sources: readonly SourceFile[];
  readonly made: readonly Change[];
  readonly refused: readonly Refused[];
};
/** Every Problem in some files, warnings too. */
export type Check = (sources: readonly SourceFile[]) => readonly Problem[];

const MAIN = 'scenario.yaml';

/** One change after the other; each must leave the scenario no worse than it was. */
export function apply(
  changes: readonly Change[],
  sources: readonly SourceFile[],
  check: Check,
): Applied {
  const known = countOf(check(sources));
  let now: Applied = { sources, made: [], refused: [] };
  for (const change of changes) {
    const refuse = (why: Refused['why'], problems: readonly Problem[] = []): void => {
      now = { ...now, refused: [...now.refused, { change, why, problems }] };
    };
    const next = edited(change.edit, now.sources);
    if (typeof next === 'string') {
      refuse(next);
      continue;
    }
    const fresh = newProblems(check(next), known);
    if (fresh.length > 0) refuse('check', fresh);
    else now = { ...now, sources: next, made: [...now.made, change] };
  }
  return now;
}

/** What moves when lines do is left out: the same Problem is known again at another line. */
const keyOf = ({ code, path, params, place }: Problem): string =>
  JSON.stringify([code, path, params, place.file]);

function countOf(problems: readonly Problem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const problem of problems) counts.set(keyOf(problem), (counts.get(keyOf(problem)) ?? 0) + 1);
  return counts;
}

function newProblems(
  problems: readonly Problem[],
  known: ReadonlyMap<string, number>,
): readonly Problem[] {
  const left = new Map(known);
  return problems.filter((problem) => {
    const n = left.get(keyOf(problem)) ?? 0;
    left.set(keyOf(problem), n - 1);
    return n <= 0;
  });
}

type Failure = Exclude<Refused['why'], 'check'>;
type Step = (text: string) => Spliced;

function edited(edit: Edit, sources: readonly SourceFile[]): readonly SourceFile[] | Failure {
  if (edit.type === 'interface') return withInterface(edit, sources);
  const place: Place =
    edit.type === 'deputy'
      ? { section: 'roles', id: edit.role }
      : { section: 'tasks', id: edit.task };
  const file = sources.find(({ text }) => hasRow(bare(text), place));
  if (!file) return place.id.includes('/') ? 'template' : 'missing';
  if (hasField(bare(file.text), place, 'each')) return 'template';
  const failure = differs(edit, bare(file.text), place);
  if (failure) return failure;
  const text = stepsOf(edit, bare(file.text), place).reduce<Spliced>(
    (done, step) => (done === undefined ? done : step(done)),
    bare(file.text),
  );
  if (text === undefined) return 'form';
  return replaced(sources, file, text);
}

/** A byte order mark is no part of the text, and would shift every place in it. */
const MARK = '\ufeff';
const bare = (text: string): string => (text.startsWith(MARK) ? text.slice(1) : text);

function replaced(
  sources: readonly SourceFile[],
  file: SourceFile,
  text: string,
): readonly SourceFile[] {
  const whole = file.text.startsWith(MARK) ? MARK + text : text;
  return sources.map((each) => (each === file ? { ...each, text: whole } : each));
}

const LISTS = Object.values(PARTS);

/** The proposal rests on the plan that was exercised; a row that has changed since is left alone. */
function differs(
  edit: Exclude<Edit, { readonly type: 'interface' }>,
  text: string,
  place: Place,
): Failure | undefined {
  const written = (field: string): readonly string[] | undefined => idsIn(text, place, field);
  switch (edit.type) {
    case 'accountable': {
      const now = written('accountable');
      if (!now) return 'form';
      const same = now.length === edit.from.length && now.every((id) => edit.from.includes(id));
      return same ? undefined : otherwise(edit.from);
    }
    case 'letter': {
      const has = LISTS.filter((field) => written(field)?.includes(edit.role));
      if (edit.from === undefined || edit.from === 'A') {
        return has.length === 0 ? undefined : 'other';
      }
      return has.includes(PARTS[edit.from]) ? undefined : otherwise([edit.role]);
    }
    case 'deputy':
      return hasField(text, place, 'deputy') ? 'other' : undefined;
    default:
      return edit satisfies never;
  }
}

const otherwise = (roles: readonly string[]): Failure =>
  roles.some((role) => role.includes('/')) ? 'template' : 'other';

function stepsOf(
  edit: Exclude<Edit, { readonly type: 'interface' }>,
  text: string,
  place: Place,
): readonly Step[] {
  const inPart = (role: string, field: string): readonly Step[] => [
    ...LISTS.filter((list) => list !== field).map(
      (list): Step =>
        (t) =>
          remove(t, place, list, role),
    ),
    (t) => (idsIn(t, place, field)?.includes(role) ? t : add(t, place, field, role)),
  ];
  switch (edit.type) {
    case 'deputy':
      return [(t) => put(t, place, 'deputy', edit.deputy)];
    case 'letter':
      return inPart(edit.role, PARTS[edit.to]);
    case 'accountable':
      return [
        (t) => put(t, place, 'accountable', edit.to),
        ...(['support', 'consulted', 'informed'] as const).map(
          (field): Step =>
            (t) =>
              remove(t, place, field, edit.to),
        ),
        ...edit.former.flatMap(({ role, part }) => inPart(role, PARTS[part])),
        // The doubt that was meant is settled by there being one owner.
        ...(hasField(text, place, 'ambiguity')
          ? [(t: string): Spliced => drop(t, place, 'ambiguity')]
          : []),
      ];
    default:
      return edit satisfies never;
  }
}

function withInterface(
  edit: Extract<Edit, { readonly type: 'interface' }>,
  sources: readonly SourceFile[],
): readonly SourceFile[] | Failure {
  const place = { section: 'interfaces', id: edit.id };
  if (sources.some(({ text }) => hasRow(bare(text), place))) return 'other';
  const file =
    sources.find(({ text }) => hasSection(bare(text), 'interfaces')) ??
    sources.find(({ name }) => name === MAIN);
  if (!file) return 'missing';
  const text = addRow(bare(file.text), place, interfaceFields(edit));
  return text === undefined ? 'form' : replaced(sources, file, text);
}

/** A unified diff of the files that differ, as `patch` takes it. */
export function diffOf(before: readonly SourceFile[], after: readonly SourceFile[]): string {
  const newer = new Map(after.map(({ name, text }) => [name, text]));
  return before
    .filter(({ name, text }) => newer.get(name) !== text)
    .map(({ name, text }) => {
      const [from, to] = [`a/${neutral(name)}`, `b/${neutral(name)}`];
      const patch = createTwoFilesPatch(from, to, text, newer.get(name) ?? '', '', '', {
        context: 3,
      });
      return patch.replace(/^=+\n/, '');
    })
    .join('');
}
