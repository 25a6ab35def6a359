import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { declarationOf, passedOn } from '../house/examples-exports.ts';
import { pathOf, sources } from '../house/sources.ts';

/** A name that the library offers. */
export interface ApiName {
  readonly name: string;
  readonly group: string;
  /** The file that declares it, seen from the repository. */
  readonly file: string;
  /** Its declaration, as the compiler writes it for users. */
  readonly code: string;
  /** Its doc comment, with its stars. */
  readonly comment: string;
}

/** The chapters of the reference, in the order in which people need them, and the sources of each. */
const GROUPS: readonly (readonly [title: string, from: RegExp])[] = [
  ['In a notebook', /^src\/notebook\//],
  ['Scenarios and runs', /^src\/(?:scenario\/|pipeline\/|domains\/|alerts\/|runs\/(?!given))/],
  ['Why and why not', /^src\/(?:explain|prices|ties)\//],
  ['Comparing policies', /^src\/(?:compare|sweep|breakpoints)\//],
  ['Tests of scenarios', /^src\/(?:check|expect)\//],
  ['Given schedules and publishing', /^src\/(?:given\/|publish\/|runs\/given)/],
  ['Batches of posts', /^src\/batch\//],
  ['Learning from what was executed', /^src\/(?:adapt|dispatch)\//],
  ['What outlives a run', /^src\/(?:storage|history)\//],
  ['What outcomes say', /^src\/learn\//],
  ['Tables', /^src\/tables\//],
  ['A kind of your own', /^src\/(?:policy\/|domain\.ts|kernel\/|audit\/)/],
  ['Reports and words', /^src\/(?:report|text|problems)\//],
];
const OTHERS = 'Others';

/** The titles of the chapters. */
export const groups: readonly string[] = [...GROUPS.map(([title]) => title), OTHERS];

/** Every name of the library with its declaration and its doc comment. */
export function apiNames(): readonly ApiName[] {
  const files = new Map(sources('src').map((source) => [source.file, source]));
  const lists = ['src/index.ts', 'src/main.ts'].flatMap((file) => passedOn(files.get(file)!));
  const declared = declarations();
  try {
    return lists.map(({ name, from, file }) => {
      const found = declarationOf(files, file, from)!;
      return { name, group: groupOf(found.file), file: found.file, ...textsOf(found, name, declared) };
    });
  } finally {
    rmSync(declared, { recursive: true, force: true });
  }
}

const groupOf = (file: string): string => GROUPS.find(([, from]) => from.test(file))?.[0] ?? OTHERS;

/** Has the compiler write the declarations of all sources into a new folder. */
function declarations(): string {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-api-'));
  const options = ['-p', pathOf('tsconfig.build.json'), '--emitDeclarationOnly', '--outDir', folder];
  execFileSync(process.execPath, [pathOf('node_modules/typescript/bin/tsc'), ...options]);
  return folder;
}

function textsOf({ file, name: own, comment }: Declared, name: string, folder: string) {
  const text = readFileSync(join(folder, file.replace(/^src\//, '').replace(/\.ts$/, '.d.ts')), 'utf8');
  return { code: codeOf(text, own).replaceAll(new RegExp(`\\b${own}\\b`, 'g'), name), comment };
}

type Declared = Pick<NonNullable<ReturnType<typeof declarationOf>>, 'file' | 'name' | 'comment'>;

/** The declarations of a name, several where it has overloads; each ends before the next line at the margin. */
export function codeOf(text: string, name: string): string {
  const begin = new RegExp(`^export (?:declare )?((?:function|const|class|interface|type) ${name}\\b.*)$`);
  const lines = text.split('\n');
  const blocks = lines.flatMap((line, at) => {
    const [, first] = begin.exec(line) ?? [];
    if (first === undefined) return [];
    const rest = lines.slice(at + 1);
    const end = rest.findIndex((each) => /^(?:\/|export|import|declare|type|interface|const|\w)/.test(each));
    return [[first, ...(end < 0 ? rest : rest.slice(0, end))].join('\n').trim()];
  });
  return blocks
    .join('\n')
    .replace(/import\("[^"]*"\)\./g, '')
    .replace(/^(?: {4})+/gm, (indent) => ' '.repeat(indent.length / 2));
}
