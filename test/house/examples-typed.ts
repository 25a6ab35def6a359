import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { type Example, importedBy, speaksOf, stepsOf, withoutImports } from './examples.ts';
import type { Given } from './examples-given.ts';
import { pathOf } from './sources.ts';

/**
 * One TypeScript file of all examples, each a function of its own, to be checked at once; and by its lines where each
 * comes from.
 */
function typedExamples(examples: readonly Example[], namesOf: (file: string) => readonly string[]) {
  const files = [...new Set(examples.map(({ file }) => file))];
  const given = ['z', 'folder', 'evening', 'run', 'html', 'session', 'week'] satisfies (keyof Given)[];
  const lines = [
    `import type { Given } from '${pathOf('test/house/examples-given.ts')}';`,
    `import * as index from '${pathOf('src/main.ts')}';`,
    `import type { ${typesOffered().join(', ')} } from '${pathOf('src/main.ts')}';`,
    ...files.map((file, at) => `import * as own${at} from '${pathOf(file)}';`),
    'declare const given: Given;',
    'export const examples = [',
  ];
  const places: { readonly line: number; readonly example: Example }[] = [];
  for (const example of examples) {
    places.push({ line: lines.length + 1, example });
    const imported = importedBy(example);
    const own = namesOf(example.file).filter((name) => speaksOf(example.text, name) && !imported.includes(name));
    const shared = namesOf('src/main.ts').filter((name) => speaksOf(example.text, name) && !own.includes(name));
    const rest = given.filter((name) => speaksOf(example.text, name) && ![...own, ...shared].includes(name));
    const code = stepsOf(withoutImports(example)).map(({ code, claim }) => (claim ? `(${code}\n);` : code));
    lines.push(
      'async () => {',
      `const { ${own.join(', ')} } = own${files.indexOf(example.file)};`,
      `const { ${shared.join(', ')} } = index;`,
      `const { ${rest.join(', ')} } = given;`,
      ...['{', ...code, '}', '},'].join('\n').split('\n'),
    );
  }
  return { text: [...lines, '];', ''].join('\n'), places };
}

/** The names of types that the library offers. */
function typesOffered(): readonly string[] {
  const text = readFileSync(pathOf('src/index.ts'), 'utf8');
  const lists = [...text.matchAll(/export (type )?\{([^}]*)\}/g)];
  return lists.flatMap(([, all, list = '']) =>
    list
      .split(',')
      .map((each) => each.trim())
      .filter((each) => each !== '' && (all !== undefined || each.startsWith('type ')))
      .map((each) => each.replace(/^type /, '')),
  );
}

/** Writes the project of that file, as strict as what a person sets by `strict`. */
function writeProject(folder: string, text: string): void {
  const compilerOptions = {
    ...{ typeRoots: [pathOf('node_modules/@types')], noUncheckedIndexedAccess: false, noUnusedLocals: false },
    ...{ rewriteRelativeImportExtensions: false, allowImportingTsExtensions: true },
  };
  const project = { extends: pathOf('tsconfig.json'), compilerOptions, include: [], files: ['examples.ts'] };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project));
  writeFileSync(join(folder, 'examples.ts'), text);
  writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
}

/**
 * What the compiler says against examples, each at its place.
 *
 * @param folder Where the project of it is written.
 * @param namesOf The names that a file exports.
 */
export async function typeErrors(
  folder: string,
  examples: readonly Example[],
  namesOf: (file: string) => readonly string[],
): Promise<readonly string[]> {
  const { text, places } = typedExamples(examples, namesOf);
  writeProject(folder, text);
  const compiler = pathOf('node_modules/typescript/bin/tsc');
  const run = promisify(execFile)(process.execPath, [compiler, '-p', folder, '--pretty', 'false']);
  const said = await run.then(
    ({ stdout }) => stdout,
    (error: { readonly stdout: string }) => error.stdout,
  );
  return said.split('\n').flatMap((line) => {
    const [, at, message] = /examples\.ts\((\d+),\d+\): error TS\d+: (.*)/.exec(line) ?? [];
    // What is wrong in the sources themselves is said of them elsewhere.
    if (at === undefined) return [];
    const { file, line: own } = places.findLast((each) => each.line <= Number(at))!.example;
    return [`${file}:${own}: ${message}`];
  });
}
