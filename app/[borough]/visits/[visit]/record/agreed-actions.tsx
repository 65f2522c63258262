import { Checkboxes } from "@/components/forms/checkboxes";
import { DateInput } from "@/components/forms/date-input";
import { actionsOf, VISIT_ACTIONS } from "@/lib/visits/model";

interface AgreedActionsProps {
  /** The day a due date starts with. */
  dueOn: string;
  text: (field: string) => string;
  list: (field: string) => string[];
  error: (field: string) => string | undefined;
}

const options = (owner: "business" | "borough") =>
  actionsOf(owner).map((code) => ({ value: code, label: VISIT_ACTIONS[code].label }));

/** What was agreed: what each side does, and by when. */
export function AgreedActions({ dueOn, text, list, error }: AgreedActionsProps) {
  return (
    <section className="mb-2">
      <h2 className="mb-3">What you agreed</h2>
      <div className="group-has-[#outcome:not(:checked)]/form:hidden">
        <Checkboxes
          name="businessActions[]"
          id="businessActions"
          legend="The business will"
          hint="Its manager sees these in the portal."
          defaultValue={list("businessActions")}
          error={error("businessActions")}
          options={options("business")}
        />
        <DateInput
          name="businessDueOn"
          label="The business does it by"
          defaultValue={text("businessDueOn") || dueOn}
          error={error("businessDueOn")}
        />
      </div>
      <Checkboxes
        name="boroughActions[]"
        id="boroughActions"
        legend="The borough will"
        defaultValue={list("boroughActions")}
        error={error("boroughActions")}
        options={options("borough")}
      />
      <DateInput
        name="boroughDueOn"
        label="The borough does it by"
        defaultValue={text("boroughDueOn") || dueOn}
        error={error("boroughDueOn")}
      />
    </section>
  );
}
