/** The writer of Word's markup: whatever words it is given, XML that says just these words. */
import { ImportedXmlComponent } from 'docx';
import fc from 'fast-check';
import { strFromU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { gapsOf } from '../../../exports/formats/docx/gaps.ts';
import {
  bookmark,
  cellLike,
  escaped,
  linkTo,
  paragraphLike,
  rowLike,
  runLike,
  table,
} from '../../../exports/formats/docx/markup.ts';

/** XML may not hold these, however they are written. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;
/** What a reader makes of it; the parser throws where it is no XML. */
function read(xml: string): string {
  ImportedXmlComponent.fromXmlString(`<w:body>${xml}</w:body>`);
  const text = xml.replace(/<[^>]*>/g, '');
  expect(text).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
  return text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
}

describe('a text', () => {
  test.each([
    ['</w:t><w:t>', '</w:t><w:t>'],
    [']]>', ']]>'],
    ['&amp; & &#0;', '&amp; & &#0;'],
    [`"'`, `"'`],
    ['$& $1 $$ $`', '$& $1 $$ $`'],
    ['rød\u0000\u001b[31m\u000b', 'rød[31m'],
    ['\ufffe\uffff', ''],
    ['a\ud800b\udfff', 'a\ufffdb\ufffd'],
    ['\u{1f525} ild & vand', '\u{1f525} ild & vand'],
    [' før og efter ', ' før og efter '],
  ])('%j is read as %j', (text, said) => {
    expect(read(runLike({})(text))).toBe(said);
  });

  test('is XML, whatever it is', () => {
    const unit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0x7f }));
    const any = fc.array(unit).map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(any, (text) => {
        expect(escaped(text)).not.toMatch(FORBIDDEN);
        const kept = text.replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '');
        expect(read(runLike({ bold: true })(text))).toBe(Buffer.from(kept).toString());
      }),
    );
  });
});

test('what belongs together is inside each other, in the order that Word wants', () => {
  const run = runLike({ bold: true, colour: '0B3C66', size: 15 })('#3');
  expect(run).toBe(
    '<w:r><w:rPr><w:b/><w:bCs/><w:color w:val="0B3C66"/><w:sz w:val="15"/><w:szCs w:val="15"/></w:rPr>' +
      '<w:t xml:space="preserve">#3</w:t></w:r>',
  );
  const paragraph = paragraphLike({ style: 'S', keepNext: true, list: 2, right: true });
  const cell = cellLike({ width: 300, fill: 'EEF1F5', upright: true, bottom: true });
  const row = rowLike({ head: true, height: 900 });
  const edge = { size: 0, colour: 'auto' };
  const [top, left, bottom, right, insideH, insideV] = Array<typeof edge>(6).fill(edge);
  const look = {
    widths: [300],
    margins: { top: 1, left: 2, bottom: 3, right: 4 },
    edges: { top, left, bottom, right, insideH, insideV },
  } as Parameters<typeof table>[1];
  const xml = table(row(cell(paragraph(bookmark('e3', 7, linkTo('e9', run))))), look);
  expect(read(xml)).toBe('#3');
  expect(xml).toContain(
    '<w:pStyle w:val="S"/><w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr><w:jc w:val="right"/>',
  );
  expect(xml).toContain(
    '<w:tcW w:type="dxa" w:w="300"/><w:shd w:fill="EEF1F5" w:val="clear"/><w:textDirection w:val="btLr"/><w:vAlign',
  );
  expect(xml).toContain('<w:bookmarkStart w:name="e3" w:id="7"/><w:hyperlink ');
  expect(xml).toContain('</w:hyperlink><w:bookmarkEnd w:id="7"/>');
  expect(table('', look)).toBe('');
});

describe('the places kept for the body', () => {
  const filledBy = (gaps: ReturnType<typeof gapsOf>, xml: string): string =>
    gaps
      .filled(xml)
      .map((bytes) => strFromU8(bytes))
      .join('');
  const place = (style: string, rest = ''): string =>
    `<w:p><w:pPr><w:pStyle w:val="${style}"/>${rest}</w:pPr></w:p>`;
  const numbered = (id: number): string =>
    `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr>`;

  test('are filled as they are, and lists leave nothing behind', () => {
    const gaps = gapsOf();
    gaps.gap('<w:p>æ $& $1</w:p>');
    expect([gaps.list(true), gaps.list(false)]).toEqual([2, 3]);
    gaps.gap('<w:p>b</w:p>');
    const skeleton = `<a>${place('Gap0')}<t/>${place('Gap1')}${place('List0', numbered(2))}${place('List1', numbered(3))}</a>`;
    expect(filledBy(gaps, skeleton)).toBe('<a><w:p>æ $& $1</w:p><t/><w:p>b</w:p></a>');
  });

  test.each([
    ['<w:p>a</w:p>', '<w:p><w:pPr><w:sectPr><x/></w:sectPr></w:pPr>a</w:p>'],
    [
      '<w:p>a</w:p><w:p><w:pPr><w:jc/></w:pPr>b</w:p>',
      '<w:p>a</w:p><w:p><w:pPr><w:jc/><w:sectPr><x/></w:sectPr></w:pPr>b</w:p>',
    ],
  ])('give the page of a section to its last paragraph', (markup, filled) => {
    const gaps = gapsOf();
    gaps.gap(markup);
    expect(filledBy(gaps, place('Gap0', '<w:sectPr><x/></w:sectPr>'))).toBe(filled);
  });

  test('are missed when they are gone, doubled, in another order or of another number', () => {
    const gaps = gapsOf();
    gaps.gap('<w:p/>');
    gaps.gap('<w:p/>');
    gaps.list(true);
    const [first, second, list] = [place('Gap0'), place('Gap1'), place('List0', numbered(2))];
    expect(filledBy(gaps, first + second + list)).toBe('<w:p/><w:p/>');
    for (const wrong of [
      first + list,
      first + second,
      second + first + list,
      first + second + second + list,
      first + second + place('List0', numbered(3)),
    ])
      expect(() => gaps.filled(wrong)).toThrow('places');
  });
});
