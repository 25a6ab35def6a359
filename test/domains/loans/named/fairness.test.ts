import { describe, expect, it } from 'vitest';
import { times } from '../audit-fixture.ts';
import { best, optima, type Triple } from '../cases.ts';

type Rules = Readonly<Record<string, unknown>>;

/** Mode A charges each loan beyond the target alike; mode B charges 400 more from the third loan on. */
const modeA = (penalty: number) => ({ tier_caps: {}, fairness: { mode: 'linear', penalty } });
const modeB = { tier_caps: {}, fairness: { mode: 'stepped', penalty: 200, step_up: 400 } };

describe('F1 prefers to spread four loans over two partners', () => {
  const at = (rules: Rules) =>
    best({
      triples: times(8, (i): Triple => [`V${(i % 4) + 1}`, i < 4 ? 'P001' : 'P002', 22, 'Toyota', 'A', 1000]),
      slots: { 22: 4 },
      rules,
    });

  /** Loans of the partner with more of them, in each best schedule. */
  const splits = ({ schedules, net }: ReturnType<typeof optima>, model: Parameters<typeof optima>[0]) => ({
    net,
    count: schedules.length,
    most: [
      ...new Set(
        schedules.map((chosen) => {
          const { members } = model.limits.find(({ rule }) => rule === 'fairness')!;
          const first = chosen.filter((j) => members.group[j] === 0).length;
          return Math.max(first, 4 - first);
        }),
      ),
    ].sort(),
  });

  it('without a penalty any split will do: 16 optima', async () => {
    const outcome = await at({});
    expect(outcome).toMatchObject({ raw: 4000, fairnessPenalty: 0, net: 4000 });
    const priceless = await at(modeA(0));
    expect(priceless).toMatchObject({ raw: 4000, net: 4000 });
    expect(splits(optima(priceless.model), priceless.model)).toEqual({ net: 4000, count: 16, most: [2, 3, 4] });
  });

  it('mode A does not tell 2-2 from 3-1: 14 optima', async () => {
    const outcome = await at(modeA(200));
    expect(outcome).toMatchObject({ raw: 4000, fairnessPenalty: 400, net: 3600 });
    expect(splits(optima(outcome.model), outcome.model)).toEqual({ net: 3600, count: 14, most: [2, 3] });
  });

  it('mode B takes 2-2 only', async () => {
    const outcome = await at(modeB);
    expect(outcome).toMatchObject({ raw: 4000, fairnessPenalty: 400, net: 3600, counts: [2, 2] });
    expect(splits(optima(outcome.model), outcome.model)).toEqual({ net: 3600, count: 6, most: [2] });
  });
});

describe('F2 gives one partner three loans where there is no other', () => {
  const at = (rules: Rules) =>
    best({
      triples: times(3, (i): Triple => [`V${i + 1}`, 'P001', 22, 'Toyota', 'B', 800]),
      slots: { 22: 3 },
      rules,
    });

  it('mode A', async () => {
    expect(await at(modeA(200))).toMatchObject({ counts: [3], fairnessPenalty: 400, net: 2000 });
  });

  it('mode B', async () => {
    expect(await at(modeB)).toMatchObject({ counts: [3], fairnessPenalty: 800, net: 1600 });
  });
});

describe('F3 sensitivity, mode A', () => {
  // A car has one make in our tables; the caps of A and B are far off, so that makes play no part here.
  const at = (penalty: number) =>
    best({
      triples: [
        ...['V1', 'V2', 'V3', 'V4', 'V5'].map((vin): Triple => [vin, 'P001', 22, 'Toyota', 'A', 1000]),
        ...['V3', 'V4', 'V5'].map((vin): Triple => [vin, 'P002', 22, 'Toyota', 'A', 950]),
        ...['V5', 'V6'].map((vin): Triple => [vin, 'P003', 22, 'Toyota', 'B', 900]),
      ],
      slots: { 22: 6 },
      rules: modeA(penalty),
    });

  it.each([
    [100, 300, 5550],
    [400, 1200, 4650],
    [800, 2400, 3450],
  ])('a penalty of %i charges %i and nets %i', async (penalty, fairnessPenalty, net) => {
    expect(await at(penalty)).toMatchObject({ raw: 5850, fairnessPenalty, net, counts: [4, 1, 1] });
  });

  it('at 1000 a fourth loan is worth nothing, at 1100 each partner gets one', async () => {
    expect((await at(1000)).net).toBe(2850);
    expect(await at(1100)).toMatchObject({ net: 2850, fairnessPenalty: 0, counts: [1, 1, 1] });
  });
});

describe('F4 caps and fairness together, mode A', () => {
  // Again one make for both cars; the cap counts by partner and make, so that P002 has ten loans of it.
  const at = (lastMonth: string) =>
    best({
      triples: ['V1', 'V2'].flatMap((vin): Triple[] => [
        [vin, 'P001', 22, 'Toyota', 'B', 800],
        [vin, 'P002', 22, 'Toyota', 'C', 800],
      ]),
      slots: { 22: 2 },
      given: {
        history: [...times(9, (i) => `2025-0${i + 1}`), lastMonth].map((month) => ({
          person_id: 'P002',
          start_date: `${month}-01`,
          end_date: `${month}-08`,
        })),
      },
      rules: modeA(200),
    });

  it('as written: the tenth loan is in October, after the week, so that each gets one', async () => {
    expect(await at('2025-10')).toMatchObject({ counts: [1, 1], capPenalty: 0, fairnessPenalty: 0, net: 1600 });
  });

  it('with a true ten: the partner below its cap gets both', async () => {
    const outcome = await at('2024-10');
    expect(outcome).toMatchObject({ counts: [2], capPenalty: 0, fairnessPenalty: 200, net: 1400 });
    expect(outcome.loans).toEqual(['V1 P001 2025-09-22', 'V2 P001 2025-09-22']);
  });
});

it('F5 determinism: one optimum, found every time', async () => {
  const input = {
    triples: times(15, (i): Triple => [`V${i}`, `P${Math.floor(i / 3)}`, 22, 'Toyota', 'B', 500 + 10 * i]),
    slots: { 22: 8 },
    rules: modeA(200),
  };
  const first = await best(input);
  expect(first.vins).toEqual(['V10', 'V11', 'V12', 'V13', 'V14', 'V2', 'V5', 'V8']);
  expect(first).toMatchObject({ raw: 4750, fairnessPenalty: 600, net: 4150 });
  expect(optima(first.model)).toMatchObject({ net: 4150, schedules: { length: 1 } });
  expect((await best(input)).loans).toEqual(first.loans);
  expect((await best({ ...input, seed: 7 })).loans).toEqual(first.loans);
});
