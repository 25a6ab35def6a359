import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dayName,
  epochDay,
  isDate,
  isoDate,
  longDate,
  quarterOf,
  weekday,
  weekdayIndex,
  weekdayName,
} from '../../src/tables/dates.ts';

describe('epochDay', () => {
  it('counts days from 1970-01-01', () => {
    expect(['1969-12-31', '1970-01-01', '2025-09-22'].map(epochDay)).toEqual([-1, 0, 20353]);
  });

  it.each(['2025-02-30', '2025-13-01', '2025-9-22', '2025-09-22T00:00', '', 'today', '20250922'])(
    'refuses %j',
    (text) => {
      expect(() => epochDay(text)).toThrow(RangeError);
    },
  );

  it('is undone by isoDate, for every day of four-digit years', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (day) => {
        expect(epochDay(isoDate(day))).toBe(day);
      }),
    );
  });

  it('agrees with Temporal, from the year 0 to the year 9999 and beyond', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_600, max: 2_933_000 }), (day) => {
        expect(isoDate(day)).toBe(Temporal.PlainDate.from('1970-01-01').add({ days: day }).toString());
      }),
      { examples: [[-719_528], [-719_529], [-719_163], [-719_162], [2_932_896], [2_932_897], [11_016], [-25_508]] },
    );
  });

  it.each(['2100-02-29', '2025-00-10', '2025-04-31', '2025-01-00', '2025-01-32'])(
    'refuses %j, which is no day',
    (text) => {
      expect(() => epochDay(text)).toThrow(`no such day: ${text}`);
    },
  );

  it('still answers when more dates were asked for than it remembers', () => {
    for (let day = 0; day < 25_000; day++) isoDate(day);
    expect(isoDate(1)).toBe('1970-01-02');
  });
});

describe('isDate', () => {
  it('knows leap years', () => {
    expect(['2024-02-29', '2025-02-29', '2000-02-29', '1900-02-29'].map(isDate)).toEqual([true, false, true, false]);
  });
});

describe('addDays and addMonths', () => {
  it('cross the ends of months and years', () => {
    expect(addDays('2025-12-31', 1)).toBe('2026-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  });

  it('end on the last day of a shorter month', () => {
    expect(addMonths('2025-03-31', -1)).toBe('2025-02-28');
    expect(addMonths('2024-02-29', -12)).toBe('2023-02-28');
    expect(addMonths('2025-09-22', -24)).toBe('2023-09-22');
  });
});

describe('weekday', () => {
  it('takes a date or an epoch day, also before 1970', () => {
    expect([weekday('2025-09-22'), weekday(20353), weekday('1969-12-28')]).toEqual(['mon', 'mon', 'sun']);
    expect(weekdayIndex(-4)).toBe(6);
  });

  it('has a name', () => {
    expect([dayName('2025-09-27'), weekdayName('thu')]).toEqual(['Saturday', 'Thursday']);
  });
});

describe('longDate', () => {
  it('is written for people', () => {
    expect(longDate('2025-09-25')).toBe('Thursday 25 September');
  });
});

describe('quarterOf', () => {
  it('changes after the last day of a third month', () => {
    expect(quarterOf('2025-09-30')).toEqual({ year: 2025, quarter: 'Q3' });
    expect(quarterOf('2025-10-01')).toEqual({ year: 2025, quarter: 'Q4' });
    expect(quarterOf('2026-01-01')).toEqual({ year: 2026, quarter: 'Q1' });
  });
});
