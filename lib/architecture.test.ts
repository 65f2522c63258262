import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const GUARD =
  /\b(requireBorough|requireManager|requireLearner|requirePolice|requireProgramme|requireHolder)\(/;
/** What Next reads of a page besides the page itself. */
const NOT_A_DOOR = /^(generate\w+|metadata|dynamic|runtime|config)$/;
/** Folders under app/ whose pages, routes and actions belong to somebody who is signed in. */
const SIGNED_IN = [
  "[borough]",
  "business",
  "learn",
  "police",
  "programme",
  "api/exports",
  "api/uploads",
];

interface SourceFile {
  path: string;
  text: string;
}

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? walk(path) : [path];
  });
}

const read = (path: string): SourceFile => ({ path, text: readFileSync(path, "utf8") });
const sources = walk("app")
  .filter((path) => /\.tsx?$/.test(path))
  .map(read);

interface Declared {
  path: string;
  name: string;
  exported: boolean;
  body: string;
}

/** The functions a file declares at its outermost level, with their bodies. */
function declaredIn({ path, text }: SourceFile): Declared[] {
  const starts = [
    ...text.matchAll(/^(export )?(?:default )?(?:async )?(?:function|const) (\w+)/gm),
  ];
  return starts.map((match, i) => ({
    path,
    name: match[2] ?? "",
    exported: match[1] !== undefined,
    body: text.slice(match.index, starts[i + 1]?.index ?? text.length),
  }));
}

/** Names of functions that ask who is there, themselves or through another of them. */
function findGuards(all: Declared[]): Set<string> {
  const names = new Set<string>();
  for (let grew = true; grew; ) {
    const before = names.size;
    for (const { name, body } of all) {
      if (GUARD.test(body) || callsOneOf(body, names, name)) names.add(name);
    }
    grew = names.size > before;
  }
  return names;
}

const callsOneOf = (body: string, names: Set<string>, self: string) =>
  [...body.matchAll(/\b(\w+)\(/g)].some(([, name = ""]) => name !== self && names.has(name));

/** Pages, routes and server actions of a signed-in area that never ask who is there. */
function findUnguarded(files: SourceFile[]): string[] {
  const guards = findGuards(
    files.filter((file) => file.path.startsWith("app/")).flatMap(declaredIn),
  );
  return files.flatMap((file) => {
    const area = SIGNED_IN.some((folder) => file.path.startsWith(`app/${folder}/`));
    const isAction = /^"use server";/.test(file.text);
    if (!area || !(isAction || /\/(page|route)\.tsx?$/.test(file.path))) return [];
    return declaredIn(file)
      .filter(
        ({ name, exported, body }) =>
          exported && !NOT_A_DOOR.test(name) && /\(/.test(body) && !guards.has(name),
      )
      .map(({ name }) => `${file.path}: ${name}`);
  });
}

describe("every page, route and action of a signed-in area", () => {
  it("asks who is there before it does anything", () => {
    expect(findUnguarded(sources)).toEqual([]);
  });

  it("is found when it does not", () => {
    const page = {
      path: "app/police/open/page.tsx",
      text: "export default async function Open() {}",
    };
    const action = {
      path: "app/[borough]/open/actions.ts",
      text: '"use server";\nexport async function openAction() { return 1; }',
    };
    const route = { path: "app/api/exports/open/route.ts", text: "export async function GET() {}" };
    expect(findUnguarded([page, action, route])).toHaveLength(3);
  });

  it("is looked for in enough files to mean something", () => {
    expect(sources.filter((file) => /\/page\.tsx$/.test(file.path)).length).toBeGreaterThan(30);
    expect(sources.filter((file) => /^"use server";/.test(file.text)).length).toBeGreaterThan(8);
  });
});

describe("the code", () => {
  const code = ["app", "components", "lib"]
    .flatMap(walk)
    .filter((path) => /\.tsx?$/.test(path))
    .map(read);

  it("reads the environment in lib/env.ts alone", () => {
    const readers = code
      .filter((file) => !/\.test\.ts$/.test(file.path) && /process\.env/.test(file.text))
      .map((file) => file.path);
    expect(readers).toEqual(["lib/env.ts"]);
  });

  it("keeps raw SQL text inside lib/db and the job queue", () => {
    const raw = code
      .filter((file) => /sql\.raw\(|\.unsafe\(|set_config\(/.test(file.text))
      .filter((file) => !/^lib\/db\/|\.db\.test\.ts$|^lib\/jobs\/queue\.ts$/.test(file.path));
    expect(raw.map((file) => file.path)).toEqual([]);
  });

  it("writes no style attribute and no colour outside the tokens", () => {
    const styled = code.filter(
      (file) => /\.tsx$/.test(file.path) && /style=\{|#[0-9a-fA-F]{6}\b/.test(file.text),
    );
    expect(styled.map((file) => file.path)).toEqual([]);
  });
});
