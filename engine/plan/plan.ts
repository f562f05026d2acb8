/**
 * The Plan: a scenario compiled to rows that refer to each other by id. JSON through and through,
 * so that a journal can carry it. Knows: what was meant to happen. Does not know: what did.
 */
import type { Condition } from '../scenario/condition.ts';
import type { AttachmentType } from '../scenario/attachment.ts';
import type {
  Act,
  Capability,
  Certainty,
  Channel,
  Domain,
  Kind,
  Marking,
} from '../scenario/schema.ts';
import type { Lang, Text } from '../scenario/text.ts';
import type { Ms, Story } from '../scenario/time.ts';

/** The Plan's own format; a journal pins it. 1: first. */
export const PLAN_FORMAT = 1;

export type RoleId = string;
export type FactId = string;

export type Plan = {
  readonly format: typeof PLAN_FORMAT;
  readonly id: string;
  readonly version: string;
  readonly title: Text;
  readonly summary?: Text;
  readonly purpose?: Text;
  readonly contentWarning?: Text;
  readonly kind: Kind;
  readonly languages: readonly Lang[];
  readonly threatBasis?: { readonly title: Text; readonly date: string };
  readonly story: Story;
  readonly length: Ms;
  /** Exercise ms per wall ms at STARTEX; the facilitator can change it. */
  readonly pace: number;
  readonly marking: Marking;
  /** The first phase. */
  readonly begins: string;
  readonly organisations: readonly Organisation[];
  readonly roles: readonly Role[];
  readonly objectives: readonly Objective[];
  readonly facts: readonly Fact[];
  readonly tasks: readonly Task[];
  readonly interfaces: readonly Interface[];
  readonly decisions: readonly Decision[];
  readonly phases: readonly Phase[];
  readonly injects: readonly Inject[];
  readonly expectations: readonly Expectation[];
  /** What a role can declare awareness of: the matters that this plan's clocks start on. */
  readonly matters: readonly Matter[];
  readonly clocks: readonly Clock[];
  readonly hotWash: readonly { readonly id: string; readonly question: Text }[];
  /** Strands beside the storyline. Absent where the scenario has none, as in older plans. */
  readonly threads?: readonly Thread[];
  /** Polls and probes, in the order they are asked as far as that is known. Absent: none. */
  readonly questions?: readonly Question[];
  /** The attachments that injects carry, each once. Absent: none. */
  readonly files?: readonly Attachment[];
  /** Prepared texts that control writes from while the exercise runs. Absent: none. */
  readonly bank?: readonly Prepared[];
  /** What can fail and be restored. Absent: none. */
  readonly services?: readonly Service[];
  /** A role sees its own letters in the tasks it sees. Absent: it does not; that is exercised. */
  readonly letters?: 'shown';
};

/** A strand of phases that runs beside the storyline from STARTEX on, and never ends the exercise. */
export type Thread = { readonly id: string; readonly title: Text; readonly begins: string };

/**
 * Something the exercise asks of roles. `poll`: who owns `task` right now; the answer is a role's id.
 * `probe`: what they believe about the situation; the answer is an option's id.
 * Both can also be answered `UNSURE`: not to know is an answer.
 */
export type Question = {
  readonly id: string;
  readonly trigger: Exclude<Trigger, { readonly type: 'if-not' }>;
  readonly to: readonly RoleId[];
  readonly objectives: readonly string[];
} & (
  | { readonly kind: 'poll'; readonly task: string }
  | {
      readonly kind: 'probe';
      readonly question: Text;
      readonly options: readonly { readonly id: string; readonly title: Text }[];
      /** The option that is true in the story; without it, agreement is all that can be measured. */
      readonly truth?: string;
    }
);
/** The answer of somebody who does not know. No role or option can have this id. */
export const UNSURE = '?';

/** A file in the scenario's `files/` folder. The digest pins its content in the journal. */
export type Attachment = {
  readonly name: string;
  readonly type: AttachmentType;
  readonly bytes: number;
  /** SHA-256, hex. */
  readonly digest: string;
};

export type Organisation = {
  readonly id: string;
  readonly name: Text;
  readonly sector?: string;
  readonly catalogue?: string;
};

/** A post in an organisation. People sit in its seats; the journal knows posts, not people. */
export type Role = {
  readonly id: RoleId;
  readonly name: Text;
  readonly organisation: string;
  readonly seats: { readonly min: number; readonly max: number };
  readonly deputy?: RoleId;
  /** `simcell`: played by exercise control, nobody joins it. */
  readonly playedBy: 'participant' | 'simcell';
  readonly briefing?: Text;
  /** The strictest marking that the role, or its organisation, may receive. Absent: any. */
  readonly clearedFor?: Marking;
};

export type Objective = {
  readonly id: string;
  readonly title: Text;
  readonly description?: Text;
  readonly capability: Capability;
};

/** A piece of the story's information that moves between roles. */
export type Fact = {
  readonly id: FactId;
  readonly text: Text;
  readonly domain: Domain;
  readonly trueFrom: Ms;
  readonly marking: Marking;
  /** How sure those are who first tell it. Absent: it is confirmed. */
  readonly certainty?: Certainty;
  /** The fact of which this is another, changed version: a rumour, a wrong number. */
  readonly variantOf?: FactId;
};

/** Planned RASCI letters. `–` (none) is the absence of a cell. */
export type Letter = 'A' | 'R' | 'S' | 'C' | 'I';

export type Task = {
  readonly id: string;
  readonly title: Text;
  readonly description?: Text;
  /** Normally one; two or none only where `ambiguity` says that the doubt is meant. */
  readonly accountable: readonly RoleId[];
  readonly responsible: readonly RoleId[];
  readonly support: readonly RoleId[];
  readonly consulted: readonly RoleId[];
  readonly informed: readonly RoleId[];
  readonly needs: readonly FactId[];
  readonly starts?: Condition;
  readonly within: Ms;
  /** Set where the task is a statutory notification: the row in `clocks` has the task's id. */
  readonly clock?: string;
  readonly interface?: string;
  readonly critical: boolean;
  readonly domain: Domain;
  readonly objectives: readonly string[];
  readonly ambiguity?: Text;
  /** What doing it does to services, in this order. Absent: nothing. */
  readonly restores?: readonly Restoring[];
};

/** Something that works, or does not: what people need it for, and how long they can do without. */
export type Service = {
  readonly id: string;
  readonly title: Text;
  readonly dependsOn: readonly string[];
  readonly owner?: RoleId;
  /** The longest acceptable time down, from when it is lowered until it works in full again. */
  readonly rto?: Ms;
  /** How old restored data may be. */
  readonly rpo?: Ms;
  /** How much it counts in the loss that all services have together. */
  readonly weight: number;
};
/** `level`: of full service, 0–1; never below what stands. `gap`: how old the restored data are. */
export type Restoring = { readonly service: string; readonly level: number; readonly gap?: Ms };

/** Where authorities meet (snitflade): who must tell whom what. */
export type Interface = {
  readonly id: string;
  readonly title: Text;
  readonly from: readonly RoleId[];
  readonly to: readonly RoleId[];
  readonly carries: readonly FactId[];
  readonly starts?: Condition;
  readonly within?: Ms;
};

export type Decision = {
  readonly id: string;
  readonly question: Text;
  readonly description?: Text;
  readonly authority: readonly RoleId[];
  readonly consult: readonly RoleId[];
  readonly inform: readonly RoleId[];
  /** The key facts that a well-founded decision rests on. */
  readonly needs: readonly FactId[];
  readonly opens?: Condition;
  readonly within: Ms;
  /** Taken when the window lapses, and recorded as such. */
  readonly default: string;
  /** The phases in which an option's `goto` moves the storyline. */
  readonly phases: readonly string[];
  readonly options: readonly Option[];
  readonly domain: Domain;
  readonly objectives: readonly string[];
};
export type Option = { readonly id: string; readonly title: Text; readonly goto?: string };

export type Phase = {
  readonly id: string;
  readonly title: Text;
  readonly description?: Text;
  /** The thread it belongs to; absent: the storyline itself. */
  readonly thread?: string;
  readonly length?: Ms;
  readonly gate?: Condition;
  /** Tried in order when the phase is over; none left means ENDEX, or the thread's end. */
  readonly next: readonly { readonly when?: Condition; readonly to: string }[];
};

/** When an inject falls due. `if-not`: when an expectation of one of those injects is overdue. */
export type Trigger =
  | { readonly type: 'at'; readonly at: Ms }
  | { readonly type: 'after'; readonly when: Condition; readonly delay: Ms }
  | { readonly type: 'when'; readonly when: Condition }
  | { readonly type: 'manual' }
  | { readonly type: 'if-not'; readonly of: readonly string[] };

export type Sender = { readonly role: RoleId } | { readonly name: Text };

export type Inject = {
  readonly id: string;
  /** Serial number in the MSEL, from 1. */
  readonly number: number;
  readonly title: Text;
  readonly body: Text;
  readonly from: Sender;
  readonly to: readonly RoleId[];
  readonly channel: Channel;
  readonly domain: Domain;
  readonly marking: Marking;
  readonly facts: readonly FactId[];
  readonly objectives: readonly string[];
  readonly trigger: Trigger;
  /** Empty: in any phase. Otherwise released only in these, passed over when they are left. */
  readonly phases: readonly string[];
  readonly ifNot?: string;
  /** Names of attachments. Absent: none. */
  readonly files?: readonly string[];
  /** The message that it answers; only one written on the way can. */
  readonly replyTo?: string;
  /** What its release does to services, in this order: their level from then on, 0–1. Absent: none. */
  readonly services?: readonly { readonly service: string; readonly level: number }[];
  /** For the controller and the evaluator only. */
  readonly notes?: Text;
};

/** A text for control to send when it is wanted: an inject, or a simulated role's answer. */
export type Prepared = {
  readonly id: string;
  readonly title: Text;
  readonly body: Text;
  /** A simulated role, or somebody outside the exercise. */
  readonly from: Sender;
  readonly channel: Channel;
  readonly facts: readonly FactId[];
  /** Empty: control chooses when it is sent. */
  readonly to: readonly RoleId[];
  readonly notes?: Text;
};

/** What one role is expected to do about one inject. Fallen due, it is an Obligation. */
export type Expectation = {
  /** `<inject>.<n>` or the planner's own id; `/<role>` is added where it names several roles. */
  readonly id: string;
  /** The id without the role, where that cannot be read off it: in an instance of a template. */
  readonly name?: string;
  readonly inject: string;
  readonly role: RoleId;
  readonly does: Act;
  readonly task?: string;
  readonly decision?: string;
  readonly to: readonly RoleId[];
  readonly facts: readonly FactId[];
  readonly within: Ms;
};

/** Something one can become aware of in law's sense: a significant incident, a breach. */
export type Matter = { readonly id: string; readonly title: Text };

/** A statutory deadline that a task must meet. It runs from the organisation's declared awareness. */
export type Clock = {
  /** The task's id. */
  readonly id: string;
  readonly clock: string;
  readonly title: Text;
  readonly matter: string;
  readonly organisation: string;
  /** Absent: "without undue delay", measured but never late. */
  readonly deadline?: Ms;
  readonly source: string;
  readonly confidence: 'high' | 'medium' | 'low';
};
