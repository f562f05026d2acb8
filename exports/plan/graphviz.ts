/**
 * DOT drawn as SVG by Graphviz, compiled to WebAssembly: no program to install, the same bytes
 * everywhere. Knows: Graphviz. Does not know: what is drawn.
 */
import { Graphviz } from '@hpcc-js/wasm-graphviz';

/** The drawing with its own text for screen readers, without a document's head or comments. */
export async function drawDot(
  dot: string,
  names: { readonly id: string; readonly title: string; readonly text: string },
): Promise<string> {
  const graphviz = await Graphviz.load();
  const drawn = graphviz.dot(dot, 'svg');
  const svg = drawn
    .slice(drawn.indexOf('<svg'))
    .replace(/<!--[^]*?-->\n?/g, '')
    .trim();
  const { id, title, text } = names;
  const label = `<title id="${id}-t">${escaped(title)}</title><desc id="${id}-d">${escaped(text)}</desc>`;
  return svg
    .replace(/<title>[^]*?<\/title>\n?/g, '')
    .replace(/ xmlns:xlink="[^"]*"/, '')
    .replace(/ font-family="[^"]*"/g, '')
    .replace(/ id="(\w+)"/g, ` id="${id}-$1"`)
    .replace(
      /^<svg([^>]*)>/,
      `<svg$1 class="story" font-family="Arial,sans-serif" role="img" aria-labelledby="${id}-t ${id}-d">${label}`,
    );
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
