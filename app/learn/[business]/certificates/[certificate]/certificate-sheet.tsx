import { Tag } from "@/components/ui/tag";
import { formatDate } from "@/lib/format";
import type { CertificateView } from "@/lib/training/attempt-queries";
import type { CertificateState } from "@/lib/training/model";

interface CertificateSheetProps {
  certificate: CertificateView;
  state: CertificateState;
  holder: string;
}

function Row({ label, value }: { label: string; value: string }) {
  return (
    <div className="border-line border-t py-2.5 sm:flex sm:gap-4">
      <dt className="text-ink-2 sm:w-40">{label}</dt>
      <dd className="font-semibold">{value}</dd>
    </div>
  );
}

/** The certificate itself: it prints on one sheet. */
export function CertificateSheet({ certificate, state, holder }: CertificateSheetProps) {
  return (
    <article className="break-inside-avoid rounded-lg border-2 border-edge bg-paper p-5 md:p-8">
      <p className="font-semibold text-ink-2">Operation Make Safe · certificate of training</p>
      <h1 className="mt-2">{holder}</h1>
      <p className="mt-1 text-lg">
        has completed <b>{certificate.course}</b>
      </p>
      <p className="mt-3 mb-4">
        <Tag tone={state === "valid" ? "ok" : "off"}>{STATES[state]}</Tag>
      </p>
      <dl>
        <Row
          label={certificate.copied ? "Shown to" : "Where"}
          value={`${certificate.business}, ${certificate.borough}`}
        />
        <Row label="Passed on" value={formatDate(certificate.issuedOn)} />
        <Row label="Counts until" value={formatDate(certificate.expiresOn)} />
        <Row label="Course version" value={String(certificate.version)} />
      </dl>
    </article>
  );
}

const STATES: Record<CertificateState, string> = {
  valid: "Current",
  lapsed: "Lapsed: take the course again for a new one",
  revoked: "Withdrawn: it no longer counts",
  superseded: "Replaced by your newer certificate",
};
