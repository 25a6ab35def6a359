import { describe, expect, it } from 'vitest';
import { chapter, type PageWords, pageOf } from '../../../src/report/chapter.ts';
import { renderReport } from '../../../src/report/render.ts';
import { checkPage } from '../page-schema.ts';
import { run, words } from './errands.ts';

describe('a page of chapters', () => {
  const given: PageWords = { ...words, subtitle: ({ name }) => `Errands of ${name}` };
  const chapters = [chapter.schedule({ by: 'day' }), chapter.score(), chapter.table({ table: 'days' })];
  const page = pageOf(chapters, given)(run);

  it('says what was decided, of how many candidates', () => {
    expect(page.subtitle).toBe(`Errands of ${run.name}: 3 errands from 9 candidates`);
  });
  it('has the chapters in their order, and the schedule behind them', () => {
    expect(page.sections.map(({ id }) => id)).toEqual(['score', 'days']);
    expect(page.schedule?.id).toBe('schedule');
  });
  it('may begin with the schedule', () => {
    const front = pageOf([chapter.schedule({ last: false }), chapter.score()], given)(run);
    expect([front.sections.map(({ id }) => id), front.schedule]).toEqual([['schedule', 'score'], undefined]);
  });
  it('has no chapter where there is no schedule', () => {
    expect(pageOf(chapters, given)({ ...run, status: 'infeasible' })).toEqual({
      subtitle: `Errands of ${run.name}`,
      tiles: [],
      sections: [],
    });
  });
  it('is a report, drawn whole, from one line a chapter', async () => {
    checkPage(page);
    const html = await renderReport(run, page);
    for (const id of ['score', 'days', 'schedule']) expect(html).toContain(`<section id="${id}"`);
    expect(html).toContain('Monday 22 September 2025: 2 errands');
  });
});
