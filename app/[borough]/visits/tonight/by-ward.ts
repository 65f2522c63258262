/** Rows by their ward: the wards with most to do first, "not known" last; the order within is kept. */
export function byWard<Row extends { ward: string }>(
  rows: readonly Row[],
): [ward: string, rows: Row[]][] {
  const wards = new Map<string, Row[]>();
  for (const row of rows) wards.set(row.ward, [...(wards.get(row.ward) ?? []), row]);
  return [...wards].sort(
    ([one, first], [other, second]) =>
      Number(one === "") - Number(other === "") ||
      second.length - first.length ||
      one.localeCompare(other),
  );
}
