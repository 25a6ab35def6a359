import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/tables/nearest.ts';

describe('nearest', () => {
  it('finds a misspelt name, whatever its letter case and separators', () => {
    const known = ['vin', 'person_id', 'start_date'];
    expect(['Person ID', 'persn_id', 'startdate', 'vim'].map((word) => nearest(word, known))).toEqual([
      'person_id',
      'person_id',
      'start_date',
      'vin',
    ]);
  });

  it('finds nothing where nothing is close', () => {
    expect(nearest('price', ['vin', 'person_id'])).toBeUndefined();
    expect(nearest('x'.repeat(1_000_000), ['vin'])).toBeUndefined();
  });
});
