import type { Ending, Scene } from "@/lib/db/schema/library";

export interface ScenarioView {
  id: string;
  title: string;
  summary: string;
  scenes: Scene[];
  endings: Ending[];
}

type Choice = Scene["choices"][number];

/** Where a reader is in a scenario after the choices they made. */
export interface ScenarioPlace {
  /** The choices that count, as places from 0. */
  way: number[];
  /** The choice that led here; null at the beginning. */
  last: Choice | null;
  /** What they decide now; null at an ending. */
  scene: Scene | null;
  ending: Ending | null;
}

/** The choices of an address, like "0-2-1"; anything else is the beginning. */
export function readWay(text: string | undefined): number[] {
  return text && /^\d(-\d){0,11}$/.test(text) ? text.split("-").map(Number) : [];
}

/** Follows the choices as far as they lead; one that does not exist is left out with all after it. */
export function followWay(scenario: ScenarioView, way: readonly number[]): ScenarioPlace {
  let scene = scenario.scenes[0] ?? null;
  const place: ScenarioPlace = { way: [], last: null, scene, ending: null };
  for (const index of way) {
    const choice: Choice | undefined = scene?.choices[index];
    if (!choice) break;
    place.way.push(index);
    place.last = choice;
    scene = scenario.scenes.find((each) => each.id === choice.to) ?? null;
    place.scene = scene;
    place.ending = scenario.endings.find((each) => each.id === choice.to) ?? null;
  }
  return place;
}
