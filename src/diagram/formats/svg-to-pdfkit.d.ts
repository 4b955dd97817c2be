declare module 'svg-to-pdfkit' {
  interface Options {
    readonly assumePt?: boolean;
    readonly width?: number;
    readonly height?: number;
    /** The font for a family; a path or one of PDF's own fonts. */
    readonly fontCallback?: (family: string, bold: boolean, italic: boolean) => string;
  }
  // eslint-disable-next-line no-restricted-syntax -- what the package exports
  export default function svgToPdf(
    document: unknown,
    svg: string,
    x: number,
    y: number,
    options?: Options,
  ): void;
}
