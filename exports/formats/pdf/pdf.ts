/**
 * The report as a tagged PDF: read aloud in order, with titles, alternative texts and links.
 * Knows: the document as a whole. Does not know: where letters and moments come from (the caller does).
 */
import PDFDocument from 'pdfkit';
import type { Report } from '../block.ts';
import { clean } from '../paper/runs.ts';
import { catalogue } from '../../text.ts';
import { APART, type Paper, type Sheet, paperOf } from '../paper/paper.ts';
import { written } from './sink.ts';
import { writeBlock, writeHeading, writeText } from './blocks.ts';
import { type Desk, type Element, MARGIN, bottomOf, element, turnPage } from './desk.ts';
import type { Fonts } from './face.ts';
import { lettersIn } from './letters.ts';
import { reserveContents, sectionName, writeContents, writeFrames, writeFront } from './front.ts';

/** When the document counts as made: a moment of the exercise, lest two runs differ. */
export type Moment = NonNullable<PDFKit.DocumentInfo['CreationDate']>;

export function renderPdf(report: Report, fonts: Fonts, moment: Moment): Uint8Array {
  const doc = openDocument(report, fonts, moment);
  return written(doc, () => writeReport(doc, paperOf(report)));
}

/** What the library knows and its types do not. */
const UNIVERSAL: object = { subset: 'PDF/UA' };

function openDocument(report: Report, fonts: Fonts, moment: Moment): PDFKit.PDFDocument {
  const doc = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    pdfVersion: '1.7',
    tagged: true,
    ...UNIVERSAL,
    lang: report.lang === 'da' ? 'da-DK' : 'en-GB',
    displayTitle: true,
    info: {
      // The library writes the title into XML as it is.
      Title: forXml(`${report.stamp} ${report.marking} – ${report.kicker}: ${report.title}`),
      Subject: forXml(report.subtitle),
      Keywords: catalogue(report.lang).documents.keywords,
      Creator: 'Beredt',
      Producer: 'Beredt',
      CreationDate: moment,
      ModDate: moment,
    },
  });
  // pdfkit reads any bytes that are a font file.
  doc.registerFont('regular', fonts.regular);
  doc.registerFont('bold', fonts.bold);
  return doc;
}

const LOOKALIKES: Readonly<Record<string, string>> = { '<': '‹', '>': '›', '&': '+' };
const forXml = (text: string): string => clean(text).replace(/[<>&]/g, (c) => LOOKALIKES[c] ?? c);

function writeReport(doc: PDFKit.PDFDocument, { report, sheets, anchors }: Paper): void {
  const desk: Desk = {
    doc,
    ...lettersIn(doc),
    anchors,
    evidence: report.evidenceLabel,
    lang: report.lang,
    y: 0,
    sideways: false,
  };
  const sideways: boolean[] = [];
  doc.on('pageAdded', () => sideways.push(desk.sideways));
  const root = doc.struct('Document');
  doc.addStructure(root);
  turnPage(desk, false);
  writeFront(desk, root, report);
  turnPage(desk, false);
  const contents = reserveContents(desk, root, report, sideways.length - 1);
  const entries = sheets.map((sheet, i) => {
    if (i === 0 || needsSheet(desk, sheet)) turnPage(desk, startsSideways(sheet));
    return { sheet, page: writeSheet(desk, root, sheet, sideways) };
  });
  writeContents(desk, contents, entries);
  writeFrames(desk, report, sideways);
  root.end();
}

const ENOUGH = 180;

const startsSideways = ({ parts }: Sheet): boolean => parts[0]?.sideways ?? false;

function needsSheet(desk: Desk, sheet: Sheet): boolean {
  if (startsSideways(sheet) !== desk.sideways) return true;
  return APART.has(sheet.id) || desk.y + ENOUGH > bottomOf(desk);
}

/** Returns the page on which it begins, from 0. */
function writeSheet(desk: Desk, root: Element, sheet: Sheet, pages: readonly boolean[]): number {
  const { doc } = desk;
  const page = pages.length - 1;
  const title = `${sheet.number} ${clean(sheet.title)}`;
  const mark = doc.outline.addItem(title);
  doc.addNamedDestination(sectionName(sheet), 'XYZ', MARGIN.side, desk.y, null);
  const section = element(desk, root, 'Sect');
  writeHeading(desk, section, title, 'H2');
  if (sheet.intro !== undefined) {
    writeText(desk, section, 'P', [{ text: clean(sheet.intro), soft: true }], { after: 8 });
  }
  for (const { sideways, blocks } of sheet.parts) {
    if (sideways !== desk.sideways) turnPage(desk, sideways);
    for (const block of blocks) {
      if (block.type === 'cards') for (const card of block.cards) mark.addItem(clean(card.title));
      writeBlock(desk, section, block);
    }
  }
  section.end();
  return page;
}
