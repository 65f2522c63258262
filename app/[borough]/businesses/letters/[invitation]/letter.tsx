import { QrCode } from "@/components/ui/qr-code";
import { formatDate } from "@/lib/format";
import type { LetterRow } from "@/lib/people/invitation-queries";

interface LetterProps {
  letter: LetterRow;
  boroughName: string;
  /** Where the code is typed, as a whole address. */
  typedAddress: string;
  /** The code in groups. */
  typedCode: string;
  /** The address in the QR code. */
  link: string;
}

/** One invitation on paper: what it is, what is asked, how to accept. A page of its own in print. */
export function Letter({ letter, boroughName, typedAddress, typedCode, link }: LetterProps) {
  return (
    <article className="mb-8 max-w-page break-after-page rounded-lg border border-line bg-paper px-6 py-8 last:break-after-auto md:px-12 print:mb-0 print:border-0 print:p-0">
      <div className="flex flex-wrap justify-between gap-6">
        <address className="not-italic">
          The manager
          <br />
          {letter.name}
          <br />
          {letter.address}
          <br />
          {letter.postcode}
        </address>
        <p className="sm:text-right print:text-right">
          {boroughName} licensing team
          <br />
          {formatDate(letter.sentOn)}
        </p>
      </div>
      <div className="prose mt-8">
        <h2>Operation Make Safe: an invitation to {letter.name}</h2>
        <p>
          Operation Make Safe helps people who work in hotels, taxi firms and licensed premises to
          notice when a child may be being sexually exploited, and to call it in. The borough and
          the police invite every such business in {boroughName} to take part.
        </p>
        <p>As the manager, you are asked to:</p>
        <ol>
          <li>accept this invitation, which takes a few minutes</li>
          <li>say how many people work with you</li>
          <li>show your staff a code, so that they can learn on their own phone</li>
        </ol>
        <p>
          Taking part is voluntary unless a condition of your licence says otherwise. If nobody
          accepts, your business is counted as not covered yet, and we may write or call again.
        </p>
      </div>
      <div className="mt-6 grid items-center gap-6 rounded-lg border border-line p-5 sm:grid-cols-[auto_1fr] print:grid-cols-[auto_1fr] print:border-ink">
        <QrCode text={link} title={`Code that opens the invitation of ${letter.name}`} />
        <div className="min-w-0">
          <p className="font-bold text-lg">Accept by {formatDate(letter.expiresOn)}</p>
          <p className="mt-1">Point your phone’s camera at the square, or go to</p>
          <p className="font-semibold [overflow-wrap:anywhere]">{typedAddress}</p>
          <p className="mt-2">and type this code:</p>
          <p className="font-bold font-mono text-lg tracking-wide">{typedCode}</p>
        </div>
      </div>
      <div className="prose mt-6">
        <p>
          The code is for your business alone. Please do not pass it on outside it. If you have
          received it by mistake, throw it away.
        </p>
        <p>
          <strong>Worried about a child now?</strong> Call <strong>101</strong> and quote Operation
          Make Safe. If somebody is in danger, call <strong>999</strong>. Deaf or hard of hearing:
          Relay UK, 18001 101 or 18001 999.
        </p>
        <p>{boroughName} licensing team</p>
      </div>
    </article>
  );
}
