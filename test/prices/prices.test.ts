import { describe, expect, it } from 'vitest';
import { evaluate } from '../../src/kernel/evaluate.ts';
import { boundOf, reachesOf } from '../../src/kernel/search/bound.ts';
import { loosen } from '../../src/kernel/vary.ts';
import { priceList } from '../../src/prices/prices.ts';
import { priceTable } from '../../src/prices/words.ts';
import { bruteForce, limitsOf, modelOf } from '../kernel/made.ts';
import { sessionOn, tied } from '../ties/random-session.ts';

describe('the price list', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed))(
    'random instance %i: every gain by trying all, and no more above the shadow price than the gap',
    async (seed) => {
      const { model } = tied(seed + 900);
      const session = await sessionOn(model);
      const list = await priceList(session, 100);
      const before = bruteForce(model).net;
      const { value } = boundOf(model, session.solution.prices, reachesOf(model));
      const gap = value - session.solution.net;
      for (const price of list.filter(({ label }) => !label.startsWith('all '))) {
        const at = model.limits.findIndex(({ rule }) => rule === price.rule);
        const group = Number(price.label.split(' ').at(-1));
        expect(price.gain).toBe(bruteForce(loosen(model, at, [group], 1)).net - before);
        if (price.rule !== 'money') expect(price.gain).toBeLessThanOrEqual(price.shadow! + gap + 0.01);
      }
    },
  );

  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'random instance %i: a limit without a price brings no more than the gap that prices leave',
    async (seed) => {
      const { model } = tied(seed + 1100);
      const session = await sessionOn(model);
      const { prices, net } = session.solution;
      const { value } = boundOf(model, prices, reachesOf(model));
      for (const [at, limits] of model.limits.entries())
        if (limits.rule !== 'money')
          for (let group = 0; group < limits.groups; group++)
            if (prices[at]![group] === 0)
              expect(bruteForce(loosen(model, at, [group], 1)).net - net).toBeLessThanOrEqual(value - net + 1e-3);
    },
  );

  it('says what would be added and dropped, and keeps to as many questions as asked', async () => {
    const model = modelOf([500, 700, 600], [limitsOf('slot', [0, 0, 1], { most: [1, 0] })]);
    const session = await sessionOn(model);
    const list = await priceList(session, 1);
    expect(list).toHaveLength(1);
    expect(list[0]).toMatchObject({
      rule: 'slot',
      label: 'slot 1',
      gain: 600,
      added: [{ id: 'c2' }],
      dropped: [],
      change: 'one more of slot 1',
    });
    expect(priceTable(list).rows).toEqual([['slot', 'slot 1', 'one more of slot 1', 600, list[0]!.shadow!, 'c2', '']]);
  });

  it('moves a limit by the step that its domain prices', async () => {
    const money = {
      ...limitsOf('money', [0, 0], { use: [30, 40], over: [[20, 5]] }),
      priced: { step: 50, text: () => '50 more' },
    };
    const model = modelOf([300, 400], [money]);
    const [price] = await priceList(await sessionOn(model));
    expect(price).toMatchObject({
      change: '50 more',
      gain: bruteForce(loosen(model, 0, [0], 50)).net - evaluate(model, (await sessionOn(model)).solution.chosen),
    });
  });

  it('loosens a soft rule as a whole, too', async () => {
    const model = modelOf([500, 400, 500, 400], [limitsOf('fair', [0, 0, 1, 1], { over: [[1, 200]] })]);
    const list = await priceList(await sessionOn(model));
    expect(list[0]).toMatchObject({ change: 'fair one step looser for all', gain: 400 });
  });
});
