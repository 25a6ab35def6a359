import { describe, expect, it } from 'vitest';
import { records, times } from '../audit-fixture.ts';
import { best, optima, type Triple } from '../cases.ts';

const soft = (penalty: number) => ({ tier_caps: { penalty } });

/** Loans of a partner and make from the first to the eighth of each month of 2025. */
const loansOn = (person_id: string, make: string, months: readonly number[]) =>
  months.map((month) => ({ person_id, make, start_date: `2025-0${month}-01`, end_date: `2025-0${month}-08` }));

const tenLoans = (make: string) =>
  loansOn(
    'P001',
    make,
    times(10, (i) => (i % 9) + 1),
  );

describe('tier caps', () => {
  it('T1 prefers the loan within its cap', async () => {
    const outcome = await best({
      triples: [
        ['V1', 'P001', 22, 'Toyota', 'B', 500],
        ['V2', 'P002', 22, 'Honda', 'B', 500],
      ],
      slots: { 22: 1 },
      given: {
        history: times(50, () => ({
          person_id: 'P002',
          make: 'Honda',
          start_date: '2024-10-01',
          end_date: '2024-10-08',
        })),
      },
      rules: soft(800),
    });
    expect(outcome).toMatchObject({ loans: ['V1 P001 2025-09-22'], capPenalty: 0, net: 500 });
  });

  it('T2 goes over the cap where that is worth it', async () => {
    const outcome = await best({
      triples: [['V1', 'P001', 22, 'Toyota', 'C', 1000]],
      slots: { 22: 5 },
      given: { history: tenLoans('Toyota') },
      rules: soft(800),
    });
    expect(outcome).toMatchObject({ vins: ['V1'], raw: 1000, capPenalty: 800, net: 200 });
    expect(records(outcome.audit.tables.caps!)).toMatchObject([{ used_before: 10, cap: 10, delta_overage: 1 }]);
  });

  it('T3 does not charge what is over already, only what is newly over', async () => {
    const triples: readonly Triple[] = [
      ['V1', 'P001', 22, 'Volvo', 'B', 600],
      ['V2', 'P001', 23, 'Volvo', 'B', 600],
      ['V3', 'P001', 22, 'Toyota', 'A', 1100],
    ];
    const outcome = await best({
      triples,
      slots: { 22: 5, 23: 5 },
      given: {
        rules: [{ make: 'Volvo', rank: 'B', loan_cap_per_year: 3 }],
        history: loansOn('P001', 'Volvo', [1, 2, 3, 4, 5, 6]),
      },
      rules: soft(800),
    });
    expect(outcome).toMatchObject({ vins: ['V3'], capPenalty: 0, net: 1100, candidates: 3 });
  });

  describe('T4 sensitivity: five loans over the cap, each worth 900', () => {
    const at = (penalty: number) =>
      best({
        triples: times(5, (i): Triple => [`V${i}`, 'P001', 22, 'Honda', 'C', 900]),
        slots: { 22: 10 },
        given: { history: tenLoans('Honda') },
        rules: soft(penalty),
      });

    it('at 400 takes all', async () => {
      expect(await at(400)).toMatchObject({ counts: [5], capPenalty: 2000, net: 2500 });
    });

    it('at 1200 takes none', async () => {
      expect(await at(1200)).toMatchObject({ loans: [], capPenalty: 0, net: 0 });
    });

    it('switches at 900 exactly', async () => {
      expect(await at(899)).toMatchObject({ counts: [5], net: 5 });
      expect(optima((await at(900)).model)).toMatchObject({ net: 0, schedules: { length: 32 } });
      expect(await at(901)).toMatchObject({ loans: [], net: 0 });
    });
  });

  it('T5 determinism: one optimum, found every time', async () => {
    const input = {
      triples: times(10, (i): Triple => [`V${i}`, `P${Math.floor(i / 3)}`, 22, 'Toyota', 'B', 500 + 10 * i]),
      slots: { 22: 5 },
      rules: soft(800),
    };
    const first = await best(input);
    expect(first).toMatchObject({ vins: ['V5', 'V6', 'V7', 'V8', 'V9'], raw: 2850, capPenalty: 0, net: 2850 });
    expect(optima(first.model)).toMatchObject({ net: 2850, schedules: { length: 1 } });
    expect((await best(input)).loans).toEqual(first.loans);
    expect((await best({ ...input, seed: 7 })).loans).toEqual(first.loans);
  });
});
