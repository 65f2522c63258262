import { randomUUID } from "node:crypto";
import { HiddenKey } from "@/components/forms/hidden-key";
import { SelectInput } from "@/components/forms/select-input";
import { SubmitButton } from "@/components/forms/submit-button";
import { ownName, WRITTEN_IN } from "@/lib/training/languages";
import type { MyLanguages } from "@/lib/training/translation-queries";
import { chooseLanguageAction } from "./actions";

/** In which language the lessons are read; nothing while the library offers English alone. */
export function LanguageForm({
  business,
  languages: { offered, chosen },
}: {
  business: string;
  languages: MyLanguages;
}) {
  if (offered.length === 0) return null;
  return (
    <form action={chooseLanguageAction.bind(null, business)} className="mt-8 print:hidden">
      <HiddenKey value={randomUUID()} />
      <SelectInput
        name="language"
        label="Language of your lessons"
        hint="Lessons that are not ready in it are shown in English."
        defaultValue={chosen ?? WRITTEN_IN}
        options={[WRITTEN_IN, ...offered].map((code) => ({
          value: code,
          label: code === WRITTEN_IN ? "English" : ownName(code),
        }))}
      />
      <SubmitButton variant="ghost">Use this language</SubmitButton>
    </form>
  );
}
