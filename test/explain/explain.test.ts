import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../src/domain.ts';
import { explain } from '../../src/explain/explain.ts';
import { evaluate } from '../../src/kernel/evaluate.ts';
import { limitsOf, modelOf } from '../kernel/made.ts';
import { instanceOf, schedulesOf, sessionOn, sessionOnWeek, tied } from '../ties/random-session.ts';

const numbersOf = (rows: Schedule) => rows.map((row) => Number(String(row.id).slice(1)));

/** The best net over the schedules that a test lets pass. */
const bestOf = (all: ReturnType<typeof schedulesOf>, passes: (chosen: Int32Array) => boolean) =>
  Math.max(...all.filter(({ chosen }) => passes(chosen)).map(({ net }) => net));

describe('the losses that are stated', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))(
    'random instance %i: forbidden or forced in, by trying all',
    async (seed) => {
      const { model } = tied(seed + 500);
      const session = await sessionOn(model);
      const { net, chosen } = session.solution;
      const all = schedulesOf(model);
      for (let j = 0; j < model.candidates; j++) {
        const told = await explain(session, { id: `c${j}` });
        const inside = chosen.includes(j);
        expect([told.chosen.length, told.chances.length]).toEqual(inside ? [1, 0] : [0, 1]);
        const [row] = inside ? told.chosen : told.chances;
        expect(row!.loss).toBe(net - bestOf(all, (other) => other.includes(j) !== inside));
        const after = [...chosen]
          .filter((k) => !numbersOf(row!.instead!.dropped).includes(k))
          .concat(numbersOf(row!.instead!.added))
          .sort((a, b) => a - b);
        expect(evaluate(model, Int32Array.from(after))).toBe(net - row!.loss!);
        expect(after.includes(j)).toBe(!inside);
      }
    },
  );

  it.each(Array.from({ length: 60 }, (_, seed) => seed))(
    'random instance %i: what a chosen row brings beside the others',
    async (seed) => {
      const { model } = tied(seed + 700);
      const session = await sessionOn(model);
      const { net, chosen } = session.solution;
      for (const j of chosen) {
        const [row] = (await explain(session, { id: `c${j}` })).chosen;
        expect(row!.brings).toBe(
          net -
            evaluate(
              model,
              chosen.filter((k) => k !== j),
            ),
        );
      }
    },
  );

  it.each(Array.from({ length: 30 }, (_, seed) => seed * 3))(
    'random week %i: chances of a partner without a loan, least loss first',
    async (seed) => {
      const session = await sessionOnWeek(seed);
      const { model, instance, solution } = session;
      if (model.candidates === 0 || model.candidates > 14) return expect(session.run.status).toBe('optimal');
      const all = schedulesOf(model);
      const people = new Set(
        Array.from({ length: model.candidates }, (_, j) => String(instance.schedule(Int32Array.of(j))[0]!.person_id)),
      );
      for (const person_id of people) {
        const own = Array.from({ length: model.candidates }, (_, j) => j).filter(
          (j) => instance.schedule(Int32Array.of(j))[0]!.person_id === person_id,
        );
        const told = await explain(session, { person_id });
        if (own.some((j) => solution.chosen.includes(j))) {
          expect(told.chances).toEqual([]);
          continue;
        }
        const losses = own
          .map((j) => (solution.net - bestOf(all, (chosen) => chosen.includes(j))) / model.unit)
          .sort((a, b) => a - b);
        const known = told.chances.map((chance) => chance.loss ?? Infinity);
        expect(known).toEqual(losses.slice(0, known.length));
        expect(told.chances.length).toBeGreaterThan(0);
      }
    },
  );
});

describe('what an explanation says beside', () => {
  const model = modelOf([500, 700, 600], [limitsOf('slot', [0, 0, 0], { most: [1] })]);

  it('names the price of what a row would need', async () => {
    const session = await sessionOn(model);
    const [row] = (await explain(session, { id: 'c0' })).chances;
    expect(row).toMatchObject({ score: 500, loss: 200, charges: [{ rule: 'slot', label: 'slot 0' }] });
    expect(row!.worth).toBeLessThanOrEqual(-100);
    expect(row!.instead).toEqual({ dropped: [{ id: 'c1' }], added: [{ id: 'c0' }] });
  });

  it('names the penalties that go with a chosen row', async () => {
    const soft = modelOf([500, 700], [limitsOf('fair', [0, 0], { over: [[1, 200]] })]);
    const session = await sessionOn(soft);
    const [row] = (await explain(session, { id: 'c0' })).chosen;
    expect(row).toMatchObject({
      score: 500,
      brings: 300,
      loss: 300,
      penalties: [{ rule: 'fair', label: 'fair 0', points: 200 }],
    });
  });

  it('gives the reasons of the domain where there is no candidate', async () => {
    const session = await sessionOn(model, [], {
      open: () => ({ ...instanceOf(model), whyNot: ({ id }) => [`${id} is no errand`] }),
    });
    expect(await explain(session, { id: 'c9' })).toMatchObject({ candidates: 0, reasons: ['c9 is no errand'] });
  });

  it('refuses a field that no row has', async () => {
    const session = await sessionOn(model);
    await expect(explain(session, { vin: 'V1' })).rejects.toThrow('no row of the schedule has the field "vin"');
  });
});
