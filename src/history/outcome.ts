/** What one exported row says: one thing that was posted on a channel, and what came of it. */
export interface HistoryRow {
  readonly file: string;
  /** The line of a CSV file, or the place of a record in a JSON file, from 1. */
  readonly line: number;
  readonly channel: string;
  /** The id of the export, or else `instant:hash of the text`: what tells it from the channel's other rows. */
  readonly key: string;
  readonly type: string;
  /** Milliseconds since 1970 in UTC. */
  readonly at: number;
  /** By name of a metric, each finite. */
  readonly metrics: ReadonlyMap<string, number>;
}

/** A row that cannot be used, and why. */
export interface RowAside {
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/** How files of an account are read. */
export interface HistoryOptions {
  readonly platform: string;
  /** The platform, where nobody says it. */
  readonly channel?: string | undefined;
  /** The IANA zone of times without one, and of the channel's weekdays and hours. */
  readonly zone?: string | undefined;
  /** By name of ours (posted_at, id, text, type, or a metric): the column of the file. */
  readonly map?: Readonly<Record<string, string>> | undefined;
  /** The type of all that has none. */
  readonly type?: string | undefined;
  /** In which order a day such as 03/04/2025 is written, where the file does not show it. */
  readonly dates?: DateOrder | undefined;
  /** What divides a number's whole from its parts, where the file does not show it. */
  readonly decimal?: 'dot' | 'comma' | undefined;
  /** Of a file with several accounts: the rows that have this cell. */
  readonly only?: { readonly column: string; readonly value: string } | undefined;
  /** Now, in milliseconds since 1970: nothing was posted later. */
  readonly now: number;
}

/** Day, month and year in one of three orders. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

/** What the files of an account hold. */
export interface HistoryFiles {
  readonly platform: string;
  readonly channel: string;
  readonly zone: string | undefined;
  readonly rows: readonly HistoryRow[];
  readonly aside: readonly RowAside[];
  /** By file: which column is taken for what. */
  readonly columns: readonly FileColumns[];
  /** What was read otherwise than it stands there, or not at all: one sentence each. */
  readonly notes: readonly string[];
}

/** Which columns of a file are taken for what. */
export interface FileColumns {
  readonly file: string;
  /** posted_at, id, text, type: the column of the file, where one is taken for it. */
  readonly roles: Readonly<Record<string, string>>;
  readonly metrics: readonly string[];
}
