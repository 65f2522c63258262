export type SignOutAction = (formData: FormData) => Promise<void>;

/** `action` may be an address as well, for a sign-out that is a page of its own. */
export function SignOutForm({ action }: { action: SignOutAction | string }) {
  return (
    <form action={action} {...(typeof action === "string" ? { method: "post" } : {})}>
      <button type="submit" className="min-h-11 whitespace-nowrap text-on-navy hover:underline">
        Sign out
      </button>
    </form>
  );
}
