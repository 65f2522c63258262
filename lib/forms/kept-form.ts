/** A form kept on this device until the server has taken it; in the browser only. */
export interface KeptForm {
  /** Names and texts of its fields, as they are sent; the idempotency key is one of them. */
  fields: [name: string, text: string][];
  /** Sent by its reader and not arrived yet, or still being filled in. */
  waiting: boolean;
  /** What it is about, and where it is filled in. */
  label: string;
  href: string;
  keptAt: string;
}

const PREFIX = "kept-form:";

/** Its place on the device: nobody else who signs in here is shown it. */
export const keptName = (userId: string, subject: string) => `${PREFIX}${userId}:${subject}`;

/** The fields of a form as they are sent, without what the framework adds. */
export function fieldsOf(data: FormData): KeptForm["fields"] {
  return [...data].flatMap(([name, value]) =>
    typeof value === "string" && !name.startsWith("$") ? [[name, value] as const] : [],
  ) as KeptForm["fields"];
}

export function readKept(name: string): KeptForm | null {
  try {
    const text = window.localStorage.getItem(name);
    return text ? (JSON.parse(text) as KeptForm) : null;
  } catch {
    return null;
  }
}

/** Answers whether the device could keep it. */
export function keep(name: string, form: KeptForm): boolean {
  try {
    window.localStorage.setItem(name, JSON.stringify(form));
    return true;
  } catch {
    return false;
  }
}

export function forget(name: string): void {
  try {
    window.localStorage.removeItem(name);
  } catch {
    // Nothing could be kept either.
  }
}

/** Everything kept here for one person, or for anybody. */
export function listKept(userId?: string): { name: string; form: KeptForm }[] {
  const prefix = userId ? keptName(userId, "") : PREFIX;
  try {
    const names = Object.keys(window.localStorage).filter((name) => name.startsWith(prefix));
    return names.flatMap((name) => {
      const form = readKept(name);
      return form ? [{ name, form }] : [];
    });
  } catch {
    return [];
  }
}
