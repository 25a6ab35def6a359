/** A square matrix, row by row in one array. */
export type Matrix = Float64Array;

/**
 * The lower triangle L of a symmetric positive definite matrix with L·Lᵀ = matrix, after Cholesky.
 *
 * @param size rows of the matrix
 * @throws RangeError where the matrix is not positive definite.
 */
export function cholesky(matrix: Matrix, size: number): Matrix {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!;
      if (i !== j) lower[i * size + j] = sum / lower[j * size + j]!;
      else if (sum > 0) lower[i * size + i] = Math.sqrt(sum);
      else throw new RangeError(`the matrix is not positive definite in row ${i}`);
    }
  return lower;
}

/** The solution z of L·z = right. */
function forward(lower: Matrix, right: ArrayLike<number>): Float64Array {
  const size = right.length;
  const z = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = right[i]!;
    for (let k = 0; k < i; k++) sum -= lower[i * size + k]! * z[k]!;
    z[i] = sum / lower[i * size + i]!;
  }
  return z;
}

/** The solution x of L·Lᵀ·x = right. */
export function solved(lower: Matrix, right: ArrayLike<number>): Float64Array {
  const size = right.length;
  const x = forward(lower, right);
  for (let i = size - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let k = i + 1; k < size; k++) sum -= lower[k * size + i]! * x[k]!;
    x[i] = sum / lower[i * size + i]!;
  }
  return x;
}

/** The logarithm of the determinant of L·Lᵀ. */
export function logDeterminant(lower: Matrix, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += 2 * Math.log(lower[i * size + i]!);
  return sum;
}

/** The inverse of L·Lᵀ. */
export function inverse(lower: Matrix, size: number): Matrix {
  const whole = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const unit = new Float64Array(size);
    unit[i] = 1;
    whole.set(solved(lower, unit), i * size);
  }
  return whole;
}
