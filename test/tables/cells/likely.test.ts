import { describe, expect, it } from 'vitest';
import { between, integer, nonNegativeInteger, number, readCell } from '../../../src/tables/cells/cells.ts';
import { clockCell, endOfDay, timeOfDay } from '../../../src/tables/cells/times.ts';

const clocks = (text: string) => readCell(clockCell, text);
const write = (meant: string) => ({ reason: expect.stringContaining(`(write ${meant})`) });

describe('a cell that cannot be read tells what it probably means', () => {
  it.each([
    ['10', '10:00'],
    ['9', '09:00'],
    ['9h', '09:00'],
    ['9h30', '09:30'],
    ['9.30', '09:30'],
    ['0930', '09:30'],
    ['930', '09:30'],
    ['24', '24:00'],
    ['25', '20:14 or 20:14:30'],
    ['9.75', '20:14 or 20:14:30'],
    ['noon', '20:14 or 20:14:30'],
  ])('a time, %s', (text, meant) => {
    expect(clocks(text)).toEqual(write(meant));
  });

  it.each([
    ['3.200,5', '3200 or 3201'],
    ['-0.5', '-1 or 0'],
    ['12.25', '12 or 13'],
    ['30 days', '30'],
    ['1,234,500 loans', '1234500'],
    // It may be 3200 or 3.2, and 20,000 kilometres are not 20,000 miles.
    ['3,200 loans', '2151 or 2,151'],
    ['20000 km', '2151 or 2,151'],
    ['many', '2151 or 2,151'],
  ])('a whole number, %s', (text, meant) => {
    expect(readCell(integer, text)).toEqual(write(meant));
  });

  it.each([
    ['34.0522°', '34.0522'],
    ['34.05 S', '34.0522'],
    ['north', '34.0522'],
  ])('a number, %s', (text, meant) => {
    expect(readCell(number, text)).toEqual(write(meant));
  });

  it('never what would be refused', () => {
    expect(readCell(between(0, 9), '34.5°')).toEqual(write('34.0522'));
    expect(readCell(nonNegativeInteger, '-5 days')).toEqual(write('2151 or 2,151'));
  });
});

describe('a time of the day itself', () => {
  it('has no hours of the next day, and ends at 24:00', () => {
    expect(readCell(timeOfDay, '8:30 pm')).toEqual({ value: '20:30:00' });
    expect(readCell(timeOfDay, '25:30')).toEqual({ reason: expect.stringContaining('is after the end of its date') });
    expect(readCell(timeOfDay, '24:00')).toEqual({ reason: expect.stringContaining('is after the end of its date') });
    expect(readCell(endOfDay, '24:00')).toEqual({ value: '24:00:00' });
    expect(readCell(endOfDay, '24:30')).toEqual({ reason: expect.stringContaining('is after the end of its date') });
  });
});
