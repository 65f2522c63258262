import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import "@/app/globals.css";
import { fontVariables } from "@/app/fonts";

export const metadata: Metadata = {
  title: { default: "Operation Make Safe", template: "%s – Operation Make Safe" },
  description:
    "Operation Make Safe helps hotels, taxi firms and licensed premises notice child sexual " +
    "exploitation and report it.",
};

export const viewport: Viewport = { colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page made at build time could not carry the nonce of this request.
  await connection();

  return (
    <html lang="en-GB" className={fontVariables}>
      <body>{children}</body>
    </html>
  );
}
