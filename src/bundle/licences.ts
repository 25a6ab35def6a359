import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/** The licences of all packages that a bundle holds, each text once, under the names of the packages that it is of. */
export function licencesOf({ inputs }: Metafile, root: string): string {
  const folders = [...new Set(Object.keys(inputs).flatMap(packageFolder))].sort();
  const texts = new Map<string, string[]>();
  for (const folder of folders.map((each) => join(root, each))) {
    const own = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as About;
    const text = textOf(folder, own);
    texts.set(text, [...(texts.get(text) ?? []), `${own.name} ${own.version}`]);
  }
  return [...texts].map(([text, names]) => `${names.join(', ')}\n\n${text}`).join('\n\n');
}

/** Of a file of a package, the folder of the package, also where it lies within another. */
const packageFolder = (input: string): readonly string[] =>
  /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(input)?.slice(0, 1) ?? [];

/** What a package says of itself. */
interface About {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name: string };
  readonly repository?: string | { readonly url: string };
}

function textOf(folder: string, about: About): string {
  const file = readdirSync(folder).find((each) => /^licen[cs]e(?:[.-]\w+)*$/i.test(each));
  if (file === undefined) return statedBy(about);
  return readFileSync(join(folder, file), 'utf8').trim().replaceAll('\r\n', '\n');
}

/** The licence of a package without a file of it: what the package states, who wrote it, and where its source is. */
function statedBy({ name, license, author, repository }: About): string {
  const writer = typeof author === 'string' ? author : author?.name;
  const source = typeof repository === 'string' ? repository : repository?.url;
  if (license === undefined || writer === undefined || source === undefined)
    throw new Error(`${name} comes without a licence`);
  return `Licence ${license}, as the package states. Author: ${writer}. Source: ${source}`;
}
