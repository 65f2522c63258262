import type { Metadata } from "next";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { DataTable } from "@/components/ui/data-table";
import { AppLink } from "@/components/ui/link";
import { formatMoment, plural } from "@/lib/format";
import { listMessages } from "./_box";

export const metadata: Metadata = { title: "Demonstration mailbox" };

export default async function MailboxPage() {
  const { messages, total } = await listMessages();
  return (
    <>
      <PageHeading
        title="Demonstration mailbox"
        lede={`${plural(total, "message", "messages")}, the newest first.`}
      />
      {messages.length === 0 ? (
        <EmptyState title="No message yet">
          Invite a business by e-mail, or ask for a new password: the message appears here within a
          few seconds.
        </EmptyState>
      ) : (
        <DataTable
          caption="Messages"
          hideCaption
          rows={messages}
          rowKey={(message) => message.id}
          columns={[
            {
              key: "subject",
              header: "Subject",
              rowHeader: true,
              cell: (message) => (
                <AppLink href={`/demonstration/mail/${message.id}`}>{message.subject}</AppLink>
              ),
            },
            { key: "to", header: "To", cell: (message) => message.to },
            {
              key: "at",
              header: "Sent",
              cell: (message) => (message.at ? formatMoment(message.at) : "Not known"),
            },
          ]}
        />
      )}
    </>
  );
}
