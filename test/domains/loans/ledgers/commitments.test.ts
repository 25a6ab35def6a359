import { describe, expect, it } from 'vitest';
import { carsHad, commitmentsOf } from '../../../../src/domains/loans/ledgers/commitments.ts';
import { noRepeat } from '../../../../src/domains/loans/rules/no-repeat.ts';
import type { Given } from '../audit-fixture.ts';
import { smallWorld } from '../small-world.ts';

const two: Given = { vehicles: [{}, {}], partners: [{}, {}], approved: [{}] };
const worldWith = (given: Given) => smallWorld({ ...two, ...given }).world;
const commitments = (given: Given) => commitmentsOf(worldWith(given));

const loan = (start: string, end: string | null, person_id: string | null = 'P1', vin = 'V9') => ({
  start_date: start,
  end_date: end,
  person_id,
  vin,
});

describe('what a partner has already', () => {
  it('covers a day with both ends', () => {
    const { onDay } = commitments({ activity: [loan('2025-09-23', '2025-09-25'), loan('2025-09-25', '2025-09-25')] });
    expect([0, 1, 2, 3, 4].map((day) => onDay(0, day))).toEqual([0, 1, 1, 2, 0]);
  });

  it('overlaps the week from Monday to Sunday', () => {
    const activity = [
      loan('2025-09-01', '2025-09-21'),
      loan('2025-09-01', '2025-09-22'),
      loan('2025-09-28', '2025-10-30'),
      loan('2025-09-29', '2025-10-30'),
    ];
    expect(commitments({ activity }).inWeek(0)).toBe(2);
  });

  it('is its own, has two dates, and does not end before it starts', () => {
    const activity = [
      loan('2025-09-22', '2025-09-28', 'P2'),
      loan('2025-09-22', '2025-09-28', null),
      loan('2025-09-22', null),
      loan('2025-09-26', '2025-09-23'),
    ];
    const { inWeek } = commitments({ activity });
    expect([inWeek(0), inWeek(1)]).toEqual([0, 1]);
  });
});

describe('cars a partner had', () => {
  const history = [
    { vin: 'V1', start_date: '2025-08-23' },
    { vin: 'V2', start_date: '2025-08-22' },
  ];

  it('count from so many days before the week', () => {
    const hadCar = carsHad(30, worldWith({ history }));
    expect([hadCar(0, 0), hadCar(0, 1)]).toEqual([true, false]);
  });

  it('are those of the partner', () => {
    expect(carsHad(365, worldWith({ history }))(1, 0)).toBe(false);
  });

  it('count up to the Monday itself', () => {
    const later = [
      { vin: 'V1', start_date: '2025-09-22' },
      { vin: 'V2', start_date: '2025-09-23' },
    ];
    const hadCar = carsHad(30, worldWith({ history: later }));
    expect([hadCar(0, 0), hadCar(0, 1)]).toEqual([true, false]);
  });

  it('count where the partner has the car now, whenever from', () => {
    expect(carsHad(365, worldWith({ activity: [loan('2020-01-01', null, 'P1', 'V1')] }))(0, 0)).toBe(true);
  });

  it('do not count unless the rule is on', () => {
    expect(noRepeat.bind(false, worldWith({ history }))).toBeUndefined();
    expect(noRepeat.bind({ days: 30 }, worldWith({ history }))?.filters).toHaveLength(1);
  });
});
