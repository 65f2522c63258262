import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import accounts from "@/drizzle/seed/accounts.json" with { type: "json" };

const read = (path: string) => readFileSync(path, "utf8");
const within = (folder: string, pattern: RegExp) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => pattern.test(name))
    .map((name) => join(folder, name));

/** Each match's first group, or all of it, once. */
const findAll = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? match[0])),
];

const scripts = Object.keys(JSON.parse(read("package.json")).scripts as Record<string, string>);
const documents = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"].concat(
  within("docs", /\.md$/),
);
const readme = read("README.md");

const envNames = findAll(read("lib/env.ts"), /^ {2}([A-Z][A-Z_]+): z/gm);
const readers = ["next.config.ts", "proxy.ts", ...within("bin", /\.(mjs|ts)$/)];
const known = new Set([
  ...envNames,
  ...readers.flatMap((path) => findAll(read(path), /process\.env\.([A-Z][A-Z0-9_]*)/g)),
]);
const folders = readdirSync(".", { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  // Made by a run, or, like an empty public/, not kept by git.
  .filter((name) => !/^(\.|(node_modules|public|test-results|playwright-report)$)/.test(name));
const PLACE = new RegExp(`\`((?:${folders.join("|")})/[^\`*…]*)\``, "g");

const scriptsIn = (text: string) =>
  findAll(text, /(?<=\bnpm run )[a-z]+(?::[a-z]+)*|(?<=\bnpm )(?:start|test)\b/g);

/** Two capital words joined, or the two short names; constants of the code are not the shell's. */
const namesIn = (text: string) =>
  findAll(text, /\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b|\b(?:PORT|HOST)\b/g).filter(
    (name) => !["WALLED_TABLES", "SHARED_TABLES"].includes(name),
  );

/** What a document says that is not so. */
function faultsOf(path: string, text: string): string[] {
  const links = findAll(text, /\]\(([^)\s]+)\)/g)
    .filter((to) => !/^https?:/.test(to))
    .map((to) => to.replace(/#.*$/, ""));
  return [
    ...scriptsIn(text).filter((name) => !scripts.includes(name)),
    ...namesIn(text).filter((name) => !known.has(name)),
    ...links.filter((file) => file !== "" && !existsSync(join(dirname(path), file))),
    ...findAll(text, PLACE).filter((place) => !existsSync(place)),
  ];
}

describe("the documents", () => {
  it.each(documents)(
    "%s names only scripts, environment names, links and files that exist",
    (path) => {
      expect(faultsOf(path, read(path))).toEqual([]);
    },
  );

  it("are found out when they name what is not there", () => {
    const wrong =
      "Run `npm run walk`, set `NO_SUCH_NAME`, read [this](docs/lost.md#part) and `lib/lost/`. Then `npm start` with `PORT`.";
    expect(faultsOf("README.md", wrong)).toEqual([
      "walk",
      "NO_SUCH_NAME",
      "docs/lost.md",
      "lib/lost/",
    ]);
  });
});

describe("the README", () => {
  it("tells every script of package.json", () => {
    expect(scripts.filter((name) => !scriptsIn(readme).includes(name))).toEqual([]);
  });

  it("tells every environment name of lib/env.ts but Node's own", () => {
    expect(envNames).toContain("DATABASE_URL");
    const told = ["NODE_ENV", ...namesIn(readme)];
    expect(envNames.filter((name) => !told.includes(name))).toEqual([]);
  });

  it("maps every folder", () => {
    const mapped = findAll(readme, PLACE).map((place) => place.split("/")[0]);
    expect(folders.filter((name) => !mapped.includes(name))).toEqual([]);
  });

  it("tells how to sign in to every account of the demonstration", () => {
    const needed = accounts.flatMap(({ email, password, name, pin }) =>
      email ? [email, password ?? ""] : [name, pin ?? ""],
    );
    expect(needed.filter((words) => !readme.includes(words))).toEqual([]);
  });
});
