/** What an action of the facilitator's comes to at first. Knows: shapes. Does not know: any action. */
import type { ControlInput } from '../engine/exercise/entry.ts';
import type { Form } from './form.ts';
import type { LookStep } from './look.ts';
import type { Confirm, Errand, Ref } from './scene.ts';

export type Step =
  | { readonly type: 'act'; readonly input: ControlInput }
  /** What the host is asked that changes nothing. */
  | { readonly type: 'errand'; readonly input: Errand }
  | { readonly type: 'form'; readonly form: Form }
  | { readonly type: 'confirm'; readonly confirm: Confirm }
  /** What is looked at before STARTEX. */
  | { readonly type: 'preflight' }
  /** Goes to a row of the panel. */
  | { readonly type: 'choose'; readonly ref: Ref }
  | LookStep
  | { readonly type: 'notice'; readonly text: string };
