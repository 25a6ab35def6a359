import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** The licences of all packages that a bundle holds, each text once, under the names of the packages that it is of. */
export function licencesOf({ inputs }: Metafile, root: string): string {
  const folders = [...new Set(Object.keys(inputs).flatMap(packageFolder))].sort();
  const texts = new Map<string, string[]>();
  for (const folder of folders.map((each) => join(root, each))) {
    const own = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string };
    const text = textOf(folder, own.name);
    texts.set(text, [...(texts.get(text) ?? []), `${own.name} ${own.version}`]);
  }
  return [...texts].map(([text, names]) => `${names.join(', ')}\n\n${text}`).join('\n\n');
}

/** Of a file of a package, the folder of the package, also where it lies within another. */
const packageFolder = (input: string): readonly string[] =>
  /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.slice(0, 1) ?? [];

function textOf(folder: string, name: string): string {
  const file = readdirSync(folder).find((each) => /^licen[cs]e(?:[.-]\w+)*$/i.test(each));
  if (file === undefined) throw new Error(`${name} comes without a licence`);
  return readFileSync(join(folder, file), 'utf8').trim().replaceAll('\r\n', '\n');
}
