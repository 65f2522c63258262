import { PublicShell } from "@/components/layout/public-shell";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { readSessionCookie } from "@/lib/auth/cookie";
import { listDemonstrationAccounts } from "@/lib/auth/demonstration";
import { isDemonstration } from "@/lib/env";
import { DemonstrationAccounts } from "./demonstration-accounts";

const READERS = [
  {
    title: "Borough licensing teams",
    text: "See which hotels, taxi firms and licensed premises are covered and which are not. Import your register, invite businesses, assign training, and know what to do next.",
  },
  {
    title: "Businesses",
    text: "See what you are asked to do and by when. Your staff take short courses on their phones, with a code and a PIN, and you can show that they did.",
  },
  {
    title: "Police partnership officers",
    text: "See where coverage is thin across your boroughs, down to each business. Never the name of anybody who works there.",
  },
];

export default async function LandingPage() {
  const demonstration = isDemonstration();
  const [session, accounts] = await Promise.all([readSessionCookie(), listDemonstrationAccounts()]);
  return (
    <PublicShell
      demonstration={demonstration}
      links={session ? [] : [{ href: "/sign-in", label: "Sign in" }]}
    >
      <div className="max-w-read">
        <h1>Help keep children safe where you work</h1>
        <p className="mt-3 text-lg">
          Children who are being sexually exploited are often taken to hotels, driven in taxis, or
          met where alcohol is sold. The people who work there can notice it, and can call it in.
        </p>
        <p className="mt-3 text-lg">
          Operation Make Safe trains them. This portal is where London boroughs, businesses and the
          police run it together.
        </p>
        <div className="mt-6 flex flex-wrap gap-3">
          {session ? (
            <LinkButton href="/places">Go on to where you work</LinkButton>
          ) : (
            <LinkButton href="/sign-in">Sign in</LinkButton>
          )}
        </div>
      </div>
      <h2 className="mt-12 mb-4">Who it is for</h2>
      <div className="grid gap-4 md:grid-cols-3">
        {READERS.map((reader) => (
          <Card key={reader.title}>
            <h3 className="mb-1.5">{reader.title}</h3>
            <p className="text-ink-2">{reader.text}</p>
          </Card>
        ))}
      </div>
      <h2 className="mt-12">If you are worried about a child now</h2>
      <p className="mt-2 max-w-read">
        Do not use this portal to report it. Call 101 and quote Operation Make Safe, or 999 in an
        emergency. You do not need to be sure: signs are not proof, and the police can check.
      </p>
      {accounts ? <DemonstrationAccounts accounts={accounts} /> : null}
    </PublicShell>
  );
}
