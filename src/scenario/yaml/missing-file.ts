import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nearest } from '../../problems/nearest.ts';
import { quoted } from '../../text/visible.ts';

/** So many files are named, where none is like the one that is not there. */
const NAMED = 5;

/** A folder with more scenarios than this is not searched through for a message. */
const SEARCHED = 200;

/**
 * The way out where a scenario file is not there: the one beside it whose name is most like it, else one below the
 * folder `scenarios`, else some that are there.
 *
 * @param beyond Whether files of other folders can be meant: of a file that another file names they cannot.
 */
export function maybeFile(file: string, beyond: boolean): string | undefined {
  const beside = yamlIn(dirname(file));
  const like = likest(file, beside);
  if (like !== undefined) return `Maybe you meant ${quoted(like)}.`;
  const others = beyond ? below('scenarios') : [];
  const far = likest(file, others);
  if (far !== undefined) return `Maybe you meant ${quoted(far)}.`;
  const all = beside.length > 0 ? beside : others;
  if (all.length > 0) return `Maybe one of: ${listed(all)}.`;
  return beyond ? 'Maybe the path is taken from another folder; "evenhand init" writes a first scenario.' : undefined;
}

const stemOf = (path: string): string => path.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');

function likest(file: string, known: readonly string[]): string | undefined {
  const like = nearest(stemOf(file), known.map(stemOf));
  return known.find((name) => stemOf(name) === like);
}

function listed(names: readonly string[]): string {
  const first = names.slice(0, NAMED).map(quoted).join(', ');
  return names.length > NAMED ? `${first} and ${names.length - NAMED} more` : first;
}

function below(folder: string): readonly string[] {
  const within = entries(folder).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  const folders = [folder, ...within.map(({ name }) => join(folder, name))];
  return folders.flatMap((each) => yamlIn(each).map((name) => join(each, name))).slice(0, SEARCHED);
}

const yamlIn = (folder: string): readonly string[] =>
  entries(folder)
    .filter((entry) => !entry.isDirectory() && /\.ya?ml$/.test(entry.name))
    .map(({ name }) => name);

function entries(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
