import { describe, expect, it } from 'vitest';
import { dayName, daysAfter, longDate, shortDate } from '../../src/text/dates.ts';
import { amount, cellText, count, dollars, percent, plural, sentence, signed } from '../../src/text/format.ts';

describe('numbers', () => {
  it('groups thousands', () => {
    expect([0, 999, 1000, 71234, 1234567].map((n) => count(n))).toEqual(['0', '999', '1,000', '71,234', '1,234,567']);
  });
  it('has a true minus sign, and none on a rounded zero', () => {
    expect(amount(-1234.5, 1)).toBe('−1,234.5');
    expect(amount(-0.04, 1)).toBe('0.0');
  });
  it('rounds the decimal that a person sees, half away from zero', () => {
    expect([amount(1.005, 2), amount(2.5), amount(-2.5), amount(0.285, 2)]).toEqual(['1.01', '3', '−3', '0.29']);
  });
  it('shows no more decimals than needed, two at the most', () => {
    expect([count(3), count(3.5), count(3.25), count(Math.PI)]).toEqual(['3', '3.5', '3.25', '3.14']);
  });
  it('says that there is no number', () => {
    expect([amount(Number.NaN), amount(Number.POSITIVE_INFINITY)]).toEqual(['–', '–']);
  });
  it('shows a sign on demand', () => {
    expect([signed(5), signed(0), signed(-5)]).toEqual(['+5', '0', '−5']);
  });
  it('counts nouns', () => {
    expect([plural(1, 'loan'), plural(1200, 'loan'), plural(2, 'day off', 'days off')]).toEqual([
      '1 loan',
      '1,200 loans',
      '2 days off',
    ]);
  });
  it('reads fractions as percentages', () => {
    expect([percent(0), percent(1), percent(0.1234), percent(0.5), percent(-0.041)]).toEqual([
      '0%',
      '100%',
      '12.3%',
      '50%',
      '−4.1%',
    ]);
  });
  it('reads cents as dollars', () => {
    expect([dollars(123400), dollars(-70050), dollars(0)]).toEqual(['$1,234', '−$701', '$0']);
  });
});

describe('dates', () => {
  it('names the weekday whatever the time zone of the machine', () => {
    expect([dayName('2025-09-22'), longDate('2024-02-29'), shortDate('2025-12-31')]).toEqual([
      'Monday',
      'Thursday 29 February 2024',
      'Wed 31 Dec',
    ]);
  });
  it('counts days across a month', () => {
    expect(daysAfter('2025-09-28', 3)).toBe('2025-10-01');
  });
});

describe('cells', () => {
  it('reads a cell by the type of its column', () => {
    expect(cellText(123400, 'money')).toBe('$1,234');
    expect(cellText(0.25, 'percent')).toBe('25%');
    expect(cellText(1234, 'integer')).toBe('1,234');
    expect(cellText('2025-09-22', 'date')).toBe('Mon 22 Sep');
  });
  it('does not group the digits of an id', () => {
    expect(cellText(20255, 'text')).toBe('20255');
  });
  it('shows an empty cell as a dash', () => {
    expect([cellText(null, 'money'), cellText('', 'text')]).toEqual(['–', '–']);
  });
  it('shows text that stands where a number or date should', () => {
    expect([cellText('no cap', 'integer'), cellText('2025-02-30', 'date')]).toEqual(['no cap', '2025-02-30']);
  });
});

it('makes a phrase a sentence', () => {
  expect([sentence('one more slot'), sentence('Done.'), sentence('')]).toEqual(['One more slot.', 'Done.', '']);
});
