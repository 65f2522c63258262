import { NumberInput } from "@/components/forms/number-input";
import { formatNumber } from "@/lib/format";
import { PRACTICE_AIM_LABELS, PRACTICE_AIMS, type PracticeAim } from "@/lib/practices/model";
import { type DoorItem, ItemQuestion } from "./item-question";

const ABOUT: Record<PracticeAim, string> = {
  prevent: "materials on display",
  protect: "working practices",
  pursue: "records",
};

interface SeenPartProps {
  items: DoorItem[];
  /** How many people work there, as declared. */
  declared: number | null;
  value: (field: string) => string;
  error: (field: string) => string | undefined;
}

/** What is asked when somebody in charge showed the officer round. */
export function SeenPart({ items, declared, value, error }: SeenPartProps) {
  return (
    <>
      <NumberInput
        name="headcount"
        label="How many people work there?"
        optional
        hint={
          declared === null
            ? "Nobody has declared it yet. Leave it empty if nobody could say."
            : `Declared: ${formatNumber(declared)}. Leave it empty if nobody could say.`
        }
        defaultValue={value("headcount")}
        error={error("headcount")}
      />
      {PRACTICE_AIMS.map((aim) => {
        const own = items.filter((item) => item.aim === aim);
        if (own.length === 0) return null;
        return (
          <section key={aim} className="mb-8">
            <h2 className="mb-3">
              {PRACTICE_AIM_LABELS[aim]}: {ABOUT[aim]}
            </h2>
            {own.map((item) => (
              <ItemQuestion key={item.code} item={item} value={value} error={error} />
            ))}
          </section>
        );
      })}
    </>
  );
}
