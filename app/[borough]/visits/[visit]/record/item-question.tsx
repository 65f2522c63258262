import { Radios } from "@/components/forms/radios";
import { SelectInput } from "@/components/forms/select-input";
import { Details } from "@/components/ui/details";
import { NOT_APPLICABLE_LABELS, RETURN_REASON_LABELS } from "@/lib/practices/model";
import type { PracticeItemRow } from "@/lib/practices/queries";
import { FINDING_LABELS, RETURN_REASONS_OF } from "@/lib/visits/model";
import { exemptField, findingField, returnedField } from "@/lib/visits/schema";

export type DoorItem = Pick<
  PracticeItemRow,
  "code" | "aim" | "level" | "title" | "help" | "seenOnVisit" | "exemptions"
> & {
  /** What is known of it so far, in words. */
  known: string;
};

interface ItemQuestionProps {
  item: DoorItem;
  value: (field: string) => string;
  error: (field: string) => string | undefined;
}

/** One item of the checklist: what the officer found, and the reason where one is needed. */
export function ItemQuestion({ item, value, error }: ItemQuestionProps) {
  const field = findingField(item.code);
  const applies = item.exemptions.length === 0;
  return (
    <div className="group/item border-line border-t pt-4">
      <Radios
        name={field}
        legend={item.title}
        hint={
          <>
            {item.level === "desirable" ? "Asked for besides the essential ones. " : ""}
            {item.known}
          </>
        }
        inline
        defaultValue={value(field) || "not_checked"}
        error={error(field)}
        options={[
          { value: "seen", label: FINDING_LABELS.seen },
          { value: "not_seen", label: FINDING_LABELS.not_seen },
          ...(applies ? [] : [{ value: "not_applicable", label: FINDING_LABELS.not_applicable }]),
          { value: "not_checked", label: FINDING_LABELS.not_checked },
        ]}
      />
      <div className="group-has-[[type=radio][id$='-2']:not(:checked)]/item:hidden">
        <SelectInput
          name={returnedField(item.code)}
          label="What was missing?"
          placeholder="Choose a reason"
          defaultValue={value(returnedField(item.code))}
          error={error(returnedField(item.code))}
          options={RETURN_REASONS_OF[item.aim].map((reason) => ({
            value: reason,
            label: RETURN_REASON_LABELS[reason],
          }))}
        />
      </div>
      {applies ? null : (
        <div className="group-has-[[type=radio][id$='-3']:not(:checked)]/item:hidden">
          <SelectInput
            name={exemptField(item.code)}
            label="Why does it not apply?"
            placeholder="Choose a reason"
            defaultValue={value(exemptField(item.code))}
            error={error(exemptField(item.code))}
            options={item.exemptions.map((reason) => ({
              value: reason,
              label: NOT_APPLICABLE_LABELS[reason],
            }))}
          />
        </div>
      )}
      <div className="-mt-3 mb-4 text-sm">
        <Details summary="What to look for">
          <p className="max-w-read">{item.help}</p>
        </Details>
      </div>
    </div>
  );
}
