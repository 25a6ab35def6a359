import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleCommand, type CommandBundle } from '../../src/bundle/command.ts';
import { evenhand } from '../cli/tiny-week.ts';

let built: CommandBundle;
let folder: string;
beforeAll(async () => {
  built = await bundleCommand();
  // No package is installed here: a command that loads one which is not in its files fails.
  folder = mkdtempSync(join(tmpdir(), 'evenhand-bin-'));
  mkdirSync(join(folder, 'dist', 'bin'), { recursive: true });
  cpSync('package.json', join(folder, 'package.json'));
  for (const [name, contents] of built.files) writeFileSync(join(folder, 'dist', 'bin', name), contents);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The built files that are loaded with one before any of it runs. */
function loadedWith(file: string, seen: Set<string> = new Set()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const { path, kind, external } of built.metafile.outputs[file]!.imports)
    if (kind === 'import-statement' && external !== true) loadedWith(path, seen);
  return seen;
}

/** The packages of which something is loaded with a built file, also those that are not built into it. */
function packagesWith(file: string): readonly string[] {
  const names = [...loadedWith(file)].flatMap((each) => {
    const { inputs, imports } = built.metafile.outputs[each]!;
    const outside = imports.filter(({ external, path }) => external === true && !/^(?:node:|\.)/.test(path));
    const inside = Object.keys(inputs).map((input) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1]);
    return [...inside, ...outside.map(({ path }) => path)].filter((name) => name !== undefined);
  });
  return [...new Set(names)].sort();
}

/** The built file of an action: of src/cli/actions/run.ts, say. */
const fileOf = (source: string): string =>
  Object.entries(built.metafile.outputs).find(([, { entryPoint }]) => entryPoint === source)![0];

function command(...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'dist', 'bin', 'evenhand.js'), ...words],
    { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
  );
  return { code: status, out: stdout, err: stderr };
}

describe('the built command', () => {
  it('begins with what reads the words of a command line, and nothing else', () => {
    expect(packagesWith('dist/bin/evenhand.js')).toEqual(['commander']);
  });

  it.each([[['--version']], [['--help']], [['run', '--help']], [['sweep', '--hepl']], [['rnu']]])(
    'answers %j as the sources do, where no package is installed',
    async (words) => {
      expect(command(...words)).toEqual(await evenhand(...words));
    },
  );

  it('loads Vega where a report is drawn, never with a command', () => {
    const files = Object.keys(built.metafile.outputs).filter((file) => file.endsWith('.js'));
    const drawing = ['vega', 'vega-lite'].flatMap((name) => files.filter((file) => packagesWith(file).includes(name)));
    const sources = drawing.map((file) => built.metafile.outputs[file]!.entryPoint);
    expect(sources.filter((source) => source?.startsWith('src/'))).toEqual([]);
  });

  it.each([
    ['init', ['handlebars', 'ora']],
    ['table', ['handlebars', 'highs', 'ora', 'yaml']],
    ['show', ['handlebars', 'ora']],
    ['run', ['ora', 'tinypool']],
  ])('%s loads none of %j', (name, unused) => {
    const packages = packagesWith(fileOf(`src/cli/actions/${name}.ts`));
    expect(unused.filter((each) => packages.includes(each))).toEqual([]);
  });

  it('holds the name, version and licence of every package in it', () => {
    const licences = new TextDecoder().decode(built.files.get('LICENCES.txt'));
    for (const name of ['commander', 'zod', 'yaml', 'temporal-polyfill', 'handlebars', 'vega', 'vega-lite', 'ora'])
      expect(licences).toMatch(new RegExp(`^(?:.*, )?${name} \\d+\\.\\d+\\.\\d+(?:,|$)`, 'm'));
  });

  it('lies as deep as every source that names a file by its own place', () => {
    const named = Object.keys(built.metafile.inputs)
      .filter((input) => input.startsWith('src/'))
      .filter((input) => readFileSync(input, 'utf8').includes('import.meta.url'));
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((input) => input.split('/').length !== 'dist/bin/evenhand.js'.split('/').length)).toEqual([]);
  });
});
