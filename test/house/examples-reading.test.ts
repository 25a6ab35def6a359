import { describe, expect, it } from 'vitest';
import { examplesOf, runExample, stepsOf } from './examples.ts';
import { check } from './examples-check.ts';
import { declarationOf, methodsOf, missingAt } from './examples-exports.ts';
import type { Source } from './sources.ts';

describe('the reading of examples', () => {
  const source = (text: string): Source => ({ file: 'x.ts', text, lines: [], code: [], imports: [] });

  it('finds what prepares a claim, the claim and its value', () => {
    const [example] = examplesOf(source('/**\n * Adds.\n *\n * @example\n * const a = 1;\n * a + 1 // 2\n */'));
    expect(example).toMatchObject({ line: 4 });
    expect(stepsOf(example!)).toEqual([{ code: 'const a = 1;' }, { code: 'a + 1', claim: { that: 'is', value: '2' } }]);
  });

  it('ends an example at the next tag, and takes one on the line of the tag', () => {
    const [example, ...more] = examplesOf(source('/**\n * @example\n * f(1) // 2\n * @param x What.\n */'));
    expect(more).toEqual([]);
    expect(stepsOf(example!)).toEqual([{ code: 'f(1)', claim: { that: 'is', value: '2' } }]);
    expect(examplesOf(source('  /** One. @example f(1) // 2 */'))).toMatchObject([{ line: 1, text: 'f(1) // 2' }]);
  });

  it('takes a value from the lines below a statement of several lines', () => {
    expect(stepsOf({ text: "f({\n  a: 1,\n})\n// throws [\n//   'b',\n// ]\ng" })).toEqual([
      { code: 'f({\n  a: 1,\n})', claim: { that: 'throws', value: "[\n  'b',\n]" } },
      { code: 'g' },
    ]);
  });

  it('awaits, and sees a claim that does not hold', async () => {
    const twice = async (n: number) => 2 * n;
    await runExample({ text: 'const four = await twice(2);\nfour // 4' }, { twice }, check);
    const wrong = runExample({ text: 'await twice(2) // 5' }, { twice }, check);
    await expect(wrong).rejects.toThrow('await twice(2): expected 4 to strictly equal 5');
    const promised = runExample({ text: 'twice(2) // 4' }, { twice }, check);
    await expect(promised).rejects.toThrow('expected Promise');
  });

  it('sees what is thrown and what is printed, and that nothing is', async () => {
    const refuse = () => {
      throw new RangeError('too many');
    };
    await runExample({ text: "refuse() // throws 'too many'\nrefuse() // throws /^too/" }, { refuse }, check);
    await expect(runExample({ text: "1 // throws 'x'" }, {}, check)).rejects.toThrow('1 throws');
    await runExample({ text: "console.log('a', 1) // prints 'a 1'" }, {}, check);
    await expect(runExample({ text: "1 // prints 'x'" }, {}, check)).rejects.toThrow('expected');
  });

  it('finds a declaration through lists, its comment, and the methods of an interface', () => {
    const [list, there] = [
      source("export { type A as B } from './y.ts';"),
      source(
        '/** No. */\nconst x = 1;\nexport interface A {\n  /** Does. @example f() // 1 */\n  f<T>(a: T): T;\n  g(): void;\n}\n',
      ),
    ];
    const imports = [{ line: 1, from: './y.ts', target: 'y.ts', typeOnly: true }];
    const both = new Map([
      ['x.ts', { ...list, imports }],
      ['y.ts', there],
    ]);
    expect(declarationOf(both, 'x.ts', 'B')).toEqual({ file: 'x.ts', line: 3, name: 'A', comment: '' });
    expect(methodsOf(there, 'A').flatMap(missingAt)).toEqual(['x.ts:6 A.g: no doc comment']);
  });
});
