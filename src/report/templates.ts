import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import Handlebars from 'handlebars';

// The folder stands beside src/ and dist/ alike.
const FOLDER = new URL('../../reports/', import.meta.url);
const OPTIONS = { strict: true, knownHelpersOnly: true, knownHelpers: {} } as const;

/** A file of `reports/`, as text. */
export function readAsset(path: string): Promise<string> {
  return readFile(new URL(path, FOLDER), 'utf8');
}

/** Compiles a template of `reports/` with every partial of `reports/partials/`. */
export async function loadTemplate(path: string): Promise<(view: object) => string> {
  const engine = Handlebars.create();
  for (const file of (await readdir(new URL('partials/', FOLDER))).sort()) {
    if (!file.endsWith('.hbs')) continue;
    engine.registerPartial(basename(file, '.hbs'), engine.compile(await readAsset(`partials/${file}`), OPTIONS));
  }
  return engine.compile(await readAsset(path), OPTIONS);
}
