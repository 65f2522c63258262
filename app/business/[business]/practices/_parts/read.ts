import "server-only";
import type { ManagerViewer } from "@/lib/auth/current";
import { getBusiness } from "@/lib/businesses/queries";
import { asViewer } from "@/lib/command";
import { wantsAnswer } from "@/lib/practices/model";
import { listPictures } from "@/lib/practices/picture-queries";
import {
  listPracticeItems,
  listPracticeStates,
  type PracticeItemRow,
  type PracticeStateRow,
} from "@/lib/practices/queries";

export interface Practice {
  item: PracticeItemRow;
  said: PracticeStateRow | undefined;
}

/** What the business is asked for, in the list's order, the essential first, and where it stands. */
export async function readPractices(viewer: ManagerViewer, businessId: string) {
  return asViewer(viewer, async (ctx) => {
    const { sector } = await getBusiness(ctx, businessId);
    const items = await listPracticeItems(ctx, sector);
    const states = await listPracticeStates(ctx, businessId);
    const byLevel = [
      ...items.filter((item) => item.level === "essential"),
      ...items.filter((item) => item.level !== "essential"),
    ];
    return {
      today: ctx.today,
      pictures: await listPictures(ctx, businessId),
      practices: byLevel.map((item) => ({
        item,
        said: states.find((state) => state.itemCode === item.code),
      })),
    };
  });
}

/** The next practice to say something about, after this one and round again; null when all is said. */
export function nextToAnswer(
  practices: readonly Practice[],
  today: string,
  code?: string,
): PracticeItemRow | null {
  const at = practices.findIndex(({ item }) => item.code === code) + 1;
  const around = [...practices.slice(at), ...practices.slice(0, at)];
  const next = around.find(({ item, said }) => item.code !== code && wantsAnswer(said, today));
  return next?.item ?? null;
}
