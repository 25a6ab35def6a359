import { type GridParts, gridChapter } from './chapter/grid.ts';
import { type ResultParts, resultChapter } from './chapter/result.ts';
import { type ScheduleParts, scheduleChapter } from './chapter/schedule.ts';
import { type ScoreParts, scoreChapter } from './chapter/score.ts';
import type { Chapter } from './chapter/section.ts';

// All that the chapters of a kind are written with stands here, so that their author needs one door.
export { type About, itself, type KeysOf, keysOf, sharing } from './chapter/about.ts';
export { type ChartPart, chartBlock, type Point } from './chapter/chart.ts';
export { type Group, groupsBy } from './chapter/groups.ts';
export { type PageWords, pageOf } from './chapter/page.ts';
export { type Chapter, sectionOf } from './chapter/section.ts';
export type { KindWords, Subject } from './chapter/subject.ts';
export { dated, shownTable } from './chapter/table.ts';
export { factsOf } from './facts.ts';
export type { Block, Datum, Mark, Page, Section, Tile } from './page.ts';
export { byText, frequent, numberOf, numbersOf, recordsOf, sumOf, type TableRecord, textOf } from './records.ts';

/**
 * A chapter of a report as data: the table of the run that it is written from, the finding in words, and the charts and
 * tables that bear it out. What these cannot say, a function in `blocks` makes.
 *
 * @example
 * const tiers = chapter({
 *   id: 'tiers',
 *   title: 'Tiers',
 *   table: 'tiers',
 *   lead: ({ rows }) => `${sumOf(rows, 'placed')} of ${sumOf(rows, 'spots')} spots are placed.`,
 *   blocks: [
 *     { chart: 'bars', caption: 'Spots placed', datum: ({ tier, placed }) => ({ label: tier, value: placed }) },
 *     { caption: 'Tiers', columns: ['tier', 'spots', 'placed'] },
 *   ],
 * });
 * const section = sectionOf(tiers, run);
 * section?.lead // '12 of 13 spots are placed.'
 * section?.blocks.map(({ type }) => type) // ['chart', 'table']
 */
export function chapter(parts: Chapter): Chapter {
  return parts;
}

/**
 * The schedule, in a table for each value of a column, `{ by: 'day' }`, or in one. Every part may be absent: the table is
 * that of the kind, the finding says how many rows there are, and each table which group it is and how many it has.
 *
 * @example
 * const section = sectionOf(chapter.schedule({ by: 'date' }), run, { noun: ['spot', 'spots'], schedule: 'log' });
 * section?.lead // '12 spots on 1 day.'
 * section?.blocks.map((block) => 'caption' in block && block.caption) // ['Monday 10 March 2025: 12 spots']
 */
chapter.schedule = (parts: ScheduleParts = {}): Chapter => scheduleChapter(parts);

/**
 * A result table of the run. All but its name may be absent: every column is shown, and the finding says how many rows
 * there are. Where the run has no such table, neither has the report.
 *
 * @example
 * sectionOf(chapter.table({ table: 'tiers' }), run)?.lead // '3 rows.'
 * sectionOf(chapter.table({ table: 'rooms' }), run) // undefined
 */
chapter.table = (parts: ResultParts): Chapter => resultChapter(parts);

/**
 * Who gets what, and when, right after the tiles: a line for each of one thing, a column for each of another. A schedule
 * without a row, or with more than eight columns, has no such chapter.
 *
 * @example
 * const grid = chapter.grid({
 *   lines: 'advertiser', label: 'Advertiser', columns: 'tier', cell: ({ spot }) => String(spot), caption: 'Spots by tier',
 * });
 * const section = sectionOf(grid, run, { noun: ['spot', 'spots'], schedule: 'log' });
 * section?.lead // '12 spots.'
 * section?.blocks[0]?.type // 'table'
 */
chapter.grid = (parts: GridParts): Chapter => gridChapter(parts);

/**
 * From the terms of the score, less each penalty, to the net score: a waterfall and its numbers. It reads the objective
 * (`raw_score`, `<name>_penalty`, `net_score`) and the table `scores` (`term`, `points`), where the run has one; without
 * a raw score there is no such chapter.
 *
 * @example
 * const objective = { raw_score: 900, cap_penalty: 200, total_penalties: 200, net_score: 700 };
 * const scored = Object.assign({}, run, { objective });
 * const section = sectionOf(chapter.score({ labels: { cap_penalty: 'Caps' } }), scored);
 * section?.lead // 'The rows earn 900 points. Penalties take 200 (22.2%) and leave 700.'
 * section?.blocks.map((block) => 'caption' in block && block.caption)
 * // ['From score terms, less penalties, to the net score (points)', 'Points by term and penalty']
 */
chapter.score = (parts: ScoreParts = {}): Chapter => scoreChapter(parts);
