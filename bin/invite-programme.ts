import { welcomePerson } from "@/lib/auth/welcome";
import { closeDatabase } from "@/lib/db/client";
import { env } from "@/lib/env";

const [email, ...words] = process.argv.slice(2).filter((word) => word !== "--");
const name = words.join(" ");

if (!email?.includes("@") || !name) {
  console.error('Say who: npm run people:invite -- name@example.org "Their Name"');
  process.exit(1);
}
const { path } = await welcomePerson({ role: "programme", email, name });
await closeDatabase();
console.log("This person now belongs to the programme team.");
console.log(
  `They choose a password here within 7 days (the link was mailed too): ${env().PORTAL_URL}${path}`,
);
