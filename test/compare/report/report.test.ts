import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compareOf } from '../../../src/compare/compare.ts';
import type { Comparison } from '../../../src/compare/comparison.ts';
import { COLOURS } from '../../../src/compare/report/colours.ts';
import { changeText, fullText, headlines, shortName, valueText } from '../../../src/compare/report/format.ts';
import { renderComparison } from '../../../src/compare/report/report.ts';
import { comparisonView, sectionsOf } from '../../../src/compare/report/view.ts';
import { findingOf, standing, titleOf } from '../../../src/compare/report/words.ts';
import { compareScenarios } from '../../../src/compare/scenarios.ts';
import { loans } from '../../../src/domains/loans/index.ts';
import { type Chart, drawChart } from '../../../src/report/charts/draw.ts';
import type { Run } from '../../../src/runs/run.ts';
import { rewrittenRun, stuckRun, tinyRun } from '../../runs/tiny.ts';
import { policies, policyRun } from './policies.ts';

const chartsOf = (comparison: Comparison): readonly Chart[] =>
  sectionsOf(comparison).flatMap(({ blocks }) => blocks.filter((block) => block.type === 'chart'));

const four = await policies(4, true);
const twenty = await policies(20);
const [week, second, third] = [await policyRun(0), await policyRun(1), await policyRun(2)];
const stuck = await stuckRun();

/** The first is the baseline, under whose policy the others are priced. */
const compared = async (...runs: readonly Run[]) => (await compareScenarios(runs, { attribution: false })).comparison;

/** The tiny week with some settings changed, under the name of a variant. */
async function variant(name: string, set: readonly string[]): Promise<Run> {
  return { ...(await tinyRun({ set })), name: `week@${name}` };
}

describe('the finding', () => {
  it('says who is best in score and in fairness, and what the way from one to the other costs', () => {
    expect(findingOf(four)).toContain(
      'Of 4 scenarios, week and policy_01 have the greatest net score by the yardstick, 7,262 points, and policy_03 is the best in partners reached: 7 partners.',
    );
    expect(findingOf(four)).toContain(
      'From week to policy_03, net score by the yardstick falls by 225 points and partners reached rises from 5 to 7, about 113 points for each.',
    );
  });
  it('prices all under one policy, and says first who has the same schedule', () => {
    expect(findingOf(four)).toMatch(
      /^week and policy_01 have the same schedule\. All are priced under the policy of week, since points of different policies are different currencies\. /,
    );
    expect(four.runs.map(({ values }) => values.yardstick_net_score)).toEqual([7262, 7262, 7162, 7037]);
  });
  it('claims of no policy that it is beaten because its points are worth less', () => {
    expect(findingOf(four)).toContain(
      'None is worse than another in both net score by the yardstick and partners reached: which is best is for policy to say.',
    );
  });
  it('names those that are no choice', async () => {
    // Two loans are always dearer than one by the week's own policy, and no partner more is reached.
    const rigid = await variant('monday', ['start_days=[mon]', 'rules.fairness.penalty=210']);
    expect(findingOf(await compared(week, third, rigid))).toContain('No choice, since another is at least as good in');
  });
  it('compares no points where nothing was priced under one policy', () => {
    const bare = compareOf(loans, [week, second]);
    expect([bare.yardstick.one, bare.frontiers]).toEqual([false, []]);
    expect(findingOf(bare)).toContain('Points of different policies are different currencies, and are not compared.');
    const net = bare.differences[0]!.measures.find(({ name }) => name === 'net_score');
    expect([net?.difference, net?.direction]).toEqual([null, 'other']);
  });
  it('prices no schedule that breaks a hard rule of the baseline, and claims nothing of it', async () => {
    const strict = await variant('monday', ['start_days=[mon]']);
    const both = await compared(strict, week);
    expect(both.yardstick.unpriced).toEqual([{ name: 'week', why: 'it breaks start_days there' }]);
    expect(findingOf(both)).toContain('week cannot be ranked under the policy of monday: it breaks start_days there.');
    expect(both.frontiers[0]!.points.map(({ score }) => score === null)).toEqual([false, true]);
  });
  it('says once what is the same in all', () => {
    expect(findingOf(four)).toMatch(/The same in all: loans 9, .*over budget \$50/);
  });
  it('needs no trade-off where one is best in both', async () => {
    // Two slots, hence two partners.
    const worse = await variant('monday', ['start_days=[mon]']);
    expect(findingOf(await compared(week, worse))).toContain(
      'Of 2 scenarios, week has the greatest net score, 7,262 points, and is the best in partners reached too: 5 partners.',
    );
  });
  it('names no trade-off where the others are only as good', async () => {
    expect(findingOf(await compared(week, second))).toContain(
      'Of 2 scenarios, week and policy_01 have the greatest net score by the yardstick, 7,262 points, and none is better in partners reached: 5 partners.',
    );
  });
  it('names all that share the greatest score', async () => {
    // Distances count by office here, so that a range in miles changes nothing.
    const equal = await variant('near', ['rules.locality.range_miles=400']);
    expect(findingOf(await compared(week, equal))).toContain(
      'Of 2 scenarios, week and near have the greatest net score, 7,262 points, and none is better in partners reached: 5 partners.',
    );
  });
  it('warns where the data is not the same', () => {
    // One hash stands for a second folder of tables.
    const other = { ...second, provenance: { ...second.provenance, data: 'other' } };
    expect(findingOf(compareOf(loans, [week, other]))).toContain(
      'Beware: policy_01 did not read the same data as week.',
    );
  });
});

describe('the standing', () => {
  // So small a week is always proven and its audit never fails: these two are written into the record.
  const withSecond = (changes: Partial<Run>) => standing(compareOf(loans, [week, { ...second, ...changes }]));
  it('is good where every schedule is proven', () => {
    expect(withSecond({})).toMatchObject({
      tone: 'good',
      headline: '2 schedules, each proven to be the best of its policy',
    });
  });
  it('is fair where one is not proven, or there is none', () => {
    expect(withSecond({ status: 'feasible' })).toMatchObject({
      tone: 'fair',
      headline: 'policy_01: the best found, not proven to be the best',
    });
    expect(standing(compareOf(loans, [week, { ...stuck, name: 'week@none' }]))).toMatchObject({
      tone: 'fair',
      headline: 'none: no schedule',
    });
  });
  it('is poor where an audit failed, whatever else', () => {
    const audit = { passed: false, levels: [] };
    expect(withSecond({ audit })).toMatchObject({ tone: 'poor', headline: 'policy_01: the audit failed' });
  });
});

describe('words and numbers', () => {
  it('write values and differences with their units', () => {
    expect(valueText(0.123, { unit: 'share' })).toBe('12.3%');
    expect(changeText(-0.333, { unit: 'share' })).toBe('−33.3 pp');
    expect(changeText(40, { unit: 'dollars' })).toBe('+$40');
    expect(valueText(0.16369, {})).toBe('0.164');
    expect(fullText(7, { unit: 'partners' })).toBe('7 partners');
    expect(valueText(null, { unit: 'partners' })).toBe('–');
  });
  it('cut a name that is too long for a chart', () => {
    expect(shortName({ mark: 'B', label: 'a_very_long_policy' }, 10)).toBe('B  a_very_lo…');
  });
  it('give a title to two, and to many', async () => {
    expect(titleOf(await policies(2))).toBe('week@policy_01 against week');
    expect(titleOf(twenty)).toBe('week: 20 scenarios side by side');
  });
  it('take as headlines only measures in which the runs differ', () => {
    expect(headlines(four).map(({ name }) => name)).toEqual([
      'partners_assigned',
      'max_concentration',
      'gini_eligible',
      'top_5_share',
      'yardstick_net_score',
      'net_score',
    ]);
  });
});

describe('colours', () => {
  const light = (hex: string): number => {
    const [r, g, b] = [1, 3, 5].map((at) => {
      const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
  };
  it('are twenty different ones', () => {
    expect(new Set(COLOURS).size).toBe(20);
  });
  it.each(COLOURS)('%s carries white text, and stands out from light and dark paper', (colour) => {
    expect(1.05 / (light(colour) + 0.05)).toBeGreaterThanOrEqual(4.5);
    expect((light('#fdfcf9') + 0.05) / (light(colour) + 0.05)).toBeGreaterThanOrEqual(3);
    expect((light(colour) + 0.05) / (light('#14181f') + 0.05)).toBeGreaterThanOrEqual(3);
  });
  it('are the same for a scenario in every chart and table', async () => {
    const rows = chartsOf(twenty).flatMap(({ data }) => Object.values(data).flat());
    const byMark = new Map<unknown, Set<unknown>>();
    for (const { mark, label, colour } of rows) {
      if (colour === undefined) continue;
      // One label stands for marks on one place, "B, C", in the colour of the first; the others have none.
      const key = String(mark ?? label).split(/[ ,]/)[0];
      if (key === '') continue;
      byMark.set(key, (byMark.get(key) ?? new Set()).add(colour));
    }
    expect([...byMark.values()].map((colours) => [...colours])).toEqual(COLOURS.map((colour) => [colour]));
    const { key } = await comparisonView(twenty, '');
    expect(key.rows.map(({ chip }) => chip)).toEqual(COLOURS.map((_, index) => `c${index}`));
  });
});

describe.each([
  ['four', four],
  ['twenty', twenty],
])('the charts of %s scenarios', (_, comparison) => {
  it.each(chartsOf(comparison).map((chart) => [chart.caption, chart] as const))('%s: no warning', async (_, chart) => {
    const warnings: string[] = [];
    const drawings = await drawChart(chart, 'c', (text) => warnings.push(text));
    expect(warnings).toEqual([]);
    for (const { svg } of drawings) expect(svg).not.toMatch(/<(script|a|image|foreignObject)\b|\shref=|NaN|undefined/);
  });
});

it('has a drawing for every spec of the folder', () => {
  const own = readdirSync('reports/charts').filter((file) => /^comparison-.*\.vl\.json$/.test(file));
  expect([...new Set(chartsOf(four).map(({ chart }) => `${chart}.vl.json`))].sort()).toEqual(own.sort());
});

describe('the report', () => {
  it('is the same bytes each time', async () => {
    expect(await renderComparison(four)).toBe(await renderComparison(four));
  });
  it('leaves no gap and names every scenario', async () => {
    const html = await renderComparison(twenty);
    expect(html).not.toMatch(/undefined|NaN|\[object/);
    for (const { mark, label } of twenty.runs) expect(html).toMatch(new RegExp(`">${mark}</span> ${label}`));
  });
  it('shows better and worse in words, not in colour alone', async () => {
    const html = await renderComparison(four);
    expect(html).toContain(
      '<span class="change worse"><span aria-hidden="true">▼</span> −100<span class="unseen"> worse',
    );
    expect(html).toContain(
      '<span class="change better"><span aria-hidden="true">▲</span> +1<span class="unseen"> better',
    );
  });
  it('tells which setting did how much', async () => {
    const html = await renderComparison(four);
    expect(html).toContain('<td class="right whole">−181</td>');
    expect(html).toMatch(/all of them<\/th>(?:<td class="right whole">[^<]*<\/td>)*<td class="right whole">−225<\/td>/);
  });
  it('is drawn though a run has no schedule', async () => {
    const none = { ...stuck, name: 'week@none' };
    const html = await renderComparison(compareOf(loans, [week, none, third]));
    expect(html).toContain('<span class="remark">infeasible</span>');
    expect(html).not.toMatch(/undefined|NaN|\[object/);
  });
  it('is drawn though none has a schedule', async () => {
    const none = (id: string) => ({ ...stuck, id, name: `week@${id}` });
    expect(await renderComparison(compareOf(loans, [none('a'), none('b')]))).toContain('no schedule');
  });
  it('shows hostile names as text', async () => {
    const hostile = '<img src=x onerror=alert(1)>';
    const renamed = await rewrittenRun({ name: () => hostile });
    // A scenario cannot have settings of any name, but its record is a file.
    const run = {
      ...renamed,
      name: `week@${hostile}`,
      title: hostile,
      scenario: { ...renamed.scenario, settings: { [hostile]: hostile } },
    };
    const html = await renderComparison(compareOf(loans, [week, run]));
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src');
  });
  it('needs no network and runs no script', async () => {
    expect(await renderComparison(four)).not.toMatch(/<script|<link|<img|src=|https?:\/\/(?!www\.w3\.org)/);
  });
});

it('labels marks that lie on one place with the letters of all', async () => {
  const same = await compared(week, { ...week, name: 'again', id: 'another' }, third);
  const frontier = sectionsOf(same).find(({ id }) => id === 'frontier')!;
  const chart = frontier.blocks.find((block) => block.type === 'chart')!;
  expect(chart.data.rows!.map(({ mark }) => mark)).toEqual(['A, B', '', 'C']);
});
