import { describe, expect, it } from 'vitest';
import { exactJson } from '../../src/text/json.ts';

describe('JSON in which no identifier loses a digit', () => {
  it.each([
    ['[9007199254740991, 12, 0.1, 1e3, -4]', [9007199254740991, 12, 0.1, 1000, -4]],
    ['[9007199254740993]', ['9007199254740993']],
    ['{"vin": 12345678901234567, "n": -98765432109876543}', { vin: '12345678901234567', n: '-98765432109876543' }],
    ['[1000000000000000000000000]', ['1000000000000000000000000']],
    ['["9007199254740993", "a \\"9007199254740993 b"]', ['9007199254740993', 'a "9007199254740993 b']],
    ['{"9007199254740993": 1.50000000000000000}', { '9007199254740993': 1.5 }],
  ])('%s', (text, value) => {
    expect(exactJson(text)).toEqual(value);
  });

  it('is JSON all the same', () => {
    expect(() => exactJson('[09007199254740993]')).toThrow(SyntaxError);
    expect(() => exactJson('[9007199254740993')).toThrow(SyntaxError);
  });
});
