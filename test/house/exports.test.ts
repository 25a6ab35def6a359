import { join } from 'node:path/posix';
import { describe, expect, it } from 'vitest';
import { type Source, sources } from './sources.ts';

/** Files that others enter by: what they export is for people, for the command line, or for a thread. */
const ENTRIES = ['src/index.ts', 'src/main.ts', 'src/vitest.ts', 'src/sweep/worker.ts'];

const all = ['src', 'test', 'bench'].flatMap(sources);

/** `import { a, type b as c } from './x.ts'`, `export { a } from './x.ts'`, `import * as all from './x.ts'`. */
const CLAUSE = /^(?:import|export)\s+(?:type\s+)?(\{[^}]*\}|\*[^'{]*)\s*from\s*'(\.[^']+)'/gm;

/** What the imports of a file ask for, as "file name"; `*` for everything. */
function wanted({ file, text, imports }: Source): readonly string[] {
  const named = [...text.matchAll(CLAUSE)].flatMap(([, clause = '', from = '']) => {
    const target = join(file, '..', from);
    if (clause.startsWith('*')) return [`${target} *`];
    const names = clause.slice(1, -1).split(',');
    return names.map(
      (name) =>
        `${target} ${name
          .trim()
          .replace(/^type /, '')
          .replace(/ as .*$/, '')}`,
    );
  });
  const dynamic = text.includes('import(') ? imports.map(({ target }) => `${target} *`) : [];
  return [...named, ...dynamic];
}

/** Exported functions and constants, but for those with an example: that imports them, too. */
function offered({ file, text }: Source): readonly string[] {
  const found = text.matchAll(/(\/\*\*(?:(?!\*\/)[\s\S])*\*\/\n)?export (?:async )?(?:function\*?|const) (\w+)/g);
  return [...found].flatMap(([, doc = '', name]) => (doc.includes('@example') ? [] : [`${file} ${name}`]));
}

describe('what a file exports', () => {
  it('is imported by another: what only the file itself needs is its own', () => {
    const used = new Set(all.flatMap(wanted));
    const own = all.filter(({ file }) => file.startsWith('src/') && !ENTRIES.includes(file));
    const names = own.filter(({ file }) => !used.has(`${file} *`)).flatMap(offered);
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((each) => !used.has(each))).toEqual([]);
  });
});
