import type { Provider } from "@/lib/db/schema/certificates";

/**
 * Training outside the portal that boroughs are asked to let stand for a course. Sources: product.md,
 * "In London, TfL licenses taxis and private hire"; Barnardo's Nightwatch; the Met's Welfare and
 * Vulnerability Engagement. Whether one is accepted, and for which course, each borough decides.
 */
export const PROVIDER_LABELS: Record<Provider, string> = {
  tfl_safeguarding: "TfL’s safeguarding training",
  barnardos_nightwatch: "Barnardo’s Nightwatch",
  wave: "WAVE: Welfare and Vulnerability Engagement",
  other_authority: "Another licensing authority’s course",
};
export const PROVIDERS = Object.keys(PROVIDER_LABELS) as Provider[];

/** "TfL's safeguarding training, for “In the car, at the base”". */
export const equivalentLabel = (row: { provider: Provider; courseTitle: string }): string =>
  `${PROVIDER_LABELS[row.provider]}, for “${row.courseTitle}”`;
