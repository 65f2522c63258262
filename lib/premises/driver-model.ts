/** What an operator relies on when it says how many drivers were trained. */
export const DRIVER_EVIDENCE = {
  tfl_records: "What TfL has confirmed to us",
  own_records: "Our own records of each driver",
  certificates_seen: "Each driver’s certificate, seen by us",
} as const;
export type DriverEvidence = keyof typeof DRIVER_EVIDENCE;

/** The sector whose drivers are licensed by TfL one by one. Source: product.md, "Taxi operators". */
export const DRIVERS_SECTOR = "taxi";

/** After this long an operator is asked again. */
export const ATTESTED_DAYS = 365;

export interface Attestation {
  drivers: number;
  trained: number;
  evidence: DriverEvidence;
  /** yyyy-mm-dd */
  attestedOn: string;
}
