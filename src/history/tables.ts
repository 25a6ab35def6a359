import type { Feature } from '../storage/storage.ts';

/** A channel: an account on a platform, and the zone in which its clock runs. */
export interface ChannelRow {
  readonly channel: string;
  readonly platform: string;
  readonly zone: string;
}

/** What came of one thing that was posted. */
export interface OutcomeRow {
  readonly channel: string;
  readonly key: string;
  readonly type: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** A record of numbers, as JSON. */
  readonly metrics: string;
}

/** The tables of outcomes. */
export interface HistoryTables {
  readonly channels: ChannelRow;
  readonly outcomes: OutcomeRow;
}

/**
 * The tables of outcomes, for `openStorage`.
 *
 * @example
 * HISTORY.name // 'history'
 */
export const HISTORY: Feature = {
  name: 'history',
  migrations: [
    {
      name: 'outcomes',
      up: async (db) => {
        await db.schema
          .createTable('channels')
          .addColumn('channel', 'text', (column) => column.primaryKey().notNull())
          .addColumn('platform', 'text', (column) => column.notNull())
          .addColumn('zone', 'text', (column) => column.notNull())
          .execute();
        await db.schema
          .createTable('outcomes')
          .addColumn('channel', 'text', (column) => column.notNull())
          .addColumn('key', 'text', (column) => column.notNull())
          .addColumn('type', 'text', (column) => column.notNull())
          .addColumn('at', 'bigint', (column) => column.notNull())
          .addColumn('metrics', 'text', (column) => column.notNull())
          .addPrimaryKeyConstraint('outcomes_key', ['channel', 'key'])
          .execute();
      },
    },
  ],
};
