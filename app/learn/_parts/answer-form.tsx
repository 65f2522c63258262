"use client";

import { type FormEvent, type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { SubmitButton } from "@/components/forms/submit-button";
import { fillForm } from "@/lib/forms/fill-form";
import { fieldsOf, forget, keep, readKept } from "@/lib/forms/kept-form";

interface AnswerFormProps {
  action: (data: FormData) => Promise<void>;
  /** Its place on this device; forgotten at sign-out. */
  keptAs: string;
  children: ReactNode;
}

/** How long until another try, when the browser did not notice that the network is back. */
const AGAIN_MS = 10_000;

/** What a server action says came from the server; a request that got lost carries none of it. */
const isAnswer = (error: unknown) =>
  typeof error === "object" && error !== null && "digest" in error;

/**
 * The form of one question. An answer given without a network is kept on this device and sent when
 * there is one; the server keeps the first answer it gets, so sending twice changes nothing.
 */
export function AnswerForm({ action, keptAs, children }: AnswerFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [state, setState] = useState<"idle" | "sending" | "waiting">("idle");
  const [lost, setLost] = useState<unknown>();

  const send = useCallback(async () => {
    if (!form.current) return;
    const data = new FormData(form.current);
    const fields = fieldsOf(data);
    keep(keptAs, {
      fields,
      waiting: true,
      label: document.title,
      href: window.location.pathname,
      keptAt: new Date().toISOString(),
    });
    setState("sending");
    try {
      await action(data);
      forget(keptAs);
    } catch (error) {
      if (!isAnswer(error)) return setState("waiting");
      if (isTaken(error)) forget(keptAs);
      setLost(error);
    }
  }, [action, keptAs]);

  useEffect(() => {
    const kept = readKept(keptAs);
    if (!kept?.waiting || !form.current) return;
    fillForm(form.current, kept.fields);
    void send();
  }, [keptAs, send]);

  useEffect(() => {
    if (state !== "waiting") return;
    const again = () => void send();
    window.addEventListener("online", again);
    const timer = window.setInterval(again, AGAIN_MS);
    return () => {
      window.removeEventListener("online", again);
      window.clearInterval(timer);
    };
  }, [state, send]);

  // A redirect or a server's fault belongs to the frame around this page, which hears what is thrown here.
  if (lost !== undefined) throw lost;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <form ref={form} className="mt-4" action={action} onSubmit={submit}>
      {children}
      <p
        role="status"
        className={
          state === "waiting"
            ? "mb-4 rounded-lg border border-prevent border-l-6 bg-paper px-4 py-3"
            : "sr-only"
        }
      >
        {state === "waiting"
          ? "Your answer is kept on this device. There is no network just now: it is sent by itself when there is one. Leave this page open, or open it again later."
          : ""}
      </p>
      <SubmitButton variant="wide" pending={state === "sending"} pendingLabel="Checking…">
        {state === "waiting" ? "Try to send it now" : "Check my answer"}
      </SubmitButton>
    </form>
  );
}

/** The server goes on within the course; a way to sign in again says that it has not taken the answer. */
const isTaken = (error: unknown) =>
  isAnswer(error) &&
  /^NEXT_REDIRECT;[a-z]+;\/learn\//.test(String((error as { digest: unknown }).digest));
