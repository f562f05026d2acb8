/**
 * What a style sheet says of the elements of a drawing. Knows: the part of CSS that our drawings use.
 * Does not know: PDF.
 */

/** One part of a selector, or an element on the way to one: `g`, `.who`, `rect.part`. */
export type Step = { readonly tag: string; readonly classes: readonly string[] };
export type Look = Readonly<Record<string, string>>;
type Rule = { readonly steps: readonly Step[]; readonly weight: number; readonly look: Look };

/** What a style sheet may say of a drawing; everything else in it is about the page. */
export const LOOKS: ReadonlySet<string> = new Set(
  'fill stroke stroke-width stroke-dasharray opacity fill-opacity stroke-opacity font-size font-weight text-anchor display color'.split(
    ' ',
  ),
);

/**
 * Reads a style sheet once; the colours are those it has for print. The answer is for an element by
 * the way to it from the root.
 */
export function looksIn(css: string): (path: readonly Step[]) => Look {
  const rules = rulesOf(css);
  const known = new Map<string, Look>();
  return (path) => {
    const key = path.map(({ tag, classes }) => [tag, ...classes].join('.')).join(' ');
    const look = known.get(key) ?? lookAt(path, rules);
    known.set(key, look);
    return look;
  };
}

/** In the order in which they count: what says more of its own element last, of two alike the later. */
function rulesOf(css: string): readonly Rule[] {
  const colours = new Map([
    ...variables(css, /:root\{([^}]*)\}/),
    ...variables(css, /@media print\{:root\{([^}]*)\}/),
  ]);
  const plainCss = withoutConditions(css);
  return [...plainCss.matchAll(/([^{}]+)\{([^{}]*)\}/g)]
    .flatMap(([, selectors = '', body = '']) => {
      const look = lookOf(body, colours);
      if (Object.keys(look).length === 0) return [];
      return selectors.split(',').flatMap((selector) => {
        const steps = stepsOf(selector.trim());
        return steps ? [{ steps, weight: weightOf(steps), look }] : [];
      });
    })
    .sort((a, b) => a.weight - b.weight);
}

const weightOf = (steps: readonly Step[]): number =>
  steps.reduce((sum, { tag, classes }) => sum + classes.length * 10 + (tag ? 1 : 0), 0);

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

function lookOf(body: string, colours: ReadonlyMap<string, string>): Look {
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

const lookAt = (path: readonly Step[], rules: readonly Rule[]): Look =>
  Object.assign(
    {},
    ...rules.filter(({ steps }) => matches(steps, path)).map(({ look }) => look),
  ) as Look;

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
