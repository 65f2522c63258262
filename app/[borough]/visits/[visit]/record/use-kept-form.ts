"use client";

import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type * as z from "zod/mini";
import { fillForm } from "@/lib/forms/fill-form";
import { fieldsOf, forget, type KeptForm, keep, readKept } from "@/lib/forms/kept-form";
import { forgetPage, keepPage } from "@/lib/forms/kept-page";
import { readForm } from "@/lib/forms/read-form";

export type KeptStatus = "empty" | "draft" | "sending" | "waiting" | "signed_out" | "sent";

export interface KeptOptions {
  /** Its name on this device. */
  name: string;
  label: string;
  /** The page of the form, and where it is sent. */
  path: string;
  sendTo: string;
  loadSchema: () => Promise<z.ZodMiniType>;
}

/** How long until another try, when the browser did not notice that the network is back. */
const AGAIN_MS = 20_000;

/**
 * A form that is kept on this device while it is filled in, and sent when there is a network: once,
 * because the key made when it was first opened goes with it. Not react-hook-form: what is sent may
 * have been typed on another day, so the kept fields are the truth and not the page's state.
 */
export function useKeptForm(form: RefObject<HTMLFormElement | null>, options: KeptOptions) {
  const { name, label, path, sendTo, loadSchema } = options;
  const [status, setStatus] = useState<KeptStatus>("empty");
  const [errors, setErrors] = useState<Record<string, string> | null>(null);
  const [opensAgain, setOpensAgain] = useState(false);
  const sending = useRef(false);

  const keepFields = useCallback(
    (waiting: boolean): KeptForm | null => {
      if (!form.current) return null;
      const fields = fieldsOf(new FormData(form.current));
      const kept = { fields, waiting, label, href: path, keptAt: new Date().toISOString() };
      return keep(name, kept) || waiting ? kept : null;
    },
    [form, name, label, path],
  );

  const send = useCallback(
    async (kept: KeptForm) => {
      if (sending.current) return;
      sending.current = true;
      setStatus("sending");
      try {
        const data = new FormData();
        for (const [field, text] of kept.fields) data.append(field, text);
        const answer = await ask(sendTo, data);
        if (answer === "waiting" || answer === "signed_out") return setStatus(answer);
        if ("errors" in answer) {
          keep(name, { ...kept, waiting: false });
          setErrors(answer.errors);
          return setStatus("draft");
        }
        forget(name);
        await forgetPage(path).catch(() => undefined);
        setStatus("sent");
        window.location.assign(answer.href);
      } finally {
        sending.current = false;
      }
    },
    [name, path, sendTo],
  );

  // What is on the device goes into the form, and on its way when it was meant to.
  useEffect(() => {
    const kept = readKept(name);
    if (kept && form.current) fillForm(form.current, kept.fields);
    if (kept?.waiting) void send(kept);
    else if (kept) setStatus("draft");
  }, [form, name, send]);

  useEffect(() => {
    let here = true;
    void loadSchema()
      .catch(() => undefined)
      .then(() => keepPage(path))
      .then((done) => here && setOpensAgain(done));
    return () => {
      here = false;
    };
  }, [loadSchema, path]);

  useEffect(() => {
    if (status !== "waiting") return;
    const again = () => {
      const kept = readKept(name);
      if (kept?.waiting) void send(kept);
    };
    window.addEventListener("online", again);
    const timer = window.setInterval(again, AGAIN_MS);
    return () => {
      window.removeEventListener("online", again);
      window.clearInterval(timer);
    };
  }, [status, name, send]);

  return {
    status,
    errors,
    opensAgain,
    /** Something was filled in: what was waiting to be sent is not it any more. */
    onInput: () => {
      if (!sending.current && keepFields(false)) setStatus("draft");
    },
    submit: async () => {
      if (!form.current) return;
      const schema = await loadSchema().catch(() => null);
      const parsed = schema?.safeParse(readForm(new FormData(form.current)));
      if (parsed && !parsed.success) return setErrors(firstFaults(parsed.error.issues));
      setErrors(null);
      const kept = keepFields(true);
      if (kept) await send(kept);
    },
    remove: async () => {
      forget(name);
      await forgetPage(path).catch(() => undefined);
      window.location.reload();
    },
  };
}

type Answer = { href: string } | { errors: Record<string, string> } | "waiting" | "signed_out";

/** What the server says; no answer, or one of a server in trouble, means that it still waits. */
async function ask(sendTo: string, data: FormData): Promise<Answer> {
  const response = await fetch(sendTo, { method: "POST", body: data, redirect: "manual" }).catch(
    () => null,
  );
  if (response?.type === "opaqueredirect") return "signed_out";
  if (response?.status === 404) {
    return { errors: { form: "This visit is not in your borough any more. Nothing was saved." } };
  }
  if (!response || (!response.ok && response.status !== 422)) return "waiting";
  return (await response.json().catch(() => "waiting")) as Answer;
}

function firstFaults(
  issues: readonly { path: readonly PropertyKey[]; message: string }[],
): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const { path, message } of issues) faults[String(path[0] ?? "form")] ??= message;
  return faults;
}
