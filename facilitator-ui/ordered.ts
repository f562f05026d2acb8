/** What an order in plain lines comes to. Knows: shapes. Does not know: any order. */
import type { ControlInput } from '../engine/exercise/entry.ts';
import type { Confirm, Errand, Mail, Panel, Ref } from './scene.ts';
import type { Sought } from './seek.ts';

/** What an order comes to. */
export type Ordered =
  | { readonly type: 'act'; readonly input: ControlInput }
  | { readonly type: 'errand'; readonly input: Errand }
  | { readonly type: 'confirm'; readonly confirm: Confirm }
  | { readonly type: 'list'; readonly panel: Panel; readonly mail?: Mail }
  | { readonly type: 'lines'; readonly lines: readonly string[] }
  | { readonly type: 'show'; readonly number: number }
  | { readonly type: 'showRow'; readonly ref: Ref }
  | { readonly type: 'say'; readonly text: string }
  /** What the lists hold from now on. */
  | { readonly type: 'lane'; readonly lane: 'mine' | 'all' }
  /** What is looked at before STARTEX, and whether it is then asked for. */
  | { readonly type: 'preflight'; readonly start?: { readonly step: boolean } }
  | Sought
  | { readonly type: 'help' | 'status' | 'quit' };
