import { describe, expect, it } from 'vitest';
import { readScenario } from '../../../src/domains/read.ts';
import { printProblems } from '../../../src/problems/print.ts';
import { Refusal } from '../../../src/problems/problem.ts';
import { audited, file, judged, week } from '../weeks.ts';

const SOUND = [
  ['VIN001', '1', '2025-09-22'],
  ['VIN002', '2', '2025-09-23'],
];
const cellsOf = async (text: string) => (await judged(text)).given.rows.map(({ cells }) => cells);
const findingsOf = async (text: string) =>
  (await judged(text)).given.findings.map(({ line, field, text: said }) => [line, field, said]);
const refusalOf = async (text: string) => {
  const error = await judged(text).catch((thrown: unknown) => thrown);
  return error instanceof Refusal ? printProblems(error.problems) : String(error);
};

describe('columns of a given schedule', () => {
  it.each([
    ['in the names of the kind', 'vin,person_id,start_day\nVIN001,1,2025-09-22\nVIN002,2,2025-09-23\n'],
    ['in another order', 'start_day,vin,person_id\n2025-09-22,VIN001,1\n2025-09-23,VIN002,2\n'],
    ['in other spellings', 'Start-Day,V I N,PERSON ID\n2025-09-22,VIN001,1\n2025-09-23,VIN002,2\n'],
    ['under the labels of the report', 'Vehicle,Partner id,Start\nVIN001,1,2025-09-22\nVIN002,2,2025-09-23\n'],
    ['with names instead of ids', 'vin,Partner,start_day\nVIN001,Ann,2025-09-22\nVIN002, BO ,2025-09-23\n'],
    ['with names in the column of ids', 'vin,person_id,start_day\nVIN001,ann,2025-09-22\nVIN002,Bo,2025-09-23\n'],
    ['with dates as spreadsheets write them', 'vin,person_id,start_day\nVIN001,1,9/22/2025\nVIN002,2,09/23/25\n'],
    [
      'with a time beside the date',
      'vin,person_id,start_day\nVIN001,1,2025-09-22 00:00:00\nVIN002,2,2025-09-23T00:00Z\n',
    ],
    [
      'with ids as floats, and in lower case',
      'vin,person_id,start_day\nvin001,1.0,2025-09-22\nvin002,2.0,2025-09-23\n',
    ],
    ['with CRLF', 'vin,person_id,start_day\r\nVIN001,1,2025-09-22\r\nVIN002,2,2025-09-23\r\n'],
    ['with a byte order mark', '\uFEFFvin,person_id,start_day\nVIN001,1,2025-09-22\nVIN002,2,2025-09-23\n'],
    ['without a final line end', '"vin","person_id","start_day"\n"VIN001","1","2025-09-22"\n"VIN002","2","2025-09-23"'],
  ])('%s', async (_, text) => {
    expect(await cellsOf(text)).toEqual(SOUND);
    expect(await findingsOf(text)).toEqual([]);
  });

  it('that no field asks for are named in a note', async () => {
    const { given, notes } = await judged('vin,colour,person_id,note,start_day\nVIN001,red,1,late,2025-09-22\n');
    expect(given.notes).toEqual(['columns that were not read: colour, note']);
    expect(notes).toContain('columns that were not read: colour, note');
  });

  it('whose cells can be read in more than one way say how they were read', async () => {
    const short = await judged('vin,person_id,start_day\nVIN001,1,09/22/25\nVIN002,2,09/23/25\n');
    expect(short.given.rows.map(({ cells }) => cells)).toEqual(SOUND);
    expect(short.notes).toContainEqual(
      expect.stringMatching(/^plan\.csv, start_day: 2 cells were read .*09\/22\/25 is 2025-09-22/),
    );
    const notesOf = async (...dates: readonly string[]) => {
      const lines = dates.map((date, at) => `VIN00${at + 1},${at + 1},${date}\n`);
      return (await judged(`vin,person_id,start_day\n${lines.join('')}`)).given.notes;
    };
    const read = 'plan.csv, start_day: 1 cell was read as';
    expect(await notesOf('2025-09-22')).toEqual([]);
    expect(await notesOf('9/22/2025')).toEqual([]);
    expect(await notesOf('10/9/2025')).toEqual([
      `${read} month/day/year, since nothing says otherwise (10/9/2025 is 2025-10-09)`,
    ]);
    expect(await notesOf('22/9/2025', '1/10/2025')).toEqual([
      `${read} day/month/year, as another cell of the column can only be read (1/10/2025 is 2025-10-01)`,
    ]);
    expect(await notesOf('9/22/2025', '10/1/2025')).toEqual([
      `${read} month/day/year, as another cell of the column can only be read (10/1/2025 is 2025-10-01)`,
    ]);
    expect(await notesOf('45922')).toEqual([`${read} the day number of a spreadsheet (45922 is 2025-09-22)`]);
  });

  it('that are missing are refused with the place and the way out', async () => {
    const text = await refusalOf('vin,persn_id,start_day\nVIN001,1,2025-09-22\n');
    expect(text).toMatch(/plan\.csv:1:1: no column "person_id" in the schedule\n {2}1 \| vin,persn_id,start_day\n/);
    expect(text).toMatch(
      /Maybe "persn_id" is meant to be "person_id"\. It may also be called "Partner id" or "partner" or "Partner"\.$/,
    );
  });

  it('that stand twice are refused', async () => {
    expect(await refusalOf('vin,VIN,person_id,start_day\n')).toContain('"vin" and "VIN" both name the column "vin"');
  });

  it('that are missing under a line of a spreadsheet are named at the line of the header', async () => {
    expect(await refusalOf('sep=;\nvin;persn_id;start_day\nVIN001;1;2025-09-22\n')).toMatch(/plan\.csv:2:1: no column/);
  });

  it('separated by semicolons are read, and that is told', async () => {
    const { given } = await judged('vin;person_id;start_day\nVIN001;1;2025-09-22\n');
    expect(given.rows).toHaveLength(1);
    expect(given.notes).toContain('plan.csv: its cells are separated by semicolons');
  });
});

describe('files of a given schedule', () => {
  it('that are empty are refused; with a header alone they are the empty schedule', async () => {
    expect(await refusalOf('')).toContain(
      'plan.csv:1:1: the file is empty; a header is needed with the columns vin, person_id, start_day',
    );
    const { given, objective, audit } = await judged('vin,person_id,start_day\n');
    expect([given.rows, given.faults, objective.net_score, audit.passed]).toEqual([[], [], 0, true]);
  });

  it('that cannot be taken apart are refused, line by line', async () => {
    const text = await refusalOf('vin,person_id,start_day\nVIN001,1,2025-09-22\nVIN0"02,2,2025-09-23\n');
    expect(text).toContain('plan.csv:3:1: a quote stands where none may');
  });

  it('that are not there are refused', async () => {
    await expect(audited('/nowhere/plan.csv', week(), false)).rejects.toThrow('there is no such file');
    await expect(audited('/nowhere/plan.json', week(), false)).rejects.toThrow('there is no such file');
  });

  it('of JSON keep every digit of long numbers', async () => {
    const rows = '[{"vin": 12345678901234567, "person_id": 90071992547409931, "start_day": "2025-09-22"}]';
    const { given } = await audited(file(rows, 'plan.json'), week(), false);
    expect(given.rows[0]!.cells).toEqual(['12345678901234567', '90071992547409931', '2025-09-22']);
  });

  it('at hand as numbers that lost digits are refused, with the way out', async () => {
    const rows = [{ vin: 2 ** 60, person_id: '1', start_day: '2025-09-22' }];
    await expect(audited(rows, week(), false)).rejects.toThrow(
      'vin is 1152921504606847000, a number of more digits than a number holds',
    );
  });

  it('of JSON hold a list of objects, and a row has the line on which it begins', async () => {
    const rows = '[\n  {"vin": "VIN001", "person_id": 1,\n   "start_day": "2025-09-22"},\n  {"vin": "VIN009"}\n]\n';
    const { given } = await audited(file(rows, 'plan.json'), week(), false);
    expect(given.rows).toEqual([
      { line: 2, cells: ['VIN001', '1', '2025-09-22'] },
      { line: 4, cells: ['VIN009', null, null] },
    ]);
  });

  it.each([
    ['{"rows": 1}', 'holds no schedule'],
    ['[1, 2]', 'holds no schedule'],
    ['[{"vin": ', 'is not JSON'],
  ])('of JSON with something else are refused: %s', async (text, message) => {
    await expect(audited(file(text, 'plan.json'), week(), false)).rejects.toThrow(message);
  });
});

describe('rows of a given schedule', () => {
  const HEAD = 'vin,person_id,start_day\n';

  it('that name what no table knows stay as they are, with a finding and what may be meant', async () => {
    expect(await findingsOf(`${HEAD}VIN01,Cleo,soon\n`)).toEqual([
      [2, 'vin', 'there is no vehicle "VIN01" in the tables; maybe VIN001 is meant'],
      [2, 'person_id', 'there is no partner id "Cleo" in the tables'],
      [2, 'start_day', 'start: "soon" is not a date written YYYY-MM-DD, MM/DD/YYYY, MM/DD/YY or MM-DD-YY'],
    ]);
    expect(await cellsOf(`${HEAD}VIN01,Cleo,soon\n`)).toEqual([['VIN01', 'Cleo', 'soon']]);
  });

  it('without a value, repeated, or with too many cells have a finding', async () => {
    const text = `${HEAD}VIN001,,2025-09-22\nVIN002,2,2025-09-23\nVIN002,2,2025-09-23\nVIN001,1,2025-09-24,late\n`;
    expect(await findingsOf(text)).toEqual([
      [2, 'person_id', 'has no partner id'],
      [4, '', 'says the same as line 3'],
      [5, '', 'has 4 cells, and the header has 3; maybe a comma in a value is not quoted'],
    ]);
  });

  it('of blanks are no rows', async () => {
    const { given } = await judged(`${HEAD},,\n  ,  ,\nVIN001,1,2025-09-22\n`);
    expect(given.rows).toEqual([{ line: 4, cells: ['VIN001', '1', '2025-09-22'] }]);
    expect(given.notes).toEqual([]);
  });

  it('whose name several have, or that call an id by another name, have a finding', async () => {
    const twins = week((text) => text.replace('data: {dir: data}', 'data: {sample: 1}').replace('LA', 'Los Angeles'));
    const { tables } = await audited([], twins, false);
    const at = (name: string) => tables.partners!.columns.findIndex((column) => column.name === name);
    const [first, second] = tables.partners!.rows;
    const rows = [
      { vin: 'V', person_id: first![at('person_id')]!, partner: second![at('partner')]!, start_day: '2025-09-22' },
    ];
    const { given } = await audited(rows, twins, false);
    expect(given.findings.map(({ text }) => text)).toContain(
      `${first![at('person_id')]} is called "${first![at('partner')]}" in the tables, and "${second![at('partner')]}" here`,
    );
  });

  it('that hold HTML or a formula are escaped in the report, and disarmed in CSV files', async () => {
    const { renderReport } = await import('../../../src/domains/report.ts');
    const { toCsv } = await import('../../../src/tables/write.ts');
    const run = await judged(`${HEAD}<script>alert(1)</script>,=1+1,2025-09-22\n`);
    const html = await renderReport(run);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('&lt;script&gt;');
    expect(toCsv(run.tables.given_rows!)).not.toMatch(/(?:^|,)=1/m);
    expect(toCsv(run.tables.assignments!)).toContain("'=1+1");
  });
});

describe('the scenario of a given schedule', () => {
  it('of many weeks is refused', async () => {
    const weeks = week((text) => `${text}weeks: 2\n`);
    await expect(audited([], weeks, false)).rejects.toThrow('a given schedule asks for one');
    expect(readScenario(weeks.file).settings.weeks).toBe(2);
  });
});
