/**
 * A document's bytes, gathered as they are written. The library hands on every line of a page, and
 * every few bytes of the file, one by one; taken together they cost a fraction of that.
 * Knows: how the library writes. Does not know: what is written.
 */
import { concatenated } from '../bytes.ts';

/** Runs `write` and ends the document. */
export function written(doc: PDFKit.PDFDocument, write: () => void): Uint8Array {
  const finishPage = gatherPages(doc);
  const chunks = gatherBytes(doc);
  write();
  finishPage();
  doc.end();
  return concatenated(chunks);
}

/** A page's lines wait here until another page is written on, or until the last is finished. */
function gatherPages(doc: PDFKit.PDFDocument): () => void {
  let { page } = doc;
  let lines: string[] = [];
  const finish = (): void => {
    if (lines.length > 0) page.write(lines.join('\n'));
    lines = [];
  };
  doc.addContent = (line: string) => {
    if (doc.page !== page) finish();
    page = doc.page;
    lines.push(line);
    return doc;
  };
  return finish;
}

/** The library is a stream; what it has written already is taken from it, the rest never goes in. */
function gatherBytes(doc: PDFKit.PDFDocument): readonly Uint8Array[] {
  const begun = doc.read() as Uint8Array | null;
  const chunks: Uint8Array[] = begun ? [begun] : [];
  doc.push = (chunk: Uint8Array | null) => {
    if (chunk) chunks.push(chunk);
    return true;
  };
  return chunks;
}
