/**
 * The rows that views are made of, for a role and for control.
 * Knows: what each receiver's screen is built from. Does not know: who may see what (view does).
 */
import type { Status } from '../plan/exercise.machine.ts';
import type { InjectStatus, ObligationStatus } from '../plan/lifecycle.machine.ts';
import type { FactId, Letter, Objective, Plan, Prepared, RoleId, Task } from '../plan/plan.ts';
import type { AttachmentType } from '../scenario/attachment.ts';
import type { Condition } from '../scenario/condition.ts';
import type { Act, Certainty, Channel, Domain, Kind, Marking } from '../scenario/schema.ts';
import type { Lang, Text } from '../scenario/text.ts';
import type { Ms, Story } from '../scenario/time.ts';
import type {
  About,
  By,
  ClaimAs,
  DeclaredAs,
  ExerciseEvent,
  Input,
  NoteKind,
  Outlet,
  PauseKind,
  PictureSection,
  Rating,
  StaffKind,
  Sureness,
} from './entry.ts';

export type { InjectStatus, ObligationStatus, Status };

/** One row, key `exercise`. Exercise now = at + (wall now − wall) × pace while running. */
export type ExerciseRow = {
  /** The exercise's, not the scenario's. */
  readonly id: string;
  readonly title: Text;
  readonly kind: Kind;
  readonly languages: readonly Lang[];
  readonly marking: Marking;
  readonly status: Status;
  /** The last pause's or ENDEX's reason, if one was given. */
  readonly reason?: string;
  /** What the pause is for; absent: none, or an ordinary one. */
  readonly hold?: PauseKind;
  readonly story: Story;
  /** The plan's, and what control has shifted it by. */
  readonly length: Ms;
  readonly pace: number;
  readonly hotWash: Plan['hotWash'];
  /** Matters one can declare awareness of. */
  readonly matters: readonly { readonly id: string; readonly title: Text }[];
  readonly contentWarning?: Text;
};

export type RoleRow = {
  readonly id: RoleId;
  readonly name: Text;
  readonly organisation: string;
  readonly organisationName: Text;
  /** Played by exercise control. */
  readonly simulated: boolean;
  /** The role that stands in for it, if the plan names one. */
  readonly deputy?: RoleId;
};

export type ItemRow = {
  readonly id: string;
  readonly kind: 'inject' | 'message';
  readonly seq: number;
  readonly at: Ms;
  readonly from: { readonly role?: RoleId; readonly name: Text };
  readonly to: readonly RoleId[];
  /** Somebody outside the exercise to whom a message went as well, by name. */
  readonly outside?: string;
  readonly channel: Channel | 'message';
  readonly title: Text;
  /** Markdown, to be rendered without HTML. */
  readonly body: Text;
  readonly marking: Marking;
  readonly facts: readonly string[];
  /** How sure the sender says it is, by fact; of the others nothing was said. */
  readonly certainty?: Sureness;
  readonly files?: readonly FileRow[];
  readonly replyTo?: string;
  readonly about?: About;
  readonly asks: boolean;
  /** Sent by this role itself. */
  readonly sent: boolean;
  readonly opened?: Ms;
  readonly acknowledged?: Ms;
  /** When this role answered it; of what it sent itself, when the first answer came to it. */
  readonly answered?: Ms;
};

export type TaskRow = {
  readonly id: string;
  readonly title: Text;
  readonly description?: Text;
  readonly domain: Domain;
  /** The receiver's own letters, where the scenario shows them; never another's. */
  readonly letters?: readonly Letter[];
  readonly status: 'open' | 'done';
  readonly startedAt: Ms;
  readonly due: Ms;
  readonly overdue: boolean;
  readonly holders: readonly { readonly role: RoleId; readonly as: ClaimAs; readonly since: Ms }[];
  readonly offers: readonly {
    readonly from: RoleId;
    readonly to: RoleId;
    readonly as: ClaimAs;
    readonly at: Ms;
    readonly note?: string;
    /** Asked to take it on; otherwise it is offered by who holds it. */
    readonly assigned?: true;
  }[];
  /** Offers and assignments that were declined, in that order; absent: none was. */
  readonly declined?: readonly {
    readonly from: RoleId;
    readonly to: RoleId;
    readonly as: ClaimAs;
    readonly at: Ms;
    readonly reason: string;
    readonly assigned?: true;
  }[];
  readonly done?: {
    readonly role: RoleId;
    readonly at: Ms;
    readonly note: string;
    readonly outside?: true;
  };
};

export type DecisionRow = {
  readonly id: string;
  readonly question: Text;
  readonly description?: Text;
  readonly options: readonly { readonly id: string; readonly title: Text }[];
  readonly openedAt: Ms;
  readonly due: Ms;
  /** The role that raised it; absent: it is the plan's. */
  readonly raisedBy?: RoleId;
  /** In the order it was said; absent: nothing was. */
  readonly discussion?: readonly {
    readonly role: RoleId;
    readonly at: Ms;
    readonly text: string;
  }[];
  readonly made?: {
    readonly option: string;
    readonly reason: string;
    readonly role?: RoleId;
    readonly at: Ms;
    readonly how: 'role' | 'control' | 'default';
    /** What it was based on, of that which the receiver knows; absent: nothing of it. */
    readonly facts?: readonly FactId[];
    readonly assumptions?: string;
    readonly dissent?: string;
    readonly outside?: true;
    /** When it was made, where it was entered later than that. */
    readonly happened?: Ms;
  };
};

/** What a role has said to the public. */
export type StatementRow = {
  readonly id: string;
  readonly seq: number;
  readonly at: Ms;
  readonly role: RoleId;
  readonly outlet: Outlet;
  readonly title: string;
  /** Markdown, to be rendered without HTML. */
  readonly body: string;
  readonly facts: readonly FactId[];
  readonly certainty?: Sureness;
  /** When the receiver's role opened it. */
  readonly opened?: Ms;
};

/** One version of one section of the shared situation picture; the last one stands. */
export type PictureRow = {
  readonly id: string;
  readonly seq: number;
  readonly at: Ms;
  readonly role: RoleId;
  readonly section: PictureSection;
  readonly version: number;
  /** Markdown, to be rendered without HTML. */
  readonly text: string;
  readonly facts: readonly FactId[];
  readonly certainty?: Sureness;
  readonly marking: Marking;
  readonly opened?: Ms;
};

/** What a role asked control, and the last answer. */
export type AskRow = {
  readonly id: string;
  readonly at: Ms;
  readonly role: RoleId;
  readonly text: string;
  readonly about?: About;
  readonly answer?: { readonly at: Ms; readonly text: string };
};

/** What a role says is wrong in the record. */
export type ContestRow = {
  readonly id: string;
  readonly at: Ms;
  readonly role: RoleId;
  readonly about: About;
  readonly text: string;
};

/** What a role says that it did outside the tool. */
export type OutsideRow = ContestRow & { readonly to: readonly RoleId[] };

/** A poll or a probe that was put to this role. What is true, if anything is, is not in it. */
export type QuestionRow = {
  readonly id: string;
  readonly kind: 'poll' | 'probe';
  /** The probe's question, or the title of the task whose owner a poll asks for. */
  readonly title: Text;
  readonly task?: string;
  /** A probe's; to a poll every role is an answer. */
  readonly options: readonly { readonly id: string; readonly title: Text }[];
  readonly askedAt: Ms;
  /** This role's answer: a role's or an option's id, or UNSURE. The first one stands. */
  readonly answer?: string;
  readonly answeredAt?: Ms;
};

/** A file that an inject carries; its content is fetched by the digest. */
export type FileRow = {
  readonly name: string;
  readonly type: AttachmentType;
  readonly bytes: number;
  readonly digest: string;
};

export type FactRow = {
  readonly id: string;
  readonly text: Text;
  readonly domain: Domain;
  readonly marking: Marking;
  readonly since: Ms;
};

export type ClockRow = {
  readonly id: string;
  readonly title: Text;
  readonly organisation: string;
  readonly startedAt: Ms;
  readonly due?: Ms;
  readonly status: 'running' | 'met' | 'late';
};

/** How much of a service works. Control's alone: roles see what injects tell them. */
export type ServiceRow = {
  readonly id: string;
  readonly title: Text;
  /** Of full service, 0–1. */
  readonly level: number;
  readonly owner?: RoleId;
  /** When it last changed; absent: it works as from the start. */
  readonly changedAt?: Ms;
  /** Since when it has not worked in full. */
  readonly loweredAt?: Ms;
  /** When it is to work in full again, where that is set and it does not. */
  readonly due?: Ms;
  /** How old the data are that it was restored with. */
  readonly gap?: Ms;
};

/** What the receiver's organisation has declared: of which matter it is aware, and how it judges it. */
export type AwarenessRow = {
  readonly matter: string;
  readonly organisation: string;
  readonly role: RoleId;
  readonly at: Ms;
  readonly reason: string;
  /** Absent: aware. */
  readonly as?: DeclaredAs;
};

/** What one role sees. Collections are keyed by the row's id. */
export type RoleCollections = {
  readonly exercise: ExerciseRow;
  readonly me: RoleRow & { readonly briefing?: Text };
  readonly roles: RoleRow;
  readonly items: ItemRow;
  readonly tasks: TaskRow;
  readonly decisions: DecisionRow;
  readonly facts: FactRow;
  readonly clocks: ClockRow;
  readonly awareness: AwarenessRow;
  readonly questions: QuestionRow;
  readonly statements: StatementRow;
  readonly picture: PictureRow;
  readonly asks: AskRow;
  readonly contests: ContestRow;
  readonly outside: OutsideRow;
  /** Key: the question's id; this role's own answers. */
  readonly hotwash: { readonly id: string; readonly text: string };
};

export type ControlInjectRow = {
  readonly id: string;
  readonly number: number;
  readonly title: Text;
  readonly body: Text;
  readonly notes?: Text;
  readonly from: { readonly role?: RoleId; readonly name: Text };
  readonly to: readonly RoleId[];
  readonly channel: Channel;
  readonly files?: readonly FileRow[];
  readonly phases: readonly string[];
  readonly trigger: 'at' | 'after' | 'when' | 'manual' | 'if-not' | 'adhoc';
  readonly status: InjectStatus;
  /** When it falls due, once that is known. */
  readonly due?: Ms;
  /** When it was to fall due before control moved it; absent: it was not moved. */
  readonly planned?: Ms;
  /** Its receivers or its text are not as planned. */
  readonly changed?: true;
  /** The inject that it repeats. */
  readonly repeats?: string;
  readonly facts: readonly FactId[];
  readonly releasedAt?: Ms;
  readonly opened: readonly RoleId[];
  readonly acknowledged: readonly RoleId[];
  readonly answered: readonly RoleId[];
  /** The message that it answers. */
  readonly replyTo?: string;
};

export type ObligationRow = {
  readonly id: string;
  readonly inject: string;
  readonly role: RoleId;
  readonly does: Act;
  readonly task?: string;
  readonly decision?: string;
  readonly due: Ms;
  readonly status: ObligationStatus;
};

export type ControlTaskRow = Omit<TaskRow, 'status' | 'startedAt' | 'due' | 'letters'> &
  Pick<Task, 'accountable' | 'responsible' | 'support' | 'consulted' | 'informed' | 'critical'> & {
    readonly status: 'dormant' | 'open' | 'done';
    readonly startedAt?: Ms;
    readonly due?: Ms;
  };

export type ControlDecisionRow = Omit<DecisionRow, 'openedAt' | 'due' | 'options'> & {
  readonly options: readonly {
    readonly id: string;
    readonly title: Text;
    readonly goto?: string;
  }[];
  readonly authority: readonly RoleId[];
  readonly consult: readonly RoleId[];
  readonly default: string;
  readonly openedAt?: Ms;
  readonly due?: Ms;
};

export type PhaseRow = {
  readonly id: string;
  /** Its place in the script, from 0. */
  readonly order: number;
  readonly title: Text;
  readonly length?: Ms;
  /** The thread it belongs to; absent: the storyline. */
  readonly thread?: Text;
  readonly current: boolean;
  readonly enteredAt?: Ms;
  readonly until?: Ms;
  /** It is over when this holds. */
  readonly gate?: Condition;
  /** The ways on, in order: the first that holds, or else the last. Absent: its strand ends. */
  readonly next?: readonly { readonly to: string; readonly when?: Condition }[];
};

export type ControlQuestionRow = Omit<QuestionRow, 'askedAt' | 'answer' | 'answeredAt'> & {
  readonly truth?: string;
  readonly to: readonly RoleId[];
  readonly trigger: 'at' | 'after' | 'when' | 'manual';
  readonly status: 'planned' | 'asked' | 'skipped';
  readonly due?: Ms;
  /** When it was to be asked before control moved it. */
  readonly planned?: Ms;
  readonly askedAt?: Ms;
  readonly answers: readonly { readonly role: RoleId; readonly answer: string; readonly at: Ms }[];
};

export type SeatRow = {
  readonly id: string;
  readonly role: RoleId;
  readonly pseudonym: string;
  readonly bot: boolean;
  /** Sits there for the one who should. */
  readonly deputy?: true;
  /** How long the tool itself took this person in the waiting room, wall ms. */
  readonly practice?: { readonly opened: Ms; readonly acknowledged: Ms };
};

export type MessageRow = Omit<
  ItemRow,
  'opened' | 'acknowledged' | 'answered' | 'sent' | 'kind' | 'files'
> & {
  readonly opened: readonly RoleId[];
  readonly simulated: boolean;
};

/** One journal entry as control reads it; a plan is left out of `exercise.open`. */
export type RecordRow = {
  readonly seq: number;
  readonly at: Ms;
  readonly wall: string;
  readonly by: By;
  readonly input?: Exclude<Input, { type: 'exercise.open' }> | { readonly type: 'exercise.open' };
  readonly event?: ExerciseEvent;
};

export type ObservationRow = {
  readonly id: string;
  readonly at: Ms;
  readonly by: string;
  readonly text: string;
  readonly rating?: Rating;
  readonly about?: About;
  /** The entries that show it, by seq. */
  readonly evidence?: readonly number[];
  /** When it was seen, where it was noted later than that. */
  readonly happened?: Ms;
};

/** Somebody in exercise control. */
export type StaffRow = {
  /** `F1`, `F2` …: whom the journal speaks of. */
  readonly id: string;
  readonly kind: StaffKind;
  /** The organisations that a controller looks after; absent: all of them. */
  readonly lane?: readonly string[];
};

/** A call in which a simulated role spoke, as control noted it. */
export type CallRow = {
  readonly id: string;
  readonly at: Ms;
  readonly from: RoleId;
  readonly with: readonly RoleId[];
  readonly text: string;
  readonly facts: readonly FactId[];
  /** Who noted it. */
  readonly by: string;
};

/** A bookmark, a correction or that no answer is due, beside an entry. */
export type NoteRow = {
  readonly id: string;
  /** A seq. */
  readonly entry: number;
  readonly kind: NoteKind;
  readonly text: string;
  readonly at: Ms;
  readonly by: string;
};

/** A prepared text of the plan's bank. */
export type BankRow = Omit<Prepared, 'from'> & {
  readonly from: { readonly role?: RoleId; readonly name: Text };
};

/** What an observation can be about: the plan's objectives. */
export type ObjectiveRow = Pick<Objective, 'id' | 'title' | 'capability'>;

/** What exercise control sees: everything. */
export type ControlCollections = {
  readonly exercise: ExerciseRow;
  readonly roles: RoleRow & {
    readonly seats: { readonly min: number; readonly max: number };
    /** Who plays a simulated role: a facilitator's name, or `bot`. Absent: whoever comes to it. */
    readonly playedBy?: string;
  };
  readonly phases: PhaseRow;
  readonly injects: ControlInjectRow;
  readonly obligations: ObligationRow;
  readonly tasks: ControlTaskRow;
  readonly decisions: ControlDecisionRow;
  readonly facts: {
    readonly id: string;
    readonly text: Text;
    readonly certainty?: Certainty;
    /** The fact of which it is a changed version. */
    readonly variantOf?: FactId;
    /** Who knows it, in the order they came to know. */
    readonly known: readonly { readonly role: RoleId; readonly at: Ms }[];
  };
  readonly clocks: ClockRow;
  readonly services: ServiceRow;
  readonly awareness: AwarenessRow;
  readonly messages: MessageRow;
  readonly seats: SeatRow;
  readonly observations: ObservationRow;
  readonly questions: ControlQuestionRow;
  readonly statements: Omit<StatementRow, 'opened'>;
  readonly picture: Omit<PictureRow, 'opened'>;
  readonly asks: AskRow;
  readonly contests: ContestRow;
  readonly outside: OutsideRow;
  /** Key: `<role>:<question>`. */
  readonly hotwash: { readonly role: RoleId; readonly question: string; readonly text: string };
  readonly staff: StaffRow;
  readonly calls: CallRow;
  readonly notes: NoteRow;
  readonly bank: BankRow;
  readonly objectives: ObjectiveRow;
  /** Key: the entry's seq. The last 200 on arrival, then every one. */
  readonly record: RecordRow;
};

/** Who said it, by the names that everybody in the room knows them by. */
type Author = { readonly name: Text; readonly organisation: Text };

/** What the room's projector shows: what is public, and no more. */
export type WallCollections = {
  readonly exercise: Pick<
    ExerciseRow,
    'id' | 'title' | 'marking' | 'status' | 'reason' | 'hold' | 'story' | 'length' | 'pace'
  >;
  /** Those in which the story stands now. */
  readonly phases: Pick<PhaseRow, 'id' | 'title' | 'thread'>;
  /** What has come on the channels that reach the public. */
  readonly news: Pick<ItemRow, 'id' | 'seq' | 'at' | 'channel' | 'title' | 'body' | 'marking'> & {
    readonly from: Text;
  };
  readonly statements: Omit<StatementRow, 'role' | 'facts' | 'certainty' | 'opened'> & Author;
  /** Key: the section; the last version that may be shown. */
  readonly picture: Pick<PictureRow, 'section' | 'seq' | 'at' | 'text' | 'marking'> & Author;
};

/** A view: collections of rows by key. Single-row collections use the key `exercise` or `me`. */
export type View<C> = { readonly [K in keyof C]: { readonly [key: string]: C[K] } };
export type RoleView = View<RoleCollections>;
export type ControlView = View<ControlCollections>;
export type WallView = View<WallCollections>;

/** A change to a view: put this row, or (null) take it away. */
export type Put = readonly [collection: string, key: string, row: object | null];
