import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { readSessionCookie } from "./cookie";
import { safeNext } from "./redirect";
import { findSessionHolder, type SessionHolder } from "./session";
import type { Viewer } from "./viewer";

type Of<R extends Viewer["role"]> = Extract<Viewer, { role: R }>;
export type BoroughViewer = Extract<Viewer, { role: "borough_admin" | "borough_officer" }>;
export type ManagerViewer = Of<"business_manager">;
export type LearnerViewer = Of<"staff">;

/** Who holds the request's session: asked of the database once a request, whoever calls. */
export const currentHolder = cache(async (): Promise<SessionHolder | null> => {
  const token = await readSessionCookie();
  return token ? findSessionHolder(token) : null;
});

/** The holder, or off to sign in and back to this page. */
export async function requireHolder(): Promise<SessionHolder> {
  const holder = await currentHolder();
  if (holder) return holder;
  const next = safeNext((await headers()).get("x-portal-path"), "");
  redirect(next ? `/sign-in?next=${encodeURIComponent(next)}` : "/sign-in");
}

/** The viewer who works for this borough; a stranger to it sees "not found". */
export async function requireBorough(boroughCode: string): Promise<BoroughViewer> {
  const holder = await requireHolder();
  const found = holder.memberships.find(
    (m) => m.boroughCode === boroughCode && m.role !== "business_manager",
  );
  if (!found || found.role === "business_manager" || !holder.userId) notFound();
  return { role: found.role, userId: holder.userId, name: holder.name, boroughCode };
}

/** The viewer who manages this business. */
export async function requireManager(businessId: string): Promise<ManagerViewer> {
  const holder = await requireHolder();
  const found = holder.memberships.find((m) => m.businessId === businessId);
  if (!found || !holder.userId) notFound();
  return {
    role: "business_manager",
    userId: holder.userId,
    name: holder.name,
    boroughCode: found.boroughCode,
    businessId,
    ...(found.staffId ? { staffId: found.staffId } : {}),
  };
}

/** The viewer who learns at this business: a staff session, or the manager on their own row. */
export async function requireLearner(businessId: string): Promise<LearnerViewer> {
  const holder = await requireHolder();
  if (holder.staff) {
    if (holder.staff.businessId !== businessId) notFound();
    return { role: "staff", name: holder.name, ...holder.staff };
  }
  const found = holder.memberships.find((m) => m.businessId === businessId);
  if (!found?.staffId) notFound();
  return {
    role: "staff",
    name: holder.name,
    boroughCode: found.boroughCode,
    businessId,
    staffId: found.staffId,
  };
}

/** The police partnership officer: rows of their areas' boroughs, counts of all. */
export async function requirePolice(): Promise<Of<"police_officer">> {
  const holder = await requireHolder();
  if (holder.policeAreas.length === 0 || !holder.userId) notFound();
  return {
    role: "police_officer",
    userId: holder.userId,
    name: holder.name,
    boroughs: holder.policeAreas.flatMap((area) => area.boroughs),
    countBoroughs: holder.boroughCodes,
  };
}

/** A member of the programme team. */
export async function requireProgramme(): Promise<Of<"programme">> {
  const holder = await requireHolder();
  if (!holder.programme || !holder.userId) notFound();
  return {
    role: "programme",
    userId: holder.userId,
    name: holder.name,
    boroughs: holder.boroughCodes,
  };
}

/** The places a person may work in, for the switcher and for where to go after signing in. */
export function placesOf(holder: SessionHolder): {
  href: string;
  kind: Viewer["role"];
  boroughCode?: string;
  businessId?: string;
  label: string;
}[] {
  const places: ReturnType<typeof placesOf> = holder.memberships.map((m) =>
    m.businessId
      ? {
          href: `/business/${m.businessId}`,
          kind: m.role,
          boroughCode: m.boroughCode,
          businessId: m.businessId,
          label: m.boroughName,
        }
      : {
          href: `/${m.boroughCode}`,
          kind: m.role,
          boroughCode: m.boroughCode,
          label: m.boroughName,
        },
  );
  if (holder.policeAreas.length > 0) {
    places.push({
      href: "/police",
      kind: "police_officer",
      label: holder.policeAreas.map((a) => a.name).join(", "),
    });
  }
  if (holder.programme)
    places.push({ href: "/programme", kind: "programme", label: "Programme team" });
  if (holder.staff)
    places.push({
      href: `/learn/${holder.staff.businessId}`,
      kind: "staff",
      label: "Your training",
    });
  return places;
}
