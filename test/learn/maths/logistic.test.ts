import { expect, it } from 'vitest';
import { fitLogistic, logisticChance } from '../../../src/learn/maths/logistic.ts';

const rows = (x: number, good: number, bad: number) =>
  Array.from({ length: good + bad }, (_, at) => ({ x: [x], y: at < good ? 1 : 0 }));

it('finds the shares of two groups where there are many rows', () => {
  const fit = fitLogistic([...rows(0, 200, 800), ...rows(1, 600, 400)]);
  expect(logisticChance(fit, [0])).toBeCloseTo(0.2, 2);
  expect(logisticChance(fit, [1])).toBeCloseTo(0.6, 2);
});

it('holds a slope back that few rows support, and stays finite where they part the outcomes', () => {
  const few = fitLogistic([...rows(0, 0, 3), ...rows(1, 3, 0)]);
  expect(logisticChance(few, [1])).toBeGreaterThan(0.5);
  expect(logisticChance(few, [1])).toBeLessThan(0.95);
});

it('takes a column without variance for nothing', () => {
  expect(logisticChance(fitLogistic(rows(4, 30, 70)), [4])).toBeCloseTo(0.3, 2);
});
