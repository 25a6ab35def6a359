import { describe, expect, it } from 'vitest';
import type { ActivityRow } from '../../../../src/domains/loans/tables.ts';
import { best, type Triple } from '../cases.ts';
import { limitsOf } from '../rule-case.ts';

/** Two cars that one partner could have on Monday, and one on Tuesday. */
const triples: readonly Triple[] = [
  ['V1', 'P1', 22, 'Toyota', 'A', 900],
  ['V2', 'P1', 22, 'Toyota', 'A', 800],
  ['V3', 'P1', 23, 'Toyota', 'A', 700],
];
const activity = (from: number, to: number): Partial<ActivityRow> => ({
  vin: 'V9',
  person_id: 'P1',
  start_date: `2025-09-${from}`,
  end_date: `2025-09-${to}`,
});
const vins = async (partner_limits: object | false, rows: readonly Partial<ActivityRow>[] = []) =>
  (await best({ triples, given: { activity: rows }, rules: { partner_limits } })).vins;

describe('partner limits', () => {
  it('are none unless the scenario sets them', async () => {
    expect(await vins({})).toEqual(['V1', 'V2', 'V3']);
    expect(await vins(false)).toEqual(['V1', 'V2', 'V3']);
  });

  it('per day leave the best of each day', async () => {
    expect(await vins({ per_day: 1 })).toEqual(['V1', 'V3']);
  });

  it('per week leave the best of the week', async () => {
    expect(await vins({ per_week: 1 })).toEqual(['V1']);
    expect(await vins({ per_week: 2 })).toEqual(['V1', 'V2']);
  });

  it('hold together', async () => {
    expect(await vins({ per_day: 1, per_week: 2 })).toEqual(['V1', 'V3']);
  });

  it('per day give way to what the partner has on that day', async () => {
    expect(await vins({ per_day: 1 }, [activity(15, 22)])).toEqual(['V3']);
    expect(await vins({ per_day: 2 }, [activity(15, 22)])).toEqual(['V1', 'V3']);
  });

  it('per week give way to what the partner has in the week, be it returned on Monday', async () => {
    expect(await vins({ per_week: 1 }, [activity(15, 22)])).toEqual([]);
    expect(await vins({ per_week: 1 }, [activity(15, 21)])).toEqual(['V1']);
  });

  it('are never below none', async () => {
    expect(await vins({ per_week: 1 }, [activity(22, 22), activity(23, 23), activity(24, 24)])).toEqual([]);
  });

  it('hold the loans of each day and of the week, less what the partner has: Monday, and the week', () => {
    const given = { vehicles: [{}, {}], partners: [{ name: 'Ann' }], approved: [{}], activity: [activity(15, 22)] };
    const rules = { partner_limits: { per_day: 1, per_week: 3 } };
    expect(limitsOf('partner_limits', { given, rules, days: ['mon', 'tue'] })).toMatchInlineSnapshot(`
      "maximise 700 x1 + 700 x2 + 700 x3 + 700 x4
      x1: Toyota Camry (V1) to Ann from 2025-09-22
      x2: Toyota Camry (V2) to Ann from 2025-09-22
      x3: Toyota Camry (V1) to Ann from 2025-09-23
      x4: Toyota Camry (V2) to Ann from 2025-09-23
      partner_limits, Ann on Monday 22 September: x1 + x2 <= 0
      partner_limits, Ann on Tuesday 23 September: x3 + x4 <= 1
      partner_limits, Ann in the week: x1 + x2 + x3 + x4 <= 2"
    `);
  });
});
