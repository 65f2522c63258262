import { createHash } from "node:crypto";
import { addDays, daysBetween, type IsoDate } from "@/lib/dates";

/** The same numbers each time for the same seed, so that a demonstration can be shown again. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number;
  /** True in this share of cases, 0 to 1. */
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
  /** A day from `from` to `to`, both included; `from` when they are the wrong way round. */
  day(from: IsoDate, to: IsoDate): IsoDate;
  uuid(): string;
}

/** The sfc32 generator, seeded with 128 bits of a text's hash. */
export function seededRandom(seed: string): Random {
  const digest = createHash("sha256").update(seed).digest();
  let a = digest.readInt32LE(0);
  let b = digest.readInt32LE(4);
  let c = digest.readInt32LE(8);
  let counter = digest.readInt32LE(12);
  const bits = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  const next = () => bits() / 2 ** 32;
  const int = (least: number, most: number) =>
    most <= least ? least : least + Math.floor(next() * (most - least + 1));
  const pick = <T>(list: readonly T[]): T => {
    const found = list[int(0, list.length - 1)];
    if (found === undefined) throw new Error("Nothing to pick from.");
    return found;
  };
  return {
    int,
    pick,
    chance: (share) => next() < share,
    shuffled: (list) =>
      list
        .map((value) => ({ value, order: next() }))
        .sort((x, y) => x.order - y.order)
        .map(({ value }) => value),
    day: (from, to) => addDays(from, int(0, daysBetween(from, to))),
    uuid: () => {
      const hex = Array.from({ length: 4 }, () => bits().toString(16).padStart(8, "0")).join("");
      const variant = "89ab"[Number.parseInt(hex.slice(16, 17), 16) % 4];
      return [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `4${hex.slice(13, 16)}`,
        `${variant}${hex.slice(17, 20)}`,
        hex.slice(20),
      ].join("-");
    },
  };
}

/** A moment of that day: nine in the morning, and so many minutes. */
export function moment(date: IsoDate, minutes = 0): Date {
  return new Date(Date.parse(`${date}T09:00:00Z`) + minutes * 60_000);
}

/** The earlier of two days. */
export function earlier(one: IsoDate, other: IsoDate): IsoDate {
  return one < other ? one : other;
}

/** The later of two days. */
export function later(one: IsoDate, other: IsoDate): IsoDate {
  return one > other ? one : other;
}
