/** Which table belongs to which panel. Knows: the panels. Does not know: what they show. */
import type { Panel } from '../scene.ts';
import { decisionsPanel } from './decisions.ts';
import { injectsPanel } from './injects.ts';
import type { ListPanel } from './list.ts';
import { messagesPanel } from './messages.ts';
import { observationsPanel } from './observations.ts';
import { recordPanel } from './record.ts';
import { reportsPanel } from './reports.ts';
import { rolesPanel } from './roles.ts';
import { tasksPanel } from './tasks.ts';

const LISTS: { readonly [P in Panel]?: ListPanel } = {
  injects: injectsPanel,
  roles: rolesPanel,
  tasks: tasksPanel,
  decisions: decisionsPanel,
  messages: messagesPanel,
  record: recordPanel,
  observations: observationsPanel,
  reports: reportsPanel,
};

/** The overview is no table: it has none. */
export function listOf(panel: Panel): ListPanel | undefined {
  return LISTS[panel];
}
