"use client";

import { useEffect, useState } from "react";
import { Notice } from "@/components/layout/notice";
import { AppLink } from "@/components/ui/link";
import { type KeptForm, listKept } from "@/lib/forms/kept-form";

/** Visits this officer filled in on this phone and has not sent: each opens again and is sent. */
export function Unsent({ userId }: { userId: string }) {
  const [forms, setForms] = useState<KeptForm[]>([]);
  useEffect(() => setForms(listKept(userId).map(({ form }) => form)), [userId]);
  if (forms.length === 0) return null;
  return (
    <Notice kind="info" title="Kept on this phone, not sent yet">
      <ul className="space-y-1">
        {forms.map((form) => (
          <li key={form.href}>
            <AppLink href={form.href}>{form.label}</AppLink>
            {form.waiting ? ": open it to send it" : ": not finished"}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
