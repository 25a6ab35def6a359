import { describe, expect, it } from 'vitest';
import { audited, records, times } from '../audit-fixture.ts';
import { best, type Case, type Triple } from '../cases.ts';

/** The days of the audited week that are of a class, as [date, slots, note]. */
async function solved(input: Case) {
  const outcome = await best(input);
  const days = records(outcome.audit.tables.capacity!);
  const of = (name: string) =>
    days.filter((day) => day.class === name).map((day) => [day.date, day.capacity, day.notes]);
  return { outcome, days, of };
}

const weekend = [
  ['2025-09-27', 0, null],
  ['2025-09-28', 0, null],
];

describe('dynamic capacity', () => {
  it('C7-A starts nothing on a closed day', async () => {
    const { outcome, of } = await solved({
      triples: times(5, (i): Triple => [`V${i}`, `P00${i}`, 22 + i, 'Toyota', 'A', 1000]),
      slots: { 22: 5, 23: 5, 24: [0, 'Company Holiday'], 25: 5, 26: 5 },
    });
    expect(outcome).toMatchObject({ vins: ['V0', 'V1', 'V3', 'V4'], raw: 4000, net: 4000 });
    expect(of('blackout')).toEqual([['2025-09-24', 0, 'Company Holiday'], ...weekend]);
    expect(of('reduced')).toEqual([22, 23, 25, 26].map((day) => [`2025-09-${day}`, 5, null]));
  });

  it('C7-B fills the slots of a short day with the best', async () => {
    const { outcome, of } = await solved({
      triples: times(4, (i): Triple => [`V${i}`, `P00${i}`, 26, 'Toyota', 'A', 1000 - 10 * i]),
      slots: { 22: 5, 23: 5, 24: 5, 25: 5, 26: [2, 'Half-day operations'] },
    });
    expect(outcome).toMatchObject({ vins: ['V0', 'V1'], raw: 1990, net: 1990 });
    expect(of('reduced')).toHaveLength(5);
    expect(of('reduced')[4]).toEqual(['2025-09-26', 2, 'Half-day operations']);
  });

  it('C7-C knows a travel day by its note', async () => {
    const { outcome, of, days } = await solved({
      triples: [['V1', 'P001', 25, 'Toyota', 'A', 1000]],
      slots: { 22: 5, 23: 5, 24: 5, 25: [3, 'Travel day - team at conference'], 26: 5 },
    });
    expect(outcome.loans).toEqual(['V1 P001 2025-09-25']);
    expect(of('travel')).toEqual([['2025-09-25', 3, 'Travel day - team at conference']]);
    expect(of('reduced')).toEqual([22, 23, 24, 26].map((day) => [`2025-09-${day}`, 5, null]));
    expect(days.filter((day) => day.notes !== null)).toHaveLength(1);
  });

  it('the validator finds three faults in four starts', () => {
    const { violations } = audited(
      {
        vehicles: [{}, {}, {}, {}],
        partners: [{}],
        approved: [{}],
        calendar: [
          { date: '2025-09-22', slots: 2 },
          { date: '2025-09-23', slots: 0 },
          { date: '2025-09-24', slots: 3 },
        ],
      },
      {},
      ...['V1 P1 22', 'V2 P1 22', 'V3 P1 22', 'V4 P1 23'],
    );
    expect(violations.map(({ rule, entity }) => `${rule} ${entity}`)).toEqual([
      'capacity 2025-09-22',
      'capacity 2025-09-23',
      'capacity 2025-09-23',
    ]);
    expect(violations[0]?.text).toContain('3 starts, 2 slots');
    expect(violations[1]?.text).toContain('0 slots');
    expect(violations[2]?.text).toContain('closed (Blackout)');
  });
});
