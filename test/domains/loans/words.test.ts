import { describe, expect, it } from 'vitest';
import { rowText } from '../../../src/domains/loans/words.ts';
import { tablesOf } from './audit-fixture.ts';

const tables = tablesOf({
  vehicles: [{ vin: 'V1' }, { vin: 'V2', make: 'Polestar', model: 'Polestar 2' }],
  partners: [{ person_id: 'P1', name: 'Ada Lark' }],
});

describe('a loan in words', () => {
  it('has the car and the partner by name', () => {
    const row = { vin: 'V1', person_id: 'P1', start_day: '2025-09-23' };
    expect(rowText({ tables })(row)).toBe('Toyota Camry (V1) to Ada Lark from 2025-09-23');
  });
  it('does not say the make twice', () => {
    expect(rowText({ tables })({ vin: 'V2' })).toBe('Polestar 2 (V2)');
  });
  it('keeps the keys of what no table names', () => {
    expect(rowText({ tables })({ vin: 'V9', person_id: 'P9' })).toBe('V9 to P9');
  });
});
