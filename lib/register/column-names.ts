/** Columns the portal understands; a and b are easting and northing. */
export const COLUMN_LABELS = {
  id: "the register's own number for the business",
  name: "the name of the business",
  address: "its address",
  postcode: "its full postcode",
  a: "easting",
  b: "northing",
  city: "the borough",
  licence: "the licence it trades under",
  history: "says Closed when it is not trading",
} as const;
export type ColumnName = keyof typeof COLUMN_LABELS;

/** Where each known column stands in a row; every other column is never looked at. */
export type ColumnPlaces = Partial<Record<ColumnName, number>>;
