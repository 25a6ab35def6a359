import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { PATTERNS } from '../../bench/faculty/hidden.ts';
import { facultyRows } from '../../bench/faculty/rows.ts';
import { groupBy } from '../../src/audit/rows.ts';
import { courses } from '../../src/domains/courses/index.ts';
import { readScenario } from '../../src/index.ts';
import { sampleRows } from '../../src/policy/shape.ts';
import { loadData } from '../../src/tables/load.ts';

type Row = Readonly<Record<string, unknown>>;
const rowsOf = (sections: number, table: string, seed = 1) => facultyRows(seed, sections)[table] as readonly Row[];
const distinct = (rows: readonly Row[], column: string) => new Set(rows.map((row) => row[column])).size;

describe('the faculty week', () => {
  it('has 200 sections, 40 rooms, 90 instructors and 40 curricula of 4 to 6 sections', () => {
    expect(rowsOf(200, 'courses')).toHaveLength(200);
    expect(rowsOf(200, 'rooms')).toHaveLength(40);
    const taught = rowsOf(200, 'courses').flatMap(({ instructors }) => String(instructors).split(';'));
    expect(new Set(taught).size).toBe(90);
    const listings = rowsOf(200, 'curricula');
    expect(distinct(listings, 'curriculum')).toBe(40);
    for (const { length } of groupBy(listings, ({ curriculum }) => curriculum).values())
      expect([4, 5, 6]).toContain(length);
  });

  it('grows with the number of its sections', () => {
    expect(rowsOf(50, 'courses')).toHaveLength(50);
    expect(distinct(rowsOf(50, 'curricula'), 'curriculum')).toBe(10);
    expect(rowsOf(400, 'rooms')).toHaveLength(80);
    expect(distinct(rowsOf(400, 'courses'), 'course')).toBe(400);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(facultyRows(3, 40)).toEqual(facultyRows(3, 40));
    expect(facultyRows(4, 40)).not.toEqual(facultyRows(3, 40));
  });

  it('has no row that the tables set aside', () => {
    const { quarantined } = loadData(courses.tables, { sample: 1 }, (seed) =>
      sampleRows(courses.tables, facultyRows(seed)),
    );
    expect(quarantined).toEqual([]);
  });

  it('has the patterns that its scenario says', () => {
    const { settings } = readScenario('scenarios/courses/faculty.yaml');
    expect((settings as unknown as { patterns: unknown }).patterns).toEqual(PATTERNS);
  });

  it('stands in scenarios/courses/faculty as seed 1 gives it', () => {
    const folder = new URL('../../scenarios/courses/faculty/', import.meta.url);
    for (const { name, header, rows } of sampleRows(courses.tables, facultyRows(1))) {
      const lines = readFileSync(new URL(`${name}.csv`, folder), 'utf8')
        .trim()
        .split('\n');
      const used = lines[0]!.split(',');
      const text = (row: readonly string[]) => used.map((column) => row[header.indexOf(column)]).join(',');
      expect(lines.slice(1), name).toEqual(rows.map(text));
    }
  });
});
