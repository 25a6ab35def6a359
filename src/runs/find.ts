import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { nearest } from '../problems/nearest.ts';
import { Refusal } from '../problems/problem.ts';
import { quoted } from '../text/visible.ts';
import { type RunFolder, runFolders } from './list.ts';

/**
 * The folder of the run that a word names: a folder is itself; `la-week@latest` is the newest run of that name, and
 * `la-week@5bc4eef2` the one whose id begins so; `@latest` is the newest of all. A folder before the name is where runs
 * lie, as in `my-runs/la-week@latest`.
 *
 * @param root The folder of all runs, where the word names none.
 * @throws Refusal where there is no such run.
 * @example
 * const saved = await saveRun(run, html, folder);
 * findRun('prime-evening@latest', folder) === saved // true
 * findRun('prime-evning@latest', folder) // throws /^.*there is no run of "prime-evning"/
 */
export function findRun(word: string, root = 'runs'): string {
  const match = /^(.*)@(latest|[0-9a-f]{4,16})$/.exec(word);
  if (match === null || existsSync(word)) return word;
  const [, named = '', which = ''] = match;
  const isScenario = /\.ya?ml$/.test(named);
  const name = basename(named).replace(/\.ya?ml$/, '');
  const folder = isScenario || dirname(named) === '.' ? root : dirname(named);
  const all = runFolders(folder);
  const own = named === '' ? all : all.filter((run) => run.name === name);
  const found = which === 'latest' ? own[0] : own.find((run) => run.id.startsWith(which));
  if (found === undefined) throw noSuchRun({ word, name, folder, all, own });
  return found.folder;
}

/**
 * Whether a word has the form by which runs are named without their folder.
 *
 * @example
 * [namesRun('la-week@latest'), namesRun('runs/la-week/5bc4eef2e0cd8266')] // [true, false]
 */
export const namesRun = (word: string): boolean => /@(latest|[0-9a-f]{8,16})$/.test(word);

interface Missing {
  readonly word: string;
  readonly name: string;
  readonly folder: string;
  readonly all: readonly RunFolder[];
  readonly own: readonly RunFolder[];
}

function noSuchRun({ word, name, folder, all, own }: Missing): Refusal {
  const names = [...new Set(all.map((run) => run.name))];
  const where = quoted(folder);
  if (own.length > 0) {
    const known = own.slice(0, 5).map((run) => `${run.name}@${run.id.slice(0, 8)}`);
    return refuse(word, `there is no such run of ${quoted(name)} in ${where}`, `Maybe one of: ${known.join(', ')}.`);
  }
  const like = nearest(name, names) ?? names.find((one) => one.startsWith(`${name}@`));
  const first = existsSync(join('scenarios', `${name}.yaml`))
    ? join('scenarios', `${name}.yaml`)
    : `${name || 'week'}.yaml`;
  const maybe =
    like === undefined
      ? `Maybe run it first: evenhand run ${first}${names.length === 0 ? '' : '; "evenhand runs" lists what there is'}.`
      : `Maybe you meant ${quoted(`${like}@latest`)}; "evenhand runs" lists what there is.`;
  return refuse(
    word,
    name === '' ? `there is no run in ${where}` : `there is no run of ${quoted(name)} in ${where}`,
    maybe,
  );
}

const refuse = (word: string, message: string, maybe: string): Refusal =>
  new Refusal([{ message, place: { file: word }, maybe }]);
