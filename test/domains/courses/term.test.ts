import { describe, expect, it } from 'vitest';
import { Refusal, readScenario } from '../../../src/index.ts';
import { written } from '../../tables/folder.ts';

/** Line, message and way out of each fault of a term of these lines, which begin on line 4. */
function faultsOf(...lines: readonly string[]): readonly string[] {
  const text = [
    'kind: courses',
    'curricula: {se2: {courses: {MATH: 6}}}',
    'term:',
    ...lines.map((line) => `  ${line}`),
  ];
  try {
    readScenario(written(`${text.join('\n')}\n`));
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.problems.map(({ place, message, maybe }) => `${place?.line}: ${message} ${maybe}`);
  }
}

const DAYS = ['first: 2026-09-02', 'last: 2026-12-18'];
const ZONE = 'zone: America/Toronto';

describe('a term', () => {
  it('has a first and a last day, a zone, and holidays of one day or several', () => {
    expect(faultsOf(...DAYS, ZONE)).toEqual([]);
    expect(faultsOf(...DAYS, ZONE, 'holidays: [2026-10-12, {from: 2026-10-13, to: 2026-10-16}]')).toEqual([]);
  });

  it('is refused with a zone that nobody knows, which a city may name', () => {
    expect(faultsOf(...DAYS, 'zone: Toronto')).toEqual([
      '6: term.zone: unknown time zone "Toronto" Maybe you meant "America/Toronto".',
    ]);
    expect(faultsOf(...DAYS, 'zone: America/New York').join()).toMatch(/Maybe you meant "America\/New_York"/);
    expect(faultsOf(...DAYS, 'zone: Nowhere').join()).toMatch(/^6: term.zone: unknown time zone "Nowhere" Maybe "Am/);
    expect(faultsOf(...DAYS, 'zone: "-05:00"').join()).toMatch(/^6: term.zone: needs the name of a zone, was the off/);
  });

  it('is refused where it ends before it begins, or has more weeks than a year', () => {
    expect(faultsOf('first: 2026-09-02', 'last: 2026-09-01', ZONE)).toEqual([
      '5: term.last: is before the first day of the term, 2026-09-02 Maybe the two days are swapped.',
    ]);
    expect(faultsOf('first: 2026-09-02', 'last: 2027-12-18', ZONE).join()).toMatch(
      /^5: term.last: makes a term of 68 weeks; 60 is the most Maybe another year is meant/,
    );
  });

  it('is refused with a holiday outside it, or reversed, or without a day', () => {
    const holidays = (text: string) => faultsOf(...DAYS, ZONE, 'holidays:', `  - ${text}`);
    expect(holidays('2025-10-13')).toEqual([
      '8: term.holidays[0]: is outside the term, which is from 2026-09-02 to 2026-12-18 Maybe another year is meant; what is outside the term needs no holiday.',
    ]);
    expect(holidays('{from: 2026-12-14, to: 2027-01-02}').join()).toMatch(
      /^8: .*outside the term.* Maybe what of it lies in the term: {from: 2026-12-14, to: 2026-12-18}\.$/,
    );
    expect(holidays('{from: 2026-10-16, to: 2026-10-12}').join()).toMatch(/^8: .*ends on 2026-10-12, before it begins/);
    expect(holidays('2026-02-30').join()).toMatch(/^8: /);
  });

  it('is refused with a day that the calendar does not have, or without a last one', () => {
    expect(faultsOf('first: 2026-09-31', 'last: 2026-12-18', ZONE).join()).toMatch(/^4: term.first/);
    expect(faultsOf('first: 2026-09-02', ZONE).join()).toMatch(/last/);
  });
});
