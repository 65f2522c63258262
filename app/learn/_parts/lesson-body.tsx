import { toJsxRuntime } from "hast-util-to-jsx-runtime";
import type { ComponentProps } from "react";
import { Fragment, jsx, jsxs } from "react/jsx-runtime";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { Prose } from "@/components/ui/prose";
import type { FrontDoor } from "@/lib/training/record-queries";
import { FrontDoorCard } from "./front-door";
import { ReportCard } from "./report-card";

// Raw HTML is dropped: remark-rehype passes it on only when told to.
const pipeline = unified().use(remarkParse).use(remarkRehype);

/** A lesson's Markdown as React elements; two special lines become cards. */
export function LessonBody({ body, frontDoor }: { body: string; frontDoor: FrontDoor | null }) {
  const paragraph = (props: ComponentProps<"p">) => {
    if (props.children === "{{call-card}}") return <ReportCard />;
    if (props.children === "{{front-door}}") return <FrontDoorCard door={frontDoor} />;
    return <p>{props.children}</p>;
  };
  const tree = pipeline.runSync(pipeline.parse(body));
  return <Prose>{toJsxRuntime(tree, { Fragment, jsx, jsxs, components: { p: paragraph } })}</Prose>;
}
