/**
 * What the journal is made of: Inputs (imperative, somebody wants something) and Events (past tense,
 * it happened). Knows: shapes. Does not know: when an input is allowed (step does).
 */
import type { Attachment, FactId, Plan, RoleId, Sender } from '../plan/plan.ts';
import type { Certainty, Channel, Marking } from '../scenario/schema.ts';
import type { Text } from '../scenario/text.ts';
import type { Ms } from '../scenario/time.ts';
import type { RefusalCode } from './refusal.ts';

/**
 * The journal's own format. A change gets a number and a paragraph here; older ones replay for ever.
 * 1: first.
 * 2: threads, polls and probes: `thread.ended` and the `question.…` inputs and events are new. What
 *    format 1 says means what it meant, so that a journal of format 1 replays as it stands.
 * 3: what participants do beyond reading and writing: assigning, raising and discussing decisions,
 *    classifying, publishing, the situation picture, questions to control, contesting a record, what
 *    was done outside the tool, practice. New inputs and events, new optional fields; formats 1 and
 *    2 mean what they meant.
 * 4: exercise control as several people, and what they do while it runs: a pause says what it is
 *    for, phases and what remains can be moved in time, injects changed before and repeated after
 *    their release, simulated roles handed round, calls noted, decisions and observations
 *    back-dated, entries bookmarked and corrected. Where nobody has joined as staff (formats 1 to
 *    3), every facilitator is the lead.
 * 5: how sure one is of what one passes on (`certainty` of a message, a statement, the picture). New
 *    optional fields; without them a fact is passed on as sure as its sender came to know it.
 *    Services: `service.changed`, emitted only where the plan has services.
 */
export const JOURNAL_FORMAT = 5;

/** Who gave an input. Roles and pseudonyms only: names live in the roster, never here. */
export type By =
  | { readonly type: 'engine' }
  | { readonly type: 'facilitator'; readonly name: string }
  | { readonly type: 'role'; readonly role: RoleId; readonly seat: string };

/** A claim says what one takes on: the ownership (A) or the work (R). */
export type ClaimAs = 'accountable' | 'responsible';
export type Rating = 'P' | 'S' | 'M' | 'U';
/** What an entity says of a matter: it knows of it, or it has judged what it is. */
export type DeclaredAs = 'aware' | 'classified';
/** The parts of a situation picture, in the order in which they are read. */
export const PICTURE_SECTIONS = [
  'situation',
  'consequences',
  'measures',
  'outlook',
  'communication',
] as const;
export type PictureSection = (typeof PICTURE_SECTIONS)[number];
/**
 * How sure the sender says it is, by fact attached. Absent for a fact: nothing is said of it, and it
 * is passed on as sure as the sender came to know it.
 */
export type Sureness = Readonly<Record<FactId, Certainty>>;
/** Where a statement is put before the public. */
export const OUTLETS = ['press', 'web', 'social'] as const;
export type Outlet = (typeof OUTLETS)[number];

/** What somebody in exercise control may do; see staff.ts. */
export const STAFF_KINDS = ['lead', 'controller', 'evaluator', 'observer'] as const;
export type StaffKind = (typeof STAFF_KINDS)[number];
/**
 * What a pause is for. `discussion`: those in the room talk it over. `real`: a real incident, and
 * nobody plays until it is resumed. `step`: the exercise goes on turn by turn, by jumps.
 */
export const PAUSE_KINDS = ['discussion', 'real', 'step'] as const;
export type PauseKind = (typeof PAUSE_KINDS)[number];
/**
 * What is added beside an entry. The entry itself stands. `handled`: the message needs no answer,
 * and nobody has to go on waiting for one.
 */
export const NOTE_KINDS = ['bookmark', 'correction', 'handled'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];
/** Who plays a simulated role when it is no facilitator. No facilitator can have this name. */
export const BOT = 'bot';

/** What a message, an observation or an objection is about. */
export type About = {
  readonly task?: string;
  readonly decision?: string;
  readonly inject?: string;
  readonly message?: string;
  readonly role?: string;
  readonly objective?: string;
  /** A statement, or a version of the situation picture. */
  readonly publication?: string;
};

export type ControlInput =
  /** `step`: paused from STARTEX on, and conducted turn by turn. */
  | { readonly type: 'exercise.start'; readonly step?: true }
  /** While paused: says anew what the pause is for. */
  | { readonly type: 'exercise.pause'; readonly reason?: string; readonly kind?: PauseKind }
  | { readonly type: 'exercise.resume' }
  | { readonly type: 'exercise.pace'; readonly pace: number }
  | { readonly type: 'exercise.jump'; readonly to: Ms }
  /** Moves all that is still to come, and the end, by so many exercise ms; earlier when negative. */
  | { readonly type: 'exercise.shift'; readonly by: Ms; readonly reason?: string }
  | { readonly type: 'exercise.end'; readonly reason?: string }
  | { readonly type: 'exercise.hotwash' }
  | { readonly type: 'exercise.close' }
  | { readonly type: 'phase.choose'; readonly phase: string; readonly reason: string }
  /** Extends or shortens a phase in which the story stands. */
  | {
      readonly type: 'phase.adjust';
      readonly phase: string;
      readonly until: Ms;
      readonly reason?: string;
    }
  | { readonly type: 'inject.release'; readonly inject: string }
  | { readonly type: 'inject.hold'; readonly inject: string }
  /** Undoes a hold: the inject is planned again, and released at once if its time has passed. */
  | { readonly type: 'inject.unhold'; readonly inject: string }
  | { readonly type: 'inject.skip'; readonly inject: string; readonly reason?: string }
  /** Another time, other receivers or another text, before it is released. */
  | ({ readonly type: 'inject.change'; readonly inject: string } & InjectChange)
  /** Releases once more what has been released, to the same roles or to others. */
  | { readonly type: 'inject.repeat'; readonly inject: string; readonly to?: readonly RoleId[] }
  /** Asks a poll or a probe now, whatever its trigger says. */
  | { readonly type: 'question.ask'; readonly question: string }
  | { readonly type: 'question.skip'; readonly question: string; readonly reason?: string }
  | {
      readonly type: 'inject.write';
      readonly to: readonly RoleId[];
      readonly from: string;
      readonly channel: Channel;
      readonly title: Text;
      readonly body: Text;
      readonly facts?: readonly FactId[];
      /** The message that this answers: how somebody outside the exercise writes back. */
      readonly replyTo?: string;
      /** The row of the plan's bank that it was made from. */
      readonly prepared?: string;
    }
  /** A reply or a message written by control in the name of a simulated role or of the outside world. */
  | {
      readonly type: 'simcell.send';
      readonly from: RoleId;
      readonly to: readonly RoleId[];
      readonly title?: string;
      readonly body: string;
      readonly facts?: readonly FactId[];
      readonly certainty?: Sureness;
      readonly replyTo?: string;
      readonly prepared?: string;
    }
  /** What a simulated role said in a call outside the tool; the facts are known from then on. */
  | {
      readonly type: 'simcell.call';
      readonly from: RoleId;
      readonly with: readonly RoleId[];
      readonly text: string;
      readonly facts?: readonly FactId[];
    }
  /** Hands a simulated role to a facilitator, by name, or to a bot (`BOT`). */
  | { readonly type: 'simcell.play'; readonly role: RoleId; readonly by: string }
  /** A decision made aloud in the room, entered by control on behalf of `role`. */
  | {
      readonly type: 'decision.enter';
      readonly decision: string;
      readonly option: string;
      readonly role: RoleId;
      readonly reason: string;
      readonly facts?: readonly FactId[];
      /** When it was made, if that was earlier than it is entered. */
      readonly happened?: Ms;
    }
  /** One that the plan does not have: made aloud, and entered at once with its answer. */
  | {
      readonly type: 'decision.note';
      readonly question: string;
      readonly option: string;
      readonly role: RoleId;
      readonly reason: string;
      readonly facts?: readonly FactId[];
      readonly happened?: Ms;
    }
  | {
      readonly type: 'observation.note';
      readonly text: string;
      readonly rating?: Rating;
      readonly about?: About;
      /** The entries that show it, by seq. */
      readonly evidence?: readonly number[];
      readonly happened?: Ms;
    }
  /** A bookmark for the debrief, a correction, or that no answer is due; `entry` is a seq. */
  | {
      readonly type: 'record.note';
      readonly entry: number;
      readonly kind: NoteKind;
      readonly text: string;
    }
  /** The lead goes to another; who had it is a controller from then on. */
  | { readonly type: 'staff.hand'; readonly to: string }
  /** Answers what a participant asked control; `ask` is the question's id. */
  | { readonly type: 'control.answer'; readonly ask: string; readonly text: string };

export type RoleInput =
  /** `item`: an inject's or a message's id. */
  | { readonly type: 'item.open'; readonly item: string }
  | { readonly type: 'item.acknowledge'; readonly item: string }
  | {
      readonly type: 'message.send';
      readonly to: readonly RoleId[];
      /** Somebody outside the exercise, by name; control answers for them. */
      readonly outside?: string;
      readonly title?: string;
      readonly body: string;
      /** Facts attached; one can attach only what one knows. */
      readonly facts?: readonly FactId[];
      readonly certainty?: Sureness;
      /** The inject or message this answers. */
      readonly replyTo?: string;
      readonly about?: About;
      /** Asks for an answer before one goes on: a consultation. */
      readonly asks?: boolean;
    }
  | { readonly type: 'task.claim'; readonly task: string; readonly as: ClaimAs }
  | { readonly type: 'task.release'; readonly task: string }
  | {
      readonly type: 'task.finish';
      readonly task: string;
      readonly note: string;
      /** Done where the tool could not see it: by telephone, at the table. */
      readonly outside?: true;
    }
  /** Asks a role to take a task on; answered like an offered handover. */
  | {
      readonly type: 'task.assign';
      readonly task: string;
      readonly to: RoleId;
      readonly as: ClaimAs;
      readonly note?: string;
    }
  | {
      readonly type: 'handover.offer';
      readonly task: string;
      readonly to: RoleId;
      readonly note?: string;
    }
  | { readonly type: 'handover.accept'; readonly task: string; readonly from: RoleId }
  | {
      readonly type: 'handover.decline';
      readonly task: string;
      readonly from: RoleId;
      readonly reason: string;
    }
  | {
      readonly type: 'decision.record';
      readonly decision: string;
      readonly option: string;
      readonly reason: string;
      /** The facts it was based on. */
      readonly facts?: readonly FactId[];
      readonly assumptions?: string;
      /** Who disagreed, and why. */
      readonly dissent?: string;
      /** Taken where the tool could not see it. */
      readonly outside?: true;
    }
  /** Raises a decision that the plan does not have, among the roles it is shared with. */
  | {
      readonly type: 'decision.raise';
      readonly question: string;
      readonly options: readonly string[];
      /** Exercise ms until it ought to be taken; nothing happens by itself then. */
      readonly within: Ms;
      readonly with: readonly RoleId[];
    }
  | { readonly type: 'decision.discuss'; readonly decision: string; readonly text: string }
  /** "We are aware", "we classify it": the first starts the organisation's clocks for the matter. */
  | {
      readonly type: 'awareness.declare';
      readonly matter: string;
      readonly reason: string;
      /** Absent: aware. */
      readonly as?: DeclaredAs;
    }
  | {
      readonly type: 'statement.publish';
      readonly outlet: Outlet;
      readonly title: string;
      readonly body: string;
      readonly facts?: readonly FactId[];
      readonly certainty?: Sureness;
    }
  /** A new version of one section of the shared situation picture. */
  | {
      readonly type: 'picture.update';
      readonly section: PictureSection;
      readonly text: string;
      readonly facts?: readonly FactId[];
      readonly certainty?: Sureness;
      /** Absent: the exercise's own. Never below that of an attached fact. */
      readonly marking?: Marking;
    }
  | { readonly type: 'control.ask'; readonly text: string; readonly about?: About }
  /** "The record is wrong": kept beside it, never in its place. */
  | { readonly type: 'record.contest'; readonly about: About; readonly text: string }
  /** What an inject or a message asked for was done where the tool could not see it. */
  | {
      readonly type: 'outside.report';
      readonly about: About;
      readonly text: string;
      /** With or to whom. */
      readonly to?: readonly RoleId[];
    }
  /** The practice inject of the waiting room: how long the tool itself takes this person, wall ms. */
  | { readonly type: 'practice.finish'; readonly opened: Ms; readonly acknowledged: Ms }
  /** To a poll a role's id, to a probe an option's; UNSURE (plan.ts) to either. */
  | { readonly type: 'question.answer'; readonly question: string; readonly answer: string }
  | { readonly type: 'hotwash.answer'; readonly question: string; readonly text: string };

export type EngineInput =
  | {
      readonly type: 'exercise.open';
      readonly format: number;
      readonly engine: string;
      readonly exercise: string;
      readonly seed: number;
      /** SHA-256 of the Plan's canonical JSON. */
      readonly digest: string;
      readonly plan: Plan;
    }
  /** The agenda's head has fallen due. */
  | { readonly type: 'agenda.due'; readonly number: number }
  | {
      readonly type: 'seat.take';
      readonly role: RoleId;
      readonly seat: string;
      readonly pseudonym: string;
      readonly bot: boolean;
      /** Sits there for the one who should. */
      readonly deputy?: true;
    }
  | { readonly type: 'seat.leave'; readonly role: RoleId; readonly seat: string }
  /** `staff`: the facilitator's name in this journal, `F1`, `F2` … */
  | {
      readonly type: 'staff.join';
      readonly staff: string;
      readonly kind: StaffKind;
      /** The organisations that a controller looks after; absent: all of them. */
      readonly lane?: readonly string[];
    }
  | { readonly type: 'staff.leave'; readonly staff: string };

export type Input = ControlInput | RoleInput | EngineInput;

/** Why a phase was entered. */
export type PhaseCause =
  | { readonly type: 'start' }
  | { readonly type: 'length' }
  | { readonly type: 'gate' }
  | { readonly type: 'decision'; readonly decision: string; readonly option: string }
  | { readonly type: 'control'; readonly reason: string };

/** Why an inject was released. `due`: its own trigger, or an overdue expectation for an if-not. */
export type ReleaseCause = 'due' | 'control' | 'if-not';

/** What changed a service. */
export type ServiceCause = { readonly inject: string } | { readonly task: string };

export type ExerciseEvent =
  | { readonly type: 'exercise.opened'; readonly exercise: string }
  | { readonly type: 'exercise.started'; readonly pace: number }
  | { readonly type: 'exercise.paused'; readonly reason?: string; readonly kind?: PauseKind }
  | { readonly type: 'exercise.resumed' }
  | { readonly type: 'exercise.paced'; readonly pace: number }
  | { readonly type: 'exercise.jumped'; readonly to: Ms }
  /** What was to come, each phase's end and the exercise's own are `by` later; none before now. */
  | { readonly type: 'exercise.shifted'; readonly by: Ms; readonly reason?: string }
  | {
      readonly type: 'exercise.ended';
      readonly cause: 'control' | 'storyline' | 'length';
      readonly reason?: string;
    }
  | { readonly type: 'hotwash.opened' }
  | { readonly type: 'exercise.closed' }
  /** `until`: when the phase's length is over, if it has one. */
  | {
      readonly type: 'phase.entered';
      readonly phase: string;
      readonly from?: string;
      readonly until?: Ms;
      readonly cause: PhaseCause;
    }
  | {
      readonly type: 'phase.adjusted';
      readonly phase: string;
      readonly until: Ms;
      readonly reason?: string;
    }
  /** The thread's last phase is over; the exercise goes on without it. */
  | { readonly type: 'thread.ended'; readonly thread: string; readonly from: string }
  /** An inject's time is now known: it will fall due at `due`. */
  | { readonly type: 'inject.scheduled'; readonly inject: string; readonly due: Ms }
  | {
      readonly type: 'inject.released';
      readonly inject: string;
      readonly to: readonly RoleId[];
      readonly cause: ReleaseCause;
    }
  | { readonly type: 'inject.held'; readonly inject: string }
  | { readonly type: 'inject.unheld'; readonly inject: string }
  | { readonly type: 'inject.skipped'; readonly inject: string; readonly reason?: string }
  | ({ readonly type: 'inject.changed'; readonly inject: string } & InjectChange)
  /** The storyline can no longer come to any of its phases. */
  | { readonly type: 'inject.passed'; readonly inject: string }
  /** Control wrote an inject of its own; it is released in the same step. */
  | { readonly type: 'inject.written'; readonly inject: string; readonly row: WrittenInject }
  | { readonly type: 'obligation.opened'; readonly obligation: string; readonly due: Ms }
  | { readonly type: 'obligation.met'; readonly obligation: string }
  | { readonly type: 'obligation.overdue'; readonly obligation: string }
  /** Done after its time. */
  | { readonly type: 'obligation.late'; readonly obligation: string }
  /** Not done when the exercise ended. */
  | { readonly type: 'obligation.lapsed'; readonly obligation: string }
  /** What it waited for can no longer happen, by no fault of the role. */
  | { readonly type: 'obligation.waived'; readonly obligation: string }
  /** The role says that it was done outside the tool: neither done nor not done, as far as we saw. */
  | { readonly type: 'obligation.outside'; readonly obligation: string }
  | { readonly type: 'item.opened'; readonly item: string; readonly role: RoleId }
  | { readonly type: 'item.acknowledged'; readonly item: string; readonly role: RoleId }
  | {
      readonly type: 'message.sent';
      readonly message: string;
      readonly from: RoleId;
      readonly to: readonly RoleId[];
      readonly outside?: string;
      readonly title?: string;
      readonly body: string;
      readonly facts: readonly FactId[];
      readonly certainty?: Sureness;
      readonly replyTo?: string;
      readonly about?: About;
      readonly asks: boolean;
      /** Written by control for a simulated role. */
      readonly simulated: boolean;
      readonly prepared?: string;
    }
  | {
      readonly type: 'call.noted';
      readonly call: string;
      readonly from: RoleId;
      readonly with: readonly RoleId[];
      readonly text: string;
      readonly facts: readonly FactId[];
    }
  | { readonly type: 'simcell.played'; readonly role: RoleId; readonly by: string }
  /** The role has opened something that carries the fact, and knows it from now on. */
  | {
      readonly type: 'fact.known';
      readonly fact: FactId;
      readonly role: RoleId;
      readonly item: string;
    }
  | { readonly type: 'task.started'; readonly task: string; readonly due: Ms }
  | { readonly type: 'task.overdue'; readonly task: string }
  | {
      readonly type: 'task.claimed';
      readonly task: string;
      readonly role: RoleId;
      readonly as: ClaimAs;
      /** The role that asked for it, when it was assigned. */
      readonly assignedBy?: RoleId;
    }
  | {
      readonly type: 'task.assigned';
      readonly task: string;
      readonly from: RoleId;
      readonly to: RoleId;
      readonly as: ClaimAs;
      readonly note?: string;
    }
  | { readonly type: 'task.released'; readonly task: string; readonly role: RoleId }
  | {
      readonly type: 'task.done';
      readonly task: string;
      readonly role: RoleId;
      readonly note: string;
      readonly outside?: true;
    }
  | {
      readonly type: 'handover.offered';
      readonly task: string;
      readonly from: RoleId;
      readonly to: RoleId;
      readonly as: ClaimAs;
      readonly note?: string;
    }
  | {
      readonly type: 'handover.accepted';
      readonly task: string;
      readonly from: RoleId;
      readonly to: RoleId;
      readonly as: ClaimAs;
    }
  | {
      readonly type: 'handover.declined';
      readonly task: string;
      readonly from: RoleId;
      readonly to: RoleId;
      readonly reason: string;
    }
  | { readonly type: 'decision.opened'; readonly decision: string; readonly due: Ms }
  | {
      readonly type: 'decision.recorded';
      readonly decision: string;
      readonly option: string;
      readonly reason: string;
      /** Absent when nobody decided and the default was taken. */
      readonly role?: RoleId;
      readonly facts: readonly FactId[];
      readonly how: 'role' | 'control' | 'default';
      readonly assumptions?: string;
      readonly dissent?: string;
      readonly outside?: true;
      /** Entered later than it was made: when that was, as control says. */
      readonly happened?: Ms;
    }
  | {
      readonly type: 'decision.raised';
      /** `raised.1`, `raised.2` … */
      readonly decision: string;
      readonly role: RoleId;
      readonly question: string;
      readonly options: readonly { readonly id: string; readonly title: string }[];
      readonly due: Ms;
      readonly with: readonly RoleId[];
    }
  | {
      readonly type: 'decision.discussed';
      readonly decision: string;
      readonly role: RoleId;
      readonly text: string;
    }
  | {
      readonly type: 'awareness.declared';
      readonly matter: string;
      readonly role: RoleId;
      readonly organisation: string;
      readonly reason: string;
      readonly as?: DeclaredAs;
    }
  | {
      readonly type: 'statement.published';
      readonly statement: string;
      readonly role: RoleId;
      readonly outlet: Outlet;
      readonly title: string;
      readonly body: string;
      readonly facts: readonly FactId[];
      readonly certainty?: Sureness;
    }
  | {
      readonly type: 'picture.updated';
      readonly picture: string;
      readonly role: RoleId;
      readonly section: PictureSection;
      /** From 1, by section. */
      readonly version: number;
      readonly text: string;
      readonly facts: readonly FactId[];
      readonly certainty?: Sureness;
      readonly marking: Marking;
    }
  | {
      readonly type: 'control.asked';
      readonly ask: string;
      readonly role: RoleId;
      readonly text: string;
      readonly about?: About;
    }
  | { readonly type: 'control.answered'; readonly ask: string; readonly text: string }
  | {
      readonly type: 'record.contested';
      readonly contest: string;
      readonly role: RoleId;
      readonly about: About;
      readonly text: string;
    }
  | {
      readonly type: 'outside.reported';
      readonly report: string;
      readonly role: RoleId;
      readonly about: About;
      readonly text: string;
      readonly to: readonly RoleId[];
    }
  /** Wall ms: from shown to opened, and to acknowledged. */
  | {
      readonly type: 'practice.finished';
      readonly role: RoleId;
      readonly seat: string;
      readonly opened: Ms;
      readonly acknowledged: Ms;
    }
  | { readonly type: 'clock.started'; readonly clock: string; readonly due?: Ms }
  | { readonly type: 'clock.met'; readonly clock: string }
  /** The deadline passed without the task being done. */
  | { readonly type: 'clock.missed'; readonly clock: string }
  /**
   * By the release of an inject or the doing of a task. `level`: of full service, 0–1, from now on.
   * `gap`: how old the restored data are.
   */
  | {
      readonly type: 'service.changed';
      readonly service: string;
      readonly level: number;
      readonly cause: ServiceCause;
      readonly gap?: Ms;
    }
  /** A poll's or a probe's time is now known: it will be asked at `due`. */
  | { readonly type: 'question.scheduled'; readonly question: string; readonly due: Ms }
  | {
      readonly type: 'question.asked';
      readonly question: string;
      readonly to: readonly RoleId[];
      readonly cause: 'due' | 'control';
    }
  | { readonly type: 'question.skipped'; readonly question: string; readonly reason?: string }
  | {
      readonly type: 'question.answered';
      readonly question: string;
      readonly role: RoleId;
      readonly answer: string;
    }
  | {
      readonly type: 'observation.noted';
      readonly text: string;
      readonly rating?: Rating;
      readonly about?: About;
      readonly evidence?: readonly number[];
      readonly happened?: Ms;
    }
  | {
      readonly type: 'record.noted';
      readonly note: string;
      readonly entry: number;
      readonly kind: NoteKind;
      readonly text: string;
    }
  | {
      readonly type: 'staff.joined';
      readonly staff: string;
      readonly kind: StaffKind;
      readonly lane?: readonly string[];
    }
  | { readonly type: 'staff.left'; readonly staff: string }
  | { readonly type: 'staff.handed'; readonly from: string; readonly to: string }
  | {
      readonly type: 'hotwash.answered';
      readonly question: string;
      readonly role: RoleId;
      readonly text: string;
    }
  | {
      readonly type: 'seat.taken';
      readonly role: RoleId;
      readonly seat: string;
      readonly pseudonym: string;
      readonly bot: boolean;
      readonly deputy?: true;
    }
  | { readonly type: 'seat.left'; readonly role: RoleId; readonly seat: string }
  | { readonly type: 'input.refused'; readonly code: RefusalCode };

/** One kind of event. */
export type EventOf<T extends ExerciseEvent['type']> = Extract<ExerciseEvent, { type: T }>;

/** Where and by whom an event happened. */
export type Moment = { readonly seq: number; readonly at: Ms; readonly by: By };

/** What of an inject is another than was planned; what is absent stays. */
export type InjectChange = {
  readonly due?: Ms;
  readonly to?: readonly RoleId[];
  readonly title?: Text;
  readonly body?: Text;
  readonly reason?: string;
};

/** An inject that control wrote while the exercise ran: `adhoc.1`, `adhoc.2` … */
export type WrittenInject = {
  readonly title: Text;
  readonly body: Text;
  readonly from: Sender;
  readonly to: readonly RoleId[];
  readonly channel: Channel;
  readonly facts: readonly FactId[];
  readonly replyTo?: string;
  readonly prepared?: string;
  /** The inject that is released once more; its files and marking come with it. */
  readonly repeats?: string;
  readonly files?: readonly Attachment['name'][];
  readonly marking?: Marking;
};

type EntryHead = {
  /** From 0, without a gap. */
  readonly seq: number;
  /** Exercise time. */
  readonly at: Ms;
  /** Wall time, ISO 8601 UTC: for people; nothing is computed from it. */
  readonly wall: string;
  readonly by: By;
  /** SHA-256 (hex) of the line before; 64 zeros in the first. */
  readonly prev: string;
};
export type InputEntry = EntryHead & {
  readonly input: Input;
  /** The sender's own id for the act, by which a repeated sending is recognised. */
  readonly act?: string;
};
export type EventEntry = EntryHead & { readonly event: ExerciseEvent };
/** One line of the journal. An input is followed by the events that it caused. */
export type Entry = InputEntry | EventEntry;

/** An entry before it has its place in the journal's chain. */
export type Draft = Omit<InputEntry, 'prev'> | Omit<EventEntry, 'prev'>;
