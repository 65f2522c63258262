import { Fragment } from "react";

const LINK = /(https?:\/\/[^\s<>"]+)/;

/** Plain text as it was written, with its addresses made into links. */
export function LinkedText({ text }: { text: string }) {
  const pieces = text.trim().split(LINK);
  return (
    <p className="whitespace-pre-wrap break-words">
      {pieces.map((piece, index) => {
        const key = `${index} ${piece}`;
        return index % 2 === 1 ? (
          // A link of a letter opens once: the router must not fetch it ahead.
          <a key={key} href={piece}>
            {piece}
          </a>
        ) : (
          <Fragment key={key}>{piece}</Fragment>
        );
      })}
    </p>
  );
}
