/**
 * A cell of the responsibility matrix, and the panel it opens: what the letters rest on. The browser
 * itself opens and closes it, also without a script.
 * Knows: letters. Does not know: how lines are written.
 */
import type { PageWords } from '../../danish/page.ts';
import type { Cellmark } from '../../analysis/letters.ts';
import type { Letters } from '../block.ts';
import { html } from '../escape.ts';

const STRENGTH = ['A', 'R', 'S', 'C', 'I'] as const;
const RINGS = { gap: '○', contention: '◎' } as const;

/** The class by which a half of the cell is tinted: the heavier the letter, the darker. */
const heat = (marks: readonly Cellmark[]): string =>
  `h${STRENGTH.find((letter) => marks.includes(letter)) ?? '0'}`;

type Halves = Pick<Letters, 'planned' | 'observed' | 'drift' | 'ring'>;

function drawn({ planned, observed, drift, ring }: Halves): string {
  const above = planned.length === 0 ? '–' : planned.join(' ');
  const below = observed === '-' ? '–' : (observed ?? '');
  const mark = `${drift ? ' ▲' : ''}${ring ? ` ${RINGS[ring]}` : ''}`;
  return `<span class="planned ${heat(planned)}" aria-hidden="true">${above}</span><span class="observed ${heat(observed === undefined ? [] : [observed])}" aria-hidden="true">${below}${mark}</span>`;
}

export function splitCell(letters: Letters, lines: string, t: PageWords): string {
  const { said, detail } = letters;
  const halves = `<span class="unseen">${html(said)}</span>${drawn(letters)}`;
  if (!detail) return halves;
  const id = html(detail.id);
  return [
    `<button type="button" class="cell" popovertarget="${id}">${halves}</button>`,
    `<div popover id="${id}" class="panel" role="dialog" aria-label="${html(detail.title)}">`,
    `<p class="lead">${html(detail.title)}</p><p>${html(said)}</p>${lines}`,
    `<p class="ways"><a href="#${html(detail.link)}">${html(t.toTask)}</a> <button type="button" popovertarget="${id}" popovertargetaction="hide">${html(t.close)}</button></p></div>`,
  ].join('');
}

const SAMPLES = [
  { planned: ['A'], observed: 'A', drift: false, ring: undefined, said: 'together' },
  { planned: ['R'], observed: '-', drift: false, ring: 'gap', said: 'gap' },
  { planned: [], observed: 'R', drift: true, ring: undefined, said: 'drift' },
  { planned: ['A'], observed: 'A', drift: false, ring: 'contention', said: 'contention' },
] as const satisfies readonly (Halves & { readonly said: keyof PageWords })[];

/** Above the matrix: cells as they look, each with its reading. */
export function letterKey(t: PageWords): string {
  const items = SAMPLES.map((sample) => {
    const looks = ['split', sample.drift ? 'drift' : '', sample.ring ?? ''].filter(Boolean);
    return `<li><span class="${looks.join(' ')}">${drawn(sample)}</span> ${html(t[sample.said])}</li>`;
  });
  return `<ul class="legend letters" aria-label="${html(t.letters)}">${items.join('')}<li class="hint">${html(t.cell)}</li></ul>`;
}
