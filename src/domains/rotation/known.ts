import type { RotationSettings } from './scenario.ts';
import type { RotationTables } from './tables.ts';
import type { World } from './world.ts';

/** What is known once the tables are indexed: all that rules may look at. */
export interface Known {
  readonly settings: RotationSettings;
  readonly tables: RotationTables;
  readonly world: World;
}
