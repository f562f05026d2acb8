/**
 * The shipped exercise, played to its end by bots of which some behave as people do: the journal
 * behind the finished report that a newcomer reads first. The same bytes each time.
 */
import { createBots } from '../../engine/exercise/bot.ts';
import type { Behaviour } from '../../engine/exercise/bots/behaviour.ts';
import type { ControlInput, Draft, Entry } from '../../engine/exercise/entry.ts';
import { rehearse } from '../../engine/exercise/rehearse.ts';
import type { ExerciseState } from '../../engine/exercise/state.ts';
import { compile } from '../../engine/plan/compile.ts';
import type { Plan } from '../../engine/plan/plan.ts';
import { checkScenario } from '../../engine/scenario/check.ts';
import { HOUR, MINUTE, type Ms } from '../../engine/scenario/time.ts';
import { shippedCatalogue, sourcesIn } from '../support/shipped.ts';
import { EMPTY } from '../../engine/runtime/journal/journal.ts';
import { link } from '../../engine/runtime/journal/chain.ts';

const SCENARIO = 'kommune-it-ransomware';
const SEED = 3;
const STARTEX = Date.UTC(2026, 10, 23, 8, 0);

/** Most are as people are; one acts as it likes, one is slow, and one does nothing. */
const BEHAVE: ReadonlyMap<string, Behaviour> = new Map([
  ['*', 'human'],
  ['sundby-comms', 'random'],
  ['nordby-care', 'slow'],
  ['kommune-cert', 'silent'],
]);

type Note = Extract<ControlInput, { readonly type: 'observation.note' }>;
/** What evaluators write down on the way, each at its time. */
const NOTES: readonly (readonly [Ms, Omit<Note, 'type'>])[] = [
  [
    HOUR + 10 * MINUTE,
    {
      text: 'Alarmen nåede alle tre kommuner, men Sundby ringede tilbage for at høre, hvad den betød.',
      rating: 'S',
      about: { objective: 'o-alarm' },
    },
  ],
  [
    6 * HOUR + 20 * MINUTE,
    {
      text: 'Krisestaben i Nordby spurgte tre gange, hvem der anmelder bruddet.',
      rating: 'M',
      about: { objective: 'o-duties' },
    },
  ],
  [
    9 * HOUR,
    {
      text: 'Kommunerne fik hver sin forklaring fra it-fællesskabet i telefonen.',
      rating: 'M',
      about: { objective: 'o-picture' },
    },
  ],
];

function plan(): Plan {
  const catalogue = shippedCatalogue();
  const { scenario } = checkScenario(sourcesIn(SCENARIO), catalogue);
  if (!scenario) throw new Error('The shipped scenario does not check.');
  return compile(scenario, catalogue);
}

export function finished(): { readonly entries: readonly Entry[]; readonly digest: string } {
  const compiled = plan();
  const wall = (at: Ms): string => new Date(STARTEX + at / compiled.pace).toISOString();
  const notes = [...NOTES];
  const control = (state: ExerciseState): ControlInput | undefined =>
    notes[0] && state.at >= notes[0][0]
      ? { type: 'observation.note', ...notes.shift()![1] }
      : undefined;
  const opening = { plan: compiled, exercise: 'eksempel', seed: SEED, engine: '0.1.0' };
  const bots = createBots(SEED, 'da', BEHAVE);
  const run = rehearse(opening, 'da', wall, bots, control);
  const drafts: Draft[] = [];
  for (let next = run.next(); !next.done; next = run.next()) drafts.push(...next.value);
  const { lines, tip } = link(drafts, EMPTY);
  return { entries: lines.map((line) => JSON.parse(line) as Entry), digest: tip.hash };
}
