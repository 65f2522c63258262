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

interface LessonBodyProps {
  body: string;
  frontDoor: FrontDoor | null;
  /** The level of the heading it stands under: its own begin one below. */
  under?: 1 | 2;
}

/** A lesson's Markdown as React elements; two special lines become cards. */
export function LessonBody({ body, frontDoor, under = 1 }: LessonBodyProps) {
  const paragraph = (props: ComponentProps<"p">) => {
    if (props.children === "{{call-card}}") return <ReportCard />;
    if (props.children === "{{front-door}}") return <FrontDoorCard door={frontDoor} />;
    return <p>{props.children}</p>;
  };
  const tree = pipeline.runSync(pipeline.parse(body));
  const components = { p: paragraph, ...(under === 2 ? { h2: "h3" as const } : {}) };
  return <Prose>{toJsxRuntime(tree, { Fragment, jsx, jsxs, components })}</Prose>;
}
