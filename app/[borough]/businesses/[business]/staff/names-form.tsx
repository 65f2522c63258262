"use client";

import { useActionState } from "react";
import { ErrorSummary } from "@/components/forms/error-summary";
import { SubmitButton } from "@/components/forms/submit-button";
import { DataTable } from "@/components/ui/data-table";
import { Tag } from "@/components/ui/tag";
import { formatDate } from "@/lib/format";
import type { NamesState } from "./actions";

interface NamesFormProps {
  action: (state: NamesState) => Promise<NamesState>;
}

export function NamesForm({ action }: NamesFormProps) {
  const [state, dispatch] = useActionState(action, { names: null, error: null });
  if (state.names?.length === 0) return <p role="status">Nobody is listed here yet.</p>;
  if (state.names) {
    return (
      <DataTable
        caption="Staff by name. This look is recorded."
        rows={state.names.map((person, position) => ({ ...person, position }))}
        rowKey={(row) => String(row.position)}
        columns={[
          { key: "name", header: "Name", rowHeader: true, cell: (row) => row.name },
          { key: "role", header: "Role", cell: (row) => (row.isManager ? "Manager" : "Staff") },
          { key: "joined", header: "Joined", cell: (row) => formatDate(row.joinedOn) },
          {
            key: "confirmed",
            header: "Confirmed by the manager",
            cell: (row) =>
              row.confirmedOn ? formatDate(row.confirmedOn) : <Tag tone="due">Waiting</Tag>,
          },
        ]}
      />
    );
  }
  return (
    <form action={dispatch}>
      <ErrorSummary errors={state.error ? [{ message: state.error }] : []} />
      <SubmitButton pendingLabel="Recording…">Show names (this is recorded)</SubmitButton>
    </form>
  );
}
