import { sampleRows } from '../../../policy/shape.ts';
import type { RawTable, TableSpec } from '../../../tables/table.ts';
import { postTables } from '../tables.ts';
import { audiences, blackouts, caps, channels, holidays, published } from './channels.ts';
import { postsOf } from './posts.ts';
import { randomOf } from './random.ts';

/**
 * The sample data: 30 days of a small agency from 3 November 2025 on, with five accounts on four platforms in three
 * time zones. The same seed gives the same tables, byte for byte.
 */
export const sample = (seed: number): readonly RawTable[] =>
  sampleRows(Object.values(postTables) as unknown as readonly TableSpec[], {
    ...{ channels, audiences, holidays, blackouts, caps, published },
    posts: postsOf(randomOf(seed)),
  });
