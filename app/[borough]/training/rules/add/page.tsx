import type { Metadata } from "next";
import { textOf } from "@/app/[borough]/_page/read";
import { Breadcrumbs } from "@/components/layout/breadcrumbs";
import { PageHeading } from "@/components/layout/page-heading";
import { listCourseChoices } from "@/lib/assignments/queries";
import { previewRule } from "@/lib/assignments/rule-queries";
import { ruleInput } from "@/lib/assignments/rule-schema";
import { requireBorough } from "@/lib/auth/current";
import type { Params } from "@/lib/businesses/filters";
import { asViewer } from "@/lib/command";
import { issuesByField } from "@/lib/forms/submit";
import { listSectors } from "@/lib/sectors/queries";
import { Preview } from "./preview";
import { RuleForm } from "./rule-form";

export const metadata: Metadata = { title: "Add a rule for training" };

interface PageProps {
  params: Promise<{ borough: string }>;
  searchParams: Promise<Params>;
}

const FIELDS = [
  ...["sector", "licenceType", "lateOnly", "courseSlug"],
  ...["audience", "days", "share", "monthsValid"],
];

export default async function AddRulePage({ params, searchParams }: PageProps) {
  const { borough } = await params;
  const query = await searchParams;
  const viewer = await requireBorough(borough);
  const path = `/${borough}/training/rules`;
  const typed = Object.fromEntries(
    FIELDS.filter((name) => name in query).map((name) => [name, textOf(query, name)]),
  );
  const asked = Object.keys(typed).length > 0;
  const parsed = ruleInput.safeParse(typed);
  const changing = textOf(query, "change") === "yes";
  const rule = parsed.success && !changing ? parsed.data : null;
  const { courses, sectors, preview } = await asViewer(viewer, async (ctx) => ({
    courses: await listCourseChoices(ctx),
    sectors: await listSectors(ctx),
    preview: rule ? await previewRule(ctx, rule) : null,
  }));
  const course = courses.find(({ slug }) => slug === rule?.courseSlug);
  const sector = sectors.find(({ code }) => code === rule?.sector);
  const errors: Record<string, string> = {};
  if (asked && !changing) {
    if (!parsed.success) Object.assign(errors, issuesByField(parsed.error.issues));
    else if (!course) errors.courseSlug = "Choose a course from the list";
    else if (rule?.sector && !sector) errors.sector = "Choose a sector from the list";
    else if (course.audience === "managers" && rule?.audience !== "managers") {
      errors.audience = "This course is written for managers and the lead: ask them";
    }
  }
  const ready = rule && preview && course && Object.keys(errors).length === 0;

  return (
    <>
      <Breadcrumbs
        items={[
          { href: `/${borough}/training`, label: "Training" },
          { href: path, label: "Rules" },
        ]}
      />
      <PageHeading
        title={ready ? "Is this the rule you want?" : "Add a rule for training"}
        lede={ready ? undefined : "You see whom it would ask before anything is saved."}
      />
      {ready ? (
        <Preview
          borough={borough}
          rule={rule}
          preview={preview}
          courseTitle={course.title}
          sectorPlural={sector?.pluralLabel ?? null}
          changeHref={`${path}/add?${new URLSearchParams({ ...typed, change: "yes" })}`}
        />
      ) : (
        <RuleForm
          action={`${path}/add`}
          typed={typed}
          errors={errors}
          courses={courses}
          sectors={sectors}
          cancelHref={path}
        />
      )}
    </>
  );
}
