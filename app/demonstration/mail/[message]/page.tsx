import type { Metadata } from "next";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { Card } from "@/components/ui/card";
import { SummaryList } from "@/components/ui/summary-list";
import { formatMoment } from "@/lib/format";
import { getMessage } from "../_box";
import { LinkedText } from "./linked-text";

export const metadata: Metadata = { title: "Message" };

interface MessagePageProps {
  params: Promise<{ message: string }>;
}

export default async function MessagePage({ params }: MessagePageProps) {
  const message = await getMessage((await params).message);
  return (
    <>
      <Breadcrumbs items={[{ href: "/demonstration/mail", label: "Demonstration mailbox" }]} />
      <PageHeading title={message.subject} />
      <div className="mb-6 max-w-read">
        <SummaryList
          rows={[
            { label: "To", value: message.to },
            { label: "Sent", value: message.at ? formatMoment(message.at) : "Not known" },
          ]}
        />
      </div>
      <Card className="max-w-read">
        <LinkedText text={message.text} />
      </Card>
    </>
  );
}
