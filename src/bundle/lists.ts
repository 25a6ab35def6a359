import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plugin } from 'esbuild';

/** Where a name of a list comes from: its file or package, and what it is called there. */
interface Origin {
  readonly file: string;
  readonly name: string;
}

const LISTED = /export\s+(type\s+)?\{([^}]*)\}\s+from\s+'([^']+)';/g;
const ALL = /export\s+\*\s+from\s+'(\.[^']+)';/g;
const IMPORT = /import\s+\{([^}]*)\}\s+from\s+'(\.[^']+\.ts)';/g;

/**
 * Imports from a list of names (`index.ts` and its like, which hold nothing but `export … from`) become imports from
 * the modules that the names come from. With the list, a command would load the whole library for one name of it: the
 * bundler divides the sources by files, not by names.
 *
 * `import { plural, Refusal } from '../index.ts';` becomes an import of `plural` from `text/format.ts`, and one of
 * `Refusal` from `problems/problem.ts`.
 */
export const pastLists = (folder: string): Plugin => ({
  name: 'past lists of names',
  setup: (build) => {
    build.onLoad({ filter: /\.ts$/ }, ({ path }) => {
      if (!path.startsWith(folder)) return undefined;
      return { contents: direct(readFileSync(path, 'utf8'), path), loader: 'ts' };
    });
  },
});

/** The text of a module with its imports from lists made direct; the lines keep their numbers. */
function direct(text: string, path: string): string {
  return text.replaceAll(IMPORT, (whole, names: string, from: string) => {
    const list = resolve(dirname(path), from);
    if (!isList(list)) return whole;
    const imports = namesIn(names).map(({ name, as }) => {
      const origin = originOf(list, name);
      if (origin === undefined) throw new Error(`${path}: ${list} lists no ${name}`);
      return `import { ${origin.name} as ${as} } from ${JSON.stringify(origin.file)};`;
    });
    return imports.join(' ') + '\n'.repeat(whole.split('\n').length - 1);
  });
}

/** Whether a file holds nothing but names from other files, and comments. */
function isList(file: string): boolean {
  const text = readFileSync(file, 'utf8');
  const rest = text
    .replaceAll(LISTED, '')
    .replaceAll(ALL, '')
    .replaceAll(/^\/\/.*$/gm, '');
  return rest.trim() === '';
}

/** The module that a name of a list is written in, through lists of lists; undefined where it is not listed. */
function originOf(list: string, name: string): Origin | undefined {
  const text = readFileSync(list, 'utf8');
  const at = (from: string) => resolve(dirname(list), from);
  const through = (file: string, own: string) => (isList(file) ? originOf(file, own) : { file, name: own });
  for (const [, type, names, from] of text.matchAll(LISTED)) {
    const found = type === undefined && namesIn(names!).find(({ as }) => as === name);
    if (found) return from!.startsWith('.') ? through(at(from!), found.name) : { file: from!, name: found.name };
  }
  for (const [, from] of text.matchAll(ALL)) {
    const found = isList(at(from!)) ? originOf(at(from!), name) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The values of `a, b as c, type D`: types are gone when the program runs. */
function namesIn(names: string): readonly { readonly name: string; readonly as: string }[] {
  return names
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '' && !each.startsWith('type '))
    .map((each) => {
      const [name, as = name] = each.split(/\s+as\s+/);
      return { name: name!, as: as! };
    });
}
