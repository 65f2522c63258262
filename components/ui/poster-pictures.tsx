import type { ReactNode } from "react";
import { formatDate } from "@/lib/format";

export type PosterPicture = {
  id: string;
  /** Answers with the picture as a file to keep. */
  href: string;
  width: number;
  height: number;
  addedOn: string;
  keepUntil: string;
};

export type PosterPicturesProps = {
  pictures: PosterPicture[];
  /** A form that takes the picture away. */
  remove: (id: string) => ReactNode;
};

/** Pictures of posters, each with its day, a way to save it and a way to take it away. */
export function PosterPictures({ pictures, remove }: PosterPicturesProps) {
  return (
    <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
      {pictures.map((picture) => (
        <li key={picture.id} className="rounded-lg border border-line bg-paper p-4">
          {/* biome-ignore lint/performance/noImgElement: an optimiser would keep copies of its own */}
          <img
            src={picture.href}
            alt={`Poster on display, added on ${formatDate(picture.addedOn)}`}
            width={picture.width}
            height={picture.height}
            loading="lazy"
            className="aspect-4/3 w-full rounded-sm bg-wash object-contain"
          />
          <p className="mt-3 font-semibold">Added on {formatDate(picture.addedOn)}</p>
          <p className="mb-3 text-ink-2 text-sm">Removed on {formatDate(picture.keepUntil)}</p>
          <div className="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
            <a href={picture.href} download className="inline-block py-1">
              Save a copy
              <span className="sr-only"> of the picture of {formatDate(picture.addedOn)}</span>
            </a>
            {remove(picture.id)}
          </div>
        </li>
      ))}
    </ul>
  );
}
