/** A form on the screen: labels, fields, where one is. Knows: looks. Does not know: editing. */
import { fits, hasButton, type Field, type Form } from '../form.ts';
import { filled, rule, span } from '../layout.ts';
import { plainText } from '../sanitise.ts';
import { words, type Line, type Scene, type Span } from '../scene.ts';
import { cut, fit, widthOf } from '../width.ts';
import { windowOf } from '../window.ts';

const LABEL = 18;
/** Lines that a focused field may take: options, or the lines of a text. */
const OPEN = 5;

export function formLines(scene: Scene, form: Form, height: number): readonly Line[] {
  const { columns } = scene.ui.size;
  const w = words(scene).form;
  const open = Math.max(3, Math.min(12, OPEN + height - 16));
  const fields = form.fields.flatMap((field, i) =>
    fieldLines(scene, field, i === form.at, columns, open),
  );
  const button: readonly Line[] = hasButton(form)
    ? [[span(' '.repeat(LABEL)), span(` ${w.submit} `, onButton(form) ? 'chosen' : 'info')]]
    : [];
  const hint: readonly Line[] = form.hint === undefined ? [] : [[span(`  ${form.hint}`, 'dim')]];
  const error: readonly Line[] =
    form.error === undefined ? [] : [[span(`  ✗ ${form.error}`, 'alarm')]];
  const body = [...hint, ...fields, ...button, ...error];
  // The part with the focus stays in sight on a small screen.
  const focus = hint.length + linesBefore(scene, form, columns, open);
  const { from } = windowOf(body.length, focus + 2, height - 1);
  return [rule(columns, form.title), ...filled(body.slice(from, from + height - 1), height - 1)];
}

function onButton(form: Form): boolean {
  return form.at === form.fields.length;
}

function linesBefore(scene: Scene, form: Form, width: number, open: number): number {
  return form.fields
    .slice(0, form.at)
    .reduce((sum, field) => sum + fieldLines(scene, field, false, width, open).length, 0);
}

function fieldLines(
  scene: Scene,
  field: Field,
  focused: boolean,
  width: number,
  open: number,
): readonly Line[] {
  const w = words(scene).form;
  const marker = focused ? '› ' : '  ';
  const label = span(marker + fit(field.label, LABEL - 3) + ' ', focused ? 'strong' : 'dim');
  const room = width - LABEL - 1;
  const lines =
    'chosen' in field
      ? choiceLines(scene, field, focused, room, open)
      : writtenLines(field, focused, room, open);
  const empty = 'chosen' in field ? field.chosen.length === 0 : field.value === '';
  const note = field.optional && empty && !focused ? [span(w.optional, 'dim')] : [];
  return lines.map((line, i) =>
    i === 0 ? [label, ...line, ...note] : [span(' '.repeat(LABEL)), ...line],
  );
}

type Choice = Extract<Field, { type: 'pick' | 'picks' }>;
function choiceLines(
  scene: Scene,
  field: Choice,
  focused: boolean,
  room: number,
  open: number,
): readonly Line[] {
  const w = words(scene).form;
  const names = field.options.filter((o) => field.chosen.includes(o.id)).map((o) => o.name);
  const summary = span(cut(names.join(', '), room));
  if (!focused) return [[summary]];
  const shown = fits(field);
  const { from, to } = windowOf(shown.length, field.at, open);
  const search = field.search === '' ? [] : [span(`  ⌕ ${field.search}`, 'info')];
  const count = field.type === 'picks' ? [span(`  (${w.chosen(names.length)})`, 'dim')] : [];
  const options = shown.slice(from, to).map((option, i): Line => {
    const at = from + i === field.at;
    const chosen = field.chosen.includes(option.id);
    const box = field.type === 'picks' ? (chosen ? '[x] ' : '[ ] ') : chosen ? '(•) ' : '( ) ';
    const note = option.note === undefined ? '' : `  ${option.note}`;
    return [span(fit(`${box}${option.name}${note}`, room), at ? 'chosen' : 'plain')];
  });
  const none: readonly Line[] = shown.length === 0 ? [[span(w.noMatch, 'dim')]] : [];
  return [[summary, ...count, ...search], ...options, ...none];
}

type Written = Extract<Field, { type: 'line' | 'text' }>;
/** The value with the cursor; of a long one, the part around the cursor. */
function writtenLines(
  field: Written,
  focused: boolean,
  room: number,
  open: number,
): readonly Line[] {
  const rows = broken(field.value, room - 1);
  const at = rows.findLastIndex((r) => r.from <= field.cursor);
  const height = field.type === 'text' && focused ? open : 1;
  const { from, to } = windowOf(rows.length, focused ? Math.max(0, at) : 0, height);
  const lines = rows.slice(from, to).map((r, i): Line => {
    if (!focused || from + i !== at) return [span(r.text)];
    return withCursor(r.text, field.cursor - r.from);
  });
  return field.type === 'text' && focused
    ? filled(lines, Math.min(open, 3)).concat(lines.slice(3))
    : lines;
}

function withCursor(text: string, at: number): Line {
  const under = Array.from(text.slice(at))[0] ?? ' ';
  const spans: readonly Span[] = [
    span(text.slice(0, at)),
    span(under, 'chosen'),
    span(text.slice(at + under.length)),
  ];
  return spans.filter((part) => part.text !== '');
}

/** The value in screen lines, with where each begins, so that the cursor can be found. */
function broken(
  value: string,
  room: number,
): readonly { readonly from: number; readonly text: string }[] {
  const rows: { from: number; text: string }[] = [];
  let from = 0;
  for (const line of value.split('\n')) {
    let start = from;
    let text = '';
    for (const char of line) {
      if (widthOf(plainText(text + char)) > room) {
        rows.push({ from: start, text });
        start += text.length;
        text = '';
      }
      text += char;
    }
    rows.push({ from: start, text });
    from += line.length + 1;
  }
  return rows;
}
