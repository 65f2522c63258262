import type { ReactNode } from "react";

export type NoticeKind = "success" | "info" | "warning";

export type NoticeProps = {
  kind: NoticeKind;
  title: string;
  children?: ReactNode;
  /** "alert" interrupts; "status", the default, is read when the page is quiet. */
  role?: "alert" | "status" | undefined;
};

const EDGES: Record<NoticeKind, string> = {
  success: "border-green",
  info: "border-prevent",
  warning: "border-red",
};

const MARKS: Record<NoticeKind, ReactNode> = {
  success: <path d="m5.500 11.200 3.500 3.500 7.500-7.700" strokeWidth="2.600" />,
  info: <path d="M11 9.500v7M11 5v2.600" strokeWidth="2.600" />,
  warning: <path d="M11 5v7.500M11 14.400V17" strokeWidth="2.600" />,
};

const DISCS: Record<NoticeKind, string> = {
  success: "fill-green",
  info: "fill-prevent",
  warning: "fill-red",
};

/** What has happened, or what the reader must know before going on. */
export function Notice({ kind, title, children, role = "status" }: NoticeProps) {
  return (
    <div
      role={role}
      className={`mb-6 flex gap-3 rounded-lg border border-l-6 bg-paper px-4 py-3.5 ${EDGES[kind]}`}
    >
      <svg
        width="22"
        height="22"
        viewBox="0 0 22 22"
        aria-hidden="true"
        className="mt-0.5 flex-none"
      >
        <circle cx="11" cy="11" r="11" className={DISCS[kind]} />
        <g className="fill-none stroke-paper">{MARKS[kind]}</g>
      </svg>
      <div className="min-w-0">
        <p className="font-bold text-lg">{title}</p>
        {children ? <div className="mt-1">{children}</div> : null}
      </div>
    </div>
  );
}
