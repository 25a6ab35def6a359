import type { Version } from './version.ts';

/**
 * The contract of a place where versions are published. All that is decided about a version (its base, its kind, whether
 * its run may be published at all) is decided outside of it and is the same for every store.
 */
export interface Store {
  /** The place itself: two stores with one address hold the same versions. It holds no secret, since records keep it. */
  readonly address: string;
  /** What a command says to mean this place, where it is not the usual one: `--to postgres`. */
  readonly option?: string;
  /** Where the versions of a scenario are, as messages say it. */
  readonly where: (name: string) => string;
  /** The numbers of all versions of a scenario, ascending; none where nothing was published yet. Changes nothing. */
  readonly versions: (name: string) => Promise<readonly number[]>;
  /** One version; refused where there is none, or it is not what was published. */
  readonly read: (name: string, version: number) => Promise<Version>;
  /** When a version was published, in milliseconds since 1970. */
  readonly publishedAt: (name: string, version: number) => Promise<number>;
  /**
   * Adds a version that follows its base, whole or not at all: a reader, or a crash at any moment, meets the old versions
   * or the new one besides, and never a part of it. No version is ever changed or removed.
   *
   * @returns what a reader finds there; undefined where somebody else was quicker, and nothing was added.
   */
  readonly add: (version: Version) => Promise<Version | undefined>;
}
