/**
 * A planner's Markdown as HTML. Raw HTML stays text, pictures are left out, and a link is its words and
 * its address: a page that fetches nothing leads nowhere either.
 * Knows: Markdown. Does not know: the page around it.
 */
import MarkdownIt from 'markdown-it';
import { plain } from './escape.ts';

const reader = new MarkdownIt('default', { html: false, linkify: false, typographer: false });
reader.disable(['image', 'html_inline', 'html_block']);
/** The page's own headings go down to h3 or h4: a text's headings are a kind of bold. */
reader.renderer.rules.heading_open = () => '<p class="lead">';
reader.renderer.rules.heading_close = () => '</p>\n';
reader.renderer.rules.link_open = () => '';
reader.renderer.rules.link_close = (tokens, i) => {
  const opens = tokens.slice(0, i).filter(({ type }) => type === 'link_open');
  const address = String(opens.at(-1)?.attrGet('href') ?? '');
  return address === tokens[i - 1]?.content ? '' : ` (${reader.utils.escapeHtml(address)})`;
};

export function prose(text: string): string {
  // Twice: an entity can hide what was not yet a character before.
  return plain(reader.render(plain(text, true)), true).trim();
}
