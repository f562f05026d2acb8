/** What we use of the libraries and their types leave out. */

declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    scope?: 'Row' | 'Column';
    bbox?: [number, number, number, number];
  }
}

declare module 'svg-to-pdfkit' {
  type Options = {
    readonly width: number;
    readonly height: number;
    readonly assumePt: boolean;
    readonly fontCallback: (family: string, bold: boolean, italic: boolean) => string;
  };
  export default function draw(
    doc: PDFKit.PDFDocument,
    svg: string,
    x: number,
    y: number,
    options: Options,
  ): void;
}
