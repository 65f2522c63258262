import { AIM_STYLES, AimShape } from "@/components/charts/aims";
import { ShareBar } from "@/components/charts/share-bar";
import { classNames } from "@/components/ui/class-names";
import { Tag } from "@/components/ui/tag";
import { AIM_LABELS } from "@/lib/coverage/model";
import { formatNumber } from "@/lib/format";
import { FEWEST_PEERS } from "@/lib/premises/model";
import type { Peers as PeerCounts } from "@/lib/premises/queries";
import { OWN_AIMS } from "@/lib/premises/standing";

interface PeersProps {
  /** Null where fewer than ten are counted. */
  peers: PeerCounts | null;
  sectorLabel: string;
  boroughName: string;
  /** Aims and measures the business itself meets. */
  met: readonly string[];
}

/** How many businesses of the same sector and borough meet each aim: numbers, never names. */
export function Peers({ peers, sectorLabel, boroughName, met }: PeersProps) {
  if (!peers) {
    return (
      <p className="max-w-read rounded-lg border border-line bg-paper p-4 text-ink-2">
        Fewer than {FEWEST_PEERS} businesses of your kind are counted in {boroughName}. Their
        figures are not shown, because they could give one of them away.
      </p>
    );
  }
  return (
    <dl
      aria-label={`${sectorLabel} in ${boroughName}`}
      className="grid gap-px overflow-hidden rounded-lg border border-line bg-line md:grid-cols-3 print:grid-cols-3"
    >
      {OWN_AIMS.map((aim) => (
        <div key={aim} className="bg-paper px-4.5 py-3.5">
          <dt
            className={classNames("flex items-center gap-2.5 font-semibold", AIM_STYLES[aim].text)}
          >
            <AimShape aim={aim} />
            {AIM_LABELS[aim]}
          </dt>
          <dd className="mt-1">
            <span className="font-bold text-xl tabular-nums">
              {formatNumber(peers[aim])} of {formatNumber(peers.counted)}
            </span>
            <span className="mt-0.5 mb-1.5 block">
              <ShareBar met={peers[aim]} of={peers.counted} aim={aim} />
            </span>
            <Tag tone={met.includes(aim) ? "ok" : "off"}>
              {met.includes(aim) ? "You are among them" : "You are not among them yet"}
            </Tag>
          </dd>
        </div>
      ))}
    </dl>
  );
}
