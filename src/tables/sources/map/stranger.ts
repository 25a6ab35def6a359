/** A table as somebody else made it: its own names, and some of its rows. */
export interface Stranger {
  readonly name: string;
  readonly columns: readonly string[];
  /** The first rows, at most `LOOKED_AT`. */
  readonly rows: readonly (readonly string[])[];
}

/** Rows that are looked at to see what a column holds. */
export const LOOKED_AT = 200;
