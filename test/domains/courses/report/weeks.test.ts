import { describe, expect, it } from 'vitest';
import { courses } from '../../../../src/domains/courses/index.ts';
import { readScenario, runScenario } from '../../../../src/index.ts';
import { drawChart } from '../../../../src/report/charts/draw.ts';

const winter = async () => courses.page(await runScenario(readScenario('scenarios/courses/winter.yaml')));

describe('the report of a timetable', () => {
  it('draws the week of each curriculum, without a warning', async () => {
    const { first = [] } = await winter();
    const weeks = first.find(({ id }) => id === 'weeks');
    const charts = weeks?.blocks.filter((block) => block.type === 'chart') ?? [];
    expect(weeks?.lead).toMatch(/^\d+ meetings in the weeks of 4 curricula\.$/);
    expect(charts.map(({ caption }) => caption)).toEqual([
      'civ2: 10 courses',
      'ele2: 10 courses',
      'mec2: 11 courses',
      'sof2: 9 courses',
    ]);
    const warnings: string[] = [];
    for (const chart of charts) await drawChart(chart, 'c', (text) => warnings.push(text));
    expect(warnings).toEqual([]);
  });

  it('says how many days are free, and what they cost', async () => {
    const { sections } = await winter();
    expect(sections.find(({ id }) => id === 'days')?.lead).toBe(
      '20 days of curricula: 0 free, none of them costs anything.',
    );
  });
});
