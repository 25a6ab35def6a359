import { describe, expect, it } from 'vitest';
import type { Given } from '../audit-fixture.ts';
import { best, type Triple } from '../cases.ts';
import { left } from '../small-world.ts';

describe('7.1', () => {
  const two: Given = {
    vehicles: [{ vin: 'VIN001' }],
    partners: [{ person_id: 'P001' }],
    approved: [{ person_id: 'P001' }],
  };

  it('window: a car busy on Thursday starts nothing on Monday, and may on Friday', () => {
    const busy = { vin: 'VIN001', start_date: '2025-09-25', end_date: '2025-09-25' };
    const rules = { availability: { min_days: 7, horizon_days: 14 } };
    expect(left({ ...two, activity: [busy] }, { rules })).toEqual(['VIN001 P001 26']);
  });

  it('zero-slot day: no candidate on it, on the others there are', () => {
    const calendar = [22, 23, 24, 25, 26].map((day) => ({ date: `2025-09-${day}`, slots: day === 25 ? 0 : 15 }));
    expect(left({ ...two, calendar })).toEqual([22, 23, 24, 26].map((day) => `VIN001 P001 ${day}`));
  });

  it('strict eligibility: no approval, no candidate', () => {
    const vehicles = [
      { vin: 'T', make: 'Toyota' },
      { vin: 'H', make: 'Honda' },
    ];
    const approved = [
      { person_id: 'P001', make: 'Toyota' },
      { person_id: 'P002', make: 'Toyota' },
      { person_id: 'P002', make: 'Honda' },
    ];
    const partners = [{ person_id: 'P001' }, { person_id: 'P002' }];
    expect(left({ vehicles, partners, approved }, { start_days: ['mon'] })).toEqual([
      'T P001 22',
      'T P002 22',
      'H P002 22',
    ]);
  });
});

describe('7.2', () => {
  it('VIN uniqueness: a car starts once, where it is worth most', async () => {
    const outcome = await best({
      triples: [
        ['VIN001', 'P001', 22, 'Toyota', 'A', 2000],
        ['VIN001', 'P001', 23, 'Toyota', 'A', 1900],
        ['VIN001', 'P001', 24, 'Toyota', 'A', 1800],
        ['VIN002', 'P002', 22, 'Toyota', 'A', 1000],
        ['VIN002', 'P002', 23, 'Toyota', 'A', 900],
      ],
      slots: { 22: 10, 23: 10, 24: 10 },
    });
    expect(outcome.loans).toEqual(['VIN001 P001 2025-09-22', 'VIN002 P002 2025-09-22']);
    expect(outcome.net).toBe(3000);
  });

  it('monotone capacity: more slots than are needed change nothing', async () => {
    const triples: readonly Triple[] = [
      ['V1', 'P001', 22, 'Toyota', 'A', 1000],
      ['V1', 'P001', 26, 'Toyota', 'A', 900],
      ['V2', 'P001', 23, 'Toyota', 'A', 800],
      ['V2', 'P002', 26, 'Toyota', 'A', 700],
      ['V3', 'P002', 24, 'Toyota', 'A', 700],
      ['V4', 'P002', 26, 'Toyota', 'A', 600],
    ];
    for (const friday of [1, 10]) {
      const outcome = await best({ triples, slots: { 26: friday } });
      expect(outcome.net).toBe(3100);
      expect(outcome.loans).toHaveLength(4);
    }
  });
});
