/**
 * A change to the responsibility plan that an exercise gives reason to consider. Every one is a
 * proposal with a question, never a verdict. Knows: kinds of change. Does not know: when, or YAML.
 */
import type { FactId, Letter, RoleId } from '../../engine/plan/plan.ts';
import type { Text } from '../../engine/scenario/text.ts';
import type { Ms } from '../../engine/scenario/time.ts';
import type { Doubt, Severity } from '../analysis/finding.ts';
import type { Evidence } from '../analysis/history.ts';

/** The letters that may stand several times in a task. */
export type Part = Exclude<Letter, 'A'>;

export type Edit =
  /** `former`: the part that each who was accountable, and no longer is, has afterwards. */
  | {
      readonly type: 'accountable';
      readonly task: string;
      readonly from: readonly RoleId[];
      readonly to: RoleId;
      readonly former: readonly { readonly role: RoleId; readonly part: Part }[];
    }
  | {
      readonly type: 'letter';
      readonly task: string;
      readonly role: RoleId;
      /** The letter it has in the plan; absent where it has none. */
      readonly from?: Letter;
      readonly to: Part;
    }
  | { readonly type: 'deputy'; readonly role: RoleId; readonly deputy: RoleId }
  | {
      readonly type: 'interface';
      readonly id: string;
      readonly title: Text;
      readonly from: readonly RoleId[];
      readonly to: readonly RoleId[];
      readonly carries: readonly FactId[];
    };

/**
 * What it rests on. `emergent`: did it unplanned, and others thought it its. `chosen`: one of several
 * owners by the plan was the one who did it or was thought to. `split`: several took ownership.
 * `heard`, `asked`: was consulted, or asked about it, unplanned. `vacant`: an owner nobody sat for, with
 * no deputy. `alone`: one whom no other can replace. `crossed`: facts went where no interface lies.
 */
export type Why =
  'emergent' | 'chosen' | 'split' | 'heard' | 'asked' | 'vacant' | 'alone' | 'crossed';

export type Grounded = {
  readonly findings: readonly string[];
  readonly doubts: readonly Doubt[];
  readonly evidence: Evidence;
};
export type Change = Grounded & {
  /** `P1` … */
  readonly id: string;
  readonly edit: Edit;
  readonly why: Why;
  /** Never high: one exercise is one occurrence. Low: doubtful, and made only when asked for. */
  readonly confidence: Exclude<Severity, 'high'>;
};
/** What the evidence raises and cannot settle. */
export type OpenPoint = Grounded &
  (
    | {
        readonly type: 'accountable';
        readonly task: string;
        readonly between: readonly RoleId[];
      }
    | {
        readonly type: 'within';
        readonly task: string;
        readonly within: Ms;
        /** Absent where it was never done. */
        readonly took?: Ms;
      }
    | { readonly type: 'deputy'; readonly role: RoleId }
  );
export type Proposal = {
  readonly changes: readonly Change[];
  readonly questions: readonly OpenPoint[];
  /** The rows of the plan as the changes that are not doubtful would leave them. */
  readonly rows: readonly PlanRow[];
};
export type PlanRow =
  | {
      readonly type: 'task';
      readonly id: string;
      readonly accountable: readonly RoleId[];
      readonly responsible: readonly RoleId[];
      readonly support: readonly RoleId[];
      readonly consulted: readonly RoleId[];
      readonly informed: readonly RoleId[];
    }
  | { readonly type: 'role'; readonly id: RoleId; readonly deputy: RoleId }
  | ({ readonly type: 'interface'; readonly id: string } & InterfaceFields);

/** An interface as it is written in a scenario. It is in use from when its sender has read the fact. */
export type InterfaceFields = {
  readonly title: Text;
  readonly from: readonly RoleId[];
  readonly to: readonly RoleId[];
  readonly carries: readonly FactId[];
  readonly starts: { readonly fact: FactId; readonly 'opened-by': readonly RoleId[] };
};
export function interfaceFields({
  title,
  from,
  to,
  carries,
}: Extract<Edit, { readonly type: 'interface' }>): InterfaceFields {
  return { title, from, to, carries, starts: { fact: carries[0] ?? '', 'opened-by': from } };
}

export const PARTS: Readonly<Record<Part, 'responsible' | 'support' | 'consulted' | 'informed'>> = {
  R: 'responsible',
  S: 'support',
  C: 'consulted',
  I: 'informed',
};

/** One that reading the evidence again could overturn: it is listed, and not made by itself. */
export const isDoubtful = (change: Change): boolean => change.confidence === 'low';
