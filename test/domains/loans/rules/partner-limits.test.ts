import { describe, expect, it } from 'vitest';
import type { ActivityRow } from '../../../../src/domains/loans/tables.ts';
import { best, type Triple } from '../cases.ts';

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
});
