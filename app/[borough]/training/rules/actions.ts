"use server";

import { addRule, endRule } from "@/lib/assignments/rule-commands";
import type { RuleTerms } from "@/lib/assignments/rules";
import { requireBorough } from "@/lib/auth/current";
import type { FormState } from "@/lib/forms/state";
import { submit } from "@/lib/forms/submit";

export async function addRuleAction(
  borough: string,
  rule: RuleTerms,
  previewed: number,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(addRule, data, {
    viewer,
    boroughCode: borough,
    fixed: { ...rule, previewed },
    then: () => `/${borough}/training/rules?done=rule`,
  });
}

export async function endRuleAction(
  borough: string,
  ruleId: string,
  _state: FormState,
  data: FormData,
): Promise<FormState> {
  const viewer = await requireBorough(borough);
  return submit(endRule, data, {
    viewer,
    boroughCode: borough,
    fixed: { ruleId },
    then: () => `/${borough}/training/rules?done=rule-ended`,
  });
}
