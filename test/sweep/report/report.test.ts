import { describe, expect, it } from 'vitest';
import { renderDocument } from '../../../src/report/document.ts';
import type { Section } from '../../../src/report/page.ts';
import { findingsOf } from '../../../src/sweep/findings.ts';
import type { Sweep, SweptRun } from '../../../src/sweep/record.ts';
import { measureTexts } from '../../../src/sweep/report/measures.ts';
import { sweepDocument } from '../../../src/sweep/report/report.ts';
import { failureText, namesOf, policyNamer } from '../../../src/sweep/report/words.ts';
import { settingText } from '../../../src/text/setting.ts';

const HOSTILE = '<script>alert(1)</script>';

/** The same with a harmless second mode: names that a chart has room for. */
const harmless = (sweep: Sweep): Sweep => JSON.parse(JSON.stringify(sweep).replaceAll(HOSTILE, 'linear'));

/** Two penalties and two modes in two worlds: partners grow with the penalty, the second world is a harder one. */
function madeUp(change: (run: SweptRun) => SweptRun = (run) => run): Sweep {
  const worlds = [1, 2];
  const policies = [0, 200].flatMap((penalty) => ['stepped', HOSTILE].map((mode) => [penalty, mode] as const));
  const runs = worlds.flatMap((seed, world) =>
    policies.map(([penalty, mode], policy): SweptRun => {
      const partners = 10 + penalty / 20 + (mode === 'stepped' ? 5 : 0) - 4 * world;
      return change({
        number: world * 4 + policy + 1,
        policy,
        world,
        values: [penalty, mode, seed],
        result: {
          id: `id${world}${policy}`,
          status: 'optimal',
          objective: { net_score: 1000 - penalty - (mode === 'stepped' ? 50 : 0), bound: 1000 },
          metrics: { partners_assigned: partners, assignments: 20 },
          candidates: 9,
          audited: true,
          schedule: `${world} ${policy}`,
          priced: { under: '', net: null, why: null },
          notes: [],
          rows: [],
        },
        expectations: [
          { name: 'partners_assigned', expected: { min: 15 }, actual: partners, passed: partners >= 15, text: '' },
        ],
      });
    }),
  );
  return {
    kind: 'loans',
    name: 'made-up',
    title: 'Made up',
    again: 'evenhand sweep made-up.yaml',
    parameters: [
      { path: 'rules.fairness.penalty', axis: 'policy', values: [0, 200] },
      { path: 'rules.fairness.mode', axis: 'policy', values: ['stepped', HOSTILE] },
      { path: 'data.sample', axis: 'world', values: [1, 2] },
    ],
    policies: 4,
    worlds: 2,
    runs,
    texts: {
      partners_assigned: { label: 'Partners reached', better: 'more', headline: true, frontier: true },
      assignments: { label: 'Loans', better: 'more', headline: true },
    },
  };
}

describe('what a sweep shows', () => {
  it('spreads a measure over its worlds as least, median and greatest', () => {
    const [first] = findingsOf(madeUp()).policies;
    expect(first!.spreads.partners_assigned).toEqual({ min: 11, median: 13, max: 15, runs: 2 });
  });

  it('follows a measure along one setting, over all others', () => {
    const { effects } = findingsOf(madeUp());
    const effect = effects.find((one) => one.parameter === 0 && one.measure === 'partners_assigned')!;
    expect(effect.spreads.map((spread) => spread?.median)).toEqual([10.5, 20.5]);
  });

  it('leaves out what no setting moves, and says its one value', () => {
    const { measures, constant } = findingsOf(madeUp());
    expect(measures.map(({ name }) => name)).toEqual(['net_score', 'partners_assigned']);
    expect(constant).toEqual([{ name: 'assignments', value: 20 }]);
  });

  it('puts policies that none other dominates on the frontier', () => {
    const sweep = madeUp((run) =>
      run.policy === 1 ? { ...run, result: { ...run.result!, objective: { net_score: 1 } } } : run,
    );
    expect(findingsOf(sweep).policies.map(({ efficient }) => efficient)).toEqual([true, false, true, true]);
  });

  it('says in words when policy fails, in which runs and with which policies', () => {
    const found = findingsOf(madeUp()).failures.find(({ name }) => name === 'partners_assigned')!;
    expect(found).toMatchObject({ failed: 3, of: 8, policies: { failed: 2, of: 4, when: 'fairness penalty is 0' } });
  });

  it('does not take a run that could not be made for one that fails', () => {
    const lost = madeUp(({ result, ...run }) =>
      run.world === 1
        ? { ...run, problems: [{ message: 'no such office' }], expectations: [] }
        : { ...run, result: result! },
    );
    const { failures, policies } = findingsOf(lost);
    expect(failures[0]).toMatchObject({ of: 4 });
    expect(policies[0]).toMatchObject({ missing: 1 });
  });
});

describe('the report of a sweep', () => {
  const rowsOf = (section: Section | undefined) =>
    section?.blocks.flatMap((block) => (block.type === 'table' ? block.table.rows : [])) ?? [];
  const drawn = (sweep: Sweep) => renderDocument(sweepDocument(sweep, findingsOf(sweep)));

  it('has every section, the command, and the same bytes each time', async () => {
    const html = await drawn(madeUp());
    for (const id of [
      'holds',
      'swept',
      'expectations',
      'frontier',
      'heat',
      'effect-1',
      'effect-2',
      'worlds',
      'policies',
      'again',
    ])
      expect(html).toContain(`id="${id}"`);
    expect(html).toContain('evenhand sweep made-up.yaml');
    expect(await drawn(madeUp())).toBe(html);
  });

  it('leads with the policies that hold everywhere, then the frontier, then every policy', () => {
    const sweep = harmless(madeUp());
    const { sections, headline, detail } = sweepDocument(sweep, findingsOf(sweep));
    expect(sections.slice(0, 3).map(({ id }) => id)).toEqual(['holds', 'frontier', 'policies']);
    // With a penalty of 200 both modes reach 15 partners in either world.
    expect(headline).toBe('2 of 4 policies meet every expectation in both worlds');
    expect(detail).toContain('They are: penalty 200, stepped; penalty 200, linear');
    expect(rowsOf(sections[0]).map(([policy]) => policy)).toEqual([
      'penalty\u00a0200, stepped',
      'penalty\u00a0200, linear',
    ]);
  });

  it('says of the policies that hold in how many worlds they are beaten', () => {
    const sweep = harmless(
      madeUp((run) => (run.policy === 3 ? { ...run, result: { ...run.result!, objective: { net_score: 1 } } } : run)),
    );
    const [holds] = sweepDocument(sweep, findingsOf(sweep)).sections;
    expect(holds?.lead).toMatch(
      /^2 of 4 policies meet every expectation in both worlds\. 1 of them is beaten in no world:/,
    );
    expect(rowsOf(holds).map((row) => row.at(-1))).toEqual(['0 of 2', '2 of 2']);
  });

  it('names the policies that come nearest where none holds', () => {
    const sweep = harmless(
      madeUp((run) =>
        run.policy > 0 || run.world === 1
          ? { ...run, expectations: [{ ...run.expectations[0]!, passed: false }] }
          : run,
      ),
    );
    const [holds] = sweepDocument(sweep, findingsOf(sweep)).sections;
    expect(holds?.lead).toBe('None of the 4 policies meets every expectation in both worlds. These hold in the most:');
    expect(rowsOf(holds).map((row) => [row[0], row.at(-2)])).toEqual([['penalty\u00a00, stepped', '1 of 2']]);
  });

  it('writes the numbers of a column with the same decimals, at the right, things before points', () => {
    const sweep = harmless(madeUp());
    const section = sweepDocument(sweep, findingsOf(sweep)).sections.find(({ id }) => id === 'policies');
    const [table] = section!.blocks;
    const columns = table?.type === 'table' ? table.table.columns : [];
    expect(columns.map(({ label, align }) => [label, align ?? 'left'])).toEqual([
      ['Policy', 'left'],
      ['Partners reached', 'right'],
      ['Net score (points)', 'right'],
      ['Holds in', 'right'],
      ['Beaten in', 'right'],
    ]);
    expect(measureTexts({ unit: 'partners' }, [9, 10.5, null])).toEqual(['9.0', '10.5', null]);
    expect(measureTexts({ unit: 'share' }, [0.1, 0.125])).toEqual(['10.0%', '12.5%']);
    expect(measureTexts({}, [0.6, 0.75])).toEqual(['0.60', '0.75']);
    expect(measureTexts({ unit: 'dollars' }, [-40, 1200])).toEqual(['−$40', '$1,200']);
  });

  it('names the points of the frontier, and titles its axes with their unit', () => {
    const sweep = harmless(madeUp());
    const section = sweepDocument(sweep, findingsOf(sweep)).sections.find(({ id }) => id === 'frontier');
    const chart = section!.blocks.find(({ type }) => type === 'chart');
    if (chart?.type !== 'chart') throw new Error('no chart');
    expect(chart.titles).toEqual({ x: 'Partners reached', y: 'Net score (points)' });
    const named = chart.data.rows!.filter(({ label }) => label !== '');
    expect(named.map(({ label, wideAlign }) => [label, wideAlign !== ''])).toContainEqual([
      'penalty 200, stepped',
      true,
    ]);
    expect(named.length).toBe(findingsOf(sweep).policies.filter(({ efficient }) => efficient).length);
  });

  it('numbers policies whose names are longer than a chart has room for', () => {
    const sweep = madeUp();
    const { detail, sections } = sweepDocument(sweep, findingsOf(sweep));
    expect(detail).toContain('They are: policy 3; policy 4.');
    expect(rowsOf(sections[0]).map(([policy]) => String(policy).slice(0, 2))).toEqual(['3:', '4:']);
  });

  it('runs nothing that a setting says', async () => {
    expect(await drawn(madeUp())).not.toContain('<script');
  });

  it('names runs that could not be made, and why', async () => {
    const html = await drawn(
      madeUp(({ result, ...run }) =>
        run.number === 3 ? { ...run, problems: [{ message: 'no such office' }] } : { ...run, result: result! },
      ),
    );
    expect(html).toContain('id="failed"');
    expect(html).toContain('no such office');
  });

  it('is red where a run failed its audit', async () => {
    const html = await drawn(
      madeUp((run) => (run.number === 1 ? { ...run, result: { ...run.result!, audited: false } } : run)),
    );
    expect(html).toContain('1 run failed the audit');
    expect(html).toContain('class="verdict poor"');
  });
});

describe('words for settings', () => {
  it('are as short as they can be while no two are the same', () => {
    expect(namesOf(['rules.fairness.penalty', 'rules.tier_caps.penalty', 'week'])).toEqual([
      'fairness penalty',
      'tier caps penalty',
      'week',
    ]);
    expect(namesOf(['a.x.y', 'b.x.y'])).toEqual(['a x y', 'b x y']);
    expect(namesOf(['weights.rank', 'weights.pub'])).toEqual(['rank', 'pub']);
    expect(namesOf(['rules.capacity.override.2025-09-27.slots'])).toEqual(['slots on 2025-09-27']);
  });

  it('show values as a person would write them', () => {
    expect([1200, 0.125, false, 'linear', null].map(settingText)).toEqual([
      '1,200',
      '0.125',
      'off',
      'linear',
      'nothing',
    ]);
  });
});

describe('the name of a policy', () => {
  it('is its values, each after the last word of its setting', () => {
    expect(policyNamer(['weights.rank', 'weights.pub'])([0.5, 2])).toBe('rank 0.5, pub 2');
    expect(policyNamer(['rules.fairness.penalty', 'rules.tier_caps.penalty'])([0, 800])).toBe(
      'fairness penalty 0, tier caps penalty 800',
    );
  });

  it('leaves out the setting of a choice that only one of them has', () => {
    const name = policyNamer(['rules.fairness.mode', 'rules.budgets.mode']);
    expect(name(['linear', 'soft'])).toBe('linear, soft');
    expect(name(['off', 'off'])).toBe('fairness mode off, budgets mode off');
  });

  it('is never JSON, also where a whole rule is swept', () => {
    const name = policyNamer(['rules.fairness', 'start_days']);
    expect(name([{ mode: 'linear', step_up: 400 }, ['mon', 'tue']])).toBe(
      'fairness (mode linear, step up 400), start days (mon, tue)',
    );
    expect(name([false, ['mon']])).toBe('fairness off, start days (mon)');
  });
});

describe('an expectation in words', () => {
  const finding = (name: string, failed: number) => ({ name, failed, of: 4, when: 'penalty is 0' });
  it('holds everywhere, fails somewhere or fails everywhere', () => {
    expect(failureText(finding('gini', 0))).toBe('gini holds in every run.');
    expect(failureText(finding('gini', 1))).toBe('gini fails in 1 of 4 runs: when penalty is 0.');
    expect(failureText(finding('gini', 4))).toBe('gini fails in every run.');
  });
  it('speaks of all of them together', () => {
    expect(failureText(finding('any', 0))).toBe('Every expectation holds in every run.');
    expect(failureText(finding('any', 1))).toBe('Some expectation fails in 1 of 4 runs: when penalty is 0.');
  });
});
