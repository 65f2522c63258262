"use client";

import { useEffect } from "react";
import { forget, listKept } from "@/lib/forms/kept-form";
import { forgetPages } from "@/lib/forms/kept-page";

/** Somebody has signed out: nothing they kept on this device stays for the next person. */
export function ForgetKept() {
  useEffect(() => {
    for (const { name } of listKept()) forget(name);
    void forgetPages().catch(() => undefined);
  }, []);
  return null;
}
