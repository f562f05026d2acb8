/**
 * Rehearsals in which one thing is done on purpose that the plan does not have, or left undone.
 * Everybody else is diligent. Knows: the engine's bots. Does not know: what the analysis finds.
 */
import { createBots, type Bots } from '../../../engine/exercise/bot.ts';
import type { Intent } from '../../../engine/exercise/bots/intent.ts';
import type { Entry, ExerciseEvent, RoleInput } from '../../../engine/exercise/entry.ts';
import { rehearse } from '../../../engine/exercise/rehearse.ts';
import type { ExerciseState } from '../../../engine/exercise/state.ts';
import type { RoleId } from '../../../engine/plan/plan.ts';
import type { Ms } from '../../../engine/scenario/time.ts';
import { compiled, source } from '../../support/scenario.ts';

/** Four houses and a chain between them: the operator, a town, the sector's CERT, the national one. */
export const plan = compiled(
  source({
    kind: 'cross-sector',
    length: '8h',
    organisations: {
      operator: { name: 'Operator', sector: 'energy' },
      town: { name: 'Town', sector: 'public-administration' },
      cert: { name: 'Sector CERT', sector: 'energy' },
      csirt: { name: 'National CSIRT', sector: 'public-administration' },
      media: { name: 'Media' },
    },
    roles: {
      duty: { name: 'Duty officer', organisation: 'operator', deputy: 'boss' },
      boss: { name: 'Manager', organisation: 'operator', deputy: 'duty' },
      lead: { name: 'Crisis lead', organisation: 'town', deputy: 'clerk' },
      clerk: { name: 'Clerk', organisation: 'town', deputy: 'lead' },
      analyst: { name: 'Analyst', organisation: 'cert', deputy: 'second' },
      second: { name: 'Second analyst', organisation: 'cert', deputy: 'analyst' },
      officer: { name: 'Officer', organisation: 'csirt', deputy: 'night' },
      night: { name: 'Night officer', organisation: 'csirt', deputy: 'officer' },
    },
    facts: {
      encrypted: { text: 'Servers are encrypted', domain: 'digital', 'true-from': '0m' },
      origin: { text: 'They came by a supplier', domain: 'digital', 'true-from': '0m' },
    },
    tasks: {
      warn: {
        accountable: 'boss',
        responsible: ['duty'],
        consulted: ['lead'],
        informed: ['analyst'],
        needs: ['encrypted'],
        starts: { inject: 'call' },
        within: '5h',
        interface: 'up',
        critical: true,
      },
      shelter: {
        accountable: 'lead',
        responsible: ['clerk'],
        starts: { inject: 'call' },
        within: '5h',
      },
    },
    interfaces: {
      up: {
        title: 'Operator to sector CERT',
        from: ['duty'],
        to: ['analyst'],
        carries: ['encrypted'],
        within: '90m',
      },
      on: {
        title: 'Sector CERT to national CSIRT',
        from: ['analyst'],
        to: ['officer'],
        carries: ['encrypted'],
        within: '90m',
      },
    },
    injects: {
      call: { at: '0m', to: ['duty', 'boss'], facts: ['encrypted'] },
      hint: { at: '20m', to: ['analyst'], facts: ['origin'] },
      alarm: { at: '2m', to: ['lead', 'clerk'] },
      night: { at: '3m', to: ['officer', 'night', 'second'] },
    },
    decisions: {
      cut: {
        authority: ['boss'],
        consult: ['lead'],
        needs: ['encrypted'],
        opens: { inject: 'call' },
        within: '90m',
      },
    },
  }),
);

type Deed = { readonly role: RoleId; readonly after: Ms; readonly input: RoleInput };
export type Plant = {
  /** What somebody does because something happened. */
  readonly does?: (event: ExerciseEvent) => readonly Deed[];
  /** What somebody would have done by the plan, and does not. */
  readonly leaves?: (role: RoleId, input: RoleInput) => boolean;
};

function planted(base: Bots, { does, leaves }: Plant, ids: () => number): Bots {
  const own: (Intent & { readonly input: (state: ExerciseState) => RoleInput | undefined })[] = [];
  const mineIsNext = (): boolean => {
    const [mine] = own;
    const theirs = base.next();
    return mine !== undefined && (!theirs || mine.due < theirs.due);
  };
  const kept = (intent: Intent | undefined): Intent | undefined => {
    if (!intent || !('input' in intent)) return intent;
    const { role, input } = intent;
    return {
      ...intent,
      input: (state) => {
        const act = input(state);
        return act && leaves?.(role, act) ? undefined : act;
      },
    };
  };
  return {
    notice: (state, event) => {
      base.notice(state, event);
      for (const { role, after, input } of does?.(event) ?? []) {
        own.push({ due: state.at + after, number: ids(), role, input: () => input });
      }
      own.sort((a, b) => a.due - b.due);
    },
    next: () => (mineIsNext() ? own[0] : kept(base.next())),
    take: () => (mineIsNext() ? own.shift() : kept(base.take())),
    skipTo: base.skipTo,
  };
}

export function rehearsed(plant: Plant = {}, seed = 1): readonly Entry[] {
  let count = 1_000_000;
  const base = createBots(seed, 'en', new Map([['*', 'diligent']]));
  const bots = planted(base, plant, () => (count += 1));
  const opening = { plan, exercise: 'planted', seed, engine: '0.0.0' };
  const wall = (at: Ms): string => new Date(Date.UTC(2026, 8, 18) + at).toISOString();
  const drafts = [...rehearse(opening, 'en', wall, bots)].flat();
  // People sat in the chairs, as far as the analysis is concerned: a bot's deeds are doubted.
  const prev = '0'.repeat(64);
  return drafts.map((draft) => {
    const { event, input } = draft as { event?: object; input?: object };
    const seat = (part: object | undefined) =>
      part && 'bot' in part ? { ...part, bot: false } : part;
    return {
      ...draft,
      prev,
      ...(event && { event: seat(event) }),
      ...(input && { input: seat(input) }),
    } as Entry;
  });
}
