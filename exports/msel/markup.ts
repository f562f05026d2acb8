/**
 * HTML that somebody's tool left in a cell, as plain text and Markdown. Knows: tags and entities.
 * Does not know: how Markdown is shown. Nothing of the HTML itself is kept, so nothing of it can act.
 */

const TAG = /<\/?[a-z][a-z0-9]{0,20}(?:\s[^<>]{0,2000})?\/?>/i;
const ENTITY = /&(?:[a-z]{2,8}|#\d{1,7}|#x[0-9a-f]{1,6});/i;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  aelig: 'æ',
  oslash: 'ø',
  aring: 'å',
  AElig: 'Æ',
  Oslash: 'Ø',
  Aring: 'Å',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  laquo: '«',
  raquo: '»',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  bull: '•',
  euro: '€',
};

export function hasMarkup(text: string): boolean {
  return TAG.test(text) || ENTITY.test(text);
}

/** Text that had no markup is given back as it is. */
export function fromMarkup(text: string): string {
  if (!hasMarkup(text)) return text;
  const kept = text
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<(script|style|template|iframe|object)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '');
  const marked = TAG.test(kept) ? marks(kept) : kept;
  return marked
    .replace(/<\/?[a-z!][^<>]{0,5000}>/gi, '')
    .replace(new RegExp(ENTITY.source, 'gi'), character)
    .replace(/\u00a0/g, ' ')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function marks(html: string): string {
  return html
    .split('\n')
    .map((line) => line.trim())
    .join(' ')
    .replace(/<br\b[^<>]*>/gi, '\n')
    .replace(/<\/?(?:p|div|h[1-6]|ul|ol|table|blockquote|section|article)\b[^<>]*>/gi, '\n\n')
    .replace(/<li\b[^<>]*>/gi, '\n- ')
    .replace(/<\/tr\s*>/gi, '\n')
    .replace(/<\/t[dh]\s*>/gi, ' | ')
    .replace(/<\/?(?:b|strong)\b[^<>]*>/gi, '**')
    .replace(/<\/?(?:i|em)\b[^<>]*>/gi, '*')
    .replace(
      /<a\b[^<>]{0,300}?\bhref ?= ?["']?([^"'\s<>]{1,500})["']?[^<>]{0,300}>([^<>]*)<\/a ?>/gi,
      link,
    )
    .replace(/\*\*\s*\*\*/g, '')
    .replace(/[ \t]{2,}/g, ' ')
    .replace(/\n +/g, '\n');
}

/** Only addresses of the web and of mail; of others the words stay. */
function link(_whole: string, address: string, words: string): string {
  if (!/^(?:https?:\/\/|mailto:)[^()\s]+$/i.test(address)) return words;
  return words.trim() === address ? address : `${words.trim()} (${address})`;
}

function character(entity: string): string {
  const name = entity.slice(1, -1);
  if (!name.startsWith('#')) return NAMED[name] ?? NAMED[name.toLowerCase()] ?? entity;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  const real = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return real ? String.fromCodePoint(code) : '';
}
