import { describe, expect, it } from 'vitest';
import {
  type Block,
  type Chapter,
  chapter,
  dated,
  groupsBy,
  itself,
  numberOf,
  sectionOf,
  textOf,
} from '../../src/report/chapter.ts';
import { tinyRun } from '../runs/tiny.ts';
import { run, tables, tablesOf, written } from './chapter/errands.ts';
import { table } from './table.ts';

const week = await tinyRun();

const first = (one: Chapter): Block => written(one).blocks[0]!;

/** A chapter of the days with these parts. */
const days = (...blocks: Chapter['blocks']) =>
  chapter({ id: 'days', title: 'Days', table: 'days', lead: ({ rows }) => `${rows.length} days.`, blocks });

describe('a chapter', () => {
  it('has its finding in words, from the rows of its table', () => {
    expect(written(days())).toEqual({ id: 'days', title: 'Days', lead: '3 days.', blocks: [] });
  });
  it('says one sentence and shows nothing where it has no object', () => {
    const off = { ...days({ caption: 'Days' }), off: () => 'Days are off.' };
    expect(written(off)).toMatchObject({ lead: 'Days are off.', blocks: [] });
  });
  it('is left out where it finds nothing', () => {
    expect(sectionOf({ ...days(), lead: () => undefined }, run)).toBeUndefined();
  });
  it('reads a table that the run does not have as one without rows', () => {
    expect(written({ ...days({ caption: 'None' }), table: 'none' })).toMatchObject({ lead: '0 days.', blocks: [] });
  });
  it('shows what a function makes where no chart and no table will do', () => {
    expect(first(days(({ rows }) => [{ type: 'list', items: rows.map((row) => textOf(row, 'date')) }]))).toMatchObject({
      items: ['2025-09-22', '2025-09-23', '2025-09-24'],
    });
  });
  it('has a paragraph where there is something to say', () => {
    const rest = (text: string) => written(days({ text: () => text })).blocks;
    expect([rest('One day is free.'), rest('')]).toEqual([[{ type: 'text', text: 'One day is free.' }], []]);
  });
});

describe('a chart of a chapter', () => {
  const bars = {
    chart: 'bars',
    caption: 'Used',
    datum: ({ date, used }: Readonly<Record<string, unknown>>) => ({ label: String(date), value: Number(used) }),
  };
  it('draws a datum a row and names it by its label', () => {
    expect(first(days({ ...bars, rows: (rows) => rows.slice(0, 1) }))).toEqual({
      type: 'chart',
      chart: 'bars',
      caption: 'Used',
      data: { rows: [{ label: '2025-09-22', value: 2 }] },
      marks: { rows: [{ title: '2025-09-22', facts: [] }] },
    });
  });
  it('says the fields of a row with labels and units, and none that is not there', () => {
    const facts = ['used errands', 'penalty points', 'none'];
    expect(first(days({ ...bars, facts, title: () => 'A day' }))).toMatchObject({
      marks: {
        rows: [
          {
            title: 'A day',
            facts: [
              ['Used', '2 errands'],
              ['Penalty (points)', '0'],
            ],
          },
          {},
          {},
        ],
      },
    });
  });
  it('draws some fields of rows made from those of the table', () => {
    const rows = () => [{ label: 'a', value: 1, hidden: 2 }];
    expect(first(days({ chart: 'bars', caption: 'Made', rows, datum: ['label', 'value'] }))).toMatchObject({
      data: { rows: [{ label: 'a', value: 1 }] },
    });
  });
  it('is left out where there is nothing to draw', () => {
    expect(written(days({ ...bars, rows: () => [] })).blocks).toEqual([]);
  });
  it('fills further data sets, and gives marks to its own alone', () => {
    const sets = () => ({ frame: [{ from: 0 }] });
    expect(first(days({ ...bars, set: 'days', sets, rows: (rows) => rows.slice(2) }))).toMatchObject({
      data: { frame: [{ from: 0 }], days: [{ label: '2025-09-24', value: 0 }] },
      marks: { days: [{ title: '2025-09-24' }] },
    });
  });
  it('says nothing of a row without a name', () => {
    expect(first(days({ ...bars, title: () => '' }))).toMatchObject({ marks: { rows: [null, null, null] } });
  });
});

describe('a table of a chapter', () => {
  it('shows every column and row where nothing else is said', () => {
    expect(first(days({ caption: 'Days' }))).toEqual({ type: 'table', caption: 'Days', table: tables.days });
  });
  it('shows the columns named, in their order, and one that is made', () => {
    const columns = ['used', 'none', { name: 'free', type: 'text', label: 'Free', value: () => 'yes' } as const];
    expect(first(days({ caption: 'Days', columns, rows: (rows) => rows.slice(0, 1) }))).toMatchObject({
      table: {
        columns: [
          { name: 'used', type: 'integer', label: 'Used' },
          { name: 'free', type: 'text', label: 'Free' },
        ],
        rows: [[2, 'yes']],
      },
    });
  });
  it('sends to the file of its own table where rows are folded', () => {
    expect(first(days({ caption: 'Plan', table: 'plan', limit: 2 }))).toMatchObject({ limit: 2, file: 'plan.csv' });
  });
  it('writes the dates of a sentence as people read them where that is asked for', () => {
    const notes = table(['text:text:Note', 'raw:text:Raw'], [['closed on 2025-09-24', '2025-09-24']]);
    const one = { ...days({ caption: 'Notes', columns: [dated('text'), 'raw'] }), table: 'notes' };
    expect(tablesOf(written(one, { ...week, tables: { notes } }).blocks)[0]?.table).toEqual({
      columns: notes.columns,
      rows: [['closed on Wed 24 Sep', '2025-09-24']],
    });
  });
});

describe('what a row is about', () => {
  const about = (of: Chapter['about']) =>
    tablesOf(written({ ...days({ caption: 'Days' }), ...(of && { about: of }) }).blocks)[0]?.about;

  it('are the rows of the schedule with the same value in a column', () => {
    expect(about({ date: 'day' })).toEqual([['errand:0', 'errand:2'], ['errand:1'], []]);
  });
  it('is the row itself', () => {
    expect(about(itself('day'))).toEqual([['day:0'], ['day:1'], ['day:2']]);
  });
  it('is whatever a function says', () => {
    expect(about(() => (row) => [`date:${textOf(row, 'date')}`])?.[0]).toEqual(['date:2025-09-22']);
  });
  it('is nothing where nobody says it', () => {
    expect(about(undefined)).toBeUndefined();
  });
  it('does not pass to a part of another table', () => {
    const one = { ...days({ caption: 'Days' }, { caption: 'Plan', table: 'plan' }), about: itself('day') };
    expect(tablesOf(written(one).blocks).map((block) => block.about?.length)).toEqual([3, undefined]);
  });
});

describe('a result table', () => {
  it('has a title, a finding and all columns from its name alone', () => {
    const section = written(chapter.table({ table: 'days' }));
    expect(section).toMatchObject({ id: 'days', title: 'Days', lead: '3 rows.' });
    expect(section.blocks).toMatchObject([{ caption: 'Days', table: tables.days, file: 'days.csv' }]);
  });
  it('is shown in words of its own', () => {
    const one = chapter.table({
      table: 'days',
      title: 'Week',
      lead: ({ rows }) => `${rows.length} days.`,
      columns: ['date'],
    });
    expect(written(one)).toMatchObject({ title: 'Week', lead: '3 days.', blocks: [{ caption: 'Week' }] });
  });
  it('is not in the report where the run has no such table', () => {
    expect(sectionOf(chapter.table({ table: 'none' }), run)).toBeUndefined();
  });
});

describe('groups of rows', () => {
  it('are in the order of the rows, or of the table that lists them', () => {
    const rows = [{ day: 'b' }, { day: 'a' }, { day: 'b' }];
    const sizes = (heads?: readonly { readonly day: string }[]) =>
      groupsBy('day', rows, heads).map((group) => [group.name, group.rows.length, numberOf(group.head, 'most')]);
    expect(sizes()).toEqual([
      ['b', 2, 0],
      ['a', 1, 0],
    ]);
    expect(sizes([{ day: 'a' }, { day: 'c' }])).toEqual([
      ['a', 1, 0],
      ['c', 0, 0],
    ]);
  });
});
