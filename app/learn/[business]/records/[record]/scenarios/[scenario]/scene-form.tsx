import { Radios } from "@/components/forms/radios";
import { Button } from "@/components/ui/button";
import type { Scene } from "@/lib/db/schema/library";

interface SceneFormProps {
  scene: Scene;
  way: readonly number[];
  /** The form was sent without a choice. */
  missing: boolean;
}

/** What happens now, and the choices: a form that asks the same page again, so that nothing is recorded. */
export function SceneForm({ scene, way, missing }: SceneFormProps) {
  return (
    <form method="get" action="#choice">
      <input type="hidden" name="way" value={way.join("-")} />
      <input type="hidden" name="asked" value="1" />
      <p className="mb-5 text-lg leading-relaxed">{scene.text}</p>
      <Radios
        big
        large
        id="choice"
        name="choice"
        legend="What do you do?"
        error={missing ? "Choose an answer" : undefined}
        options={scene.choices.map((choice, index) => ({
          value: String(index),
          label: choice.text,
        }))}
      />
      <Button variant="wide">See what happens</Button>
    </form>
  );
}
