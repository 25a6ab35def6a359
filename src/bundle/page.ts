import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { licencesOf } from './licences.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The script of interactive reports: our page, Vega and its interpreter, and the licences of all that is in it. */
export async function bundlePage(): Promise<string> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/report/browser/page.ts'],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'ascii',
    legalComments: 'none',
  });
  const script = outputFiles[0]!.text;
  // An HTML parser looks for both in a script, wherever they stand.
  if (/<\/script|<!--/i.test(script)) throw new Error('the bundle holds text that would end a script element');
  return `/*!\n${licencesOf(metafile, ROOT).replaceAll('*/', '* /')}\n*/\n${script}`;
}
