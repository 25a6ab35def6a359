import { expect, it } from 'vitest';
import { figureText } from '../../src/text/figure.ts';

it.each([
  [1063, 'count', '1,063'],
  [22_090, 'dollars', '$22,090'],
  [0.999, 'percent', '99.9%'],
  [0.16667, 'decimal', '0.167'],
] as const)('%d as %s is %s', (value, style, text) => {
  expect(figureText(value, style)).toBe(text);
});
