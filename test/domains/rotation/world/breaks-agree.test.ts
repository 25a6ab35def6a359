import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../../src/domains/rotation/audit/facts/facts.ts';
import { breaksOf } from '../../../../src/domains/rotation/world/breaks.ts';
import { epochOf, utcOf } from '../../../../src/domains/rotation/world/time.ts';
import { clockOf } from '../../../../src/domains/rotation/world/world.ts';
import { type Keys, prepare } from '../cases.ts';

const MINUTES = 60;

// New York leaves summer time on 2 November 2025 and enters it on 9 March; Sydney does so on 5 April and 5 October.
const nightOf = fc.constantFrom(
  ['America/New_York', '2025-03-10', '20:00', '23:00'],
  ['America/New_York', '2025-03-08', '20:00', '03:30'],
  ['America/New_York', '2025-11-01', '21:00', '02:30'],
  ['Australia/Sydney', '2025-04-05', '19:30', '00:30'],
  ['Australia/Sydney', '2025-10-04', '22:00', '06:00'],
  ['UTC', '2025-06-30', '18:00', '18:45'],
);

const caseOf = fc.record({
  night: nightOf,
  days: fc.constantFrom(1, 2),
  /** Minutes from the end of one break to the begin of the next; which are locked. */
  gaps: fc.array(fc.tuple(fc.integer({ min: 0, max: 55 }), fc.boolean()), { minLength: 3, maxLength: 14 }),
  seconds: fc.constantFrom(60, 120, 600),
  /** Begin in minutes after the first break, and length. */
  events: fc.array(fc.tuple(fc.integer({ min: -20, max: 400 }), fc.integer({ min: 1, max: 120 })), { maxLength: 3 }),
  now: fc.option(fc.integer({ min: 0, max: 240 }), { nil: undefined }),
});

type Case = typeof caseOf extends fc.Arbitrary<infer T> ? T : never;

/** A log of breaks from an hour before prime time on, given in UTC. */
function keysOf({ night: [zone, date, from, to], days, gaps, seconds, events, now }: Case): Keys {
  const start = Math.floor(Date.parse(`${date}T${from}:00Z`) / 1000) + (zone === 'UTC' ? 0 : offsetOf(zone!)) - 3600;
  let at = start;
  const breaks = gaps.map(([gap, locked], index) => {
    at += gap * MINUTES;
    const row = { id: `b${index}`, utc: utcOf(at), seconds, spots: 4, locked: locked && index % 3 === 0 };
    at += seconds;
    return row;
  });
  const moment = (minutes: number) => utcOf(start + minutes * MINUTES);
  return {
    market: { zone, prime: { from, to, ...(zone === 'America/New_York' && { offset: '-05:00' }) } },
    ...{ date, days, breaks },
    preemptions: events.map(([begin, long]) => ({ from: moment(begin), live_end: moment(begin + long) })),
    ...(now === undefined ? {} : { now: moment(now) }),
  };
}

const offsetOf = (zone: string): number => (zone === 'America/New_York' ? 5 : -11) * 3600;

describe('the breaks of the model and of the auditor', () => {
  it('are the same after any preemptions, in any zone', () => {
    const seen = { moved: 0, lost: 0, cut: 0 };
    fc.assert(
      fc.property(caseOf, (of) => {
        const { settings, tables } = prepare(keysOf(of));
        const { breaks, lost } = breaksOf(settings, tables, clockOf(settings));
        const { slots } = factsOf(settings, tables, []);
        const theirs = slots.filter(({ gone }) => !gone);
        expect(
          breaks.map(({ id, start, end, date, prime, aired, cut }) => ({ id, start, end, date, prime, aired, cut })),
        ).toEqual(
          theirs.map(({ id, start, end, date, prime, aired, cut }) => ({ id, start, end, date, prime, aired, cut })),
        );
        const gone = slots.filter((slot) => slot.gone).map(({ id }) => id);
        expect([...lost].sort()).toEqual(gone.sort());
        const written = new Map(tables.breaks.rows.map((row) => [row.id, epochOf(row.utc!)]));
        seen.moved += breaks.filter(({ id, start }) => written.get(id) !== start).length;
        seen.lost += lost.length;
        seen.cut += breaks.filter(({ cut }) => cut).length;
      }),
      { numRuns: 600, seed: 11 },
    );
    expect(seen.moved).toBeGreaterThan(100);
    expect(seen.lost).toBeGreaterThan(100);
    expect(seen.cut).toBeGreaterThan(20);
  });

  it('a break that one event moved is moved on by the next', () => {
    const { settings, tables } = prepare({
      breaks: [{ id: 'b', local: '20:44', seconds: 120, spots: 4 }],
      preemptions: [
        { from: '20:40', live_end: '21:20' },
        { from: '21:10', live_end: '21:40' },
      ],
    });
    const { breaks } = breaksOf(settings, tables, clockOf(settings));
    expect(breaks.map(({ id, local }) => `${id} ${local}`)).toEqual(['b 21:40']);
  });

  it('a break of prime time is lost where the event ends too late for it, one before prime time is not', () => {
    const { settings, tables } = prepare({
      breaks: [
        { id: 'early', local: '19:50', seconds: 120, spots: 4 },
        { id: 'prime', local: '20:10', seconds: 120, spots: 4 },
      ],
      preemptions: [{ from: '19:45', live_end: '22:59' }],
    });
    const { breaks, lost } = breaksOf(settings, tables, clockOf(settings));
    expect(breaks.map(({ id, local }) => `${id} ${local}`)).toEqual(['early 22:59']);
    expect(lost).toEqual(['prime']);
  });
});
