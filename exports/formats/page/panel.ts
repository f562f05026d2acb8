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

export function splitCell(letters: Letters, lines: string, t: PageWords): string {
  const { planned, observed, drift, ring, said, detail } = letters;
  const above = planned.length === 0 ? '–' : planned.join(' ');
  const below = observed === '-' ? '–' : (observed ?? '');
  const mark = `${drift ? ' ▲' : ''}${ring ? ` ${RINGS[ring]}` : ''}`;
  const halves = `<span class="unseen">${html(said)}</span><span class="planned ${heat(planned)}" aria-hidden="true">${above}</span><span class="observed ${heat(observed === undefined ? [] : [observed])}" aria-hidden="true">${below}${mark}</span>`;
  if (!detail) return halves;
  const id = html(detail.id);
  return [
    `<button type="button" class="cell" popovertarget="${id}">${halves}</button>`,
    `<div popover id="${id}" class="panel" role="dialog" aria-label="${html(detail.title)}">`,
    `<p class="lead">${html(detail.title)}</p><p>${html(said)}</p>${lines}`,
    `<p class="ways"><a href="#${html(detail.link)}">${html(t.toTask)}</a> <button type="button" popovertarget="${id}" popovertargetaction="hide">${html(t.close)}</button></p></div>`,
  ].join('');
}
