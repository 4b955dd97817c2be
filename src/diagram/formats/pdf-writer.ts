/** What writes PDF. By itself, as it is loaded when a PDF is asked for. */
export { default as PdfDocument } from 'pdfkit';
export { default as svgToPdf } from 'svg-to-pdfkit';
