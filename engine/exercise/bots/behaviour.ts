/**
 * How a bot can behave, and what that means in time. Knows: names and timing.
 * Does not know: what there is to do.
 */
import type { RoleId } from '../../plan/plan.ts';
import type { Lang } from '../../scenario/text.ts';
import type { Ms } from '../../scenario/time.ts';
import { chance } from '../chance.ts';

/**
 * `human`: the mixture of live exercises: mostly in time, a little late now and then, and sometimes
 * not at all. `diligent`: everything, in good time. `slow`: everything, most of it too late.
 * `silent`: nothing. `overloaded`: one thing at a time, see queue.ts. `wrong-addressee`: diligent,
 * but tells the wrong role. `random`: anything that is allowed.
 */
export const BEHAVIOURS = [
  'human',
  'diligent',
  'slow',
  'silent',
  'overloaded',
  'wrong-addressee',
  'random',
] as const;
export type Behaviour = (typeof BEHAVIOURS)[number];

/** A behaviour by role; `*` stands for every role that is not named. */
export type Behave = ReadonlyMap<RoleId, Behaviour>;
export const EVERYONE = '*';

export type Manner = {
  readonly seed: number;
  readonly lang: Lang;
  readonly behave: Behave;
};

export function behaviourOf({ behave }: Manner, role: RoleId): Behaviour {
  return behave.get(role) ?? behave.get(EVERYONE) ?? 'human';
}

/** How often a bot lets a thing slide altogether, and how often it is late. */
const OMITS = 0.06;
const SLOW = 0.14;
/** A bot that does as it likes lets more slide. */
const WHIM_OMITS = 0.25;

/** When within its window a thing gets done; undefined: never. */
export function pick(manner: Manner, role: RoleId, name: string, within: Ms): Ms | undefined {
  const mood = chance(manner.seed, `mood ${name}`);
  const share = chance(manner.seed, `share ${name}`);
  const behaviour = behaviourOf(manner, role);
  switch (behaviour) {
    case 'human':
      if (mood < OMITS) return undefined;
      return mood < OMITS + SLOW ? within * (1.05 + share * 0.5) : within * (0.2 + share * 0.6);
    case 'diligent':
    case 'wrong-addressee':
      return within * (0.2 + share * 0.4);
    case 'slow':
      return within * (0.8 + share * 0.8);
    case 'overloaded':
      // It means to begin at once; the queue makes it late.
      return within * (0.05 + share * 0.2);
    case 'random':
      return mood < WHIM_OMITS ? undefined : within * (0.05 + share * 1.2);
    case 'silent':
      return undefined;
    default:
      return behaviour satisfies never;
  }
}

/** How much longer than others a role takes before it turns to something at all. */
export function tempo(manner: Manner, role: RoleId): number {
  return behaviourOf(manner, role) === 'slow' ? 2.5 : 1;
}
