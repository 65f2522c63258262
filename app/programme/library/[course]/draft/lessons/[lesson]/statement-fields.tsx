import { DateInput } from "@/components/forms/date-input";
import { TextArea } from "@/components/forms/text-area";
import { TextInput } from "@/components/forms/text-input";

export interface StatementRow {
  statement: string;
  source: string;
  url?: string;
  owner: string;
  reviewOn: string;
}

interface StatementFieldsProps {
  sources: StatementRow[];
  list: (field: string, stands: readonly string[]) => readonly string[];
  error: (field: string) => string | undefined;
}

/** What the lesson states as fact, a group of fields each, and an empty one for the next. */
export function StatementFields({ sources, list, error }: StatementFieldsProps) {
  const columns = {
    statement: list("statement", [...sources.map((one) => one.statement), ""]),
    source: list("source", [...sources.map((one) => one.source), ""]),
    url: list("url", [...sources.map((one) => one.url ?? ""), ""]),
    owner: list("owner", [...sources.map((one) => one.owner), ""]),
    reviewOn: list("reviewOn", [...sources.map((one) => one.reviewOn), ""]),
  };
  const field = (name: keyof typeof columns, index: number) => ({
    name: `${name}[]`,
    id: `${name}-${index + 1}`,
    defaultValue: columns[name][index] ?? "",
    error: error(`${name}-${index + 1}`),
  });
  return (
    <section className="mb-6">
      <h2 className="mb-1">Statements and their sources</h2>
      <p className="mb-4 text-ink-2">
        Every number, date and duty in the lesson. Empty the fields of one to take it out.
      </p>
      {columns.statement.map((_, index) => (
        <fieldset
          // A row is its place: nothing else tells two empty ones apart.
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are never reordered
          key={index}
          className="mb-4 rounded-lg border border-line bg-paper px-4 pt-3"
        >
          <legend className="px-1 font-semibold">
            {index < sources.length ? `Statement ${index + 1}` : "One more statement"}
          </legend>
          <TextArea rows={2} label="What is stated" {...field("statement", index)} />
          <TextInput label="Source" width="full" {...field("source", index)} />
          <TextInput
            label="Address of the source"
            optional
            type="url"
            width="full"
            {...field("url", index)}
          />
          <TextInput label="Owner" {...field("owner", index)} />
          <DateInput label="Look at it again by" {...field("reviewOn", index)} />
        </fieldset>
      ))}
    </section>
  );
}
