import { expect, it } from 'vitest';
import { tiesOf } from '../../src/ties/ties.ts';
import { limitsOf, modelOf } from '../kernel/made.ts';
import { sessionOn } from './random-session.ts';

it('a limit of which every candidate uses nothing hides none of them', async () => {
  const once = limitsOf('once', [0, 0], { most: [1] });
  // A loan that costs $0 against a budget of $0.
  const money = limitsOf('money', [0, 0], { use: [0, 0], over: [[0, 3]] });
  const model = modelOf([150, 150], [once, money]);
  const value = Float64Array.of(1, 1);
  const formulas = [{ kind: 'sum' as const, metric: 'loans', value, of: (sum: number) => sum }];
  const ties = await tiesOf(await sessionOn(model, formulas));
  expect(ties!.ranges.loans).toEqual({ least: 1, most: 1, exact: true });
});
