import { expect, vi } from 'vitest';
import { type Check, literalOf } from './examples.ts';

/** Holds what an expression gives against what the example says. */
export const check: Check = async (work, { code, claim: { that, value } }) => {
  const wanted = literalOf(value);
  const printed = vi.spyOn(console, 'log').mockImplementation(() => {});
  let found: unknown;
  let thrown: unknown;
  try {
    [found] = await work();
  } catch (error) {
    thrown = error;
  }
  const said = printed.mock.calls.map((line) => line.join(' ')).join('\n');
  printed.mockRestore();
  if (that === 'throws') expect(thrown, `${code} throws`).toBeInstanceOf(Error);
  else if (thrown !== undefined) throw thrown;
  const text = that === 'throws' ? (thrown as Error).message : said;
  // Of a long text an example may give a pattern; a value is the whole value.
  if (that !== 'is' && wanted instanceof RegExp) expect(text, code).toMatch(wanted);
  else expect(that === 'is' ? found : text, code).toStrictEqual(wanted);
};
