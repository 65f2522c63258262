import type postgres from "postgres";
import { findWallFaults } from "../catalogue";
import { ownerClient } from "./borough";

class Undo extends Error {}

/** Any number that all changes of walls in tests share. */
const ONE_AT_A_TIME = 4_711;

/** The faults found after these statements of the owner, which are then undone. */
export async function faultsAfter(...statements: string[]): Promise<string[]> {
  let faults: string[] = [];
  const undone = ownerClient().begin(async (tx: postgres.TransactionSql) => {
    // Each change locks a table and the look at it reads all: two at once would wait in a circle.
    await tx`SELECT pg_advisory_xact_lock(${ONE_AT_A_TIME})`;
    for (const statement of statements) await tx.unsafe(statement);
    faults = await findWallFaults(tx);
    throw new Undo();
  });
  await undone.catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  return faults;
}
