export type SignOutAction = (formData: FormData) => Promise<void>;

export function SignOutForm({ action }: { action: SignOutAction }) {
  return (
    <form action={action}>
      <button type="submit" className="min-h-11 whitespace-nowrap text-on-navy hover:underline">
        Sign out
      </button>
    </form>
  );
}
