import { ErrorSummary } from "@/components/forms/error-summary";
import { problemText } from "@/lib/training/model";

/** Why the last press did not work, from `?error=`; nothing when it did. */
export function Problem({ code, field }: { code: string | undefined; field?: string }) {
  const message = problemText(code);
  if (!message) return null;
  return <ErrorSummary errors={[field ? { field, message } : { message }]} />;
}
