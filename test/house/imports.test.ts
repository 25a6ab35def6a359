import { describe, expect, it } from 'vitest';
import { type Import, importsOf, type Source, sources } from './sources.ts';

const all = sources('src');
const byFile = new Map(all.map((source) => [source.file, source]));

const isIn =
  (...folders: readonly string[]) =>
  (file: string) =>
    folders.some((folder) => file.startsWith(folder));
const kernel = isIn('src/kernel/');
const auditor = (file: string) =>
  isIn('src/audit/')(file) || /^src\/domains\/[^/]+\/(?:audit|metrics)(?:\.ts|\/)/.test(file);
const domain = (file: string) => /^src\/domains\/([^/]+)\//.exec(file)?.[1];
const index = 'src/index.ts';

/** Imports of some files that break a rule, each as "file:line imports what". */
function offences(files: (file: string) => boolean, wrong: (imported: Import, source: Source) => boolean) {
  return all
    .filter(({ file }) => files(file))
    .flatMap((source) =>
      source.imports
        .filter((imported) => wrong(imported, source))
        .map(({ line, from }) => `${source.file}:${line} imports ${from}`),
    );
}

/** Lines of code that match, each as "file:line: the line". */
function uses(files: (file: string) => boolean, pattern: RegExp): readonly string[] {
  return all
    .filter(({ file }) => files(file))
    .flatMap(({ file, code, lines }) =>
      code.flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1}: ${lines[at]!.trim()}`] : [])),
    );
}

/** What a file needs to run, whatever lies between: imports of types are erased and do not count. */
function reached(file: string): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, readonly string[]>([[file, [file]]]);
  for (const [at, path] of paths)
    for (const { target, typeOnly } of byFile.get(at)?.imports ?? [])
      if (target !== undefined && !typeOnly && !paths.has(target)) paths.set(target, [...path, target]);
  return paths;
}

/** Chains of imports from some files to others that they must not need. */
function chains(from: (file: string) => boolean, to: (file: string) => boolean): readonly string[] {
  return all
    .filter(({ file }) => from(file))
    .flatMap(({ file }) => [...reached(file)].filter(([target]) => to(target)).map(([, path]) => path.join(' → ')));
}

describe('who may import whom', () => {
  it('the kernel imports nothing of ours', () => {
    expect(offences(kernel, ({ target }) => target !== undefined && !kernel(target))).toEqual([]);
  });

  it('the kernel imports no module of Node, so that it runs in a browser', () => {
    expect(offences(kernel, ({ from }) => from.startsWith('node:'))).toEqual([]);
  });

  it('the auditors import nothing of the kernel, not even a type', () => {
    expect(offences(auditor, ({ target }) => target !== undefined && kernel(target))).toEqual([]);
  });

  it('the auditors import no rule, no candidates, no score: of a domain only its rows and its settings', () => {
    const own = (target: string) => auditor(target) || /^src\/domains\/[^/]+\/(?:tables|scenario)\.ts$/.test(target);
    expect(
      offences(auditor, ({ target }) => target !== undefined && domain(target) !== undefined && !own(target)),
    ).toEqual([]);
  });

  it('the auditors run without the kernel and without any rule, through whatever they import', () => {
    const made = (file: string) =>
      kernel(file) || (domain(file) !== undefined && !auditor(file) && !/\/tables(?:\/[^/]+)?\.ts$/.test(file));
    expect(chains(auditor, made)).toEqual([]);
  });

  it('no domain imports another', () => {
    const foreign = ({ target }: Import, { file }: Source) =>
      target !== undefined && domain(target) !== undefined && domain(target) !== domain(file);
    expect(offences((file) => domain(file) !== undefined, foreign)).toEqual([]);
  });

  it('domains import the contract, what kinds are made of, tables, settings, words, and the kit of a report only', () => {
    const may = isIn(
      ...['src/domain.ts', 'src/learning.ts', 'src/kernel/', 'src/policy/', 'src/audit/', 'src/pipeline/'],
      ...['src/tables/', 'src/scenario/'],
      ...['src/problems/', 'src/text/', 'src/report/', 'src/runs/run.ts', 'src/calendar/', 'src/domains/'],
    );
    expect(
      offences(
        (file) => domain(file) !== undefined,
        ({ target }) => target !== undefined && !may(target),
      ),
    ).toEqual([]);
  });

  it('reports see runs: no kernel, no domain, no pipeline', () => {
    const may = isIn(
      ...['src/report/', 'src/runs/', 'src/tables/', 'src/audit/audit.ts', 'src/audit/metric/', 'src/problems/'],
      ...['src/text/', 'src/scenario/'],
    );
    const drawn = (file: string) =>
      isIn('src/report/')(file) || /^src\/(?!cli\/|domains\/)\w+\/report(?:\.ts|\/)/.test(file);
    expect(offences(isIn('src/report/'), ({ target }) => target !== undefined && !may(target))).toEqual([]);
    expect(chains(drawn, (file) => kernel(file) || domain(file) !== undefined)).toEqual([]);
  });

  it('tables, scenarios, audits and runs know neither kernel nor domain', () => {
    const below = isIn('src/tables/', 'src/scenario/', 'src/audit/', 'src/runs/');
    expect(chains(below, (file) => kernel(file) || domain(file) !== undefined)).toEqual([]);
  });

  it.each([
    ['cli', [index, 'src/main.ts']],
    ['notebook', [index]],
  ] as const)('src/%s sees %j only', (folder, lists) => {
    const own = isIn(`src/${folder}/`);
    const listed = (target: string) => (lists as readonly string[]).includes(target);
    expect(offences(own, ({ target }) => target !== undefined && !listed(target) && !own(target))).toEqual([]);
  });

  it('nothing imports the command line or the notebook display, except the package’s entry the latter', () => {
    const outside = (file: string) => !isIn('src/cli/', 'src/notebook/')(file);
    const edge = ({ target }: Import, { file }: Source) =>
      target !== undefined && (isIn('src/cli/')(target) || (isIn('src/notebook/')(target) && file !== 'src/main.ts'));
    expect(offences(outside, edge)).toEqual([]);
  });

  it('audits and domains import no module of Node', () => {
    const pure = (file: string) => auditor(file) || domain(file) !== undefined;
    expect(offences(pure, ({ from }) => from.startsWith('node:'))).toEqual([]);
  });

  it('the file system enters at the edges only', () => {
    const edges = isIn(
      ...['src/cli/', 'src/tables/', 'src/runs/', 'src/scenario/', 'src/report/', 'src/notebook/', 'src/bundle/'],
      ...[
        // A kind of the user's own is a module on disk: to load it is by nature an edge.
        'src/check/baseline-file.ts',
        'src/check/verify.ts',
        'src/publish/',
        'src/storage/',
        'src/compare/store.ts',
        'src/sweep/store.ts',
        // A kind of one's own is a file.
        'src/domains/load.ts',
      ],
    );
    const outside = /^node:(?:fs|os|process|child_process|worker_threads|net|https?)\b/;
    expect(
      offences(
        (file) => !edges(file),
        ({ from }) => outside.test(from),
      ),
    ).toEqual([]);
  });

  it('vega is loaded when it is needed, never with the library', () => {
    const statically = ({ from, line }: Import, { lines }: Source) =>
      /^vega(?:-lite)?$/.test(from) && !/\bimport\(/.test(lines[line - 1]!) && !/^import type/.test(lines[line - 1]!);
    // What runs in a page is bundled by itself, and no part of the library.
    const page = isIn('src/report/browser/');
    expect(offences((file) => !page(file), statically)).toEqual([]);
    expect(chains((file) => !page(file), page)).toEqual([]);
  });

  it('what builds the page and the command is no part of the library either', () => {
    const build = isIn('src/bundle/');
    expect(chains((file) => !build(file), build)).toEqual([]);
  });
});

describe('what the engine must not depend on', () => {
  const engine = (file: string) => !isIn('src/cli/')(file);

  it('no clock, but for the stopwatch of the pipeline', () => {
    const clock = /\bDate\.now\b|\bnew Date\b|\bDate\(|\bperformance\.now\b|\bTemporal\.Now\b|\bprocess\.hrtime\b/;
    expect(uses((file) => engine(file) && file !== 'src/pipeline/clock.ts', clock)).toEqual([]);
    expect(uses((file) => file === 'src/pipeline/clock.ts', /\bDate\b|\bTemporal\b/)).toEqual([]);
  });

  it('no chance but what a seed decides, save in the names of temporary files', () => {
    expect(uses(() => true, /\bMath\.random\b/)).toEqual([]);
    const chance = /\brandomUUID\b|\brandomBytes\b|\brandomInt\b|\bgetRandomValues\b/;
    expect(
      uses(
        (file) =>
          !isIn('src/cli/', 'src/runs/', 'src/publish/', 'src/check/baseline-file.ts', 'src/sweep/store.ts')(file),
        chance,
      ),
    ).toEqual([]);
  });

  it('no locale and no time zone of the machine', () => {
    expect(uses(engine, /\.toLocale\w*|\blocaleCompare\b|\bIntl\b|\btimeZoneId\b/)).toEqual([]);
  });

  it('no environment variables, but for secrets, which are asked for in one place', () => {
    const but = (file: string) => engine(file) && file !== 'src/tables/sources/secret.ts';
    expect(uses(but, /\bprocess\.env\b/)).toEqual([]);
  });
});

describe('how the sources are written', () => {
  it('no default exports', () => {
    expect(uses(() => true, /^\s*export\s+default\b|\bas\s+default\b/)).toEqual([]);
  });

  it('no any', () => {
    // A variable may bear the name: what follows it then is no end of a type.
    const type = /(?::|<|\bas|\||&|,)\s*any\b(?!\s*(?:[.(?]|[=!]==|&&|\|\|))/;
    expect(uses(() => true, type)).toEqual([]);
    for (const line of ['let x: any = 1;', 'x as any', 'f<any>()', '(x: any) => x', 'x: any[]', 'string | any;'])
      expect(line).toMatch(type);
    expect('tone: any.failed === any.of').not.toMatch(type);
  });

  it('no enum, and no class that is not an error', () => {
    expect(uses(() => true, /^\s*(?:export\s+)?(?:const\s+)?enum\s/)).toEqual([]);
    expect(uses(() => true, /\bclass\s+\w+(?!.*\bextends\s+(?:Error|Refusal)\b)/)).toEqual([]);
  });

  it('no file longer than 300 lines', () => {
    const long = all.filter(({ lines }) => lines.length - 1 > 300);
    expect(long.map(({ file, lines }) => `${file}: ${lines.length - 1} lines`)).toEqual([]);
  });

  it('src/index.ts is an explicit list of names, under 100 lines', () => {
    const source = byFile.get(index)!;
    expect(source.lines.length - 1).toBeLessThan(100);
    expect(uses((file) => file === index, /export\s+\*/)).toEqual([]);
    expect(
      source.code
        .join('\n')
        .replaceAll(/export\s+(?:type\s+)?\{[^}]*\}\s+from\s+'\s*';/g, '')
        .trim(),
    ).toBe('');
  });

  it('file names are words joined by hyphens', () => {
    expect(
      all.map(({ file }) => file).filter((file) => !/^(?:[a-z][a-z0-9-]*\/)*[a-z][a-z0-9-]*\.ts$/.test(file)),
    ).toEqual([]);
  });

  it('every exported function has a doc comment', () => {
    // Messages for people are constants that speak for themselves; an overload stands below the first one.
    const exported = /^export (?:async )?function/;
    const bare = all.flatMap(({ file, lines }) =>
      lines.flatMap((line, at) => {
        const above = lines[at - 1]?.trim() ?? '';
        if (!exported.test(line) || above.endsWith('*/') || above.startsWith('export function')) return [];
        return [`${file}:${at + 1}: ${line.trim()}`];
      }),
    );
    expect(bare).toEqual([]);
  });
});

describe('the reading of imports', () => {
  it('tells types from values, and finds what is imported on demand', () => {
    const text = [
      "import type { A } from './a.ts';",
      "import { type B, type C } from './b.ts';",
      "import { type D, e } from '../e.ts';",
      "export { f } from 'f';",
      'import {',
      '  g,',
      "} from './g.ts';",
      "const later = () => import('node:fs');",
    ].join('\n');
    expect(importsOf('src/x/y.ts', text)).toEqual([
      { line: 1, from: './a.ts', target: 'src/x/a.ts', typeOnly: true },
      { line: 2, from: './b.ts', target: 'src/x/b.ts', typeOnly: true },
      { line: 3, from: '../e.ts', target: 'src/e.ts', typeOnly: false },
      { line: 4, from: 'f', target: undefined, typeOnly: false },
      { line: 5, from: './g.ts', target: 'src/x/g.ts', typeOnly: false },
      { line: 8, from: 'node:fs', target: undefined, typeOnly: false },
    ]);
  });

  it('sees the files that the rules speak of', () => {
    for (const file of ['src/kernel/solve.ts', 'src/audit/levels.ts', 'src/domains/loans/audit.ts', 'src/cli/main.ts'])
      expect(byFile.has(file)).toBe(true);
    expect(all.filter(({ file }) => auditor(file)).length).toBeGreaterThan(10);
    expect(offences(kernel, ({ from }) => from === 'highs')).toHaveLength(1);
  });
});
