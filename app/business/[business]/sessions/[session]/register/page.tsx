import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { RegisterForm } from "@/app/_sessions/register-form";
import { asViewer } from "@/lib/command";
import { checkSentence } from "@/lib/group-sessions/model";
import { getSession, listRegister } from "@/lib/group-sessions/queries";
import { FormPage } from "../../../_parts/form-page";
import { openBusiness, readOr404 } from "../../../_parts/open";
import { enterResultsAction } from "../../actions";

export const metadata: Metadata = { title: "Register of a group session" };

interface RegisterPageProps {
  params: Promise<{ business: string; session: string }>;
}

export default async function RegisterPage({ params }: RegisterPageProps) {
  const { viewer, business } = await openBusiness(params);
  const { session: id } = await params;
  const { session, rows } = await readOr404(() =>
    asViewer(viewer, async (ctx) => {
      const found = await getSession(ctx, business.id, id);
      return { session: found, rows: await listRegister(ctx, business.id, found) };
    }),
  );
  const sessions = `/business/${business.id}/sessions`;
  const { length: questions } = session.check;
  return (
    <FormPage
      back={[
        { href: sessions, label: "Group sessions" },
        { href: `${sessions}/${session.id}`, label: session.course },
      ]}
      title="Enter the register"
      lede={`How many answers did each person have right on paper? ${checkSentence({ questions, passShare: session.passShare })} Who answered on a phone needs nothing here.`}
    >
      <RegisterForm
        action={enterResultsAction.bind(null, business.id, session.id)}
        idempotencyKey={randomUUID()}
        cancelHref={`${sessions}/${session.id}`}
        rows={rows}
        questions={questions}
      />
    </FormPage>
  );
}
