/** What we use of the libraries and their types leave out. */

declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    scope?: 'Row' | 'Column';
    bbox?: [number, number, number, number];
  }
}

declare namespace PDFKit {
  /** Letters that are embedded, those alone that are used. */
  interface EmbeddedFont {
    readonly id: string;
    readonly ref: () => PDFKitReference;
    /** Numbers of the shapes, hexadecimal, and their widths in thousandths of the size. */
    readonly encode: (
      text: string,
    ) => readonly [readonly string[], readonly { readonly advanceWidth: number }[]];
  }
  interface PDFDocument {
    /** The letters chosen last with `font()`. */
    readonly _font: EmbeddedFont;
  }
  interface PDFPage {
    /** What the page's content refers to by its id. */
    readonly fonts: Record<string, PDFKitReference>;
  }
}
