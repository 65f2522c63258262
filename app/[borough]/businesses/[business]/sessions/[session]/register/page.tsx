import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RegisterForm } from "@/app/_sessions/register-form";
import { runCommand } from "@/lib/command";
import { attempt } from "@/lib/forms/submit";
import { checkSentence } from "@/lib/group-sessions/model";
import { viewRegister } from "@/lib/group-sessions/register-command";
import { FormFrame } from "../../../_parts/frame";
import { enterResultsAction } from "../../actions";
import { openSession, type SessionPageProps } from "../open";

export const metadata: Metadata = { title: "Register of a group session" };

export default async function RegisterPage(props: SessionPageProps) {
  const { borough, id, row, back, viewer, session, path } = await openSession(props);
  const answer = await attempt(() =>
    runCommand(
      viewRegister,
      viewer,
      { businessId: id, sessionId: session.id },
      { boroughCode: borough },
    ),
  );
  if ("errors" in answer) notFound();
  const { length: questions } = session.check;
  return (
    <FormFrame
      borough={borough}
      back={back}
      name={row.name}
      title="Enter the register"
      lede={`How many answers did each person have right on paper? ${checkSentence({ questions, passShare: session.passShare })} That you saw these names is recorded with your name and the time.`}
    >
      <RegisterForm
        action={enterResultsAction.bind(null, borough, id, session.id)}
        idempotencyKey={randomUUID()}
        cancelHref={path}
        rows={answer.value}
        questions={questions}
      />
    </FormFrame>
  );
}
