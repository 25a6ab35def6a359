import { describe, expect, it } from 'vitest';
import { BASE, type BaseTable, type Change, outcome, runBase, runText } from './base-week.ts';

const SOUND = { net: 1300, partners: ['102'] };

/** The notes of a sound week: what is absent, and nothing of how tables were read. */
const quiet = async () => outcome(await runBase()).notes;

/** That tables written in another way are read as the sound ones are, without a note beyond these. */
async function readsAsSound(change: Change, notes: readonly string[] = []) {
  const own = outcome(await runBase(change));
  expect(own).toMatchObject(SOUND);
  expect(own.notes.filter((note) => !notes.includes(note))).toEqual(await quiet());
  expect(own.notes).toEqual(expect.arrayContaining([...notes]));
}

const every = (change: (text: string) => string | Uint8Array): Change =>
  Object.fromEntries(Object.keys(BASE).map((name) => [name as BaseTable, change]));

describe('case 01: timestamps of databases', () => {
  it.each([' 00:00:00+00', ' 00:00:00.000+00', 'T00:00:00+0530', ' 00:00:00 +05:30', ' 00:00:00-07', 'T00:00:00Z'])(
    'a car in service stays there with %j behind its dates',
    async (behind) => {
      await readsAsSound({
        current_activity: (text) =>
          text.replace('2025-09-20', `2025-09-20${behind}`).replace('2025-10-10', `2025-10-10${behind}`),
      });
    },
  );

  it('the calendar, history and turn-in dates are read the same', async () => {
    const stamped = (text: string) => text.replace(/\d{4}-\d\d-\d\d/g, '$& 00:00:00+00');
    await readsAsSound({ ops_capacity_calendar: stamped, loan_history: stamped });
  });
});

describe('case 02: amounts of accountants', () => {
  const budget = (amount: string, used = '0') =>
    `office,fleet,year,quarter,budget_amount,amount_used\nLos Angeles,TOYOTA,2025,Q3,"${amount}","${used}"\n`;
  const loans = async (text: string) =>
    outcome(await runBase({ budgets: text }, 'rules: {budgets: {mode: hard}}\n')).partners.length;

  it.each(['0', ' $-   ', '-', '0,00', '$0.00', ' $ -   ', '0.000'])(
    'a budget of %j pays for nothing',
    async (amount) => {
      expect(await loans(budget(amount))).toBe(0);
    },
  );

  it.each([' $1,000.00 ', '1.000,00', '1 000,00', '1000', '1,000'])(
    'a budget of %j pays for one loan',
    async (amount) => {
      expect(await loans(budget(amount))).toBe(1);
    },
  );

  it.each(['-250.00', '(250.00)', '250.00-', '$(250.00)'])('a credit of %j is added', async (used) => {
    expect(await loans(budget('800', used))).toBe(1);
    expect(await loans(budget('800', '0'))).toBe(0);
  });

  it('a zero with a decimal comma tells how the other budget is written', async () => {
    const run = await runBase(
      {
        budgets: `office,fleet,year,quarter,budget_amount,amount_used
Los Angeles,TOYOTA,2025,Q3,1.000,0
Los Angeles,AUDI,2025,Q3,"0,00",0
`,
      },
      'rules: {budgets: {mode: hard}}\n',
    );
    expect(outcome(run).partners).toHaveLength(1);
    expect(run.notes).toContain(
      'budgets, budget_amount: 1 cell was read with points between thousands, as another cell of the column has a decimal comma (1.000)',
    );
  });
});

describe('case 03: hours from 24', () => {
  const evening = (rest: string, day = '06:00') => `kind: rotation
title: Past midnight
market: {id: NY, zone: America/New_York, day_start: "${day}", prime: {from: "20:00", to: "02:00"}}
date: 2025-03-10
spots:
  - {id: a, advertiser: A, seconds: ":30", cpm: 10, tier: guaranteed}
${rest}`;
  const placed = async (text: string) => (await runText(text)).tables.log?.rows.length ?? 0;

  it('a blackout from 24:00 to 25:00 closes the break at 00:10', async () => {
    const breaks = 'breaks: [{id: b, local: "00:10", seconds: 60, spots: 2}]\n';
    expect(await placed(evening(breaks))).toBe(1);
    expect(await placed(evening(`${breaks}blackouts: [{advertiser: A, from: "24:00", to: "25:00"}]\n`))).toBe(0);
    expect(await placed(evening(`${breaks}blackouts: [{advertiser: A, from: "12:00 AM", to: "1:00 AM"}]\n`))).toBe(0);
    expect(await placed(evening(`${breaks}blackouts: [{advertiser: A, from: "23:00", to: "24:00"}]\n`))).toBe(1);
  });

  it.each(['25:30:00', '8:15:00 PM', '8:15 pm', '20:15'])('a break at %j is one', async (local) => {
    expect(await placed(evening(`breaks: [{id: b, local: "${local}", seconds: "1:00", spots: 2}]\n`))).toBe(1);
  });

  it('a time after the end of the date is no time of it', async () => {
    const late = evening('breaks: [{id: b, local: "24:10", seconds: 60, spots: 2}]\n', '00:00');
    await expect(placed(late)).rejects.toThrow(/breaks/);
  });
});

describe('case 05: letters that nobody sees', () => {
  it.each(['Toyota\u200B', '\uFEFFToyota', 'To\u00ADyota', 'Toyota\u2060', 'Toyota\u00A0', ' Toyota'])(
    'an approval of %j is one of Toyota',
    async (make) => {
      await readsAsSound({ approved_makes: (text) => text.replaceAll('Toyota', make) });
    },
  );

  it('composed and decomposed accents are the same', async () => {
    const named = (make: string) => (text: string) =>
      text.replaceAll('Toyota', make).replaceAll('TOYOTA', make.toUpperCase());
    await readsAsSound({
      ...every(named('Citro\u00EBn')),
      approved_makes: named('Citroe\u0308n'),
      budgets: named('Citroe\u0308n'),
    });
  });

  it('an office may have other blanks in any table, and in the scenario', async () => {
    for (const office of ['Los\u00A0Angeles', 'Los  Angeles', 'Los\u2009Angeles', 'Los\u200B Angeles'])
      for (const name of ['vehicles', 'media_partners', 'ops_capacity_calendar', 'budgets'] as const)
        await readsAsSound({ [name]: (text: string) => text.replaceAll('Los Angeles', office) });
    for (const office of ['Los\u00A0Angeles', 'Los\u200B Angeles'])
      expect(outcome(await runBase({}, '', office))).toMatchObject(SOUND);
  });

  it('headers are read as people read them', async () => {
    await readsAsSound({ approved_makes: (text) => text.replace('person_id', 'person_id\u200B\u00A0') });
  });
});

describe('case 06: ids that a spreadsheet shortened', () => {
  it.each(['vehicles', 'current_activity', 'loan_history', 'approved_makes', 'media_partners'] as const)(
    'are never read in %s',
    async (name) => {
      const shortened = (text: string) => text.replace(/\n[^,]+,/, '\n1.2345E+78,');
      const settled = await runBase({ [name]: shortened }).then(
        ({ tables }) => JSON.stringify(tables.quarantine?.rows),
        (error: Error) => JSON.stringify(error, Object.getOwnPropertyNames(error)),
      );
      expect(settled).toContain('a spreadsheet shortened');
    },
  );
});

describe('case 08: ranks', () => {
  it.each(['a+', 'A+', 'A +', ' A+\u00A0'])('a rule for %j is one for A+', async (rank) => {
    const rules = `make,rank,loan_cap_per_year,cooldown_period\nToyota,${rank},0,30\n`;
    const { partners } = outcome(await runBase({ rules }));
    expect(partners).not.toContain('102');
  });
});

describe('case 09: carriage returns', () => {
  it('end the lines of a file of more than a megabyte', async () => {
    const rows = Array.from(
      { length: 20_000 },
      (_, k) => `${k},00TESTVIN${String(k).padStart(8, '0')},102,Toyota,Corolla,2023-03-03,2023-03-10,yes`,
    );
    const loan_history = `${[BASE.loan_history.split('\n')[0], ...rows].join('\r')}\r`;
    expect(outcome(await runBase({ loan_history })).net).toBe(1100);
  });

  it('end the lines of every table', async () => {
    await readsAsSound(every((text) => text.replaceAll('\n', '\r')));
  });
});

describe('case 10: ragged rows', () => {
  it('rows without their last empty cells, with more of them, and rows of bare commas', async () => {
    await readsAsSound({
      media_partners: (text) =>
        text.replace('Two,Los Angeles,', 'Two,Los Angeles').replace('Three,Los Angeles,', 'Three,Los Angeles'),
      vehicles: (text) => text.replaceAll('AUDI,,', 'AUDI'),
    });
    await readsAsSound(every((text) => text.replaceAll('\n', ',,\n').replace(',,\n', '\n')));
    await readsAsSound(every((text) => `${text}${','.repeat(text.split('\n')[0]!.split(',').length - 1)}\n`));
  });
});

describe('case 14: UTF-16', () => {
  it('is read with its byte order mark, in either order, with commas or tabs', async () => {
    await readsAsSound(every((text) => Buffer.from(`\uFEFF${text}`, 'utf16le')));
    await readsAsSound(every((text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()));
    const tabs = every((text) => Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le'));
    expect(outcome(await runBase(tabs))).toMatchObject(SOUND);
  });

  it('is read as a scenario too, or named', async () => {
    const text = 'kind: rotation\nmarket: {zone: UTC}\ndate: 2025-03-10\nbreaks: []\nspots: []\n';
    expect((await runText(Buffer.from(`\uFEFF${text}`, 'utf16le'))).kind).toBe('rotation');
    await expect(runText(Buffer.from(text, 'utf16le'))).rejects.toThrow(/UTF-16/);
  });

  it('is named where the mark is missing', async () => {
    await expect(runBase({ vehicles: (text) => Buffer.from(text, 'utf16le') })).rejects.toThrow(/UTF-16/);
  });
});

describe('case 17: what spreadsheets write for each other', () => {
  it('a first line with the separator is no header', async () => {
    await readsAsSound(every((text) => `sep=,\r\n${text}`));
    expect(outcome(await runBase(every((text) => `sep=;\n${text.replaceAll(',', ';')}`)))).toMatchObject(SOUND);
  });

  it('ids may stand in formulas that keep their zeros', async () => {
    await readsAsSound(every((text) => text.replace(/\n(\w+),/g, '\n="$1",')));
    await readsAsSound(every((text) => text.replace(/\n(\w+),/g, '\n"=""$1""",')));
  });

  it('dates may be those of the United States, of Europe, or day numbers, with a note', async () => {
    const day = (text: string, form: (year: string, month: string, day: string) => string) =>
      text.replace(/(\d{4})-(\d\d)-(\d\d)/g, (_, y: string, m: string, d: string) => form(y, m, d));
    await readsAsSound({ ops_capacity_calendar: (text) => day(text, (y, m, d) => `${m}/${d}/${y}`) });
    await readsAsSound({ ops_capacity_calendar: (text) => day(text, (y, m, d) => `${d}.${m}.${y}`) });
    await readsAsSound(
      { current_activity: (text) => text.replace('2025-09-20', '45920').replace('2025-10-10', '45940') },
      [
        'current_activity, start_date: 1 cell was read as the day number of a spreadsheet (45920 is 2025-09-20)',
        'current_activity, end_date: 1 cell was read as the day number of a spreadsheet (45940 is 2025-10-10)',
      ],
    );
  });
});
