import { describe, expect, it } from 'vitest';
import { chapter, sectionOf } from '../../../src/report/chapter.ts';
import { tinyRun } from '../../runs/tiny.ts';
import { table } from '../table.ts';
import { objective, run, tablesOf, written } from './errands.ts';

const week = await tinyRun();

describe('the score', () => {
  const scores = table(
    ['term:text:Term', 'points:number:Points'],
    [
      ['worth', 12],
      ['way', -2],
      ['luck', 0],
    ],
  );
  const scored = { ...week, tables: { scores }, objective };
  const labels = { way: 'The way there', late_penalty: 'Being late' };

  it('goes from terms, less penalties, to the net score', () => {
    const [chart] = written(chapter.score({ labels }), scored).blocks;
    const rows = chart?.type === 'chart' ? chart.data.rows! : [];
    expect(rows.map(({ label, from, to, said }) => [label, from, to, said])).toEqual([
      ['Worth', 0, 12, '+12'],
      ['The way there', 12, 10, '−2'],
      ['Raw score', 0, 10, '10'],
      ['Being late', 10, 6, '−4'],
      ['Far', 6, 6, '0'],
      ['Net score', 0, 6, '6'],
    ]);
  });
  it('says what the schedule earns and what penalties take', () => {
    expect(written(chapter.score(), scored).lead).toBe(
      'The errands earn 10 points. Penalties take 4 (40%) and leave 6.',
    );
    const free = { ...scored, objective: { raw_score: 10, total_penalties: 0, net_score: 10 } };
    expect(written(chapter.score(), free).lead).toBe('The errands earn 10 points, and no penalty takes any of them.');
  });
  it('says the points of each part, and their share', () => {
    expect(tablesOf(written(chapter.score(), scored).blocks)[0]?.table.rows).toContainEqual(['Late', -4, -0.4]);
  });
  it('begins with the raw score where no terms are known', () => {
    const [chart] = written(chapter.score()).blocks;
    expect(chart?.type === 'chart' && chart.data.rows?.[0]).toMatchObject({ label: 'Raw score', from: 0, to: 10 });
  });
  it('is not in the report where there is no raw score', () => {
    expect(sectionOf(chapter.score(), { ...run, objective: { net_score: 6 } })).toBeUndefined();
  });

  it('adds penalties up where nobody else did, and of many draws those that cost something', () => {
    const free = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`p${n}_penalty`, 0]));
    const own = { raw_score: 10, ...free, late_penalty: 4, net_score: 6 };
    const section = written(chapter.score(), { ...week, tables: {}, objective: own });
    expect(section.lead).toMatch(/Penalties take 4 \(40%\) and leave 6\.$/);
    const [chart] = section.blocks;
    const rows = chart?.type === 'chart' ? chart.data.rows! : [];
    expect(rows.map(({ label }) => label)).toEqual(['Raw score', 'Late', 'Net score']);
  });
});
