/**
 * The exercise's state: what follows from the events so far, and nothing else.
 * Knows: rows. Does not know: rules (step) or who may see them (view).
 */
import { NEW_INJECT, type InjectStatus, type ObligationStatus } from '../plan/lifecycle.machine.ts';
import { lookup, type Lookup } from '../plan/lookup.ts';
import type {
  Decision,
  Expectation,
  FactId,
  Inject,
  Plan,
  Question,
  RoleId,
} from '../plan/plan.ts';
import { STORYLINE } from '../scenario/strand.ts';
import type { Certainty, Marking } from '../scenario/schema.ts';
import type { Ms } from '../scenario/time.ts';
import { emptyAgenda, type Agenda } from './agenda.ts';
import type {
  About,
  ClaimAs,
  DeclaredAs,
  EventOf,
  Outlet,
  PauseKind,
  PictureSection,
  Rating,
  Sureness,
} from './entry.ts';
import type { CallRow, NoteRow, StaffRow, Status } from './rows.ts';

/** When each role did something to an item, in the order it happened. */
export type Times = Map<RoleId, Ms>;

export type InjectState = {
  /** As planned, or as control has changed it. */
  row: Inject;
  /** Written by control while the exercise ran. */
  readonly adhoc: boolean;
  status: InjectStatus;
  /** Known once its trigger has fired, or from the start for `at`. */
  due?: Ms;
  /** When it was to fall due before it was moved. */
  planned?: Ms;
  /** How often it was moved: tells its place on the agenda from those it had before. */
  moved: number;
  /** Its receivers or its text are not as planned. */
  changed?: true;
  /** The inject that it repeats, and those that repeat it. */
  repeats?: string;
  readonly repeated: string[];
  /** The roles that no longer get it. */
  spared?: readonly RoleId[];
  releasedAt?: Ms;
  seq?: number;
  readonly opened: Times;
  readonly acknowledged: Times;
  readonly answered: Times;
};

export type MessageState = {
  readonly id: string;
  readonly seq: number;
  readonly at: Ms;
  readonly from: RoleId;
  readonly to: readonly RoleId[];
  readonly outside?: string;
  readonly title?: string;
  readonly body: string;
  readonly facts: readonly string[];
  readonly certainty?: Sureness;
  readonly replyTo?: string;
  readonly about?: About;
  readonly asks: boolean;
  readonly simulated: boolean;
  readonly prepared?: string;
  readonly opened: Times;
  readonly acknowledged: Times;
  readonly answered: Times;
};

export type ObligationState = {
  readonly row: Expectation;
  readonly due: Ms;
  status: ObligationStatus;
};

export type TaskState = {
  status: 'dormant' | 'open' | 'done';
  startedAt?: Ms;
  due?: Ms;
  overdue: boolean;
  holders: readonly { readonly role: RoleId; readonly as: ClaimAs; readonly since: Ms }[];
  offers: readonly {
    readonly from: RoleId;
    readonly to: RoleId;
    readonly as: ClaimAs;
    readonly at: Ms;
    readonly note?: string;
    /** Asked to take it on by a role that need not hold it itself. */
    readonly assigned?: true;
  }[];
  /** Answered with a no, in the order it was said. */
  declined: readonly DeclinedOffer[];
  /** Roles that the task was ever offered to: they go on seeing it. */
  readonly offeredTo: Set<RoleId>;
  done?: {
    readonly role: RoleId;
    readonly at: Ms;
    readonly note: string;
    readonly outside?: true;
  };
};

/** Why a role did not take on what it was offered or asked to do. */
export type DeclinedOffer = {
  readonly from: RoleId;
  readonly to: RoleId;
  readonly as: ClaimAs;
  /** When it was declined. */
  readonly at: Ms;
  readonly reason: string;
  readonly assigned?: true;
};

export type DecisionState = {
  status: 'dormant' | 'open' | 'made';
  /** A decision that a role raised while the exercise ran; the Plan does not have it. */
  readonly raised?: RaisedDecision;
  openedAt?: Ms;
  due?: Ms;
  /** In the order it was said. */
  readonly discussion: { readonly role: RoleId; readonly at: Ms; readonly text: string }[];
  made?: {
    readonly option: string;
    readonly reason: string;
    readonly role?: RoleId;
    readonly at: Ms;
    readonly how: 'role' | 'control' | 'default';
    /** What it was based on, whoever knows it. */
    readonly facts: readonly FactId[];
    readonly assumptions?: string;
    readonly dissent?: string;
    readonly outside?: true;
    readonly happened?: Ms;
  };
};

/** As the Plan would have it: the one who raised it has the authority, and the others are heard. */
export type RaisedDecision = Decision & { readonly raisedBy: RoleId };

/** What a role has put before everybody, and who has read it. */
export type PublicationState = {
  readonly id: string;
  readonly seq: number;
  readonly at: Ms;
  readonly role: RoleId;
  readonly facts: readonly string[];
  readonly certainty?: Sureness;
  readonly opened: Times;
} & (
  | {
      readonly kind: 'statement';
      readonly outlet: Outlet;
      readonly title: string;
      readonly body: string;
    }
  | {
      readonly kind: 'picture';
      readonly section: PictureSection;
      readonly version: number;
      readonly text: string;
      readonly marking: Marking;
    }
);

export type AskState = {
  readonly id: string;
  readonly at: Ms;
  readonly role: RoleId;
  readonly text: string;
  readonly about?: About;
  answer?: { readonly at: Ms; readonly text: string };
};

export type ClockState = {
  status: 'dormant' | 'running' | 'met' | 'late';
  /** Its deadline has passed without the task being done. */
  missed: boolean;
  startedAt?: Ms;
  due?: Ms;
};

export type ServiceState = {
  /** Of full service, 0–1. */
  level: number;
  /** When it last changed; absent: it works as from the start. */
  changedAt?: Ms;
  /** Since when it has not worked in full. */
  loweredAt?: Ms;
  /** How old the data are that it was restored with. */
  gap?: Ms;
};

/** Where one strand of the story stands: the storyline, or a thread. */
export type Strand = {
  readonly phase: string;
  readonly enteredAt: Ms;
  /** When the phase's length is over, if it has one. */
  readonly until?: Ms;
  /** Tells one stay in a phase, and one length set for it, from the next. */
  readonly visit: number;
};

export type QuestionState = {
  readonly row: Question;
  status: 'planned' | 'asked' | 'skipped';
  /** Known once its trigger has fired, or from the start for `at`. */
  due?: Ms;
  planned?: Ms;
  moved: number;
  askedAt?: Ms;
  readonly answers: Map<RoleId, { readonly answer: string; readonly at: Ms }>;
};

export type ExerciseState = {
  readonly lookup: Lookup;
  /** The exercise's own id: one scenario is conducted many times. */
  exercise: string;
  status: Status;
  /** Exercise time of the last event. */
  at: Ms;
  /** The last event's seq. */
  seq: number;
  pace: number;
  reason?: string;
  hold?: PauseKind;
  /** The exercise's, as it stands now; `shifts`: how often it was moved. */
  length: Ms;
  shifts: number;
  /** Exercise control, by name. Empty: every facilitator is the lead. */
  readonly staff: Map<string, StaffRow>;
  /** Who plays a simulated role. */
  readonly players: Map<RoleId, string>;
  readonly calls: Map<string, CallRow>;
  readonly notes: Map<string, NoteRow>;
  /** By strand (STORYLINE and the threads' ids); empty before STARTEX. */
  readonly strands: Map<string, Strand>;
  /** How many phases have been entered. */
  visits: number;
  readonly visited: Set<string>;
  readonly agenda: Agenda;
  readonly injects: Map<string, InjectState>;
  readonly messages: Map<string, MessageState>;
  readonly obligations: Map<string, ObligationState>;
  /** Ids of obligations not ended yet, by role. */
  readonly pending: Map<RoleId, Set<string>>;
  readonly tasks: Map<string, TaskState>;
  readonly decisions: Map<string, DecisionState>;
  readonly clocks: Map<string, ClockState>;
  readonly services: Map<string, ServiceState>;
  /** Who knows which fact since when. */
  readonly facts: Map<string, Times>;
  /** The surest that each role has read of a fact, where anything was said of it. */
  readonly heard: Map<FactId, Map<RoleId, Certainty>>;
  /** By `declaredKey`. */
  readonly awareness: Map<
    string,
    {
      matter: string;
      organisation: string;
      role: RoleId;
      at: Ms;
      reason: string;
      as?: DeclaredAs;
    }
  >;
  readonly seats: Map<
    string,
    {
      id: string;
      role: RoleId;
      pseudonym: string;
      bot: boolean;
      deputy?: true;
      practice?: { readonly opened: Ms; readonly acknowledged: Ms };
    }
  >;
  /** Statements and versions of the situation picture, in the order they came. */
  readonly publications: Map<string, PublicationState>;
  readonly asks: Map<string, AskState>;
  readonly contests: Map<string, Noted<'record.contested'>>;
  readonly outside: Map<string, Noted<'outside.reported'>>;
  /** How many decisions roles have raised. */
  raised: number;
  readonly observations: {
    id: string;
    at: Ms;
    by: string;
    text: string;
    rating?: Rating;
    about?: About;
    evidence?: readonly number[];
    happened?: Ms;
  }[];
  readonly questions: Map<string, QuestionState>;
  /** Key `<role>:<question>`. */
  readonly hotwash: Map<string, { role: RoleId; question: string; text: string }>;
  written: number;
};

/** What an event said, and when. */
export type Noted<T extends 'record.contested' | 'outside.reported'> = Omit<
  EventOf<T>,
  'type' | 'contest' | 'report'
> & { readonly id: string; readonly at: Ms };

/** The state before the first event. */
export function initialState(plan: Plan): ExerciseState {
  return {
    lookup: lookup(plan),
    exercise: '',
    status: 'planned',
    at: 0,
    seq: -1,
    pace: plan.pace,
    length: plan.length,
    shifts: 0,
    staff: new Map(),
    players: new Map(),
    calls: new Map(),
    notes: new Map(),
    strands: new Map(),
    visits: 0,
    visited: new Set(),
    agenda: emptyAgenda(),
    injects: new Map(plan.injects.map((row) => [row.id, newInject(row, false)])),
    messages: new Map(),
    obligations: new Map(),
    pending: new Map(),
    tasks: new Map(
      plan.tasks.map(({ id }) => [
        id,
        {
          status: 'dormant',
          overdue: false,
          holders: [],
          offers: [],
          declined: [],
          offeredTo: new Set(),
        },
      ]),
    ),
    decisions: new Map(plan.decisions.map(({ id }) => [id, { status: 'dormant', discussion: [] }])),
    clocks: new Map(plan.clocks.map(({ id }) => [id, { status: 'dormant', missed: false }])),
    services: new Map((plan.services ?? []).map(({ id }) => [id, { level: 1 }])),
    facts: new Map(plan.facts.map(({ id }) => [id, new Map<RoleId, Ms>()])),
    heard: new Map(plan.facts.map(({ id }) => [id, new Map<RoleId, Certainty>()])),
    awareness: new Map(),
    seats: new Map(),
    publications: new Map(),
    asks: new Map(),
    contests: new Map(),
    outside: new Map(),
    raised: 0,
    observations: [],
    questions: new Map((plan.questions ?? []).map((row) => [row.id, newQuestion(row)])),
    hotwash: new Map(),
    written: 0,
  };
}

export function newInject(row: Inject, adhoc: boolean): InjectState {
  return {
    row,
    adhoc,
    status: NEW_INJECT,
    ...(row.trigger.type === 'at' ? { due: row.trigger.at } : {}),
    moved: 0,
    repeated: [],
    opened: new Map(),
    acknowledged: new Map(),
    answered: new Map(),
  };
}

function newQuestion(row: Question): QuestionState {
  const due = row.trigger.type === 'at' ? { due: row.trigger.at } : {};
  return { row, status: 'planned', ...due, moved: 0, answers: new Map() };
}

/** The phase in which a strand stands, the storyline where none is named. */
export function phaseOf(state: ExerciseState, strand = STORYLINE): string | undefined {
  return state.strands.get(strand)?.phase;
}

/** Whether some strand of the story stands in the phase. */
export function standsIn(state: ExerciseState, phase: string): boolean {
  for (const strand of state.strands.values()) if (strand.phase === phase) return true;
  return false;
}

/** Between STARTEX and ENDEX: time may stand still, but the exercise is not over. */
export function conducted({ status }: ExerciseState): boolean {
  return status === 'running' || status === 'paused';
}

/** The inject or message with this id, if the role has received it. */
export function received(
  state: ExerciseState,
  role: RoleId,
  item: string,
): InjectState | MessageState | undefined {
  const inject = state.injects.get(item);
  if (inject) {
    return inject.status === 'released' && inject.row.to.includes(role) ? inject : undefined;
  }
  const message = state.messages.get(item);
  return message?.to.includes(role) ? message : undefined;
}

/** The Plan's decision, or one that a role raised. */
export function decisionOf(state: ExerciseState, id: string): Decision | undefined {
  return state.decisions.get(id)?.raised ?? state.lookup.decisions.get(id);
}

export function declaredKey(declared: {
  readonly organisation: string;
  readonly matter: string;
  readonly as?: DeclaredAs | undefined;
}): string {
  const { organisation, matter, as = 'aware' } = declared;
  return as === 'aware' ? `${organisation}:${matter}` : `${organisation}:${matter}:${as}`;
}

/** The inject itself, or the one that it repeats: what is done about the one is about the other. */
export function originalOf(state: ExerciseState, item: string): string {
  return state.injects.get(item)?.repeats ?? item;
}

/** The facts that an item carries. */
export function carried(item: InjectState | MessageState | PublicationState): readonly string[] {
  return 'row' in item ? item.row.facts : item.facts;
}

export function knows(state: ExerciseState, role: RoleId, fact: string): boolean {
  return state.facts.get(fact)?.has(role) ?? false;
}
