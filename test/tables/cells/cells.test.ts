import { describe, expect, it } from 'vitest';
import {
  between,
  type CellSchema,
  choice,
  date,
  dateIn,
  identifier,
  integer,
  money,
  nonNegativeInteger,
  number,
  optional,
  orElse,
  text,
  tristate,
  upperText,
  weekdayCell,
  weekdayList,
} from '../../../src/tables/cells/cells.ts';
import { cellProblems as say } from '../../../src/tables/problems.ts';

/** The value of a cell, or the reason why it has none. */
function read<V>(schema: CellSchema<V>, cell: string): V | string | undefined {
  const result = schema.safeParse(cell);
  return result.success ? result.data : `refused: ${result.error.issues[0]?.message}`;
}

const refused = (reason: string) => `refused: ${reason}`;

describe('text', () => {
  it('must not be empty, unless it is optional', () => {
    expect(read(text, '')).toBe(refused(say.empty()));
    expect(read(optional(text), '')).toBeNull();
  });

  it('keeps markup, formulas and prototype names as they are', () => {
    for (const cell of ['<script>alert(1)</script>', '=1+1', '__proto__', 'constructor'])
      expect(read(text, cell)).toBe(cell);
  });

  it('has an end', () => {
    expect(read(text, 'x'.repeat(10_001))).toBe(refused(say.tooLong(10_000)));
  });

  it('may be read as upper case', () => {
    expect(read(upperText, '1hgcm82633a004352')).toBe('1HGCM82633A004352');
  });
});

describe('identifier', () => {
  it.each([
    ['17', '17'],
    ['17.0', '17'],
    ['17.000', '17'],
    ['P001', 'P001'],
    ['007', '007'],
    ['17.5', '17.5'],
    ['1.0.0', '1.0.0'],
  ])('reads %j as %j', (cell, id) => {
    expect(read(identifier, cell)).toBe(id);
  });
});

describe('integer', () => {
  it.each([
    ['2151', 2151],
    ['2,151', 2151],
    ['1,234,567', 1_234_567],
    ['-3', -3],
    ['2024.0', 2024],
    ['-0', 0],
  ])('reads %j', (cell, value) => {
    expect(read(integer, cell)).toBe(value);
  });

  it.each(['NaN', 'Infinity', '0x10', '1e5', 'twelve', '--1', '١٢'])('refuses %j', (cell) => {
    expect(read(integer, cell)).toBe(refused(say.integer()));
  });

  it.each([
    ['1.5', '1 or 2'],
    ['1,2', '1 or 2'],
    ['12,34', '12 or 13'],
  ])('refuses %j, with the whole numbers beside it', (cell, meant) => {
    expect(read(integer, cell)).toBe(refused(say.integer(meant)));
  });

  it('refuses what a number cannot hold exactly', () => {
    expect(read(integer, '9007199254740993')).toBe(refused(say.tooLarge()));
  });

  it('may be bounded by 0', () => {
    expect(read(nonNegativeInteger, '-1')).toBe(refused(say.negative()));
    expect(read(nonNegativeInteger, '0')).toBe(0);
  });
});

describe('money', () => {
  it.each([
    ['$1,234.50', 123_450],
    ['1234.5', 123_450],
    ['0', 0],
    ['$0.07', 7],
    ['12.', 1200],
    ['1234.500', 123_450],
    ['1234.35', 123_435],
  ])('reads %j as cents', (cell, cents) => {
    expect(read(money, cell)).toBe(cents);
  });

  it.each(['1e5', 'NaN', '$', '5 dollars', '0x1F', '1234.567', '1,00,000', '(5', '5)', '(-5)'])(
    'refuses %j',
    (cell) => {
      expect(read(money, cell)).toBe(refused(say.money()));
    },
  );

  it('is not negative', () => {
    expect(read(money, '-5')).toBe(refused(say.negative()));
  });

  it('refuses what cents cannot hold exactly', () => {
    expect(read(money, '99999999999999999')).toBe(refused(say.tooLarge()));
  });
});

describe('number', () => {
  it('reads decimals', () => {
    expect([read(number, '-118.2437'), read(number, '.5'), read(number, '34')]).toEqual([-118.2437, 0.5, 34]);
  });

  it.each(['1e5', 'NaN', 'Infinity', '1,5,3', '1.2.3', '-'])('refuses %j', (cell) => {
    expect(read(number, cell)).toBe(refused(say.number()));
  });

  it('may have a range, ends included', () => {
    expect(read(between(-90, 90), '90')).toBe(90);
    expect(read(between(-90, 90), '90.1')).toBe(refused(say.outside(-90, 90)));
  });
});

describe('date', () => {
  it('keeps the date part of a date with a time', () => {
    expect(read(date, '2025-09-22T00:00:00')).toBe('2025-09-22');
    expect(read(date, '2025-09-22 23:59:59.123+07:00')).toBe('2025-09-22');
  });

  it('refuses days that do not exist', () => {
    expect(read(date, '2025-02-30')).toBe(refused(say.noSuchDay()));
  });

  it.each(['2025-09-22x', 'tomorrow', '2025', '1758499200', 'Sep 2025', '9.22'])('refuses %j', (cell) => {
    expect(read(date, cell)).toBe(refused(say.date([])));
  });

  it('reads other formats where the column has them', () => {
    const dates = dateIn('MM/DD/YY', 'MM/DD/YYYY', 'MM-DD-YY', 'M/YYYY');
    expect(read(dates, '03/31/26')).toBe('2026-03-31');
    expect(read(dates, '3/1/2026')).toBe('2026-03-01');
    expect(read(dates, '09-24-25')).toBe('2025-09-24');
    expect(read(dates, '5/2025')).toBe('2025-05-01');
    expect(read(dates, '12/31/99')).toBe('1999-12-31');
    expect(read(dates, '02/30/25')).toBe(refused(say.noSuchDay()));
    expect(read(dates, '31/12/2025')).toBe(refused(say.noSuchDay()));
  });

  it('reads two digits of a year as 1969 to 2068', () => {
    const years = ['00', '68', '69', '99'].map((year) => read(dateIn('MM/DD/YY'), `03/31/${year}`));
    expect(years).toEqual(['2000-03-31', '2068-03-31', '1969-03-31', '1999-03-31']);
  });

  it('names the formats that it knows', () => {
    const reason = 'not a date written YYYY-MM-DD, MM/DD/YY or M/YYYY';
    expect(read(dateIn('MM/DD/YY', 'M/YYYY'), 'soon')).toBe(refused(reason));
  });
});

describe('tristate', () => {
  it('is true for true, yes and any number but 0', () => {
    expect(['true', 'TRUE', 'Yes', '1', '1.0', '3', '-2'].map((cell) => read(tristate, cell))).toEqual(
      Array(7).fill(true),
    );
  });

  it('is false for false, no and 0', () => {
    expect(['false', 'No', '0', '0.0'].map((cell) => read(tristate, cell))).toEqual(Array(4).fill(false));
  });

  it('is unknown for anything else', () => {
    expect(['', 'none', 'null', 'NaN', 'perhaps'].map((cell) => read(tristate, cell))).toEqual(Array(5).fill(null));
  });
});

describe('weekdays', () => {
  it('reads one by its name, whole or short, in any case', () => {
    expect(['Monday', 'tue', 'SUNDAY'].map((cell) => read(weekdayCell, cell))).toEqual(['mon', 'tue', 'sun']);
    expect(read(weekdayCell, 'Mond')).toBe(refused(say.weekday()));
  });

  it('reads a list in the order of the week, each once', () => {
    expect(read(weekdayList, 'Wed, Mon,Wed')).toEqual(['mon', 'wed']);
    expect(read(weekdayList, '')).toBeNull();
    expect(read(weekdayList, 'Mon,Someday')).toBe(refused(say.weekday()));
  });
});

describe('choice', () => {
  it('reads a word in any case as the schema writes it, and names the others when there is none', () => {
    expect(read(choice('Q1', 'Q2'), 'q2')).toBe('Q2');
    expect(read(choice('Q1', 'Q2'), 'Q5')).toBe(refused('not one of Q1, Q2'));
  });
});

describe('orElse', () => {
  it('gives an empty cell a value, and leaves refusals alone', () => {
    expect(read(orElse(nonNegativeInteger, 0), '')).toBe(0);
    expect(read(orElse(nonNegativeInteger, 0), 'x')).toBe(refused(say.integer()));
  });
});
