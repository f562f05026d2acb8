/**
 * The document's XML without the traces of the process it was written in: the same report is then the
 * same bytes. Knows: what the library counts. Does not know: what the document says.
 */

/** The library goes on counting bookmarks from one document to the next; here they count from 1. */
export function renumbered(xml: string): string {
  const numbers = new Map<string, number>();
  const number = (old: string): number => {
    const known = numbers.get(old);
    if (known !== undefined) return known;
    numbers.set(old, numbers.size + 1);
    return numbers.size;
  };
  return xml
    .replace(
      /(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")(\d+)"/g,
      (_, start: string, old: string) => `${start}${number(old)}"`,
    )
    .replace(
      /(\bw:(?:name|anchor)="_Toc|<w:instrText[^>]*> ?PAGEREF _Toc)(\d+)/g,
      (_, start: string, old: string) => `${start}${number(old)}`,
    );
}
