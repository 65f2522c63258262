import { AIM_TARGETS, type Aim } from "./model";

/** The share aimed for, in percent: the borough's newest, or the one every borough begins with. */
export function targetOf(aim: Aim, targets: readonly { counted: string; share: number }[]): number {
  return targets.find(({ counted }) => counted === aim)?.share ?? AIM_TARGETS[aim];
}
