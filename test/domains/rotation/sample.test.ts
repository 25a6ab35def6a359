import { describe, expect, it } from 'vitest';
import { rotation } from '../../../src/domains/rotation/index.ts';
import { sampleTables } from '../../../src/domains/rotation/sample/index.ts';
import type { RotationTables } from '../../../src/domains/rotation/tables.ts';
import { validateAll } from '../../../src/tables/load.ts';

const data = validateAll(rotation.tables, sampleTables(1));
const tables = data.tables as unknown as RotationTables;
const { breaks, spots, orders, advertisers, creatives, blackouts, locks, published } = tables;
const seconds = (rows: readonly { readonly seconds: number }[]) => rows.reduce((sum, row) => sum + row.seconds, 0);
const secondsOf = (time: string | null) => (time ?? '').split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
const shareOf = (tier: string) => spots.rows.filter((row) => row.tier === tier).length / spots.rows.length;

describe('the sample week', () => {
  it('is the same for one seed and another for another', () => {
    expect(sampleTables(7)).toEqual(sampleTables(7));
    expect(sampleTables(7)).not.toEqual(sampleTables(8));
  });
  it('has 43 breaks on each of seven days, 16 of them in prime time', () => {
    expect(breaks.rows).toHaveLength(301);
    expect(new Set(breaks.rows.map((row) => row.date)).size).toBe(7);
    expect(breaks.rows.filter((row) => row.kind === 'prime')).toHaveLength(112);
  });
  it('has breaks of 120 to 180 s and 4 to 6 spots, none over another', () => {
    for (const row of breaks.rows) {
      expect([120, 150, 180]).toContain(row.seconds);
      expect(row.spots).toBe(row.seconds / 30);
    }
    const inTime = [...breaks.rows].sort((x, y) => (`${x.date} ${x.local}` < `${y.date} ${y.local}` ? -1 : 1));
    inTime.slice(1).forEach((next, index) => {
      const before = inTime[index]!;
      if (next.date === before.date)
        expect(secondsOf(next.local)).toBeGreaterThanOrEqual(secondsOf(before.local) + before.seconds);
    });
  });
  it('has 1,500 spots of sixty advertisers', () => {
    expect(spots.rows).toHaveLength(1500);
    expect(advertisers.rows).toHaveLength(60);
    expect(new Set(spots.rows.map((row) => row.advertiser)).size).toBe(60);
  });
  it('has about 30, 40 and 30 percent of the three tiers', () => {
    expect(shareOf('guaranteed')).toBeCloseTo(0.3, 1);
    expect(shareOf('priority')).toBeCloseTo(0.4, 1);
    expect(shareOf('remnant')).toBeCloseTo(0.3, 1);
  });
  it('asks for about as many seconds as there are', () => {
    expect(seconds(spots.rows) / seconds(breaks.rows)).toBeGreaterThan(0.9);
    expect(seconds(spots.rows) / seconds(breaks.rows)).toBeLessThan(1.1);
  });
  it('names only what its other tables know', () => {
    const known = (rows: readonly { readonly id: string }[]) => new Set(rows.map((row) => row.id));
    const [orderIds, breakIds, spotIds, films] = [orders.rows, breaks.rows, spots.rows, creatives.rows].map(known);
    for (const row of spots.rows) {
      expect(orderIds).toContain(row.order);
      expect(films).toContain(row.creative);
    }
    for (const row of [...locks.rows, ...published.rows]) {
      expect(spotIds).toContain(row.spot);
      expect(breakIds).toContain(row.break);
    }
    expect(blackouts.rows).toHaveLength(2);
  });
  it('has seven rows that no log should air, each with its reason', () => {
    expect(data.quarantined.map(({ table, column }) => `${table} ${column}`)).toEqual([
      ...['breaks seconds', 'breaks local'],
      ...['spots seconds', 'spots cpm', 'spots tier', 'spots wish', 'spots categories'],
    ]);
  });
});
