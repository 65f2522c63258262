/** Where each learning page is. */
export const homeHref = (business: string) => `/learn/${business}`;
export const courseHref = (business: string, slug: string) => `/learn/${business}/courses/${slug}`;
export const changeHref = (business: string, slug: string) => `/learn/${business}/changes/${slug}`;
export const lessonHref = (business: string, record: string, lesson: number) =>
  `/learn/${business}/records/${record}/lessons/${lesson}`;
export const printHref = (business: string, record: string) =>
  `/learn/${business}/records/${record}/print`;
export const scenarioHref = (business: string, record: string, scenario: string) =>
  `/learn/${business}/records/${record}/scenarios/${scenario}`;
export const questionsHref = (business: string, record: string) =>
  `/learn/${business}/records/${record}/questions`;
export const questionHref = (business: string, record: string, question: number) =>
  `${questionsHref(business, record)}/${question}`;
export const resultHref = (business: string, record: string) =>
  `/learn/${business}/records/${record}/result`;
export const certificateHref = (business: string, certificate: string) =>
  `/learn/${business}/certificates/${certificate}`;

export const passportHref = (business: string) => `/learn/${business}/passport`;

/** A small whole number in an address; null for anything else. */
export function readPosition(text: string): number | null {
  return /^[1-9]\d?$/.test(text) ? Number(text) : null;
}

/** The first value of a search parameter. */
export function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
