/**
 * Everything a client may send, checked before anything looks at it. Knows: shapes and lengths.
 * Does not know: whether it is allowed now (step does) or by whom (hub does).
 */
import { z } from 'zod';
import { strays } from '../exercise/certainty.ts';
import {
  NOTE_KINDS,
  OUTLETS,
  PAUSE_KINDS,
  PICTURE_SECTIONS,
  STAFF_KINDS,
  type Sureness,
} from '../exercise/entry.ts';
import { CERTAINTIES, CHANNELS, MARKINGS } from '../scenario/schema.ts';
import { LIMITS, type ClientMessage } from './protocol.ts';

/** An instance's id can have four parts of 64 characters. */
const id = z.string().min(1).max(260);
/** A client's own name for what it sends. */
const own = z.string().min(1).max(100);
const title = z.string().max(LIMITS.title);
const words = z.string().max(LIMITS.text);
const ids = z.array(id).max(1000);
const certainty = z.record(id, z.enum(CERTAINTIES));
const about = z.strictObject({
  task: id.optional(),
  decision: id.optional(),
  inject: id.optional(),
  message: id.optional(),
  role: id.optional(),
  objective: id.optional(),
  publication: id.optional(),
});
const rating = z.enum(['P', 'S', 'M', 'U']);
const claimAs = z.enum(['accountable', 'responsible']);
/** A length on somebody's own clock; a day is more than anybody practises. */
const wallMs = z.int().min(0).max(86_400_000);
const input = <T extends string, S extends z.core.$ZodShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** Facts, and how sure one says to be of some of them: nothing is said of what does not go along. */
const carrying = { facts: ids.optional(), certainty: certainty.optional() };
const carries = (value: {
  readonly facts?: readonly string[] | undefined;
  readonly certainty?: Sureness | undefined;
}): boolean => !strays(value);

/** A text in one language for all, or in those that the exercise has. */
const text = (part: z.ZodString) =>
  z.union([part, z.strictObject({ da: part.optional(), en: part.optional() })]);
const exerciseMs = z.int().min(0);
const seq = z.int().min(0);

const controlInput = z.discriminatedUnion('type', [
  input('exercise.start', { step: z.literal(true).optional() }),
  input('exercise.pause', { reason: words.optional(), kind: z.enum(PAUSE_KINDS).optional() }),
  input('exercise.resume', {}),
  input('exercise.pace', { pace: z.number() }),
  input('exercise.jump', { to: exerciseMs }),
  input('exercise.shift', { by: z.int(), reason: words.optional() }),
  input('exercise.end', { reason: words.optional() }),
  input('exercise.hotwash', {}),
  input('exercise.close', {}),
  input('phase.choose', { phase: id, reason: words }),
  input('phase.adjust', { phase: id, until: exerciseMs, reason: words.optional() }),
  input('inject.release', { inject: id }),
  input('inject.hold', { inject: id }),
  input('inject.unhold', { inject: id }),
  input('inject.skip', { inject: id, reason: words.optional() }),
  input('inject.change', {
    inject: id,
    due: exerciseMs.optional(),
    to: ids.optional(),
    title: text(title).optional(),
    body: text(words).optional(),
    reason: words.optional(),
  }),
  input('inject.repeat', { inject: id, to: ids.optional() }),
  input('question.ask', { question: id }),
  input('question.skip', { question: id, reason: words.optional() }),
  input('inject.write', {
    to: ids,
    from: title,
    channel: z.enum(CHANNELS),
    title: text(title),
    body: text(words),
    facts: ids.optional(),
    replyTo: id.optional(),
    prepared: id.optional(),
  }),
  input('simcell.send', {
    from: id,
    to: ids,
    title: title.optional(),
    body: words,
    ...carrying,
    replyTo: id.optional(),
    prepared: id.optional(),
  }).refine(carries),
  input('simcell.call', { from: id, with: ids, text: words, facts: ids.optional() }),
  input('simcell.play', { role: id, by: own }),
  input('decision.enter', {
    decision: id,
    option: id,
    role: id,
    reason: words,
    facts: ids.optional(),
    happened: exerciseMs.optional(),
  }),
  input('decision.note', {
    question: title,
    option: title,
    role: id,
    reason: words,
    facts: ids.optional(),
    happened: exerciseMs.optional(),
  }),
  input('observation.note', {
    text: words,
    rating: rating.optional(),
    about: about.optional(),
    evidence: z.array(seq).max(200).optional(),
    happened: exerciseMs.optional(),
  }),
  input('record.note', { entry: seq, kind: z.enum(NOTE_KINDS), text: words }),
  input('staff.hand', { to: own }),
  input('control.answer', { ask: id, text: words }),
]);

const roleInput = z.discriminatedUnion('type', [
  input('item.open', { item: id }),
  input('item.acknowledge', { item: id }),
  input('message.send', {
    to: ids,
    outside: title.optional(),
    title: title.optional(),
    body: words,
    ...carrying,
    replyTo: id.optional(),
    about: about.optional(),
    asks: z.boolean().optional(),
  }).refine(carries),
  input('task.claim', { task: id, as: claimAs }),
  input('task.release', { task: id }),
  input('task.finish', { task: id, note: words, outside: z.literal(true).optional() }),
  input('task.assign', { task: id, to: id, as: claimAs, note: words.optional() }),
  input('handover.offer', { task: id, to: id, note: words.optional() }),
  input('handover.accept', { task: id, from: id }),
  input('handover.decline', { task: id, from: id, reason: words }),
  input('decision.record', {
    decision: id,
    option: id,
    reason: words,
    facts: ids.optional(),
    assumptions: words.optional(),
    dissent: words.optional(),
    outside: z.literal(true).optional(),
  }),
  input('decision.raise', {
    question: title,
    options: z.array(title).max(100),
    within: z.int().min(0),
    with: ids,
  }),
  input('decision.discuss', { decision: id, text: words }),
  input('awareness.declare', {
    matter: id,
    reason: words,
    as: z.enum(['aware', 'classified']).optional(),
  }),
  input('statement.publish', {
    outlet: z.enum(OUTLETS),
    title,
    body: words,
    ...carrying,
  }).refine(carries),
  input('picture.update', {
    section: z.enum(PICTURE_SECTIONS),
    text: words,
    ...carrying,
    marking: z.enum(MARKINGS).optional(),
  }).refine(carries),
  input('control.ask', { text: words, about: about.optional() }),
  input('record.contest', { about, text: words }),
  input('outside.report', { about, text: words, to: ids.optional() }),
  input('practice.finish', { opened: wallMs, acknowledged: wallMs }),
  input('question.answer', { question: id, answer: id }),
  input('hotwash.answer', { question: id, text: words }),
]);

/** It stands in the record and in reports: something to see, and nothing that hides or turns text. */
function isPseudonym(text: string): boolean {
  const sound = !/[\p{C}\p{Zl}\p{Zp}]/u.test(text) && text.trim() !== '';
  return sound && Array.from(text).length <= LIMITS.pseudonym;
}

const clientMessage = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('hello'),
    protocol: z.int(),
    token: z.string().min(1).max(200),
    since: z.int().min(0).optional(),
  }),
  z.strictObject({
    type: z.literal('take'),
    id: own,
    role: id,
    name: z.string().max(LIMITS.name).optional(),
    pseudonym: z.string().refine(isPseudonym).optional(),
    deputy: z.literal(true).optional(),
    over: id.optional(),
  }),
  z.strictObject({ type: z.literal('move'), id: own }),
  z.strictObject({ type: z.literal('free'), id: own, seat: id }),
  z.strictObject({ type: z.literal('invite'), id: own }),
  z.strictObject({
    type: z.literal('appoint'),
    id: own,
    kind: z.enum(STAFF_KINDS).exclude(['lead']),
    lane: ids.optional(),
  }),
  z.strictObject({ type: z.literal('dismiss'), id: own, staff: own }),
  z.strictObject({
    type: z.literal('look'),
    id: own,
    role: id.optional(),
    at: exerciseMs.optional(),
  }),
  z.strictObject({
    type: z.literal('entries'),
    id: own,
    before: seq,
    at: exerciseMs.optional(),
  }),
  z.strictObject({ type: z.literal('check'), id: own }),
  z.strictObject({ type: z.literal('debrief'), id: own }),
  z.strictObject({ type: z.literal('leave'), id: own }),
  z.strictObject({ type: z.literal('ping'), id: own }),
  z.strictObject({ type: z.literal('act'), id: own, input: z.union([controlInput, roleInput]) }),
]);

export type Inbound =
  | { readonly type: 'message'; readonly message: ClientMessage }
  /** Recognisable as an act, but not well formed: refused, so that its sender learns of it. */
  | { readonly type: 'malformed'; readonly id: string }
  | { readonly type: 'garbage' };

/** Reads one frame. Never throws. */
export function readFrame(data: string): Inbound {
  let value: unknown;
  try {
    value = JSON.parse(data);
  } catch {
    return { type: 'garbage' };
  }
  const read = clientMessage.safeParse(value);
  // Absent keys are absent, since JSON has no undefined: what zod calls optional is exact here.
  if (read.success) return { type: 'message', message: read.data as ClientMessage };
  const named = z.object({ type: z.literal('act'), id: own }).safeParse(value);
  return named.success ? { type: 'malformed', id: named.data.id } : { type: 'garbage' };
}
