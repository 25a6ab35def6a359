import { describe, expect, it } from 'vitest';
import { type Chapter, chapter, groupsBy } from '../../../src/report/chapter.ts';
import { run, tables, tablesOf, written } from './errands.ts';

describe('the schedule', () => {
  const captions = (one: Chapter) => tablesOf(written(one).blocks).map(({ caption }) => caption);

  it('has a table a day', () => {
    const one = chapter.schedule({ by: 'day' });
    expect(written(one).lead).toBe('3 errands on 2 days.');
    expect(captions(one)).toEqual(['Monday 22 September 2025: 2 errands', 'Tuesday 23 September 2025: 1 errand']);
  });
  it('has a table for each value of any other column', () => {
    const one = chapter.schedule({ by: 'place' });
    expect(written(one).lead).toBe('3 errands in 2 places.');
    expect(captions(one)).toEqual(['town: 2 errands', 'mall: 1 errand']);
  });
  it('has its groups in the order of days, of a list, or of a setting', () => {
    expect(captions(chapter.schedule({ by: 'place', order: ['mall', 'town'] }))[0]).toBe('mall: 1 errand');
    const settings = { places: ['sea', 'mall'] };
    const of = { ...run, scenario: { ...run.scenario, settings } };
    const listed = written(chapter.schedule({ by: 'place', order: 'places' }), of);
    expect(tablesOf(listed.blocks).map(({ caption }) => caption)).toEqual(['mall: 1 errand', 'town: 2 errands']);
    const late = { ...tables.plan!, rows: tables.plan!.rows.toReversed().slice(1) };
    const dated = written(chapter.schedule({ by: 'day' }), { ...run, tables: { ...tables, plan: late } });
    expect(tablesOf(dated.blocks).map(({ caption }) => caption)).toEqual([
      'Monday 22 September 2025: 1 errand',
      'Tuesday 23 September 2025: 1 errand',
    ]);
  });
  it('is one table where nothing is said, each row about itself', () => {
    const one = chapter.schedule();
    expect(written(one)).toMatchObject({ id: 'schedule', title: 'The schedule', lead: '3 errands.' });
    expect(tablesOf(written(one).blocks)).toMatchObject([
      { caption: 'Errands', file: 'plan.csv', about: [['errand:0'], ['errand:1'], ['errand:2']] },
    ]);
  });
  it('keeps what each row is about where its groups are sorted', () => {
    const rows = chapter.schedule({ by: 'day', rows: (all) => all.toReversed() });
    expect(tablesOf(written(rows).blocks)[0]).toMatchObject({ about: [['errand:2'], ['errand:0']] });
  });
  it('is grouped by whatever a function says, with words of its own', () => {
    const one = chapter.schedule({
      by: ({ rows }) => groupsBy('day', rows, [{ day: '2025-09-21' }, { day: '2025-09-22' }]),
      caption: ({ name, rows }) => `${name}: ${rows.length}`,
      columns: ['id'],
    });
    expect(captions(one)).toEqual(['2025-09-21: 0', '2025-09-22: 2']);
    expect(tablesOf(written(one).blocks)[1]?.table.rows).toEqual([['post'], ['shop']]);
  });
  it('says that it is empty', () => {
    expect(written(chapter.schedule({ table: 'empty', by: 'day' }))).toMatchObject({
      lead: 'The schedule is empty.',
      blocks: [],
    });
  });
});
