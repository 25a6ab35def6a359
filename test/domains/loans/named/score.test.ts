import { describe, expect, it } from 'vitest';
import { type Features, pointsOf } from '../../../../src/domains/loans/score.ts';
import { times } from '../audit-fixture.ts';
import { best, optima, type Triple } from '../cases.ts';

/** A case's row: rank weight, geo 0 or 1, publication rate in percent, published before. */
const row = (rankWeight: number, geo: number, pub: number, history: boolean): Features => ({
  rankWeight,
  geo: geo * 1000,
  published: pub,
  loans: 100,
  history,
  preferred: false,
  wish: 0,
});

const weights = (rank: number, geo: number, pub: number, hist: number) => ({
  rank,
  geo,
  pub,
  hist,
  preferred_day: 0,
  preference: 0,
});

/** Cars V1, V2 … of these points to one partner, and one slot. */
const winner = async (points: readonly number[]) => {
  const { vins, raw, model } = await best({
    triples: points.map((score, i): Triple => [`V${i + 1}`, 'P001', 22, 'Toyota', 'A', score]),
    slots: { 22: 1 },
  });
  return { vins, raw, optima: optima(model).schedules.length };
};

describe('objective shaping', () => {
  it('S6-A geo: a weight of 500 decides for the near partner, none leaves a tie', async () => {
    const cars = [row(1000, 0, 50, false), row(1000, 1, 50, false)];
    const at = (geo: number) => winner(cars.map((car) => pointsOf(car, weights(1, geo, 0, 0))));
    expect(await at(500)).toEqual({ vins: ['V2'], raw: 1500, optima: 1 });
    expect(await at(0)).toMatchObject({ raw: 1000, optima: 2 });
  });

  it('S6-B pub: the higher publication rate wins', async () => {
    const cars = [row(1000, 1, 20, false), row(1000, 1, 80, false)];
    const points = cars.map((car) => pointsOf(car, weights(1, 0, 1000, 0)));
    expect(await winner(points)).toEqual({ vins: ['V2'], raw: 1800, optima: 1 });
  });

  it('S6-C changes no candidate, only its score', async () => {
    const points = times(10, (i) => pointsOf(row(900 + 10 * i, i % 2, 10 * i, i % 3 === 0), weights(2, 200, 300, 100)));
    expect(Math.min(...points)).toBe(points[0]);
    expect(points[0]).toBe(1900);
    expect(Math.max(...points)).toBe(points[9]);
    expect(points[9]).toBe(2550);
    const { candidates } = await best({
      triples: points.map((score, i): Triple => [`V${i}`, `P${Math.floor(i / 2)}`, 22, 'Toyota', 'A', score]),
    });
    expect(candidates).toBe(10);
  });

  it('S6-D determinism: the same five cars for every seed', async () => {
    const points = times(20, (i) =>
      pointsOf(row(950 + ((7 * i) % 50), i % 2, (13 * i) % 100, i % 4 === 0), weights(1.5, 150, 200, 75)),
    );
    const input = {
      triples: points.map((score, i): Triple => [`V${i}`, `P${i % 3}`, 22, 'Toyota', 'A', score]),
      slots: { 22: 5 },
    };
    const runs = [];
    for (const seed of [12345, 12345, 99999]) runs.push(await best({ ...input, seed }));
    for (const { vins, raw } of runs) {
      expect(vins).toEqual(['V13', 'V15', 'V19', 'V5', 'V7']);
      expect(raw).toBe(8851);
    }
    expect([5, 7, 13, 15, 19].map((i) => points[i])).toEqual([1757, 1830, 1774, 1772, 1718]);
    const sixth = [...points].sort((a, b) => b - a)[5];
    expect(sixth).toBeLessThan(1718);
  });
});
