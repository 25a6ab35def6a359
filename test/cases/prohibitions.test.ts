import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/index.ts';
import { BASE, type BaseTable, type Change, outcome, runBase, runText } from './base-week.ts';

/** What a run says, or why it is refused: the first problem and its way out. */
async function answer(run: Promise<{ readonly objective: object }>) {
  try {
    return outcome((await run) as never);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const [first] = error.problems;
    return { refused: first!.message, line: first!.place?.line };
  }
}

const HARD = 'rules: {budgets: {mode: hard}}\n';
const base = (change: Change, lines = HARD) => answer(runBase(change, lines));
const budgets = (rows: string) => base({ budgets: `office,fleet,year,quarter,budget_amount,amount_used\n${rows}\n` });
const activity = (vin: string) => base({ current_activity: BASE.current_activity.replace('00TESTVIN00000003', vin) });
const rules = (row: string) => base({ rules: `make,rank,loan_cap_per_year,cooldown_period\n${row}\n` });

it('the base week lends one car, to partner 102', async () => {
  expect(await base({})).toMatchObject({ net: 1300, partners: ['102'] });
});

it('a calendar of a header alone leaves each day its usual slots, and is told', async () => {
  const run = await runBase({ ops_capacity_calendar: 'office,date,slots\n' }, HARD);
  expect(outcome(run)).toMatchObject({ net: 1300, partners: ['102'] });
  expect(run.notes).toContain('ops_capacity_calendar: its file has a header and no rows');
});

describe('a budget of 500 dollars forbids every loan of 1,000', () => {
  it.each([
    'Los Angeles,TOYOTA,25,Q3,500,0',
    "Los Angeles,TOYOTA,'25,Q3,500,0",
    'Los Angeles,TOYOTA,2025.0,Q3,500,0',
    'Los Angeles,TOYOTA,2025,3,500,0',
    'Los Angeles,TOYOTA,2025,3Q,500,0',
    'Los Angeles,TOYOTA,2025,Q 3,500,0',
    'Los Angeles,TOYOTA,2025,Quarter 3,500,0',
    'Los Angeles,TOYOTA,2025,Q3,"1,500","1,000 DR"',
    'Los Angeles,TOYOTA,2025,Q3,500,NULL',
    'Los Angeles,TOYOTA,2025,Q3,\\N,0',
  ])('%s', async (row) => {
    expect(await budgets(row)).toMatchObject({ net: 0, partners: [] });
  });

  it.each([
    ['TOYTA', 'is in no row of vehicles; "Toyota" is, one letter away'],
    ['T\u039FYOTA', 'is in no row of vehicles; "TOYOTA" is, and only its spelling differs'],
    ['ALL', 'no table knows a word for all'],
    ['#REF!', 'is what a formula of a spreadsheet leaves where it fails'],
  ])('of the fleet %s it is refused', async (fleet, reason) => {
    const { refused, line } = (await budgets(`Los Angeles,${fleet},2025,Q3,500,0`)) as {
      refused: string;
      line: number;
    };
    expect([refused, line]).toEqual([expect.stringContaining(reason), 2]);
  });

  it('with a year that is none it is refused', async () => {
    expect(await budgets('Los Angeles,TOYOTA,FY25,Q3,500,0')).toMatchObject({
      refused: 'budgets: year "FY25": not a year (write 2025)',
    });
  });

  it('a credit as books write it is one', async () => {
    expect(await budgets('Los Angeles,TOYOTA,2025,Q3,500,500 CR')).toMatchObject({ net: 1300 });
  });
});

describe('a car in service is not lent, however its number is written', () => {
  it.each([
    ['OOTESTVIN00000003', 'only its spelling differs'],
    ['00T\u0415STVIN00000003', 'only its spelling differs'],
    ['00TESTVIN-00000003', 'only its spelling differs'],
    ['00TESTVIN 00000003', 'only its spelling differs'],
    ["'00TESTVIN00000003", 'only its spelling differs'],
    ['"00TESTVIN00000002, 00TESTVIN00000003"', 'but its words are'],
    ['#N/A', 'a formula of a spreadsheet'],
    ['NULL', 'says that there is nothing'],
  ])('%s', async (vin, reason) => {
    expect(await activity(vin)).toMatchObject({ refused: expect.stringContaining(reason), line: 2 });
  });

  it('and not where its end is written as browsers do', async () => {
    const until = '"10/25/2025, 12:00:00 AM"';
    const change = { current_activity: BASE.current_activity.replace('2025-10-10', until) };
    expect(await base(change)).toMatchObject({ net: 1300 });
  });
});

describe('a cap of 0 for rank A+ forbids the loans of 102', () => {
  it.each(['Toyota,A+,0,', 'Toyota,Ａ＋,0,', 'Toyota,,0,'])('%s', async (row) => {
    expect(((await rules(row)) as { partners: unknown[] }).partners).not.toContain('102');
  });

  it.each([
    ['Toyota,All,0,', 'no table knows a word for all'],
    ['Toyota,A plus,0,', 'and is none of A+, A, B, C, Pending'],
    ["Toyota,'A+,0,", '"A+" is, and only its spelling differs'],
    ['Toyta,A+,0,', '"Toyota" is, one letter away'],
    ['*,A+,0,', 'no table knows a word for all'],
    ['Toyota,A+,-,', 'a dash may mean 0 or no value at all; write 0, or leave the cell empty'],
    ['Toyota,no,0,', 'write 0 where there are to be no loans'],
  ])('%s is refused', async (row, reason) => {
    expect(await rules(row)).toMatchObject({ refused: expect.stringContaining(reason), line: 2 });
  });
});

it.each(['no', 'none', 'N/A', 'blocked', '-'])('an approval of the rank "%s" lends nothing', async (rank) => {
  const change = { approved_makes: BASE.approved_makes.replace('A+', rank) };
  const { partners, notes } = (await base(change)) as { partners: unknown[]; notes: readonly string[] };
  expect(partners).toEqual(['101']);
  expect(notes).toContain('1 row was left out of the data: see quarantine.csv');
});

it.each([
  ['Mon-Fri', 1300],
  ['"Mon, Wed and Fri"', 1300],
  ['weekdays', 1300],
  ['"{Wed}"', 1300],
  ['"[""Sat""]"', 800],
])('weekdays are read as databases and people write them: %s', async (days, net) => {
  const media_partners = BASE.media_partners.replace('Two,Los Angeles,', `Two,Los Angeles,${days}`);
  expect(await base({ media_partners })).toMatchObject({ net });
});

describe('columns', () => {
  it('are found with blanks and hyphens', async () => {
    const change = { budgets: BASE.budgets.replace('amount_used', 'Amount-Used').replace('1500.00,0', '1500.00,1000') };
    expect(await base(change)).toMatchObject({ net: 0 });
  });

  it.each<[BaseTable, string, string]>([
    ['budgets', 'amount_used', 'amt_used'],
    ['vehicles', 'expected_turn_in_date', 'turn_in_date'],
    ['vehicles', 'in_service_date', 'in_service'],
    ['media_partners', 'allowed_start_dows', 'allowed_start_days'],
  ])('of %s nearly called %s are not ignored: %s', async (table, column, written) => {
    const change = { [table]: (text: string) => text.replace(column, written) };
    expect(await base(change)).toMatchObject({ refused: `the table "${table}" has no column "${written}"`, line: 1 });
  });

  it('without a name are refused where they hold something', async () => {
    const change = { budgets: BASE.budgets.replace('amount_used', '') };
    expect(await base(change)).toMatchObject({ refused: 'column 6 of the table "budgets" has cells and no name' });
  });

  it('that are not read are told where others are missing', async () => {
    const change = { current_activity: BASE.current_activity.replace('person_id', 'borrower') };
    expect(await base(change)).toMatchObject({
      notes: expect.arrayContaining([
        'current_activity: the column "borrower" of its file is not read, and it has no person_id',
      ]),
    });
  });
});

describe('one name has one spelling', () => {
  it('of makes and offices among the cars', async () => {
    const cars = (from: string, to: string) => ({ vehicles: BASE.vehicles.replace(from, to) });
    expect(await base(cars('2,Toyota', '2,TOYOTA'))).toMatchObject({
      refused: expect.stringContaining('the same name'),
    });
    const office = cars('Prius,Los Angeles', 'Prius,Los angeles');
    expect(await base(office)).toMatchObject({
      refused: expect.stringContaining('"Los angeles": is the same name as "Los Angeles" of other rows'),
    });
  });

  it('of models in the history, by which partners wait', async () => {
    const loan_history = BASE.loan_history.replace('Corolla', 'PRIUS');
    expect(await base({ loan_history })).toMatchObject({ refused: expect.stringContaining('"Prius" is') });
  });

  it('of makes in the costs of the scenario', async () => {
    const lines = 'rules: {budgets: {mode: hard, cost: {toyota: 1600}}}\n';
    expect(await base({}, lines)).toMatchObject({
      refused:
        'rules.budgets.cost: no table knows the make "toyota", and "Toyota" differs from it by its spelling alone',
    });
  });

  it('and where no partner of the history is known, that is told', async () => {
    const loan_history = BASE.loan_history.replace('102', 'P102');
    const { notes } = (await base({ loan_history })) as { notes: readonly string[] };
    expect(notes).toContain(
      'loan_history: no row has a person_id that media_partners knows (1 row, such as "P102"): maybe the two are written in different ways',
    );
  });
});

describe('an evening of two breaks', () => {
  const evening = (lines: string, spot = '', market = '') =>
    answer(
      runText(`kind: rotation
market: {id: NY, zone: America/New_York, ${market}prime: {from: "20:00", to: "23:00"}}
date: 2025-03-10
blocks: [{id: k1, tags: [children]}, {id: n1, tags: [news]}]
breaks:
  - {id: b1, local: "20:00", seconds: 60, spots: 2, block: n1}
  - {id: b2, local: "20:30", seconds: 60, spots: 2, block: k1}
spots:
  - {id: a, advertiser: Acme, seconds: 30, cpm: 10, tier: priority, cap: 1${spot}}
${lines}
`).then(
        (run) =>
          ({ ...run, tables: { assignments: { ...run.tables.log!, columns: [{ name: 'person_id' }] } } }) as never,
      ),
    );
  const placed = async (lines: string, spot = '', market = '') =>
    ((await evening(lines, spot, market)) as { partners?: unknown[] }).partners?.length;

  it('airs the spot', async () => expect(await placed('')).toBe(1));

  it.each(['"children|news"', '"{children,news}"', '\'["children", "news"]\'', '"children\\nnews"'])(
    'excludes the kinds of blocks that a list names, however it is written: %s',
    async (list) => expect(await placed('', `, exclude_categories: ${list}`)).toBe(0),
  );

  it.each([
    ['exclude_categories: ["children/news"]', 'but its words are'],
    ['exclude_blocks: "k1 n1"', 'but its words are'],
    ['exclude_blocks: ["*"]', 'no table knows a word for all'],
    ['exclude_categories: [newss]', '"news" is, one letter away'],
    ['order: o9', 'is in no row of orders'],
  ])('refuses %s, which would exclude nothing', async (spot, reason) => {
    expect(await evening('', `, ${spot}`)).toMatchObject({ refused: expect.stringContaining(reason) });
  });

  it.each([
    ['{advertiser: NULL, from: "20:00", to: "24:00"}', ''],
    ['{from: "20:00", to: "24:00"}', 'day_start: "00:00", '],
    ['{from: "20:00", to: "30:00"}', ''],
  ])('is closed by the blackout %s', async (row, market) => {
    expect(await placed(`blackouts: [${row}]`, '', market)).toBe(0);
  });

  it.each([
    ['{advertiser: "*", from: "20:00", to: "24:00"}', 'no table knows a word for all'],
    ['{advertiser: Acmee, from: "20:00", to: "24:00"}', '"Acme" is, one letter away'],
    ['{advertiser: "Ac-me", from: "20:00", to: "24:00"}', 'only its spelling differs'],
  ])('is not left open by the blackout %s', async (row, reason) => {
    expect(await evening(`blackouts: [${row}]`)).toMatchObject({ refused: expect.stringContaining(reason), line: 10 });
  });

  it.each([
    ['advertiser: ACME', 'advertiser "Acme": is the same name as "ACME"'],
    ['advertiser: Bolt, categories: [Beer]', 'categories "beer": is the same name as "Beer"'],
  ])('holds no one apart by case alone: %s', async (second, reason) => {
    const lines = `  - {id: b, seconds: 30, tier: priority, cap: 1, ${second}}`;
    expect(await evening(lines, ', categories: [beer]')).toMatchObject({ refused: expect.stringContaining(reason) });
  });

  it('knows no second spelling of a category in its rules', async () => {
    expect(await evening('rules: {competitive: {Beer: 1800}}', ', categories: [beer]')).toMatchObject({
      refused: expect.stringContaining('no table knows the category "Beer", and "beer" differs'),
    });
  });
});
