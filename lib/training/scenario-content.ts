import * as z from "zod";
import { fault, slug, text } from "@/lib/content-files";

const choice = z.strictObject({
  text,
  /** A wrong turn: it makes matters worse or leaves a child waiting, and may still be put right. */
  wrong_turn: z.boolean().default(false),
  feedback: text,
  to: slug,
});
const scene = z.strictObject({ id: slug, text, choices: z.array(choice).min(2).max(4) });

/** How a scenario can end: it went well, a wrong turn was put right, or the chance was missed. */
export const OUTCOMES = ["well", "recovered", "missed"] as const;

const ending = z.strictObject({ id: slug, outcome: z.enum(OUTCOMES), title: text, text });

const scenario = z.strictObject({
  id: slug,
  title: text,
  lesson: z.int().min(1),
  summary: text,
  /** The first scene is where it begins. */
  scenes: z.array(scene).min(3),
  endings: z.array(ending).min(3),
});

export const scenariosFile = z.array(scenario).min(2);
export type ScenarioContent = z.infer<typeof scenario>;

const LEAST_DECISIONS = 3;

/** Every way through a scenario, as the choices taken and the ending reached. Throws on a circle. */
export function waysThrough(
  of: ScenarioContent,
): { wrongTurns: number; decisions: number; ending: string }[] {
  const scenes = new Map(of.scenes.map((one) => [one.id, one]));
  const walk = (
    id: string,
    seen: readonly string[],
    wrongTurns: number,
  ): ReturnType<typeof waysThrough> => {
    const here = scenes.get(id);
    if (!here) return [{ wrongTurns, decisions: seen.length, ending: id }];
    if (seen.includes(id)) throw new Error(`${of.id} goes round in a circle at ${id}`);
    return here.choices.flatMap((one) =>
      walk(one.to, [...seen, id], wrongTurns + (one.wrong_turn ? 1 : 0)),
    );
  };
  return walk(of.scenes[0]?.id ?? "", [], 0);
}

/** Refuses, in one sentence that names the file, a set of scenarios that a learner could get lost in. */
export function checkScenarios(
  file: string,
  scenarios: readonly ScenarioContent[],
  lessons: number,
) {
  const ids = scenarios.map((one) => one.id);
  if (new Set(ids).size < ids.length) fault(file, "uses the id of a scenario twice");
  for (const one of scenarios) {
    if (one.lesson > lessons)
      fault(file, `${one.id} belongs to lesson ${one.lesson}, which does not exist`);
    checkScenario(file, one);
  }
}

function checkScenario(file: string, one: ScenarioContent) {
  const places = [...one.scenes, ...one.endings].map((place) => place.id);
  if (new Set(places).size < places.length) fault(file, `${one.id} uses the id of a scene twice`);
  const targets = one.scenes.flatMap((scene) => scene.choices.map((choice) => choice.to));
  const unknown = targets.find((to) => !places.includes(to));
  if (unknown) fault(file, `${one.id} leads to ${unknown}, which does not exist`);
  const unreached = places.slice(1).find((id) => !targets.includes(id));
  if (unreached) fault(file, `nothing in ${one.id} leads to ${unreached}`);
  const ways = waysOrFault(file, one);
  const outcome = new Map(one.endings.map((ending) => [ending.id, ending.outcome]));
  for (const wanted of OUTCOMES) {
    if (!one.endings.some((ending) => ending.outcome === wanted)) {
      fault(file, `${one.id} has no ending of the kind ${wanted}`);
    }
  }
  if (!ways.some((way) => way.decisions >= LEAST_DECISIONS && outcome.get(way.ending) === "well")) {
    fault(file, `${one.id} needs ${LEAST_DECISIONS} decisions on a way that ends well`);
  }
  if (!ways.some((way) => way.wrongTurns > 0 && outcome.get(way.ending) === "recovered")) {
    fault(file, `${one.id} has no wrong turn that is put right`);
  }
  if (ways.some((way) => way.wrongTurns === 0 && outcome.get(way.ending) !== "well")) {
    fault(file, `${one.id} ends badly for someone who took no wrong turn`);
  }
}

function waysOrFault(file: string, one: ScenarioContent) {
  try {
    return waysThrough(one);
  } catch (error) {
    return fault(file, error instanceof Error ? error.message : "cannot be followed");
  }
}
