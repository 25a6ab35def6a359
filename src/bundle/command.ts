import { fileURLToPath } from 'node:url';
import { type BuildResult, build, type Plugin } from 'esbuild';
import { licencesOf } from './licences.ts';
import { pastLists } from './lists.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

// Packages of CommonJS ask for modules of Node by `require`, which a module of ECMAScript has only where it makes it.
const REQUIRE =
  "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);";

/**
 * What stays in its package. `highs` and `tinypool` load files that lie beside their own; `canvas` is for whoever has
 * installed it, and reports need none. The driver of PostgreSQL is loaded by few, and asks for parts that only some have;
 * the embedded database is a binary.
 */
const EXTERNAL = ['highs', 'tinypool', 'canvas', 'pg', 'pg-copy-streams', 'libsql'];

/** Zod holds its messages in fifty languages, all of which would be read at every start; ours are in English. */
const oneLanguage: Plugin = {
  name: 'messages of zod in one language',
  setup: (build) => {
    build.onLoad({ filter: /[/\\]zod[/\\]v4[/\\]locales[/\\]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js';",
    }));
  },
};

/** The built command: its files by name, and what each of them holds and imports. */
export interface CommandBundle {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly metafile: BuildResult<{ metafile: true }>['metafile'];
}

/**
 * The command in few files: what starts it, and one or more for what each command does, loaded when it is run. To find
 * and read hundreds of small modules takes longer than most commands work.
 *
 * All files lie in `dist/bin/`, two folders deep like every source that names a file by `import.meta.url`: so
 * `../../reports/` is the same folder from both. The thread of a sweep finds its `worker.js` beside them.
 */
export async function bundleCommand(): Promise<CommandBundle> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: { evenhand: 'src/cli/main.ts', worker: 'src/sweep/worker.ts' },
    outdir: 'dist/bin',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    external: EXTERNAL,
    banner: { js: REQUIRE },
    plugins: [pastLists(`${ROOT}src/`), oneLanguage],
  });
  const files = new Map(outputFiles.map(({ path, contents }) => [path.slice(`${ROOT}dist/bin/`.length), contents]));
  files.set('LICENCES.txt', new TextEncoder().encode(`${licencesOf(metafile, ROOT)}\n`));
  return { files, metafile };
}
