import { QrCode } from "@/components/ui/qr-code";
import { formatDate } from "@/lib/format";

interface SlipProps {
  name: string;
  business: string;
  /** In groups of five. */
  code: string;
  /** The page where a PIN is chosen; it holds neither the name nor the code. */
  href: string;
  until: string;
}

export function Slip({ name, business, code, href, until }: SlipProps) {
  return (
    <li className="break-inside-avoid rounded-lg border border-line border-dashed bg-paper p-4">
      <h2 className="text-lg">{name}</h2>
      <p className="text-ink-2 text-sm">{business}</p>
      <div className="mt-3 flex flex-wrap items-center gap-4">
        <QrCode text={href} title="QR code that opens the page where you choose your PIN" />
        <div>
          <p>Your code:</p>
          <p className="font-bold text-xl tabular-nums">{code}</p>
          <p className="text-ink-2 text-sm">Until {formatDate(until)}, once.</p>
        </div>
      </div>
      <p className="mt-3 text-sm">
        Scan this, or open the link on the staff poster and choose "I have a code from my manager".
        Type your name and this code, and choose a PIN of six digits.
      </p>
    </li>
  );
}
