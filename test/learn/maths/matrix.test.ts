import { expect, it } from 'vitest';
import { cholesky, inverse, logDeterminant, solved } from '../../../src/learn/maths/matrix.ts';

// 4 2 / 2 3 is the product of 2 0 / 1 √2 with its transpose; its determinant is 8.
const matrix = Float64Array.of(4, 2, 2, 3);

it('parts a symmetric matrix into a triangle and its transpose', () => {
  expect([...cholesky(matrix, 2)]).toEqual([2, 0, 1, Math.SQRT2]);
});

it('solves, inverts and gives the determinant by the triangle', () => {
  const lower = cholesky(matrix, 2);
  expect([...solved(lower, [8, 8])].map((value) => Number(value.toFixed(12)))).toEqual([1, 2]);
  expect([...inverse(lower, 2)].map((value) => Number(value.toFixed(12)))).toEqual([0.375, -0.25, -0.25, 0.5]);
  expect(logDeterminant(lower, 2)).toBeCloseTo(Math.log(8), 12);
});

it('refuses a matrix that is not positive definite', () => {
  expect(() => cholesky(Float64Array.of(1, 2, 2, 1), 2)).toThrow('the matrix is not positive definite in row 1');
});
