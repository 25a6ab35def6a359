import { describe, expect, it } from 'vitest';
import { loansPage } from '../../../src/domains/loans/report.ts';
import type { Block, Page } from '../../../src/report/page.ts';
import { verdictOf } from '../../../src/report/run/verdict.ts';
import type { Run } from '../../../src/runs/run.ts';
import { fixtureRun, infeasibleRun, table } from '../../report/fixture.ts';

const run = fixtureRun();
const page = loansPage(run);

function section(of: Page, id: string) {
  return of.sections.find((one) => one.id === id)!;
}

function chart(of: Page, id: string, name: string) {
  return section(of, id).blocks.find((block) => block.type === 'chart' && block.chart === name) as Extract<
    Block,
    { type: 'chart' }
  >;
}

/** The fixture with one rule set otherwise. */
function withRule(name: string, rule: unknown): Run {
  const { settings } = run.scenario;
  const rules = { ...(settings.rules as Record<string, unknown>), [name]: rule };
  return { ...run, scenario: { ...run.scenario, settings: { ...settings, rules } } };
}

describe('the first screen', () => {
  it('names office and week', () => {
    expect(page.subtitle).toBe(
      'Los Angeles, Monday 22 September 2025 to Sunday 28 September 2025: 63 loans from 60,233 candidates',
    );
  });
  it('shows eight numbers with their measure', () => {
    expect(page.tiles.map((tile) => [tile.label, tile.value, tile.note])).toEqual([
      ['Loans', '63', 'mean 1.31 a partner served'],
      ['Partners reached', '48', 'of 149 eligible'],
      ['Capacity used', '100%', '63 of 63 slots'],
      ['Budget planned', '$20,500', 'of $30,000 available; Polestar $2,100 without a budget; Audi $700 over'],
      ['Penalties', '9,900', 'points, 13.5% of the raw score'],
      ['New cap overages', '6', 'partner and make pairs, 6 loans over'],
      ['Gini, all eligible', '0.734', '0.577 at the least with 63 loans; 0.164 over the 48 served'],
      ['Top five partners', '15.9%', 'of all loans; rule of thumb: even (below 40%)'],
    ]);
  });
  it('has no tile for a number without meaning', () => {
    const empty = { ...run, metrics: { ...run.metrics, gini_eligible: null, top_5_share: null } };
    expect(loansPage(empty).tiles.map((tile) => tile.label)).not.toContain('Gini, all eligible');
  });
  it('has no tiles where there is no schedule', () => {
    expect(loansPage(infeasibleRun())).toMatchObject({ tiles: [], sections: [] });
  });
});

describe('the waterfall', () => {
  const rows = chart(page, 'score', 'waterfall').data.rows!;
  it('begins each bar where the last one ended and ends at the net score', () => {
    const steps = rows.filter((row) => row.kind !== 'total');
    for (const [i, row] of steps.entries()) if (i > 0) expect(row.from).toBe(steps[i - 1]!.to);
    expect(rows.at(-1)).toMatchObject({ label: 'Net score', from: 0, to: 63212, said: '63,212' });
    expect(steps.at(-1)!.to).toBe(63212);
  });
  it('shows what each penalty took, also nothing', () => {
    const free = loansPage({ ...run, objective: { ...run.objective, cap_penalty: 0 } });
    const caps = chart(free, 'score', 'waterfall').data.rows!.find((row) => row.label === 'Tier caps');
    expect(caps!.said).toBe('0');
  });
  it('leaves out a term of weight zero', () => {
    expect(rows.map((row) => row.label)).not.toContain('Preferred weekday');
  });
});

describe('capacity', () => {
  it('names closed days with their reason', () => {
    expect(section(page, 'capacity').lead).toContain('Wednesday is closed (Company holiday).');
  });
  it('draws every day of the week with its note', () => {
    const rows = chart(page, 'capacity', 'capacity').data.rows!;
    expect(rows.map((row) => row.said)).toEqual([
      '15 of 15',
      '15 of 15',
      'closed',
      '8 of 8',
      '15 of 15',
      '10 of 10',
      'closed',
    ]);
    expect(rows[5]).toMatchObject({ note: 'Saturday delivery after the holiday', slots: 10, filled: 10 });
  });
});

describe('fairness', () => {
  it('says what repeats cost', () => {
    expect(section(page, 'fairness').lead).toBe(
      '48 of 149 eligible partners get a loan, 15 of them more than one, nobody more than 2. Each loan of a partner beyond 1 costs 200 points, and each from the third on 400 more; together 3,000.',
    );
  });
  it('says that the rule is off', () => {
    expect(section(loansPage(withRule('fairness', false)), 'fairness').lead).toContain('The fairness rule is off');
  });
  it('counts partners by loans, those without included', () => {
    const rows = chart(page, 'fairness', 'partners').data.rows!;
    expect(rows.map((row) => [row.loans, row.partners])).toEqual([
      ['none', 101],
      ['1', 33],
      ['2', 15],
    ]);
  });
  it('draws the curve of those served and of all', () => {
    const rows = chart(page, 'fairness', 'lorenz').data.rows!;
    expect(rows.filter((row) => row.curve === 'partners served')).toHaveLength(49);
    expect(rows.filter((row) => row.curve === 'all eligible partners')).toHaveLength(150);
  });
  it('names both ginis with those they are over', () => {
    const measures = section(page, 'fairness').blocks.find((block) => block.type === 'table')!;
    expect(measures.table.rows.slice(0, 2)).toEqual([
      ['Gini coefficient', 'all eligible partners', '0.734', null, null],
      ['Gini coefficient', 'partners served', '0.164', null, 'good (0.10 to 0.20)'],
    ]);
  });
});

describe('caps', () => {
  it('says how many pairs go over and what it costs', () => {
    expect(section(page, 'caps').lead).toBe(
      '6 pairs of partner and make go over the cap, by 6 loans. At 800 points each that costs 4,800.',
    );
  });
  it('says that the caps are hard, or off', () => {
    const rule = { mode: 'hard', penalty: 800, window_months: 12 };
    expect(section(loansPage(withRule('tier_caps', rule)), 'caps').lead).toContain('The caps are hard');
    expect(section(loansPage(withRule('tier_caps', false)), 'caps')).toMatchObject({
      lead: 'The caps are off in this scenario.',
      blocks: [],
    });
  });
  it('lists the pairs with a loan and counts the others', () => {
    const caps = table(
      [
        'partner',
        'make',
        'used_before:integer',
        'cap:integer',
        'assigned:integer',
        'used_after:integer',
        'remaining_after:integer',
        'overage_after:integer',
        'penalty:integer',
      ],
      [
        ['Ana', 'Audi', 5, null, 1, 6, null, 0, 0],
        ['Ben', 'Audi', 5, 5, 0, 5, 0, 0, 0],
        ['Cleo', 'Audi', 2, 3, 1, 3, 0, 0, 0],
      ],
    );
    const blocks = section(loansPage({ ...run, tables: { ...run.tables, caps } }), 'caps').blocks;
    const listed = blocks.find((block) => block.type === 'table')!;
    expect(listed.table.rows.map((row) => row[0])).toEqual(['Cleo', 'Ana']);
    expect(listed.table.rows[1]).toContain('no cap');
    expect(blocks.at(-1)).toEqual({
      type: 'text',
      text: '1 further pair already at or over the cap gets no loan this week; caps.csv lists them.',
    });
  });
});

describe('budgets', () => {
  it('names the fleets that go over, and those without a budget', () => {
    expect(section(page, 'budgets').lead).toBe(
      '$20,500 planned this week. 1 fleet over budget: Audi $700 over. Polestar $2,100 without a budget.',
    );
  });
  it('draws dollars, not cents', () => {
    const [audi] = chart(page, 'budgets', 'budgets').data.rows!;
    expect(audi).toMatchObject({ label: 'Audi Q3', before: 8500, after: 9700, limit: 9000, said: '$700 over' });
  });
});

describe('money adds up', () => {
  const columns = [
    'fleet',
    'quarter',
    'budget_amount:money',
    'amount_used:money',
    'remaining_before:money',
    'planned:money',
    'over_budget:money',
    'status',
  ];
  const rows = [
    ['MAZDA', 'Q3', 3_000_000, 3_127_500, 0, 0, 0, 'nothing left'],
    ['HYUNDAI', 'Q3', 3_800_000, 2_145_050, 1_654_950, 468_000, 0, 'within'],
    ['MASERATI', 'Q3', 2_400_000, 2_280_000, 120_000, 124_000, 4_000, 'over'],
    ['GENESIS', 'Q3', null, 612_000, 0, 0, 0, 'nothing left'],
  ];
  const budgets = table(columns, rows);
  const shown = section(loansPage({ ...run, tables: { ...run.tables, budgets } }), 'budgets').blocks.at(-1);
  it('to the cent, with a sign where more is spent than there is, and says whose doing it was', () => {
    expect(shown).toMatchObject({
      table: {
        rows: [
          ['Mazda', 'Q3', '$30,000', '$31,275', '$0', '−$1,275', '$0', 'overspent before by $1,275'],
          ['Hyundai', 'Q3', '$38,000', '$21,450.50', '$4,680', '$11,869.50', '$0', 'within'],
          ['MASERATI', 'Q3', '$24,000', '$22,800', '$1,240', '−$40', '$40', '! $40 over'],
          ['Genesis', 'Q3', null, '$6,120', '$0', null, '$0', 'no amount: nothing to spend'],
        ],
      },
      tones: ['plain', 'plain', 'fair', 'plain'],
    });
  });
});

describe('money beyond a budget', () => {
  it('makes the verdict amber', () => {
    expect(page.cautions).toEqual(['$700 over budget', 'Audi $700 over']);
    expect(verdictOf(run, page)).toMatchObject({
      tone: 'fair',
      headline: 'Proven optimal: no schedule can score more than 63,212 points; $700 over budget',
    });
  });
  it('is judged by the scenario where that says how much is expected', () => {
    const expecting = { ...run, scenario: { ...run.scenario, expect: { budget_over: { max: 800 } } } };
    expect(loansPage(expecting).cautions).toEqual([]);
  });
});

describe('the schedule', () => {
  it('has a table a day, by partner', () => {
    const tables = page.schedule!.blocks.map((block) => (block.type === 'table' ? block : undefined)!);
    expect(tables.map((one) => one.caption)).toEqual([
      'Monday 22 September 2025: 15 loans',
      'Tuesday 23 September 2025: 15 loans',
      'Thursday 25 September 2025: 8 loans',
      'Friday 26 September 2025: 15 loans',
      'Saturday 27 September 2025: 10 loans',
    ]);
    const names = tables[0]!.table.rows.map((row) => String(row[0]));
    expect(names).toEqual([...names].sort());
  });
  it('does not say a make twice', () => {
    const assignments = table(
      ['partner', 'start_day:date', 'make', 'model'],
      [['Ana', '2025-09-22', 'Polestar', 'Polestar 2']],
    );
    const [block] = loansPage({ ...run, tables: { assignments } }).schedule!.blocks;
    expect(block!.type === 'table' && block!.table.rows[0]![1]).toBe('Polestar 2');
  });
});
