import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A source file, named as seen from the repository: `src/kernel/solve.ts`. */
export interface Source {
  readonly file: string;
  readonly text: string;
  readonly lines: readonly string[];
  /** Lines with comments and the insides of plain strings blanked out: what is left is code. */
  readonly code: readonly string[];
  readonly imports: readonly Import[];
}

/** What a file imports or passes on. */
export interface Import {
  readonly line: number;
  /** As written: `node:fs`, `zod`, `../tables/dates.ts`. */
  readonly from: string;
  /** The file of ours that it names, seen from the repository; undefined for a package. */
  readonly target: string | undefined;
  /** Erased when the program runs. */
  readonly typeOnly: boolean;
}

/** Every TypeScript file under a folder of the repository. */
export function sources(folder: string): readonly Source[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.ts') && !name.includes('node_modules'))
    .map((name) => sourceOf(`${folder}/${name.split(sep).join('/')}`))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** The absolute path of a file of the repository. */
export const pathOf = (file: string): string => join(ROOT, file);

function sourceOf(file: string): Source {
  const text = readFileSync(pathOf(file), 'utf8');
  const lines = text.split('\n');
  return { file, text, lines, code: withoutComments(text).split('\n'), imports: importsOf(file, text) };
}

const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:([^'";]*?)\s*from\s*)?'([^']+)'/gm;
const DYNAMIC = /\bimport\(\s*'([^']+)'/g;

/** Static imports, re-exports and dynamic imports, by what their statements say. */
export function importsOf(file: string, text: string): readonly Import[] {
  const at = (index: number) => text.slice(0, index).split('\n').length;
  const entry = (index: number, from: string, typeOnly: boolean): Import => ({
    line: at(index),
    from,
    target: from.startsWith('.')
      ? relative(ROOT, join(ROOT, dirname(file), from))
          .split(sep)
          .join('/')
      : undefined,
    typeOnly,
  });
  const found = [...text.matchAll(STATEMENT)].map((match) =>
    entry(match.index, match[3]!, match[1] !== undefined || namesTypesOnly(match[2] ?? '')),
  );
  return [...found, ...[...text.matchAll(DYNAMIC)].map((match) => entry(match.index, match[1]!, false))];
}

/** `{ type A, type B }`. */
function namesTypesOnly(clause: string): boolean {
  const names = /^\{([^}]*)\}$/.exec(clause.trim())?.[1];
  if (names === undefined) return false;
  return names
    .split(',')
    .filter((name) => name.trim() !== '')
    .every((name) => name.trim().startsWith('type '));
}

const TOKEN = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g;

function withoutComments(text: string): string {
  return text.replace(TOKEN, (token) => token.replace(/[^\n'"]/g, ' '));
}
