/** Puts kept texts back into the inputs of a form: what was ticked is ticked, the rest is not. */
export function fillForm(
  form: HTMLFormElement,
  fields: readonly (readonly [name: string, text: string])[],
): void {
  const texts = new Map<string, string[]>();
  for (const [name, text] of fields) texts.set(name, [...(texts.get(name) ?? []), text]);
  for (const input of form.elements) {
    if (input instanceof HTMLSelectElement) input.value = texts.get(input.name)?.[0] ?? "";
    if (!(input instanceof HTMLInputElement) || input.name.startsWith("$")) continue;
    const kept = texts.get(input.name) ?? [];
    if (input.type === "radio" || input.type === "checkbox") {
      input.checked = kept.includes(input.value);
    } else if (kept[0] !== undefined) input.value = kept[0];
  }
}
