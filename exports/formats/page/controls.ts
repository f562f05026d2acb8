/**
 * The page's controls as HTML. All are hidden until the script shows them: without it, nothing is on
 * the page that does nothing. Knows: forms. Does not know: what they do.
 */
import type { PageWords } from '../../danish/page.ts';
import type { Filter } from '../block.ts';
import type { Network, Knowledge } from '../charts/chart.ts';
import { html } from '../escape.ts';
import type { Lanes } from '../lanes.ts';

/** Only the page's one live line speaks: what stands beside a control as well would be said twice. */
const OUTPUT = '<output aria-live="off"></output>';

const reset = (t: PageWords): string =>
  `<button type="button" data-reset>${html(t.everything)}</button>`;

const box = (name: string, value: string, label: string): string =>
  `<label><input type="checkbox" name="${name}" value="${html(value)}" checked> ${html(label)}</label>`;

/** Above the first part: fold and print. */
export function toolbar(t: PageWords, questions: boolean): string {
  const button = (attribute: string, label: string): string =>
    `<button type="button" ${attribute}>${html(label)}</button>`;
  return [
    `<div class="tools" role="group" aria-label="${html(t.controls)}" data-tool hidden>`,
    button('data-fold="shut"', t.fold),
    button('data-fold="open"', t.unfold),
    button('data-print=""', t.print),
    ...(questions ? [button('data-print="questions"', t.printQuestions)] : []),
    '</div>',
  ].join('');
}

export function filterForm(filters: readonly Filter[], t: PageWords): string {
  const fields = filters.map(({ label, options }) => {
    const rows = options.map(
      ({ value, label: said }) => `<option value="${html(value)}">${html(said)}</option>`,
    );
    return `<label>${html(label)} <select><option value="">${html(t.any)}</option>${rows.join('')}</select></label>`;
  });
  return `<form class="controls" data-tool data-filter="${html(t.found)}" data-none="${html(t.noneFound)}" hidden><fieldset><legend>${html(t.filter)}</legend>${fields.join('')}${reset(t)}${OUTPUT}</fieldset></form>`;
}

/** A browser takes a second and more to lay out a longer table: on the screen it is shown in parts. */
const LONG = 1_000;
const PART = 250;

export function seekForm(caption: string, rows: number, t: PageWords): string {
  const turn = (by: number, label: string): string =>
    `<button type="button" data-turn="${by}">${html(label)}</button>`;
  const parts =
    rows > LONG ? `<span class="turns">${turn(-PART, t.earlier)}${turn(PART, t.later)}</span>` : '';
  const size = rows > LONG ? ` data-part="${html(t.part)}" data-size="${PART}"` : '';
  return [
    `<form class="controls seek" role="search" aria-label="${html(`${t.seek}: ${caption}`)}" data-tool data-none="${html(t.noRows)}"${size} hidden>`,
    `<label>${html(t.seek)} <input type="search" data-seek="${html(t.rows)}" autocomplete="off" spellcheck="false"></label>`,
    `${parts}${OUTPUT}</form>`,
  ].join('');
}

/** A period by the storyline's phases; so that all of them can be read. */
export function lanesForm(lanes: Lanes, t: PageWords): string {
  const end = seconds(lanes.end);
  const periods = lanes.phases
    .filter(({ from, to }) => to > from)
    .map(
      ({ from, to, label }) =>
        `<option value="${seconds(from)} ${seconds(to)}">${html(label)}</option>`,
    );
  const roles = lanes.lanes.map(({ name, under }, i) =>
    box('lane', String(i), under === '' ? name : `${name} (${under})`),
  );
  return [
    `<form class="controls" data-tool data-lanes="${html(t.lanesShown)}" aria-label="${html(t.lanes)}" hidden>`,
    `<fieldset class="kinds"><legend>${html(t.marks)}</legend>${lanes.legend.map(({ mark, label }) => box('kind', mark, label)).join('')}</fieldset>`,
    `<label>${html(t.period)} <select name="period"><option value="0 ${end}">${html(t.whole)}</option>${periods.join('')}</select></label>`,
    `<details><summary>${html(t.roles)}</summary><fieldset class="kinds"><legend class="unseen">${html(t.roles)}</legend>${roles.join('')}</fieldset></details>`,
    `${reset(t)}${OUTPUT}</form>`,
  ].join('');
}

export const seconds = (ms: number): number => Math.round(ms / 1000);

export function edgesForm(
  chart: Network,
  words: Readonly<Record<Network['edges'][number]['as'], string>>,
  t: PageWords,
): string {
  const kinds = (['both', 'meant', 'unmeant'] as const).filter((as) =>
    chart.edges.some((edge) => edge.as === as),
  );
  const used = chart.layers.flatMap(({ id, name }) => {
    const count = chart.edges.filter(({ layers }) => layers.includes(id)).length;
    return count === 0 ? [] : [box('layer', id, `${name} (${count})`)];
  });
  if (kinds.length < 2 && used.length < 2) return '';
  return [
    `<form class="controls" data-tool data-edges="${html(t.edgesShown)}" data-none="${html(t.noEdges)}" aria-label="${html(chart.title)}" hidden>`,
    `<fieldset class="kinds"><legend>${html(t.edges)}</legend>${kinds.map((as) => box('edge', as, words[as])).join('')}</fieldset>`,
    used.length < 2
      ? ''
      : `<fieldset class="kinds"><legend>${html(t.layers)}</legend>${used.join('')}<p>${html(t.layersNote)}</p></fieldset>`,
    `${reset(t)}${OUTPUT}</form>`,
  ].join('');
}

const STEPS = 240;

/** Steps of whole minutes, few enough that an arrow key gets somewhere. */
export function momentForm({ end, words }: Knowledge, t: PageWords): string {
  const last = Math.max(60, Math.ceil(seconds(end) / 60) * 60);
  const step = Math.max(1, Math.round(last / 60 / STEPS)) * 60;
  const most = Math.ceil(last / step) * step;
  return `<form class="controls slide" data-tool hidden><label>${html(words.moment)} <input type="range" min="0" max="${most}" step="${step}" value="${most}" data-moment="${html(t.moment(words.delivered, words.known, words.used))}"></label>${OUTPUT}</form>`;
}
