import { describe, expect, it } from 'vitest';
import { clockText, reasonText } from '../../../../src/domains/posts/report/words.ts';

describe('words of the report of posts', () => {
  it('write a time in one form that does not wrap', () => {
    expect(clockText('Mon 2025-11-03 09:30')).toBe('Mon\u00a03\u00a0Nov\u00a009:30');
    expect(clockText('')).toBe('');
  });

  it('say why in words, and a rule that has none by its name', () => {
    expect(reasonText({ reason: 'spacing' })).toBe('its gap to other posts of its channel is too short');
    expect(reasonText({ reason: 'moon' })).toBe('moon');
  });
});
