/**
 * Answers those in exercise control who look back, or through a role's eyes, each as often as is
 * fair. Knows: allowances and answers. Does not know: how the past is found (rewind).
 */
import type { ExerciseState } from '../exercise/state.ts';
import type { Plan } from '../plan/plan.ts';
import { createBucket, type Bucket } from './bucket.ts';
import type { Crowd, Member } from './crowd.ts';
import type { Journal } from './journal/journal.ts';
import { LIMITS, type ClientMessage } from './protocol.ts';
import { createRewind } from './rewind.ts';
import type { Session } from './session.ts';

type Message<T extends ClientMessage['type']> = Extract<ClientMessage, { type: T }>;

export type Hindsight = {
  readonly look: (member: Member, message: Message<'look'>) => Promise<void>;
  readonly entries: (member: Member, message: Message<'entries'>) => Promise<void>;
};

export type HindsightOptions = {
  readonly plan: Plan;
  readonly journal: Pick<Journal, 'read'>;
  readonly session: Pick<Session, 'reading'>;
  readonly crowd: Crowd;
  /** Durable, the hub's own. */
  readonly state: ExerciseState;
  /** Monotonic wall ms. */
  readonly now: () => number;
};

export function createHindsight(options: HindsightOptions): Hindsight {
  const { crowd, now, session, state } = options;
  const rewind = createRewind({ ...options, now: () => session.reading().at });
  const buckets = new Map<string, Bucket>();

  function mayLook(member: Member): boolean {
    const known = buckets.get(member.name);
    const bucket = known ?? createBucket(LIMITS.looks, LIMITS.looksPerMinute / 60, now);
    if (!known) buckets.set(member.name, bucket);
    // Who has not read the last view yet has no use for one more.
    return member.socket.waiting() < LIMITS.backlog / 2 && bucket.take();
  }

  return {
    look: async (member, { id, role, at }) => {
      if (role !== undefined && !state.lookup.roles.has(role)) {
        crowd.refuse(member, id, 'unknown-role');
      } else if (!mayLook(member)) {
        crowd.refuse(member, id, 'too-many-looks');
      } else {
        crowd.show(member, { type: 'looked', id, ...(await rewind.look({ role, at })) });
      }
    },
    entries: async (member, { id, before, at }) => {
      crowd.send(member, { type: 'entries', id, put: await rewind.entries(before, at) });
    },
  };
}
