import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { PERMISSIONS, type Permission, ROLES, type Role } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type Command, runCommand } from "./command";
import { closeDatabase } from "./db/client";
import { closeOwner, mintBorough, type TestBorough } from "./db/test/borough";
import { Forbidden } from "./errors";
import { type LibraryCommand, runLibraryCommand } from "./library-command";
import { previewRegister } from "./register/commands";
import { uploadWards } from "./wards/commands";

type AnyCommand = Command<never, unknown> | LibraryCommand<never, unknown>;

const modules = import.meta.glob<Record<string, unknown>>(
  ["./*/*command*.ts", "./*/stages.ts", "!./**/*.test.ts"],
  {
    eager: true,
  },
);
const isCommand = (value: unknown): value is AnyCommand =>
  typeof value === "object" &&
  value !== null &&
  "run" in value &&
  "name" in value &&
  "input" in value;
const commands = [
  ...new Set(
    Object.values(modules)
      .flatMap((file) => Object.values(file))
      .filter(isCommand),
  ),
  // Made anew for each uploaded file, which a refused upload never reads.
  previewRegister(undefined as never) as AnyCommand,
  uploadWards(undefined as never) as AnyCommand,
];

/** The library belongs to no borough: there is no other one to refuse. */
const ofLibrary = new Set(commands.filter((one) => "of" in one).map((one) => one.name));

let borough: TestBorough;
let neighbour: TestBorough;

beforeAll(async () => {
  borough = await mintBorough();
  neighbour = await mintBorough();
});
afterAll(async () => {
  await closeDatabase();
  await closeOwner();
});

/** A person of this role whose place is `code`. */
function viewerOf(role: Role, code: string): Viewer {
  const person = { userId: randomUUID(), name: "Somebody" };
  const place = { boroughCode: code, businessId: randomUUID() };
  if (role === "programme") return { role, ...person, boroughs: [code] };
  if (role === "police_officer")
    return { role, ...person, boroughs: [code], countBoroughs: [code] };
  if (role === "business_manager") return { role, ...person, ...place };
  if (role === "staff") return { role, name: person.name, ...place, staffId: randomUUID() };
  return { role, ...person, boroughCode: code };
}

const isOfLibrary = (command: AnyCommand): command is LibraryCommand<never, unknown> =>
  "of" in command;

const give = (command: AnyCommand, viewer: Viewer, boroughCode: string) =>
  (isOfLibrary(command)
    ? runLibraryCommand(command, viewer, {})
    : runCommand(command, viewer, {}, { boroughCode })
  ).then(
    () => "done",
    (error: unknown) => error,
  );

describe("every command", () => {
  it("is in the table of who may do what, and the table names no command that is not there", () => {
    const names = commands.map((command) => command.name).sort();
    expect([...new Set(names)]).toEqual(Object.keys(PERMISSIONS).sort());
  });

  it.each(Object.keys(PERMISSIONS) as Permission[])(
    "%s is refused to every other role",
    async (name) => {
      const command = commands.find((one) => one.name === name);
      if (!command) throw new Error(`No command ${name}.`);
      for (const role of ROLES) {
        if ((PERMISSIONS[name] as readonly Role[]).includes(role)) continue;
        expect(await give(command, viewerOf(role, borough.code), borough.code)).toBeInstanceOf(
          Forbidden,
        );
      }
    },
  );

  it.each((Object.keys(PERMISSIONS) as Permission[]).filter((name) => !ofLibrary.has(name)))(
    "%s is refused in a borough that is not the viewer's",
    async (name) => {
      const command = commands.find((one) => one.name === name);
      if (!command) throw new Error(`No command ${name}.`);
      for (const role of PERMISSIONS[name]) {
        expect(await give(command, viewerOf(role, borough.code), neighbour.code)).toBeInstanceOf(
          Forbidden,
        );
      }
    },
  );
});
