/**
 * The Word styles: what a heading, a caption, a note looks like, so that whoever works on can change
 * them in one place. Knows: Word. Does not know: blocks.
 */
import {
  AlignmentType,
  type INumberingOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
} from 'docx';
import type { Lang } from '../../../engine/scenario/text.ts';
import type { Tone } from '../tone.ts';

export const FONT = 'Arial';
export const COLOURS = {
  accent: '0B3C66',
  soft: '444444',
  line: '9AA3AD',
  band: 'EEF1F5',
} as const;
export const TONES: { readonly [T in Tone]: string } = {
  bad: '8C1414',
  warn: '6B4000',
  good: '0D4F30',
  calm: '333333',
};
/** Half points, as Word counts. */
export const SIZES = { body: 20, table: 17, small: 15, matrix: 14 } as const;

export const STYLE = {
  title: 'Title',
  heading: 'Heading2',
  card: 'Heading3',
  subtitle: 'Subtitle',
  caption: 'Caption',
  note: 'Note',
  table: 'TableText',
  matrix: 'MatrixText',
  badges: 'Badges',
  code: 'Code',
  point: 'ListParagraph',
} as const;
export const NUMBERING = { points: 'points', steps: 'steps' } as const;

const heading = (size: number, before: number, after: number, colour: string = '000000') => ({
  run: { font: FONT, bold: true, size, color: colour },
  paragraph: {
    spacing: { before, after, line: 240, lineRule: LineRuleType.AUTO },
    keepNext: true,
    keepLines: true,
  },
});

export function stylesIn(lang: Lang): IStylesOptions {
  const language = { value: lang === 'da' ? 'da-DK' : 'en-GB' };
  const style = (id: string, name: string, rest: object) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    ...rest,
  });
  return {
    default: {
      document: {
        run: { font: FONT, size: SIZES.body, language },
        paragraph: { spacing: { after: 100, line: 264, lineRule: LineRuleType.AUTO } },
      },
      title: {
        ...heading(52, 0, 80),
        paragraph: { spacing: { before: 60, after: 80, line: 240, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(30, 360, 140, COLOURS.accent),
      heading2: heading(24, 280, 100),
      heading3: heading(22, 240, 80),
    },
    paragraphStyles: [
      style(STYLE.subtitle, 'Subtitle', {
        run: { color: COLOURS.soft, size: 24 },
        paragraph: { spacing: { after: 240 } },
      }),
      style(STYLE.caption, 'caption', {
        run: { bold: true, size: SIZES.body },
        paragraph: { spacing: { before: 160, after: 60 }, keepNext: true },
      }),
      style(STYLE.code, 'Code', {
        run: { font: 'Courier New', size: SIZES.table },
        paragraph: { spacing: { before: 0, after: 0 } },
      }),
      style(STYLE.note, 'Note', {
        run: { color: COLOURS.soft },
        paragraph: {
          indent: { left: 180 },
          border: { left: { style: 'single', size: 12, space: 8, color: COLOURS.line } },
        },
      }),
      style(STYLE.table, 'Table Text', {
        run: { size: SIZES.table },
        paragraph: { spacing: { before: 20, after: 20, line: 240, lineRule: LineRuleType.AUTO } },
      }),
      style(STYLE.matrix, 'Matrix Text', {
        run: { size: SIZES.matrix },
        paragraph: {
          spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO },
          alignment: AlignmentType.CENTER,
        },
      }),
      style(STYLE.badges, 'Badges', { paragraph: { keepNext: true } }),
      style(STYLE.point, 'List Paragraph', { paragraph: { spacing: { after: 60 } } }),
    ],
  };
}

export const numbering: INumberingOptions = {
  config: [
    {
      reference: NUMBERING.points,
      levels: [level(LevelFormat.BULLET, '•')],
    },
    {
      reference: NUMBERING.steps,
      levels: [level(LevelFormat.DECIMAL, '%1.')],
    },
  ],
};

function level(format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) {
  return {
    level: 0,
    format,
    text,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 360, hanging: 260 } } },
  };
}
