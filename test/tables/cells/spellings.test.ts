import { describe, expect, it } from 'vitest';
import {
  choice,
  date,
  dateIn,
  flag,
  identifier,
  integer,
  money,
  nonNegativeInteger,
  number,
  optional,
  rank,
  readCell,
  signedMoney,
  text,
  tristate,
  upperText,
  weekdayCell,
  weekdayList,
} from '../../../src/tables/cells/cells.ts';
import { clockCell, instantCell, momentCell, offsetCell, secondsBetween } from '../../../src/tables/cells/times.ts';
import { read, readColumn } from './read.ts';

describe('amounts', () => {
  it.each([
    [' $-   ', 0],
    ['-', 0],
    ['–', 0],
    ['$ -', 0],
    ['- $', 0],
    [' $1,000.00 ', 100_000],
    ['1,000', 100_000],
    ['0,00', 0],
    ['1.000,00', 100_000],
    ['1.234.567,5', 123_456_750],
    ['1 234,50', 123_450],
    ['1\u202F234,50', 123_450],
    ["1'234.50", 123_450],
    ['1,23', 123],
    ['.5', 50],
    ['12,5', 1250],
    ['1234.5 USD', 123_450],
    ['US$12', 1200],
    ['0.000', 0],
  ])('reads %j', (cell, cents) => {
    expect(read(money, cell)).toBe(cents);
    expect(read(signedMoney, cell)).toBe(cents);
  });

  it.each([
    '(250.00)',
    '-250.00',
    '250.00-',
    '$-250',
    '-$250',
    '($250.00)',
    '$(250.00)',
    '\u2212250',
    '(250,00)',
    '- 250',
  ])('reads the credit %j where a column allows one', (cell) => {
    expect(read(signedMoney, cell)).toBe(-25_000);
    expect(read(money, cell)).toBe('refused');
  });

  it.each(['1.000', '12.345', '--5', '(5', '-5-', '(-5)', '1,00,000', '5 €', '$$5', '1.5E+03', '$', ''])(
    'refuses %j',
    (cell) => {
      expect(read(signedMoney, cell)).toBe('refused');
    },
  );

  it('read 1.000 as other cells of the column tell, with a note', () => {
    expect(readColumn(money, '1.000', '0,00')).toEqual({
      values: [100_000, 0],
      notes: [
        't, value: 1 cell was read with points between thousands, as another cell of the column has a decimal comma (1.000)',
      ],
    });
    expect(readColumn(money, '1.000', '1234.500').values).toEqual(['refused', 123_450]);
    expect(readColumn(money, '1.000', '250.00').values).toEqual(['refused', 25_000]);
    expect(readColumn(money, '1.000', '1,000', '1,50', '1.50').values).toEqual(['refused', 'refused', 150, 150]);
    expect(readColumn(optional(money), '1.000', '0,50', '').values).toEqual([100_000, 50, null]);
  });

  it('refuse 1,000 in a column of decimal commas', () => {
    expect(readColumn(money, '1,000', '0,50').values).toEqual(['refused', 50]);
  });
});

describe('numbers', () => {
  it('may have decimal commas and grouped thousands', () => {
    expect(['34,0522', '-118,2437', '0,5', '1,234.5', '1 234', '34.052'].map((cell) => read(number, cell))).toEqual([
      34.0522, -118.2437, 0.5, 1234.5, 1234, 34.052,
    ]);
    expect(readColumn(number, '34,052', '-118,24').values).toEqual([34.052, -118.24]);
    expect(readColumn(number, '1,234', '12.5').values).toEqual(['refused', 12.5]);
    expect(readColumn(number, '1.234', '12,5').values).toEqual(['refused', 12.5]);
    expect(read(number, '34,052')).toBe('refused');
  });

  it('are whole where they must be', () => {
    expect(['2,151', '2.151.000', '12.0', '12,0', '(3)', '3-'].map((cell) => read(integer, cell))).toEqual([
      2151, 2_151_000, 12, 12, -3, -3,
    ]);
    expect(['2.151', '1,5', '-', '1E3', '½'].map((cell) => read(integer, cell))).toEqual(Array(5).fill('refused'));
    expect(read(nonNegativeInteger, '(3)')).toBe('refused');
  });
});

describe('dates', () => {
  it.each([
    '2025-09-22',
    '2025-9-22',
    '2025/09/22',
    '2025.09.22',
    '20250922',
    '2025-09-22 00:00:00+00',
    '2025-09-22 00:00:00.123456+00',
    '2025-09-22 00:00:00 +0530',
    '2025-09-22T00:00:00+05:30',
    '2025-09-22T00:00Z',
    '2025-09-22 00:00:00 UTC',
    '2025-09-22 00:00:00-03:30:00',
    '9/22/2025',
    '09/22/2025 12:00:00 AM',
    '9/22/25',
    '09-22-25',
    '22/9/2025',
    '22.09.2025',
    '22-09-2025',
    '22.9.25',
    '22-Sep-2025',
    '22-SEP-25',
    '22 September 2025',
    'Sep 22, 2025',
    'Monday, September 22, 2025',
    '45922',
    '45922.5',
    '\u200B2025-09-22\u00A0',
  ])('reads %j', (cell) => {
    expect(read(date, cell)).toBe('2025-09-22');
  });

  it.each([
    '03/04/2025',
    '3.4.2025',
    '03-04-25',
    '25-09-22',
    '31/06/2025',
    '02/30/2025',
    '2025-02-30',
    '20251340',
    'infinity',
    '1758499200',
    '12345',
    'Sep-25',
    '2025-09-22 99',
    '22 Sept',
  ])('refuses %j', (cell) => {
    expect(read(date, cell)).toBe('refused');
  });

  it('read 03/04/2025 as other cells of the column tell, with a note', () => {
    expect(readColumn(date, '03/04/2025', '13/04/2025')).toEqual({
      values: ['2025-04-03', '2025-04-13'],
      notes: [
        't, value: 1 cell was read as day/month/year, as another cell of the column can only be read (03/04/2025 is 2025-04-03)',
      ],
    });
    expect(readColumn(date, '03/04/2025', '04/13/2025').values).toEqual(['2025-03-04', '2025-04-13']);
    expect(readColumn(date, '03/04/2025', '04/13/2025', '13/04/2025').values).toEqual([
      'refused',
      '2025-04-13',
      '2025-04-13',
    ]);
    expect(readColumn(date, '05/05/2025').values).toEqual(['2025-05-05']);
  });

  it('say the way out of what is ambiguous', () => {
    expect(readCell(date, '03/04/2025')).toEqual({
      reason: 'may be 2025-03-04 or 2025-04-03, and no other cell of the column tells which; write YYYY-MM-DD',
    });
  });

  it('of spreadsheets and with short years stand in a note', () => {
    expect(readColumn(date, '45920', '45921', '9/22/25').notes).toEqual([
      't, value: 2 cells were read as the day number of a spreadsheet (45920 is 2025-09-20)',
      't, value: 1 cell was read with a year from 1969 to 2068, since it has two digits (9/22/25 is 2025-09-22)',
    ]);
  });

  it('of a column with its own formats are read in them, unless all cells that tell are day-first', () => {
    const own = dateIn('MM/DD/YY', 'MM/DD/YYYY');
    expect(readColumn(own, '03/04/25', '3/31/2026')).toEqual({ values: ['2025-03-04', '2026-03-31'], notes: [] });
    expect(readColumn(own, '03/04/25', '31/3/2026', '3/31/2026').values).toEqual([
      '2025-03-04',
      'refused',
      '2026-03-31',
    ]);
    expect(readColumn(own, '03/04/2025', '31/3/2026').values).toEqual(['2025-04-03', '2026-03-31']);
    expect(readColumn(optional(own), '45920', '').values).toEqual(['2025-09-20', null]);
  });
});

describe('times', () => {
  it.each([
    ['20:14', '20:14:00'],
    ['8:15:00 PM', '20:15:00'],
    ['8 pm', '20:00:00'],
    ['12:05 a.m.', '00:05:00'],
    ['12:00 PM', '12:00:00'],
    ['24:00', '00:00:00'],
    ['25:30:00', '01:30:00'],
    ['29:59:59', '05:59:59'],
    ['20:14:30.000', '20:14:30'],
  ])('reads the clock %j', (cell, clock) => {
    expect(read(clockCell, cell)).toBe(clock);
    expect(read(momentCell, cell)).toBe(clock);
  });

  it.each(['30:00', '48:00', '13:00 PM', '0:30 AM', '20:60', '2014', '20.14', '20:14:30.5', '-1:00', '8:15 XM'])(
    'refuses the clock %j',
    (cell) => {
      expect(read(clockCell, cell)).toBe('refused');
    },
  );

  it('hours from 24 end where the broadcast date ends', () => {
    const from = (seconds: number) => optional(clockCell).fromDayStart!(seconds);
    expect([read(from(0), '24:00'), read(from(3600), '24:30'), read(from(3600), '25:00')]).toEqual([
      'refused',
      '00:30:00',
      'refused',
    ]);
  });

  it.each([
    '2025-03-11 00:14:00+00',
    '2025-03-11T00:14:00Z',
    '2025-03-11T00:14:00.999Z',
    '2025-03-11 00:14 UTC',
    '2025-03-10 20:14:00-04',
    '2025-03-10 20:14:00 -0400',
    '2025-03-10T20:14:00-04:00',
    '2025-03-11 05:44:00+0530',
    '2025-03-11T05:44:00+05:30',
  ])('reads the instant %j', (cell) => {
    expect(read(instantCell, cell)).toBe('2025-03-11T00:14:00Z');
    expect(read(momentCell, cell)).toBe('2025-03-11T00:14:00Z');
  });

  it.each([
    '2025-03-11 00:14:00',
    '2025-02-30T00:14:00Z',
    '2025-03-11T24:14:00Z',
    '2025-03-11T00:14:00+25',
    '2025-03-11',
  ])('refuses the instant %j', (cell) => {
    expect(read(instantCell, cell)).toBe('refused');
  });

  it('reads offsets', () => {
    expect(['-04:00', '-04', '-0400', '+5:30', 'Z', '+00'].map((cell) => read(offsetCell, cell))).toEqual([
      ...['-04:00', '-04:00', '-04:00', '+05:30', '+00:00', '+00:00'],
    ]);
    expect(['04:00', '+25:00', 'EST'].map((cell) => read(offsetCell, cell))).toEqual(Array(3).fill('refused'));
  });

  it('reads seconds as those who sell time write them', () => {
    const seconds = secondsBetween(1, 86_400);
    const cells = [':30', '30', '0:30', '1:30', '00:00:30', '1:00:00', '30s', '60 sec', '1,800'];
    expect(cells.map((cell) => read(seconds, cell))).toEqual([30, 30, 30, 90, 30, 3600, 30, 60, 1800]);
    expect(['0', ':00', '24:00:01', 'half'].map((cell) => read(seconds, cell))).toEqual(Array(4).fill('refused'));
    expect(readColumn(seconds, ':30', '0:30').notes).toEqual([
      't, value: 1 cell was read as minutes and seconds (0:30)',
    ]);
  });
});

describe('words', () => {
  it('yes and no are the same everywhere', () => {
    for (const cell of ['Y', 'y', 'Yes', 'TRUE', 't', '1', '1.0', 'on'])
      expect([cell, read(flag, cell), read(tristate, cell)]).toEqual([cell, true, true]);
    for (const cell of ['N', 'no', 'False', 'f', '0', '0.0', 'off'])
      expect([cell, read(flag, cell), read(tristate, cell)]).toEqual([cell, false, false]);
    expect([read(flag, 'perhaps'), read(flag, '3'), read(tristate, '3')]).toEqual(['refused', 'refused', true]);
  });

  it('a rank has one form, and one that nobody knows stays', () => {
    expect(['a+', 'A +', ' A+\u00A0', 'a', 'pending', 'PENDING', 'Gold', 'D'].map((cell) => read(rank, cell))).toEqual([
      ...['A+', 'A+', 'A+', 'A', 'Pending', 'Pending', 'Gold', 'D'],
    ]);
  });

  it('choices and weekdays have their usual spellings', () => {
    expect(['Off-Peak', 'off peak', 'OFF_PEAK'].map((cell) => read(choice('off_peak'), cell))).toEqual(
      Array(3).fill('off_peak'),
    );
    expect(['Tues', 'Thurs.', 'Mon'].map((cell) => read(weekdayCell, cell))).toEqual(['tue', 'thu', 'mon']);
    expect(['Wed;Mon', 'Mon / Wed', 'Mon Wed'].map((cell) => read(weekdayList, cell))).toEqual(
      Array(3).fill(['mon', 'wed']),
    );
  });
});

describe('names', () => {
  it('are what people read', () => {
    expect(read(text, 'Toyota\u200B')).toBe('Toyota');
    expect(read(text, 'To\u00ADyo\uFEFFta')).toBe('Toyota');
    expect(read(text, 'Los\u00A0 Angeles')).toBe('Los Angeles');
    expect(read(text, 'Citroe\u0308n')).toBe('Citro\u00EBn');
    expect(read(upperText, '1hg\u200Dcm8')).toBe('1HGCM8');
    expect(read(identifier, '\u200E00101')).toBe('00101');
    expect(read(text, '\u200B')).toBe('refused');
  });

  it.each(['1.2345E+78', '1.23E+15', '1,23E+15', '1e+21', '1.5e15', '-1.2E+10', '1E+05'])(
    'that a spreadsheet shortened to %j are refused',
    (cell) => {
      expect([read(identifier, cell), read(upperText, cell)]).toEqual(['refused', 'refused']);
    },
  );

  it.each(['1E5', '1234567890123E456', '12E34', '5E-3', 'E+10', '1.E', '2.0.1'])(
    'that only look like it, %j, stay',
    (cell) => {
      expect(read(identifier, cell)).toBe(cell);
    },
  );
});
