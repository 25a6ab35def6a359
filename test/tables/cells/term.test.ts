import { describe, expect, it } from 'vitest';
import { datesOf, type Term, weeksOf } from '../../../src/tables/cells/term.ts';

/** Wednesday 2 September to Friday 9 October 2026. */
const term: Term = { first: '2026-09-02', last: '2026-10-09', zone: 'America/Toronto', holidays: [] };

describe('a term', () => {
  it('has its first day in week 1, whatever day that is', () => {
    expect(weeksOf({ first: '2026-09-02', last: '2026-09-06' })).toEqual(['2026-08-31']);
    expect(weeksOf({ first: '2026-09-06', last: '2026-09-07' })).toEqual(['2026-08-31', '2026-09-07']);
    expect(weeksOf({ first: '2026-09-07', last: '2026-09-07' })).toEqual(['2026-09-07']);
  });

  it('that begins on a Wednesday holds a course of Mondays on the Monday after it, and ends with its last day', () => {
    expect(datesOf(term, 'mon')).toEqual(['2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05']);
    expect(datesOf(term, 'wed')[0]).toBe('2026-09-02');
    expect(datesOf(term, 'fri').at(-1)).toBe('2026-10-09');
    expect(datesOf(term, 'sat').at(-1)).toBe('2026-10-03');
  });

  it('holds nothing on a holiday, nor from the first to the last day of a break', () => {
    const holidays = ['2026-09-07', { from: '2026-09-21', to: '2026-09-28' }];
    expect(datesOf({ ...term, holidays }, 'mon')).toEqual(['2026-09-14', '2026-10-05']);
    expect(datesOf({ ...term, holidays }, 'tue')).not.toContain('2026-09-22');
    expect(datesOf({ ...term, holidays }, 'tue')).toContain('2026-09-29');
  });

  it('holds a course of some weeks in these weeks only, counted with holidays and all', () => {
    const odd = [1, 3, 5];
    // Week 1 has no Monday of the term: its Monday is 31 August.
    expect(datesOf(term, 'mon', odd)).toEqual(['2026-09-14', '2026-09-28']);
    expect(datesOf(term, 'wed', odd)).toEqual(['2026-09-02', '2026-09-16', '2026-09-30']);
    expect(datesOf({ ...term, holidays: ['2026-09-16'] }, 'wed', odd)).toEqual(['2026-09-02', '2026-09-30']);
    expect(datesOf(term, 'wed', [])).toEqual([]);
  });
});
