/**
 * What was said or decided against a decision after it was made.
 * Knows: later records, the same question asked anew, corrections, objections. Judges none of them.
 */
import { type Text, byCodeUnit } from '../../../engine/scenario/text.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import { type Evidence, type History, by, groupBy, of } from '../history.ts';
import type { DecisionRecord, Recorded } from './record.ts';

export type DecisionRevision = {
  /**
   * `revised`: recorded again with another option. `anew`: the same question was raised again, and
   * answered otherwise. `corrected`: exercise control corrected the record. `contested`: a role says
   * that the record is wrong. The first two reverse the decision; the others are about the record.
   */
  readonly kind: 'revised' | 'anew' | 'corrected' | 'contested';
  readonly at: Ms;
  /** The correction or the objection, or what was chosen instead. */
  readonly text: Text;
  readonly evidence: Evidence;
};
export type Revisions = (record: DecisionRecord) => readonly DecisionRevision[];

export function reverses({ kind }: DecisionRevision): boolean {
  return kind === 'revised' || kind === 'anew';
}

export function readRevisions(history: History, records: readonly DecisionRecord[]): Revisions {
  const next = nextOf(records);
  const contests = groupBy(of(history, 'record.contested'), ({ event }) => event.about.decision);
  return (record) => {
    const { recorded } = record;
    if (!recorded) return [];
    const found = [
      ...again(history, record, recorded),
      ...anew(record, recorded, next.get(record.id)),
      ...corrected(history, recorded),
      ...(contests.get(record.id) ?? []).map(({ at, seq, event }): DecisionRevision => {
        return { kind: 'contested', at, text: event.text, evidence: [seq] };
      }),
    ];
    return found.sort((a, b) => (a.evidence.at(-1) ?? 0) - (b.evidence.at(-1) ?? 0));
  };
}

type Settled = DecisionRecord & { readonly recorded: Recorded };

/** For each decision, the next one made on the same question. */
function nextOf(records: readonly DecisionRecord[]): ReadonlyMap<string, Settled> {
  const made = records
    .flatMap((record) => (record.recorded ? [{ ...record, recorded: record.recorded }] : []))
    .sort((a, b) => a.recorded.seq - b.recorded.seq);
  const last = new Map<string, Settled>();
  const next = new Map<string, Settled>();
  for (const record of made) {
    for (const words of spellings(record.question)) {
      const before = last.get(words);
      if (before && before.id !== record.id && !next.has(before.id)) next.set(before.id, record);
      last.set(words, record);
    }
  }
  return next;
}

/** The same words whatever their case and spacing, in each language. */
function spellings(text: Text): readonly string[] {
  const said = typeof text === 'string' ? [text] : Object.values(text);
  const words = said.map((one) => one.trim().toLowerCase().replace(/\s+/g, ' '));
  return [...new Set(words)].sort(byCodeUnit);
}

function titleOf(record: DecisionRecord, option: string): Text {
  return record.options.find(({ id }) => id === option)?.title ?? option;
}

function again(
  history: History,
  record: DecisionRecord,
  first: Recorded,
): readonly DecisionRevision[] {
  return by(history, 'decision.recorded', 'decision', record.id)
    .filter(({ seq, event }) => seq > first.seq && event.option !== first.event.option)
    .map(({ at, seq, event }) => ({
      kind: 'revised',
      at,
      text: titleOf(record, event.option),
      evidence: [first.seq, seq],
    }));
}

function anew(
  record: DecisionRecord,
  first: Recorded,
  other: Settled | undefined,
): readonly DecisionRevision[] {
  if (!other) return [];
  const chosen = titleOf(other, other.recorded.event.option);
  const before = spellings(titleOf(record, first.event.option));
  if (spellings(chosen).some((words) => before.includes(words))) return [];
  const at = other.madeAt ?? other.recorded.at;
  return [{ kind: 'anew', at, text: chosen, evidence: [first.seq, other.recorded.seq] }];
}

/** A correction is put beside the record's entry, or beside the input that it came from. */
function corrected(history: History, { seq }: Recorded): readonly DecisionRevision[] {
  return [seq, seq - 1]
    .flatMap((entry) => by(history, 'record.noted', 'entry', entry))
    .filter(({ event }) => event.kind === 'correction')
    .map(({ at, seq: noted, event }) => ({
      kind: 'corrected',
      at,
      text: event.text,
      evidence: [seq, noted],
    }));
}
