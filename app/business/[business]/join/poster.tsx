import { QrCode } from "@/components/ui/qr-code";

interface PosterProps {
  businessName: string;
  /** The address the QR opens. */
  href: string;
  /** The same address without https:// and up to the code, for who types. */
  address: string;
  /** The code in groups of five. */
  typedCode: string;
}

/** What hangs in the staff room: one page when printed. */
export function Poster({ businessName, href, address, typedCode }: PosterProps) {
  return (
    <article
      aria-labelledby="poster-title"
      className="max-w-read rounded-lg border border-line bg-paper p-6 text-center print:max-w-none print:border-0"
    >
      <p className="font-semibold text-ink-2">{businessName}</p>
      <h2 id="poster-title" className="mt-1 text-2xl">
        Learn to spot the signs, on your phone
      </h2>
      <p className="mx-auto mt-2 max-w-read">
        A short course about keeping children safe from sexual exploitation, and how to report a
        worry. You need no e-mail address: only your name and a PIN you choose.
      </p>
      <div className="my-5 flex justify-center">
        <QrCode text={href} title={`QR code that opens ${address}`} size="large" />
      </div>
      <p>Scan the code with your camera, or type this address:</p>
      <p className="mt-1 font-semibold">
        <span className="break-all">{address}/</span>
        <br />
        <span className="text-lg">{typedCode}</span>
      </p>
    </article>
  );
}
