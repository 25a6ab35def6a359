import { describe, expect, it } from 'vitest';
import { fold, isOneLetterOff, legible, plainOf } from '../../src/tables/names.ts';

describe('names that differ in what nobody sees or means', () => {
  it.each([
    ['letter case', 'Toyota', 'TOYOTA'],
    ['full-width letters', 'Ｔoyota', 'Toyota'],
    ['a Cyrillic letter', 'T\u041EYOTA', 'TOYOTA'],
    ['a Greek letter', 'T\u039FYOTA', 'TOYOTA'],
  ])('are plainly the same: %s', (_, one, other) => expect(plainOf(one)).toBe(plainOf(other)));

  it.each([
    ['leading zeros', '00101', '101'],
    ['a hyphen', '00TEST-7', '00TEST7'],
    ['a blank', '00TEST 7', '00TEST7'],
    ['an apostrophe', "'00101", '101'],
    ['the letter O for 0', 'OOTEST7', '00TEST7'],
    ['the letter l for 1', 'bl0', 'b10'],
  ])('fold to the same: %s', (_, one, other) => expect(fold(one)).toBe(fold(other)));

  it.each([
    ['ranks', 'A+', 'A'],
    ['names of Cyrillic letters alone', 'Волга', 'Волгa'],
    ['words without digits', 'kl', 'ki'],
    ['numbers', '101', '102'],
  ])('do not fold: %s', (_, one, other) => expect(fold(one)).not.toBe(fold(other)));

  it('are one letter off where letters alone stand in them', () => {
    for (const written of ['toyta', 'toyotaa', 'toyoda', 'tooyta', 'oyota'])
      expect([written, isOneLetterOff(written, 'toyota')]).toEqual([written, true]);
    expect(isOneLetterOff('toyota', 'toyotaab')).toBe(false);
    expect(isOneLetterOff('kia', 'kja')).toBe(false);
    expect(isOneLetterOff('v123', 'v124')).toBe(false);
  });

  it('are shown with the letters that mislead', () => {
    expect(legible('T\u041EYOTA')).toBe('T<U+041E>YOTA');
    expect(legible('Волга')).toBe('Волга');
  });
});
