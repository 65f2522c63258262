import { notFound, redirect } from "next/navigation";
import { requireHolder } from "@/lib/auth/current";
import { homeHref } from "./_parts/addresses";

/** Leads the holder of a session to where they learn. */
export default async function LearnPage() {
  const holder = await requireHolder();
  if (holder.staff) redirect(homeHref(holder.staff.businessId));
  const places = holder.memberships.flatMap((m) =>
    m.staffId && m.businessId ? [m.businessId] : [],
  );
  if (places.length > 1) redirect("/places");
  const [only] = places;
  if (!only) notFound();
  redirect(homeHref(only));
}
