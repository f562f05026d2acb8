/** The lives of the decisive facts: where each came out, and how it came to each role. */
import type { Biography, FactStep } from '../../analysis/information/biography.ts';
import type { Block, Card, Line } from '../block.ts';
import type { Speaker } from '../words.ts';

type Row = Line & { readonly lead: string };

export function biographyBlocks(lives: readonly Biography[], s: Speaker): readonly Block[] {
  if (lives.length === 0) return [];
  return [
    { type: 'heading', text: s.t.flow.biographies },
    { type: 'cards', cards: lives.map((life) => cardOf(life, s)) },
  ];
}

function cardOf({ fact, tasks, decisions, born, steps, unopened }: Biography, s: Speaker): Card {
  const t = s.t.flow.biography;
  const needed = [
    ...decisions.map((id) => s.t.quote(s.name('decisions', id))),
    ...tasks.map((id) => s.t.quote(s.name('tasks', id))),
  ];
  const rows: readonly Row[] = [
    { lead: t.needed, text: s.list(needed) },
    born
      ? {
          lead: t.born,
          text: t.bornText(s.time(born.at), s.item(born.item), s.roles(born.to)),
          evidence: born.evidence,
        }
      : { lead: t.born, text: s.t.flow.never },
    ...steps.map((step) => stepRow(step, s)),
    ...(unopened.length > 0 ? [{ lead: t.unopened, text: s.roles(unopened) }] : []),
  ];
  return {
    id: `fact-${fact}`,
    title: s.name('facts', fact),
    badges: [],
    blocks: [
      { type: 'pairs', rows },
      ...(steps.length === 0 ? ([{ type: 'note', text: t.nobody }] as const) : []),
    ],
  };
}

function stepRow(
  { role, knownAt, item, from, held, lay, path, evidence }: FactStep,
  s: Speaker,
): Row {
  const t = s.t.flow.biography;
  const way = path.map((id) => s.name('roles', id)).join(' → ');
  const parts = [
    t.step(s.time(knownAt), s.item(item)),
    ...(from === undefined ? [] : [t.from(s.name('roles', from))]),
    ...(held === undefined ? [] : [t.held(s.length(held))]),
    t.lay(s.length(lay)),
    ...(path.length > 2 ? [t.path(way)] : []),
  ];
  return { lead: s.name('roles', role), text: parts.join(', '), evidence };
}
