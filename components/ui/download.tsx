import { buttonClass } from "@/components/ui/button-class";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

export type DownloadProps = {
  /** The address of the download, with the filters of the list and without a format. */
  href: string;
  /** What is in the file, such as "businesses": it is read after each link. */
  what: string;
};

const FORMATS = [
  { format: "csv", label: "CSV" },
  { format: "xlsx", label: "Excel" },
] as const;

/** Takes a list away as a file. Plain links: the router would ask for each file a second time. */
export function Download({ href, what }: DownloadProps) {
  const join = href.includes("?") ? "&" : "?";
  return (
    <p className="flex flex-wrap items-center gap-2 print:hidden">
      {FORMATS.map(({ format, label }) => (
        <a key={format} href={`${href}${join}format=${format}`} className={buttonClass("ghost")}>
          Download {label}
          <VisuallyHidden> of {what}</VisuallyHidden>
        </a>
      ))}
    </p>
  );
}
