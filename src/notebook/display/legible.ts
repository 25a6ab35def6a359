import { printProblems, Refusal } from '../../index.ts';

/** By this name Node asks a value how it is logged. */
export const INSPECT = Symbol.for('nodejs.util.inspect.custom');

/** Does something; what a person gave wrong is told as on the command line, with its place and the way out, no stack. */
export function legibly<Result>(work: () => Result): Result {
  try {
    const result = work();
    return result instanceof Promise ? (result.catch(rethrow) as Result) : result;
  } catch (error) {
    return rethrow(error);
  }
}

function rethrow(error: unknown): never {
  if (!(error instanceof Refusal)) throw error;
  const text = printProblems(error.problems);
  const own = new Refusal(error.problems);
  own.message = text;
  own.stack = text;
  // A kernel would add the line of this file that throws, and every field.
  Object.defineProperty(own, INSPECT, { value: () => text });
  throw own;
}
