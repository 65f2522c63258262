import { AIM_STYLES, AimShape } from "@/components/charts/aims";
import { classNames } from "@/components/ui/class-names";
import { Details } from "@/components/ui/details";
import { AppLink } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { AIM_LABELS } from "@/lib/coverage/model";
import { OWN_AIMS, type OwnAim, type StandingLine } from "@/lib/premises/standing";

interface StandingProps {
  home: string;
  lines: Record<OwnAim, StandingLine[]>;
  /** Aims and measures met this month. */
  met: readonly string[];
}

/** How the business stands: each aim with its measures, met or not, and what was counted out of what. */
export function Standing({ home, lines, met }: StandingProps) {
  return (
    <>
      <div className="grid gap-4 print:grid-cols-3 print:gap-2">
        {OWN_AIMS.map((aim) => (
          <AimLines key={aim} aim={aim} home={home} lines={lines[aim]} met={met.includes(aim)} />
        ))}
      </div>
      <div className="mt-3 text-sm print:hidden">
        <Details summary="What each of these asks for">
          <dl className="max-w-read space-y-2">
            {OWN_AIMS.flatMap((aim) => lines[aim]).map((line) => (
              <div key={line.measure}>
                <dt className="font-semibold">{line.title}</dt>
                <dd className="text-ink-2">{line.asks}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-2 max-w-read text-ink-2">
            The fourth aim, Prepare, is what your borough does itself.
          </p>
        </Details>
      </div>
    </>
  );
}

interface AimLinesProps {
  aim: OwnAim;
  home: string;
  lines: StandingLine[];
  met: boolean;
}

function AimLines({ aim, home, lines, met }: AimLinesProps) {
  return (
    <article
      className={classNames(
        "rounded-lg border border-line border-t-4 bg-paper px-4.5 pt-3.5 pb-2 print:px-3 print:pt-2",
        AIM_STYLES[aim].border,
      )}
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className={classNames("flex items-center gap-2.5 text-lg", AIM_STYLES[aim].text)}>
          <AimShape aim={aim} />
          {AIM_LABELS[aim]}
        </h3>
        <Tag tone={met ? "ok" : "due"}>{met ? "Met" : "Not met yet"}</Tag>
      </div>
      <ul className="mt-2">
        {lines.map((line) => (
          <li
            key={line.measure}
            className="flex items-start gap-x-3 border-line border-t py-2.5 print:py-1"
          >
            <Mark met={line.met} />
            <div className="min-w-0">
              <p className="font-semibold">
                {line.page ? (
                  <AppLink href={`${home}/${line.page}`} className="text-ink decoration-line">
                    {line.title}
                  </AppLink>
                ) : (
                  line.title
                )}
              </p>
              <p className="text-ink-2 text-sm">{line.sentence}</p>
            </div>
          </li>
        ))}
      </ul>
    </article>
  );
}

/** A tick or a ring; the words are for who cannot see it. */
function Mark({ met }: { met: boolean }) {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 20 20"
      role="img"
      aria-label={met ? "Met:" : "Not met yet:"}
      className="mt-0.5 flex-none"
    >
      <circle
        cx="10"
        cy="10"
        r="8.500"
        className={met ? "fill-green stroke-green" : "fill-none stroke-edge"}
        strokeWidth="2"
      />
      {met ? (
        <path
          d="m6 10.200 2.700 2.700 5.300-5.500"
          className="fill-none stroke-paper"
          strokeWidth="2.200"
        />
      ) : null}
    </svg>
  );
}
