/**
 * A drawing that takes its look from a style sheet, with that look written into it: what draws on
 * paper reads attributes alone. Knows: the part of CSS that our drawings use. Does not know: PDF.
 */

type Rule = {
  readonly steps: readonly Step[];
  readonly look: Readonly<Record<string, string>>;
};
/** One part of a selector: `g`, `.who`, `rect.part`. */
type Step = { readonly tag: string; readonly classes: readonly string[] };
type Node = Step & { readonly colour: string };

/** What a style sheet may say of a drawing; everything else in it is about the page. */
const LOOKS = new Set(
  'fill stroke stroke-width stroke-dasharray stroke-linecap stroke-linejoin opacity fill-opacity stroke-opacity font-size font-weight text-anchor dominant-baseline color'.split(
    ' ',
  ),
);

/** Reads a style sheet once; the colours are those it has for print. */
export function painter(css: string): (svg: string) => string {
  const rules = rulesOf(css);
  return (svg) => paint(svg, rules);
}

function rulesOf(css: string): readonly Rule[] {
  const colours = new Map([
    ...variables(css, /:root\{([^}]*)\}/),
    ...variables(css, /@media print\{:root\{([^}]*)\}/),
  ]);
  const plainCss = withoutConditions(css);
  return [...plainCss.matchAll(/([^{}]+)\{([^{}]*)\}/g)].flatMap(
    ([, selectors = '', body = '']) => {
      const look = lookOf(body, colours);
      if (Object.keys(look).length === 0) return [];
      return selectors.split(',').flatMap((selector) => {
        const steps = stepsOf(selector.trim());
        return steps ? [{ steps, look }] : [];
      });
    },
  );
}

function variables(css: string, where: RegExp): readonly (readonly [string, string])[] {
  const body = where.exec(css)?.[1] ?? '';
  return [...body.matchAll(/(--[\w-]+)\s*:\s*([^;]+)/g)].map(([, name = '', value = '']) => [
    name,
    value.trim(),
  ]);
}

/** Without what holds only on some screens. */
function withoutConditions(css: string): string {
  let [out, depth, skipping] = ['', 0, 0];
  for (const part of css.split(/(?=[{}])|(?<=[{}])/)) {
    if (part === '{') depth += 1;
    if (skipping === 0 && part.trimStart().startsWith('@')) skipping = depth + 1;
    if (skipping === 0) out += part;
    if (part === '}') {
      depth -= 1;
      if (depth < skipping) skipping = 0;
    }
  }
  return out;
}

function lookOf(body: string, colours: ReadonlyMap<string, string>): Rule['look'] {
  const pairs = body.split(';').flatMap((declaration): readonly (readonly [string, string])[] => {
    const [name = '', value = ''] = declaration.split(/:(.*)/s).map((part) => part.trim());
    return LOOKS.has(name) && value !== ''
      ? [[name, value.replace(/var\((--[\w-]+)\)/g, (_, v: string) => colours.get(v) ?? '#000')]]
      : [];
  });
  return Object.fromEntries(pairs);
}

function stepsOf(selector: string): readonly Step[] | undefined {
  const parts = selector.split(/\s+/);
  // Only what is said of drawings, in words we can follow.
  if (!parts[0]?.startsWith('svg') || parts.some((part) => /[^\w.-]/.test(part))) return undefined;
  return parts.map((part) => {
    const [tag = '', ...classes] = part.split('.');
    return { tag, classes };
  });
}

function paint(svg: string, rules: readonly Rule[]): string {
  const open: Node[] = [];
  const spoken = /<(title|desc)\b[^>]*>.*?<\/\1>/gs;
  return svg
    .replace(spoken, '')
    .replace(
      /<(\/?)([\w-]+)([^>]*?)(\/?)>/g,
      (tag, end: string, name: string, attributes: string, empty: string) => {
        if (end !== '') {
          open.pop();
          return tag;
        }
        const classes = /\bclass="([^"]*)"/.exec(attributes)?.[1]?.split(/\s+/) ?? [];
        const path = [...open, { tag: name, classes, colour: '' }];
        const look = lookAt(path, rules);
        const colour = look['color'] ?? open.at(-1)?.colour ?? '#000';
        if (empty === '') open.push({ tag: name, classes, colour });
        return `<${name}${written(look, attributes, colour)}${attributes}${empty}>`;
      },
    );
}

/** What stands in the tag itself is not written over. */
function written(look: Rule['look'], attributes: string, colour: string): string {
  return Object.entries(look)
    .filter(([name]) => name !== 'color' && !new RegExp(`\\b${name}=`).test(attributes))
    .map(
      ([name, value]) => ` ${name}="${value.replace('currentColor', colour).replace(/px$/, '')}"`,
    )
    .join('');
}

/** The rule that says more of its own element wins, and of two alike the later. */
function lookAt(path: readonly Step[], rules: readonly Rule[]): Rule['look'] {
  const fitting = rules.filter(({ steps }) => matches(steps, path));
  const weight = ({ steps }: Rule): number =>
    steps.reduce((sum, { tag, classes }) => sum + classes.length * 10 + (tag ? 1 : 0), 0);
  const ordered = [...fitting].sort((a, b) => weight(a) - weight(b));
  return Object.assign({}, ...ordered.map(({ look }) => look)) as Rule['look'];
}

function matches(steps: readonly Step[], path: readonly Step[]): boolean {
  const [last, node] = [steps.at(-1), path.at(-1)];
  if (!last || !node || !isLike(last, node)) return false;
  let rest = steps.slice(0, -1);
  for (const above of path.slice(0, -1).reverse()) {
    const next = rest.at(-1);
    if (next && isLike(next, above)) rest = rest.slice(0, -1);
  }
  return rest.length === 0;
}

const isLike = (step: Step, node: Step): boolean =>
  (step.tag === '' || step.tag === node.tag) &&
  step.classes.every((name) => node.classes.includes(name));
