/** What we use of the libraries and their types leave out. */

declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    scope?: 'Row' | 'Column';
    bbox?: [number, number, number, number];
  }
  interface AnnotationOption {
    Subtype?: 'Link';
    /** The name of a place in the document. */
    Dest?: string;
    structParent?: PDFKit.PDFStructureElement;
  }
}

declare namespace PDFKit {
  /** Letters that are embedded, those alone that are used. */
  interface EmbeddedFont {
    readonly id: string;
    readonly ref: () => PDFKitReference;
    /** From the letters' own units to thousandths of the size. */
    readonly scale: number;
    readonly font: {
      readonly glyphForCodePoint: (code: number) => {
        readonly id: number;
        readonly advanceWidth: number;
      };
    };
    /** Numbers a shape among those that are used. */
    readonly subset: { readonly includeGlyph: (id: number) => number };
    /** By those numbers: how wide a shape is, in thousandths, and what it stands for. */
    readonly widths: number[];
    readonly unicode: (readonly number[])[];
  }
  interface PDFDocument {
    /** The letters chosen last with `font()`. */
    readonly _font: EmbeddedFont;
  }
  interface PDFPage {
    write(content: string): void;
  }
}
