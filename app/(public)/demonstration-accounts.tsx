import { AppLink } from "@/components/ui/link";
import type { DemonstrationAccount } from "@/lib/auth/demonstration";

/** The demonstration's own sign-ins, one a role. Everything behind them is invented. */
export function DemonstrationAccounts({ accounts }: { accounts: DemonstrationAccount[] }) {
  return (
    <section
      aria-labelledby="demonstration"
      className="mt-12 rounded-lg border-2 border-amber bg-paper p-4 md:p-6"
    >
      <h2 id="demonstration">Try the demonstration</h2>
      <p className="mt-1 max-w-read">
        Every business and person here is invented. Sign in as any of these, and change what you
        like.
      </p>
      <ul className="mt-4 grid gap-x-8 gap-y-5 md:grid-cols-2">
        {accounts.map((account) => (
          <li key={account.where} className="min-w-0 border-line border-t pt-3">
            <p className="font-semibold">{account.where}</p>
            <p className="text-ink-2 text-sm">{account.name}</p>
            <SignIn signIn={account.signIn} name={account.name} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function SignIn({ signIn, name }: { signIn: DemonstrationAccount["signIn"]; name: string }) {
  if ("email" in signIn) {
    return (
      <p className="mt-1 break-words max-sm:text-sm">
        <code>{signIn.email}</code>
        <br />
        Password <code>{signIn.password}</code>
      </p>
    );
  }
  return (
    <p className="mt-1">
      {signIn.path ? (
        <AppLink href={signIn.path}>Open the staff link</AppLink>
      ) : (
        "By the staff link"
      )}
      : “No: I have a PIN”, name {name}, PIN <code>{signIn.pin}</code>
    </p>
  );
}
