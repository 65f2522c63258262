/** Where each page of the course editor is. */
export const libraryHref = "/programme/library";
export const courseHref = (course: string) => `${libraryHref}/${course}`;
export const draftHref = (course: string) => `${courseHref(course)}/draft`;
export const aboutHref = (course: string) => `${draftHref(course)}/about`;
export const lessonHref = (course: string, lesson: string) =>
  `${draftHref(course)}/lessons/${lesson}`;
export const questionHref = (course: string, question: string) =>
  `${draftHref(course)}/questions/${question}`;
export const compareHref = (course: string) => `${draftHref(course)}/compare`;
export const publishHref = (course: string) => `${draftHref(course)}/publish`;
export const discardHref = (course: string) => `${draftHref(course)}/discard`;
/** The last part of the address of a lesson or question that is not there yet. */
export const NEW = "new";
