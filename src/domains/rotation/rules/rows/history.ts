import type { Limits } from '../../../../kernel/model.ts';
import { type RowsOf, rowLimits } from '../../../../policy/rows.ts';
import type { Airings } from './airings.ts';

/** Rows as limits that give way just so far that what has happened fits, and nothing more does. */
export const limitsBeside = ({ happened }: Airings, rows: Omit<RowsOf, 'certain'>): readonly Limits[] =>
  rowLimits({ ...rows, certain: happened });
