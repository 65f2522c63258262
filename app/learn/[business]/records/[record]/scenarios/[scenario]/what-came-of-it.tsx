import type { Scene } from "@/lib/db/schema/library";
import { FeedbackBox } from "../../../../../_parts/feedback";

/** What the reader chose and what it leads to, said kindly. */
export function WhatCameOfIt({ choice }: { choice: Scene["choices"][number] }) {
  return (
    <FeedbackBox title={choice.wrongTurn ? "That made it harder" : "That helps"}>
      <p className="mt-1.5">
        You chose: <b className="block">{choice.text}</b>
        {choice.feedback}
      </p>
    </FeedbackBox>
  );
}
