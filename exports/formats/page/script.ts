/**
 * What the report's page can do beyond being read: one script without a library, in the page itself.
 * Everything it works on is already there; it only hides, shows, moves and marks. It makes no request,
 * writes no HTML, and takes the focus only to where a reader has just asked to go.
 * Knows: the page's classes and data attributes (htmlblock.ts, controls.ts). Does not know: words.
 */
import { sha256 } from '../../../engine/plan/digest.ts';

const CORE = `'use strict';
const root = document.documentElement, live = document.getElementById('live');
const all = (what, where = document) => [...where.querySelectorAll(what)];
const fill = (said, values) => said.replace(/\\{(\\w+)\\}/g, (_, name) => values[name]);
let timer;
const tell = (said) => { clearTimeout(timer); timer = setTimeout(() => { live.textContent = said; }, 250); };
const clock = (s) => 'T+' + [Math.floor(s / 3600), Math.floor(s / 60) % 60].map((n) => String(n).padStart(2, '0')).join(':');
root.classList.add('js');
for (const tool of all('[data-tool]')) tool.hidden = false;
const restore = (form) => { form.reset(); form.dispatchEvent(new Event('input')); };
for (const form of all('form')) {
  form.addEventListener('submit', (event) => event.preventDefault());
  form.querySelector('[data-reset]')?.addEventListener('click', () => restore(form));
}
const say = (form, said) => { form.querySelector('output').textContent = said; tell(said); };
`;

/** Which part of the report is being read. */
const NAV = `
const links = new Map(all('#contents a').map((a) => [a.hash.slice(1), a])), here = document.querySelector('.here span');
const watcher = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    for (const a of links.values()) a.removeAttribute('aria-current');
    const link = links.get(target.id);
    link?.setAttribute('aria-current', 'true');
    if (here && link) here.textContent = link.textContent;
  }
}, { rootMargin: '-8% 0px -91% 0px' });
for (const part of all('main > section')) watcher.observe(part);
for (const button of all('[data-copy]')) button.addEventListener('click', () => {
  const address = location.href.split('#')[0] + '#' + button.dataset.copy;
  history.replaceState(null, '', '#' + button.dataset.copy);
  navigator.clipboard?.writeText(address).then(() => tell(button.dataset.said), () => {});
});
`;

/** Cards fold, one at a time and all together; on paper all are open. */
const FOLD = `
const fold = (button, open) => {
  button.setAttribute('aria-expanded', String(open));
  button.closest('.card').classList.toggle('folded', !open);
};
for (const button of all('.fold')) button.addEventListener('click', () => fold(button, button.getAttribute('aria-expanded') !== 'true'));
for (const button of all('[data-fold]')) button.addEventListener('click', () => {
  for (const one of all('.fold')) fold(one, button.dataset.fold === 'open');
});
const shut = [], whole = [];
addEventListener('beforeprint', () => {
  for (const part of all('details:not([open])')) { part.open = true; shut.push(part); }
  for (const draw of whole) draw(true);
});
addEventListener('afterprint', () => {
  for (const part of shut.splice(0)) part.open = false;
  for (const draw of whole) draw(false);
  delete root.dataset.only;
});
for (const button of all('[data-print]')) button.addEventListener('click', () => {
  if (button.dataset.print) root.dataset.only = button.dataset.print;
  print();
});
`;

/** What leads to a place on the page opens what hides it; evidence leads back again. */
const EVIDENCE = `
const back = document.getElementById('back');
let origin;
const reveal = (target) => {
  const card = target.closest('.card.folded'), section = target.closest('section');
  if (card) fold(card.querySelector('.fold'), true);
  for (let part = target.closest('details'); part; part = part.parentElement.closest('details')) part.open = true;
  if (!target.hidden || !section) return;
  for (const form of all('[data-filter], .seek, [data-edges]', section)) {
    if ([...form.elements].some((field) => field.type === 'checkbox' ? !field.checked : field.value)) restore(form);
  }
  tables.get(target.closest('.sought'))?.(target);
};
// What lies above may first be laid out on the way, and then pushes the place away again.
let settling = 0;
for (const type of ['wheel', 'touchstart', 'pointerdown', 'keydown']) addEventListener(type, () => { settling += 1; }, { capture: true, passive: true });
const settle = (target, block) => {
  const turn = settling += 1;
  let frames = 12;
  const hold = () => {
    if (turn !== settling) return;
    target.scrollIntoView({ block });
    if (frames -= 1) requestAnimationFrame(hold);
  };
  hold();
};
const missing = document.getElementById('missing');
const arrive = () => {
  const n = decodeURIComponent(location.hash.slice(1));
  const target = document.getElementById(n);
  missing.hidden = n === '' || target !== null;
  if (target) { reveal(target); if (/^e\\d+$/.test(n)) show(target); else settle(target, 'start'); return; }
  if (missing.hidden) return;
  const said = fill(missing.dataset.said, { n: n.replace(/^e/, '') });
  missing.textContent = said;
  tell(said);
  missing.scrollIntoView({ block: 'center' });
};
const show = (target) => {
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  settle(target, 'center');
};
document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]');
  const target = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (!target) return;
  reveal(target);
  if (!/^e\\d+$/.test(target.id)) { settle(target, 'start'); return; }
  event.preventDefault();
  const panel = link.closest('[popover]');
  origin = panel ? document.querySelector('[popovertarget="' + panel.id + '"]') : link;
  panel?.hidePopover();
  history.pushState(null, '', link.hash);
  for (const row of all('.lit')) row.classList.remove('lit');
  target.classList.add('lit');
  back.hidden = false;
  show(target);
});
back.addEventListener('click', () => {
  back.hidden = true;
  if (!origin) return;
  reveal(origin);
  origin.focus({ preventScroll: true });
  settle(origin, 'center');
});
`;

/** What is tagged by choices; a table's rows by their words too, and a long table's in parts. */
const FILTER = `
const off = new WeakSet(), tables = new Map();
const sift = (items, wanted) => {
  let n = 0;
  for (const item of items) {
    const fits = wanted(item.dataset.tags.split(' '));
    if (fits) { off.delete(item); n += 1; } else off.add(item);
    if (!item.closest('.sought')) item.hidden = !fits;
  }
  for (const table of new Set(items.map((item) => item.closest('.sought')))) tables.get(table)?.();
  return n;
};
for (const form of all('[data-filter]')) {
  const items = all('[data-tags]', form.closest('section'));
  form.addEventListener('input', () => {
    const wanted = all('select', form).map((field) => field.value).filter(Boolean);
    const n = sift(items, (tags) => wanted.every((tag) => tags.includes(tag)));
    say(form, n ? fill(form.dataset.filter, { n, all: items.length }) : form.dataset.none);
  });
}
for (const form of all('.seek')) {
  const table = form.closest('.sought'), rows = all('tbody tr', table);
  const field = form.querySelector('[data-seek]'), turns = all('[data-turn]', form);
  const size = Number(form.dataset.size) || 1e9;
  let texts, first = 0;
  const draw = (target) => {
    const words = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
    if (words.length) texts ??= rows.map((row) => row.textContent.toLowerCase());
    const found = rows.filter((row, i) => !off.has(row) && words.every((word) => texts[i].includes(word)));
    const n = found.length, at = found.indexOf(target);
    if (at >= 0) first = Math.floor(at / size) * size;
    if (first >= n) first = 0;
    const shown = new Set(size < n ? found.slice(first, first + size) : found);
    for (const row of rows) { const hide = !shown.has(row); if (row.hidden !== hide) row.hidden = hide; }
    for (const turn of turns) {
      const to = first + Number(turn.dataset.turn);
      turn.hidden = size >= n;
      turn.setAttribute('aria-disabled', String(to < 0 || to >= n));
    }
    const said = [
      words.length && n && fill(field.dataset.seek, { n, all: rows.length }),
      words.length && !n && form.dataset.none,
      size < n && fill(form.dataset.part, { from: first + 1, to: Math.min(n, first + size), n }),
    ];
    return said.filter(Boolean).join('. ');
  };
  const quiet = (target) => { form.querySelector('output').textContent = draw(target); };
  tables.set(table, quiet);
  if (turns.length) quiet();
  form.addEventListener('input', () => { first = 0; say(form, draw()); });
  for (const turn of turns) turn.addEventListener('click', () => {
    if (turn.getAttribute('aria-disabled') === 'true') return;
    first += Number(turn.dataset.turn);
    say(form, draw());
    table.scrollIntoView();
  });
}
for (const form of all('[data-edges]')) {
  const figure = form.closest('figure'), lines = all('.edge', figure), rows = all('tr[data-tags]', figure);
  const layered = form.querySelector('[name=layer]') !== null;
  const draw = (paper) => {
    const on = new Set(all('input:checked', form).map((box) => box.value));
    const wanted = ([as, ...own]) => on.has(as) && (!layered || !own.length || own.some((layer) => on.has(layer)));
    const sums = {};
    let n = 0;
    for (const line of lines) {
      const tags = line.dataset.tags.split(' '), fits = paper || wanted(tags);
      line.style.display = fits ? '' : 'none';
      if (fits) { n += 1; sums[tags[0]] = (sums[tags[0]] ?? 0) + 1; }
    }
    for (const key of all('[data-count]', figure)) {
      const text = key.querySelector('text');
      text.textContent = text.textContent.replace(/\\d+(?=\\)$)/, sums[key.dataset.count] ?? 0);
    }
    if (paper) return '';
    const left = sift(rows, wanted);
    return n + left ? fill(form.dataset.edges, { n, all: lines.length, rows: left, allRows: rows.length }) : form.dataset.none;
  };
  whole.push(draw);
  form.addEventListener('input', () => say(form, draw(false)));
}
`;

/** The lanes: kinds of marks and roles come and go, and a period fills the width. */
const LANES = `
for (const form of all('[data-lanes]')) {
  const svg = form.closest('figure').querySelector('svg.lanes'), d = svg.dataset;
  const [end, left, plot, row, high] = [d.end, d.left, d.plot, d.row, d.high].map(Number);
  const things = all('[data-a]', svg), strips = all('.lane', svg);
  const kinds = all('[name=kind]', form), roles = all('[name=lane]', form);
  const width = Number(svg.viewBox.baseVal.width);
  const draw = (paper) => {
    const [a, b] = (!paper && form.elements.period?.value || '0 ' + end).split(' ').map(Number);
    const x = (at) => left + (Math.min(b, Math.max(a, at)) - a) / Math.max(1, b - a) * plot;
    const off = new Set(kinds.filter((box) => !paper && !box.checked).map((box) => box.value));
    for (const g of things) {
      const from = Number(g.dataset.a), to = Number(g.dataset.b ?? from);
      const kind = g.dataset.kind;
      g.style.display = to < a || from > b || (g.dataset.b && to > from && (to === a || from === b)) || off.has(kind) ? 'none' : '';
      g.setAttribute('transform', 'translate(' + x(from).toFixed(1) + ' ' + (g.dataset.y ?? 0) + ')');
      if (!g.dataset.b) continue;
      const room = x(to) - x(from), text = g.querySelector('text');
      for (const bar of all('rect', g)) bar.setAttribute('width', Math.max(2, room).toFixed(1));
      if (!text || !g.dataset.cut) continue;
      const words = g.querySelector('title').textContent, most = Math.floor(room / 6.4);
      text.style.display = room < 34 ? 'none' : '';
      text.textContent = words.length > most ? words.slice(0, Math.max(1, most - 1)) + '…' : words;
    }
    const gone = new Set(roles.filter((box) => !paper && !box.checked).map((box) => box.value));
    let lost = 0;
    const moved = new Map();
    for (const strip of strips) {
      const lane = strip.dataset.lane;
      if (!moved.has(lane)) { moved.set(lane, -lost * row); if (gone.has(lane)) lost += 1; }
      strip.style.display = gone.has(lane) ? 'none' : '';
      strip.setAttribute('transform', 'translate(0 ' + moved.get(lane) + ')');
    }
    svg.querySelector('.foot')?.setAttribute('transform', 'translate(0 ' + -lost * row + ')');
    svg.setAttribute('viewBox', '0 0 ' + width + ' ' + (high - lost * row));
    return fill(form.dataset.lanes, { n: moved.size - lost, all: moved.size, from: clock(a), to: clock(b) });
  };
  whole.push(draw);
  form.addEventListener('input', () => say(form, draw(false)));
}
`;

/** The knowledge at a moment: the same cells, as they stood then. Rows keep their names in sight. */
const SLIDER = `
for (const pin of all('svg .pin')) {
  const svg = pin.ownerSVGElement, box = svg.closest('.scroll');
  box.addEventListener('scroll', () => {
    pin.setAttribute('transform', 'translate(' + (box.scrollLeft * svg.viewBox.baseVal.width / svg.clientWidth).toFixed(1) + ' 0)');
  }, { passive: true });
}
for (const slider of all('[data-moment]')) {
  const figure = slider.closest('figure');
  const cells = all('.know[data-t]', figure).map((cell) => [cell, cell.dataset.t.split(' ').map((t) => t === '' ? 1e15 : Number(t))]);
  const draw = () => {
    const now = Number(slider.value), sums = [0, 0, 0, 0];
    for (const [cell, times] of cells) {
      const level = times[2] <= now ? 3 : times[1] <= now ? 2 : times[0] <= now ? 1 : 0;
      sums[level] += 1;
      cell.style.display = level === 0 ? 'none' : '';
      cell.querySelector('.half').style.display = level === 2 ? 'inline' : 'none';
      cell.querySelector('.full').style.display = level === 3 ? 'inline' : 'none';
    }
    const said = fill(slider.dataset.moment, { at: clock(now), d: sums[1] + sums[2] + sums[3], k: sums[2] + sums[3], u: sums[3] });
    slider.setAttribute('aria-valuetext', said);
    slider.closest('form').querySelector('output').textContent = said;
  };
  slider.addEventListener('input', draw);
  draw();
}
`;

/** Where the address leads, now that all is in place. */
const LAST = `
addEventListener('hashchange', arrive);
if (location.hash) arrive();
`;

export const SCRIPT = `(() => {\n${[CORE, NAV, FOLD, FILTER, EVIDENCE, LANES, SLIDER, LAST].join('')}})();\n`;

/** By this the page's own policy knows the script, and lets no other run. */
export const SCRIPT_HASH = `sha256-${btoa(bytesOf(sha256(SCRIPT)))}`;

function bytesOf(hex: string): string {
  return hex.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
}
