import { randomUUID } from "node:crypto";
import { env } from "@/lib/env";
import { publishCourses } from "@/lib/training/publish";
import type { Learner } from "@/lib/training/queries";
import { asOwner, mintBorough, type TestBorough } from "./borough";

export interface TestClass {
  borough: TestBorough;
  businessId: string;
  learner: Learner;
  colleague: Learner;
}

/**
 * An enrolled business of two confirmed people, the first its manager, asked to take both shipped
 * courses by `dueOn`, in a borough of its own.
 */
export async function mintClass(dueOn = "2026-12-31"): Promise<TestClass> {
  const ownerUrl = env().DATABASE_OWNER_URL;
  if (!ownerUrl) throw new Error("Database tests need DATABASE_OWNER_URL.");
  await publishCourses(ownerUrl);
  const borough = await mintBorough();
  const { code } = borough;
  const businessId = randomUUID();
  const people = [randomUUID(), randomUUID()] as const;
  await asOwner([code], async (tx) => {
    await tx`INSERT INTO businesses (borough_code, id, sector, name, address, postcode, stage, stage_on, headcount)
      VALUES (${code}, ${businessId}, 'licensed_premises', 'The Painted Heron', '1 Invented Street', 'W1J 7RW', 'enrolled', '2026-01-05', 2)`;
    await tx`INSERT INTO stage_changes (borough_code, business_id, id, stage, from_on)
      VALUES (${code}, ${businessId}, ${randomUUID()}, 'enrolled', '2026-01-05')`;
    await tx`INSERT INTO headcounts (borough_code, business_id, id, headcount, from_on)
      VALUES (${code}, ${businessId}, ${randomUUID()}, 2, '2026-01-05')`;
    for (const [index, id] of people.entries()) {
      await tx`INSERT INTO staff_members (borough_code, id, business_id, name, name_key, is_manager, joined_on, confirmed_on)
        VALUES (${code}, ${id}, ${businessId}, ${NAMES[index] ?? ""}, ${(NAMES[index] ?? "").toLowerCase()}, ${index === 0}, '2026-01-06', '2026-01-07')`;
    }
    for (const slug of ["spot-the-signs", "reporting"]) {
      await tx`INSERT INTO assignments (borough_code, id, business_id, course_slug, due_on)
        VALUES (${code}, ${randomUUID()}, ${businessId}, ${slug}, ${dueOn})`;
    }
  });
  const viewer = (index: 0 | 1): Learner => ({
    role: "staff",
    name: NAMES[index],
    boroughCode: code,
    businessId,
    staffId: people[index],
  });
  return { borough, businessId, learner: viewer(0), colleague: viewer(1) };
}

const NAMES = ["Orla Fennick", "Tobias Quill"] as const;
