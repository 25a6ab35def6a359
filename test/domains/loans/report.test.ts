import { describe, expect, it } from 'vitest';
import { loansPage } from '../../../src/domains/loans/report.ts';
import type { Block, Page } from '../../../src/report/page.ts';
import { verdictOf } from '../../../src/report/run/verdict.ts';
import { table } from '../../report/table.ts';
import { stuckRun, tinyRun } from '../../runs/tiny.ts';

const stuck = await stuckRun();

const run = await tinyRun();
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

/** The page of the tiny week with some settings changed. */
const pageWith = async (...set: readonly string[]): Promise<Page> => loansPage(await tinyRun({ set }));

describe('the first screen', () => {
  it('names office and week', () => {
    expect(page.subtitle).toBe(
      'Los Angeles, Monday 22 September 2025 to Sunday 28 September 2025: 9 loans from 75 candidates',
    );
  });
  it('shows eight numbers with their measure', () => {
    expect(page.tiles.map((tile) => [tile.label, tile.value, tile.note])).toEqual([
      ['Loans', '9', 'mean 1.80 a partner served'],
      ['Partners reached', '5', 'of 8 eligible'],
      ['Capacity used', '100%', '9 of 9 slots'],
      ['Budget planned', '$8,000', 'of $6,950 available; Polestar $2,000 without a budget; Audi $50 over'],
      ['Penalties', '1,825', 'points, 20.1% of the raw score'],
      ['New cap overages', '1', 'pair of partner and make, 1 loan over'],
      ['Gini, all eligible', '0.514', '0.097 at the least with 9 loans; 0.222 over the 5 served'],
      ['Top five partners', '100%', 'of all loans; rule of thumb: concentrated (40% or more)'],
    ]);
  });
  it('has no tile for a number without meaning', () => {
    // As of a schedule without a loan.
    const empty = { ...run, metrics: { ...run.metrics, gini_eligible: null, top_5_share: null } };
    expect(loansPage(empty).tiles.map((tile) => tile.label)).not.toContain('Gini, all eligible');
  });
  it('has no tiles where there is no schedule', () => {
    expect(loansPage(stuck)).toMatchObject({ tiles: [], sections: [] });
  });
});

describe('the waterfall', () => {
  const rows = chart(page, 'score', 'waterfall').data.rows!;
  it('begins each bar where the last one ended and ends at the net score', () => {
    const steps = rows.filter((row) => row.kind !== 'total');
    for (const [i, row] of steps.entries()) if (i > 0) expect(row.from).toBe(steps[i - 1]!.to);
    expect(rows.at(-1)).toMatchObject({ label: 'Net score', from: 0, to: 7262, said: '7,262' });
    expect(steps.at(-1)!.to).toBe(7262);
  });
  it('shows what each penalty took, also nothing', async () => {
    // Nobody goes over a cap at this price.
    const dear = await pageWith('rules.tier_caps.penalty=1000');
    const caps = chart(dear, 'score', 'waterfall').data.rows!.find((row) => row.label === 'Tier caps');
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
    expect(rows.map((row) => row.said)).toEqual(['2 of 2', '2 of 2', 'closed', '1 of 1', '2 of 2', '2 of 2', 'closed']);
    expect(rows[5]).toMatchObject({ note: 'Saturday delivery after the holiday', slots: 2, filled: 2 });
  });
});

describe('fairness', () => {
  it('says what repeats cost', () => {
    expect(section(page, 'fairness').lead).toBe(
      '5 of 8 eligible partners get a loan, 3 of them more than one, nobody more than 3. Each loan of a partner beyond 1 costs 200 points, and each from the third on 575 more; together 1,375.',
    );
  });
  it('says that the rule is off', async () => {
    expect(section(await pageWith('rules.fairness=false'), 'fairness').lead).toContain('The fairness rule is off');
  });
  it('counts partners by loans, those without included', () => {
    const rows = chart(page, 'fairness', 'partners').data.rows!;
    expect(rows.map((row) => [row.loans, row.partners])).toEqual([
      ['none', 3],
      ['1', 2],
      ['2', 2],
      ['3', 1],
    ]);
  });
  it('draws the curve of those served and of all', () => {
    const rows = chart(page, 'fairness', 'lorenz').data.rows!;
    expect(rows.filter((row) => row.curve === 'partners served')).toHaveLength(6);
    expect(rows.filter((row) => row.curve === 'all eligible partners')).toHaveLength(9);
  });
  it('names both ginis with those they are over', () => {
    const measures = section(page, 'fairness').blocks.find((block) => block.type === 'table')!;
    expect(measures.table.rows.slice(0, 2)).toEqual([
      ['Gini coefficient', 'all eligible partners', '0.514', null, null],
      ['Gini coefficient', 'partners served', '0.222', null, 'fair (0.20 to 0.30)'],
    ]);
  });
});

describe('caps', () => {
  it('says how many pairs go over and what it costs', () => {
    expect(section(page, 'caps').lead).toBe(
      '1 pair of partner and make goes over the cap, by 1 loan. At 300 points each that costs 300.',
    );
  });
  it('says that the caps are hard, or off', async () => {
    expect(section(await pageWith('rules.tier_caps.mode=hard'), 'caps').lead).toContain('The caps are hard');
    expect(section(await pageWith('rules.tier_caps=false'), 'caps')).toMatchObject({
      lead: 'The caps are off in this scenario.',
      blocks: [],
    });
  });
  it('lists the pairs with a loan and counts the others', () => {
    const { blocks } = section(page, 'caps');
    const listed = blocks.find((block) => block.type === 'table')!;
    // The dearest first, then what has least left: Femi has no loan of the ten that rank B may have by the table.
    expect(listed.table.rows.map((row) => [row[0], row[1], row[6]])).toEqual([
      ['Ben Brandt', 'Toyota', 2],
      ['Femi Fontaine', 'Toyota', 10],
      ['Ana Abara', 'Audi', 'no cap'],
      ['Ana Abara', 'Toyota', 'no cap'],
      ['Cleo Castillo', 'Volvo', 'no cap'],
      ['Dev Devlin', 'Polestar', 'no cap'],
    ]);
    expect(blocks.at(-1)).toEqual({
      type: 'text',
      text: '1 further pair already at or over the cap gets no loan this week; caps.csv lists them.',
    });
  });
});

describe('budgets', () => {
  it('names the fleets that go over, and those without a budget', () => {
    expect(section(page, 'budgets').lead).toBe(
      '$8,000 planned this week. 1 fleet over budget: Audi $50 over. Polestar $2,000 without a budget.',
    );
  });
  it('draws dollars, not cents', () => {
    const [audi] = chart(page, 'budgets', 'budgets').data.rows!;
    expect(audi).toMatchObject({ label: 'Audi Q3', before: 8050, after: 9050, limit: 9000, said: '$50 over' });
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
    ['VOLVO', 'Q3', 3_000_000, 3_127_500, 0, 0, 0, 'nothing left'],
    ['TOYOTA', 'Q3', 3_800_000, 2_145_050, 1_654_950, 468_000, 0, 'within'],
    ['MASERATI', 'Q3', 2_400_000, 2_280_000, 120_000, 124_000, 4_000, 'over'],
    ['POLESTAR', 'Q3', null, 612_000, 0, 0, 0, 'nothing left'],
  ];
  const budgets = table(columns, rows);
  const shown = section(loansPage({ ...run, tables: { ...run.tables, budgets } }), 'budgets').blocks.at(-1);
  it('to the cent, with a sign where more is spent than there is, and says whose doing it was', () => {
    expect(shown).toMatchObject({
      table: {
        rows: [
          ['Volvo', 'Q3', '$30,000', '$31,275', '$0', '−$1,275', '$0', 'overspent before by $1,275'],
          ['Toyota', 'Q3', '$38,000', '$21,450.50', '$4,680', '$11,869.50', '$0', 'within'],
          ['MASERATI', 'Q3', '$24,000', '$22,800', '$1,240', '−$40', '$40', '! $40 over'],
          ['Polestar', 'Q3', null, '$6,120', '$0', null, '$0', 'no amount: nothing to spend'],
        ],
      },
      tones: ['plain', 'plain', 'fair', 'plain'],
    });
  });
});

describe('money beyond a budget', () => {
  it('makes the verdict amber', () => {
    expect(page.cautions).toEqual(['$50 over budget', 'Audi $50 over']);
    expect(verdictOf(run, page)).toMatchObject({
      tone: 'fair',
      headline: 'Proven optimal: no schedule can score more than 7,262 points; $50 over budget',
    });
  });
  it('is judged by the scenario where that says how much is expected', () => {
    const expecting = { ...run, scenario: { ...run.scenario, expect: { budget_over: { max: 100 } } } };
    expect(loansPage(expecting).cautions).toEqual([]);
  });
});

describe('the schedule', () => {
  it('has a table a day, by partner', () => {
    const tables = page.schedule!.blocks.map((block) => (block.type === 'table' ? block : undefined)!);
    expect(tables.map((one) => one.caption)).toEqual([
      'Monday 22 September 2025: 2 loans',
      'Tuesday 23 September 2025: 2 loans',
      'Thursday 25 September 2025: 1 loan',
      'Friday 26 September 2025: 2 loans',
      'Saturday 27 September 2025: 2 loans',
    ]);
    const names = tables[0]!.table.rows.map((row) => String(row[0]));
    expect(names).toEqual([...names].sort());
  });
  it('does not say a make twice', () => {
    const rows = page.schedule!.blocks.flatMap((block) => (block.type === 'table' ? block.table.rows : []));
    const cars = rows.map((row) => row[1]);
    expect(cars).toEqual(expect.arrayContaining(['Polestar 2', 'Polestar 3', 'Volvo EX30']));
  });
});
