import { PROBLEMS, type ProblemCode } from "@/lib/register/wrong-file";

/** Where a ward list is meant, not a register. */
const OWN_WORDS: Partial<Record<ProblemCode, string>> = {
  no_file: "Choose the CSV file of your wards.",
  empty: "The file is empty. Export the list again and check that it opens.",
  no_rows: "The file has a heading line and no rows. Export the list again with its rows.",
  pdf: "This is a PDF. Ask for the list as CSV, or save it as CSV from the program it came from.",
  binary: "This is not a text file. Save the list as “CSV UTF-8” and upload that.",
  long_row: "A row is too long to be a postcode and a ward. A quote mark is probably not closed.",
  other_borough:
    "Every row of the file belongs to another authority. Choose your own borough’s list.",
};

/** What is wrong with a ward list and how to mend it, in one or two sentences, with the line. */
export function describeWardProblem(code: ProblemCode, line?: number, about?: string): string {
  if (code === "missing_column") {
    const column = about === "ward" ? "ward’s name" : "postcode";
    return `No column for the ${column} was found in the heading line. Name it “${about === "ward" ? "ward" : "postcode"}” and upload the file again.`;
  }
  const words = OWN_WORDS[code] ?? PROBLEMS[code];
  return line ? `Line ${line}: ${words.replace(/^./, (first) => first.toLowerCase())}` : words;
}
