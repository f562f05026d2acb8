/**
 * The front page, and what stands on every page: the banner, the marking, the page's number.
 * Knows: the report's head. Does not know: its sections.
 */
import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  type IRunOptions,
  PageNumber,
  Paragraph,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import type { Marking } from '../../../engine/scenario/schema.ts';
import { catalogue } from '../../text.ts';
import type { Report } from '../block.ts';
import { clean } from '../paper/runs.ts';
import { line, type Page, said } from './blocks.ts';
import type { Gaps } from './gaps.ts';
import { COLOURS, SIZES, STYLE } from './styles.ts';
import { pairsTable } from './tables.ts';

/** The colours that the TLP standard gives each marking, on black. */
const TLP: { readonly [M in Marking]: string } = {
  'TLP:RED': 'FF2B2B',
  'TLP:AMBER+STRICT': 'FFC000',
  'TLP:AMBER': 'FFC000',
  'TLP:GREEN': '33FF00',
  'TLP:CLEAR': 'FFFFFF',
};
const BLACK = { fill: '000000' };

/** Named, because among what a string has, `bold` is no longer to be used. */
const runOf = (options: IRunOptions): TextRun => new TextRun(options);

const markingRun = (marking: Marking, size: number): TextRun =>
  runOf({ text: ` ${marking} `, bold: true, size, color: TLP[marking], shading: BLACK });

export function headerOf(report: Report, width: number): Header {
  const size = SIZES.small + 1;
  return new Header({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        border: { bottom: { style: BorderStyle.SINGLE, size: 4, space: 4, color: COLOURS.soft } },
        children: [
          runOf({ text: clean(report.banner), bold: true, size }),
          runOf({ text: '\t', size }),
          markingRun(report.marking, size),
        ],
      }),
    ],
  });
}

export function footerOf(report: Report, width: number): Footer {
  const size = SIZES.small + 1;
  const said = catalogue(report.lang).documents.page('\u0000', '\u0001');
  const parts = said.split(/(\u0000|\u0001)/).map((part) => {
    if (part === '\u0000') return PageNumber.CURRENT;
    return part === '\u0001' ? PageNumber.TOTAL_PAGES : part;
  });
  const left = `${clean(report.stamp)} · ${report.marking} · ${shortened(clean(report.title))}`;
  return new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: width }],
        children: [
          runOf({ text: left, size, color: COLOURS.soft }),
          runOf({ children: ['\t', ...parts], size, color: COLOURS.soft }),
        ],
      }),
    ],
  });
}

const shortened = (title: string): string =>
  title.length > 60 ? `${title.slice(0, 59).replace(/[\ud800-\udbff]$/, '')}…` : title;

/**
 * Sections whose pages lie alike have the same header and footer: the library, which would write new
 * ones for each, is given them with the first, and the others point there too. `xml`: the document's.
 */
export function framed(xml: string): string {
  const frames = new Map<string, string>();
  return xml.replace(/<w:sectPr>(.*?)(<w:pgSz [^>]*>)/g, (_, own: string, size: string) => {
    const frame = own.includes('<w:headerReference ') ? own : (frames.get(size) ?? '') + own;
    frames.set(size, frame);
    return `<w:sectPr>${frame}${size}`;
  });
}

export function frontParts(
  report: Report,
  page: Page,
  { gap }: Gaps,
): readonly (Paragraph | TableOfContents)[] {
  const { update } = catalogue(report.lang).documents;
  return [
    gap(
      line([{ text: clean(report.kicker), bold: true, soft: true }]) +
        said(report.title, STYLE.title) +
        said(report.subtitle, STYLE.subtitle),
    ),
    new Paragraph({
      alignment: AlignmentType.LEFT,
      shading: BLACK,
      spacing: { before: 60, after: 240 },
      children: [
        runOf({ text: ` ${clean(report.banner)}   `, bold: true, size: 24, color: 'FFFFFF' }),
        markingRun(report.marking, 24),
      ],
    }),
    gap(
      pairsTable(report.facts, page) +
        line([]) +
        line([{ text: clean(report.foot), small: true, soft: true }]),
    ),
    new Paragraph({
      pageBreakBefore: true,
      spacing: { after: 120 },
      children: [runOf({ text: clean(report.contents), bold: true, size: 30 })],
    }),
    new TableOfContents(clean(report.contents), { hyperlink: true, headingStyleRange: '1-1' }),
    gap(line([{ text: update, small: true, soft: true }])),
  ];
}
