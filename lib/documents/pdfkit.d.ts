// What pdfkit 0.20 can do and its types, of 0.17, do not say yet.
declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    /** Left, top, right and bottom, from the page's top left corner. */
    bbox?: BoundingBox;
  }
  interface AnnotationOption {
    structParent?: PDFStructureElement;
  }
}
