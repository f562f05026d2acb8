/**
 * The improvement register on disk. Knows: its file's form, and that others may have written it.
 * Does not know: what an action means (exports/actions does).
 */
import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { openStore, type Shape, type Store } from '../engine/runtime/store.ts';
import { type Action, STATUSES } from '../exports/actions/action.ts';
import { isDate } from '../exports/analysis/followup/due.ts';
import { CODES, SEVERITIES, STRENGTHS } from '../exports/analysis/finding.ts';

/** What a person may write in a field. */
export const LONGEST = 500;
const MOST = 10_000;

export type Content = { readonly beredt: 1; readonly actions: readonly Action[] };

const line = z.string().max(LONGEST);
const text = z.union([line, z.object({ da: line, en: line }).partial()]);
const date = z.string().refine(isDate);
const status = z.enum(STATUSES);
const sighting = z.looseObject({
  exercise: line,
  scenario: line,
  finding: line,
  on: date.optional(),
});
/** Loose: what a newer version has written beside it is kept when this one writes. */
const action = z.looseObject({
  id: z.string().regex(/^A[1-9]\d{0,6}$/),
  fingerprint: z.looseObject({
    code: z.enum([...CODES, ...STRENGTHS]),
    subjects: z.array(line).max(MOST),
    organisations: z.array(line).max(MOST),
  }),
  title: text,
  action: text,
  element: z.enum(['planning', 'organisation', 'equipment', 'training', 'exercise']),
  severity: z.enum(SEVERITIES),
  organisation: line.optional(),
  owner: line,
  due: date.optional(),
  status,
  seen: z.array(sighting).max(MOST),
  history: z
    .array(
      z.looseObject({
        at: z.iso.datetime(),
        owner: line.optional(),
        due: date.optional(),
        status: status.optional(),
        note: line.optional(),
      }),
    )
    .max(MOST),
});
const content = z.looseObject({ beredt: z.literal(1), actions: z.array(action).max(MOST) });

const SHAPE: Shape<Content> = {
  kind: 'actions',
  blank: { beredt: 1, actions: [] },
  parse: (value) => content.parse(value) as Content,
};

/** One that is missing is blank, and is made by the first change. */
export async function openRegister(path: string): Promise<Store<Content>> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  return openStore(path, SHAPE);
}

export async function hasRegister(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}

/** The calendar date where the machine stands: a deadline is a day there, not in Greenwich. */
export function today(now: Date): string {
  const pad = (n: number): string => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}
