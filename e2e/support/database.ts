import postgres from "postgres";

/** The journey's own database, as its owner: to find ids, never to change what a person should. */
export async function inDatabase<T>(
  boroughs: readonly string[],
  read: (tx: postgres.TransactionSql) => Promise<T>,
): Promise<T> {
  const url = process.env.DATABASE_OWNER_URL;
  if (!url) throw new Error("Browser tests need DATABASE_OWNER_URL.");
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return (await sql.begin(async (tx) => {
      await tx.unsafe(`SET LOCAL app.borough_codes = '${boroughs.join(",")}'`);
      return read(tx);
    })) as T;
  } finally {
    await sql.end({ timeout: 2 });
  }
}
