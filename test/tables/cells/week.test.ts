import { describe, expect, it } from 'vitest';
import {
  breakOf,
  clockOf,
  dayName,
  lengthsOf,
  meetingText,
  minuteOf,
  periodOf,
  type Week,
} from '../../../src/tables/cells/week.ts';

/** Four periods of 45 minutes: 08:30, 09:15, 10:00, 10:45, and the end at 11:30. */
const WEEK: Week = { days: ['mon', 'tue'], periods: 4, first: '08:30', minutes: 45 };

describe('periods and times', () => {
  it('a period begins so many minutes after the first, and the last one ends the day', () => {
    expect([0, 1, 2, 3, 4].map((period) => clockOf(WEEK, period))).toEqual([
      '08:30',
      '09:15',
      '10:00',
      '10:45',
      '11:30',
    ]);
  });

  it('a period is found by its number and by its time', () => {
    expect(['0', '3', '08:30', '10:45'].map((text) => periodOf(WEEK, text))).toEqual([0, 3, 0, 3]);
    // The end of the day is a time at which a block may end.
    expect(['4', '11:30'].map((text) => periodOf(WEEK, text))).toEqual([4, 4]);
  });

  it('there is none between two periods, before the first, and after the end', () => {
    expect(['08:45', '09:00', '07:45', '00:00', '12:15', '5'].map((text) => periodOf(WEEK, text))).toEqual(
      new Array(6).fill(undefined),
    );
  });

  it('a period and its time are one', () => {
    for (const minutes of [5, 30, 50, 60])
      for (let period = 0; period <= 10; period++) {
        const week = { ...WEEK, minutes, periods: 10 };
        expect(periodOf(week, clockOf(week, period))).toBe(period);
      }
  });

  it('minutes count from the first period, also before it', () => {
    expect(['08:30', '09:00', '2', '08:00'].map((text) => minuteOf(WEEK, text))).toEqual([0, 30, 90, -30]);
  });
});

describe('patterns', () => {
  it('are days with their periods', () => {
    expect(lengthsOf('tue:3')).toEqual([{ day: 'tue', periods: 3 }]);
    expect(lengthsOf('mon:2+wed:2+fri:10')).toEqual([
      { day: 'mon', periods: 2 },
      { day: 'wed', periods: 2 },
      { day: 'fri', periods: 10 },
    ]);
  });

  it.each(['', 'tue', 'tue:', 'tue:0', 'tue:-1', 'tue:1.5', 'Tue:3', 'tuesday:3', 'xyz:3', 'tue:3+', 'tue:3,thu:3'])(
    '"%s" is none',
    (text) => {
      expect(lengthsOf(text)).toBeUndefined();
    },
  );
});

describe('words', () => {
  it('a meeting is its day, and its first and last minute', () => {
    expect(dayName('wed')).toBe('Wed');
    expect(meetingText(WEEK, { day: 'tue', from: 1, to: 3 })).toBe('Tue 09:15\u201310:45');
  });
});

describe('breaks', () => {
  const hours = (from: string, to: string, minutes: number) => breakOf(WEEK, { from, to, minutes });

  it('begin and end with periods, inside their hours', () => {
    // 09:00 is inside a period: the first one that begins later begins at 09:15. 10:50 is too: the one before ends 10:45.
    expect(hours('09:00', '10:50', 45)).toEqual({ from: 1, to: 3, length: 1 });
    expect(hours('09:15', '10:45', 45)).toEqual({ from: 1, to: 3, length: 1 });
  });

  it('take whole periods', () => {
    expect([30, 45, 46, 90].map((minutes) => hours('08:30', '11:30', minutes).length)).toEqual([1, 1, 2, 2]);
  });

  it('end with the day, where their hours do not', () => {
    expect(hours('07:00', '18:00', 45)).toEqual({ from: 0, to: 4, length: 1 });
  });
});
