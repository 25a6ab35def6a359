import { Refusal } from '../../../src/index.ts';

/** What work that must be refused says, each problem in a line. */
export async function refused(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => new Error('was not refused'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Refusal)) throw error;
  return error.problems.map(({ message, maybe }) => `${message} ${maybe ?? ''}`).join('\n');
}
