import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import * as index from '../../src/main.ts';
import { type Example, examplesOf, importedBy, isRun, type Names, runExample, speaksOf } from './examples.ts';
import { check } from './examples-check.ts';
import { declarationOf, methodsOf, missingAt, passedOn } from './examples-exports.ts';
import { givens } from './examples-given.ts';
import { typeErrors } from './examples-typed.ts';
import { pathOf, sources } from './sources.ts';

const all = sources('src');
const files = new Map(all.map((source) => [source.file, source]));
const examples = all.flatMap(examplesOf);

const folder = mkdtempSync(join(realpathSync(tmpdir()), 'evenhand-examples-'));
const given = givens(folder);

/** Errors of types in all examples and in a wrong one, sought beside the tests since it takes a while. */
let typed: Promise<readonly string[]>;

beforeAll(async () => {
  const wrong = { file: 'src/audit/measures.ts', line: 0, text: 'gini("1") // 0' };
  const named = new Map<string, readonly string[]>();
  for (const file of ['src/main.ts', ...examples.map((example) => example.file)])
    named.set(file, named.get(file) ?? Object.keys(await ownNames(file)));
  typed = typeErrors(join(folder, 'typed'), [...examples, wrong], (file) => named.get(file) ?? []);
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const ownNames = async (file: string): Promise<Names> => import(/* @vite-ignore */ pathOf(file));

/** The names that an example is run with: those of its file before those of the library, and these before what is given. */
async function namesFor(example: Example): Promise<Names> {
  const { file, text } = example;
  const asked = (Object.keys(given) as (keyof typeof given)[]).filter((name) => speaksOf(text, name));
  const made: Record<string, unknown> = {};
  for (const name of asked) made[name] = await given[name]();
  const imported = Object.entries(index).filter(([name]) => importedBy(example).includes(name));
  return { ...made, ...index, ...(await ownNames(file)), ...Object.fromEntries(imported) };
}

describe('examples in doc comments', () => {
  it.each(examples.map((example) => [`${example.file}:${example.line}`, example] as const))(
    '%s',
    async (_place, example) => {
      expect(isRun(example), 'an example claims something').toBe(true);
      await runExample(example, await namesFor(example), check);
    },
  );

  it('are run where a person runs them: in the root of the project', () => {
    expect(realpathSync(process.cwd())).toBe(realpathSync(pathOf('.')));
  });

  it('have no error of types, where one that has is found', async () => {
    expect(await typed).toEqual([
      "src/audit/measures.ts:0: Argument of type 'string' is not assignable to parameter of type 'readonly number[]'.",
    ]);
  });
});

describe('what the library offers', () => {
  const notebook = files.get('src/notebook/index.ts')!;

  it('has at each declaration a doc comment with an example that is run', () => {
    const lists = ['src/index.ts', 'src/main.ts'].flatMap((file) => passedOn(files.get(file)!));
    const offered = [...lists, ...passedOn(notebook)];
    expect(offered.length).toBeGreaterThan(100);
    const missing = offered.flatMap(({ file, from, name }) => {
      const found = declarationOf(files, file, from);
      return found ? missingAt(found) : [`${file}: no declaration of ${name}`];
    });
    expect([...new Set(missing)]).toEqual([]);
  });

  it('has one at each method of what cells hold', () => {
    // Those of a data frame are danfojs's, which is not installed here.
    const held = passedOn(notebook).filter(({ name }) => !name.startsWith('Danfo'));
    const methods = held.flatMap(({ file, from }) => methodsOf(files.get(file)!, from));
    expect(methods.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['NotebookScenario.with', 'NotebookScenario.weeks', 'Shown.show', 'Shown.toDanfo']),
    );
    expect(methods.flatMap(missingAt)).toEqual([]);
  });
});
