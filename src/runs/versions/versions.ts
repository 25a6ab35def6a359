/** One version of something that a store keeps. */
export interface StoredVersion<T = unknown> {
  /** From 1, without a gap. */
  readonly version: number;
  readonly body: T;
  /** Why it was written. */
  readonly why: string;
  /** When, as ISO text in UTC. */
  readonly at: string;
}

/** What is to be written: only upon the version that was read, so that of two cycles at once one is refused. */
export interface NewVersion {
  readonly name: string;
  /** The newest version that was there when it was read; 0 for none. */
  readonly expected: number;
  readonly body: unknown;
  readonly why: string;
  readonly at: string;
}

/** A place that keeps versions: a folder, or a database. */
export interface Versions {
  readonly latest: (name: string) => Promise<StoredVersion | undefined>;
  /** @throws Refusal where another version has come since. */
  readonly put: (next: NewVersion) => Promise<void>;
}
