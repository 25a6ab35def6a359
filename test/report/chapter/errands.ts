import { type Block, type Chapter, sectionOf } from '../../../src/report/chapter.ts';
import type { Run } from '../../../src/runs/run.ts';
import { tinyRun } from '../../runs/tiny.ts';
import { table } from '../table.ts';

const week = await tinyRun();

export const tables: Run['tables'] = {
  plan: table(
    ['id:text:Errand', 'day:date:Day', 'place:text:Place', 'worth:integer:Worth'],
    [
      ['post', '2025-09-22', 'town', 3],
      ['bank', '2025-09-23', 'town', 5],
      ['shop', '2025-09-22', 'mall', 2],
    ],
  ),
  days: table(
    ['date:date:Day', 'most:integer:At the most', 'used:integer:Used', 'penalty:integer:Penalty (points)'],
    [
      ['2025-09-22', 2, 2, 0],
      ['2025-09-23', 2, 1, 40],
      ['2025-09-24', 2, 0, 0],
    ],
  ),
  empty: table(['id:text:Errand'], []),
};
export const objective = { raw_score: 10, late_penalty: 4, far_penalty: 0, total_penalties: 4, net_score: 6 };
export const run = { ...week, tables, objective, candidates: 9 };
export const words = { noun: ['errand', 'errands'], schedule: 'plan' } as const;

export const written = (one: Chapter, of: Run = run) => sectionOf(one, of, words)!;
export const tablesOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.type === 'table' ? [block] : []));
