import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** The script of interactive reports: our page, Vega and its interpreter, and the licences of all that is in it. */
export async function bundle(): Promise<string> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/report/browser/page.ts'],
    ...{ bundle: true, minify: true, write: false, metafile: true },
    ...{ format: 'iife', platform: 'browser', target: 'es2022', charset: 'ascii', legalComments: 'none' },
  });
  const folders = new Set(Object.keys(metafile.inputs).flatMap(packageFolder));
  const script = outputFiles[0]!.text;
  // An HTML parser looks for both in a script, wherever they stand.
  if (/<\/script|<!--/i.test(script)) throw new Error('the bundle holds text that would end a script element');
  return `${licences([...folders].sort())}\n${script}`;
}

/** Of a file of a package, the folder of the package, also where it lies within another. */
const packageFolder = (input: string): readonly string[] =>
  /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.slice(0, 1) ?? [];

/** Each text once, under the names of the packages that it is of. */
function licences(folders: readonly string[]): string {
  const texts = new Map<string, string[]>();
  for (const folder of folders.map((each) => `${ROOT}${each}`)) {
    const own = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8')) as { name: string; version: string };
    const file = readdirSync(folder).find((each) => /^licen[cs]e(?:\.\w+)?$/i.test(each));
    if (file === undefined) throw new Error(`${own.name} comes without a licence`);
    const text = readFileSync(`${folder}/${file}`, 'utf8').trim().replaceAll('\r\n', '\n').replaceAll('*/', '* /');
    texts.set(text, [...(texts.get(text) ?? []), `${own.name} ${own.version}`]);
  }
  return `/*!\n${[...texts].map(([text, names]) => `${names.join(', ')}\n\n${text}`).join('\n\n')}\n*/`;
}
