import { getDocumentProxy } from "unpdf";

/** One thing of a document as a screen reader meets it. */
export interface ReadPart {
  role: string;
  text: string;
  alt?: string;
  /** Of a picture: left, bottom, right and top on the page, in points. */
  box?: number[];
}

export interface ReadPdf {
  title: string;
  language: string;
  tagged: boolean;
  showsTitle: boolean;
  /** The part of PDF/UA the document says it follows. */
  ua: string | undefined;
  pages: number;
  /** What is read, in the order of the structure tree. */
  parts: ReadPart[];
  /** The kinds of structure, each inside its parent: `Document(H1 L(LI(Lbl LBody)))`. */
  outline: string;
  /** Letters that are on the page and in no part of the tree. */
  untagged: string;
  links: string[];
}

type Node = Awaited<ReturnType<Page["getStructTree"]>>;
type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>["getPage"]>>;

/** Reads a PDF with a reader that is not the one which wrote it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { info, metadata } = await pdf.getMetadata();
  const facts = info as { Title?: string; Language?: string };
  const viewer = (await pdf.getViewerPreferences()) as { DisplayDocTitle?: boolean } | null;
  const mark = await pdf.getMarkInfo();
  const parts: ReadPart[] = [];
  const links: string[] = [];
  let untagged = "";
  let outline = "";
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { texts, loose } = await textsOf(page);
    const tree = await page.getStructTree();
    collect(tree, texts, parts);
    outline += outlineOf(tree);
    untagged += loose;
    for (const { url } of await page.getAnnotations()) if (url) links.push(url);
  }
  const ua: unknown = metadata?.get("pdfuaid:part");
  return {
    title: facts.Title ?? "",
    language: facts.Language ?? "",
    tagged: mark?.Marked === true,
    showsTitle: viewer?.DisplayDocTitle === true,
    ua: typeof ua === "string" ? ua : undefined,
    pages: pdf.numPages,
    parts,
    outline,
    untagged,
    links,
  };
}

/** The letters of each marked content by its id, and those in none. */
async function textsOf(page: Page) {
  const texts = new Map<string, string>();
  let loose = "";
  const open: (string | null)[] = [];
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if ("str" in item) {
      const id = open.findLast((each) => each !== null && each !== "Artifact");
      if (id) texts.set(id, `${texts.get(id) ?? ""}${item.str}${item.hasEOL ? " " : ""}`);
      else if (!open.includes("Artifact")) loose += item.str.trim();
    } else if (item.type === "endMarkedContent") open.pop();
    else open.push(item.id ?? ((item as { tag?: string }).tag === "Artifact" ? "Artifact" : null));
  }
  return { texts, loose };
}

function collect(node: Node, texts: Map<string, string>, parts: ReadPart[]): void {
  const own = node.children.flatMap((child) =>
    "type" in child && child.type === "content" ? [texts.get(child.id) ?? ""] : [],
  );
  const { alt, bbox } = node as { alt?: string; bbox?: number[] };
  if (own.length > 0) {
    parts.push({
      role: node.role,
      text: own.join(" ").replace(/\s+/g, " ").trim(),
      ...(alt ? { alt } : {}),
      ...(bbox ? { box: bbox } : {}),
    });
  }
  for (const child of node.children) if ("role" in child) collect(child, texts, parts);
}

function outlineOf(node: Node): string {
  const inside = node.children.flatMap((child) => ("role" in child ? [outlineOf(child)] : []));
  return inside.length > 0 ? `${node.role}(${inside.join(" ")})` : node.role;
}
