import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { nearest } from '../problems/nearest.ts';
import { type Problem, Refusal } from '../problems/problem.ts';
import { quoted } from '../text/visible.ts';

/** A folder that holds no run, with those that it holds below it, or that stand where it should. */
export function noRun(dir: string): Refusal {
  if (basename(dir) === 'run.json')
    return refuse(dir, 'is a file of a run, not its folder', `Maybe its folder is meant: ${quoted(dirname(dir))}.`);
  const there = existsSync(dir);
  const message = there ? 'holds no run: there is no run.json in it' : 'there is no such folder';
  const runs = there ? runsBelow(dir) : likeRuns(dir);
  if (runs.length === 0)
    return refuse(dir, message, 'Maybe the folder of the run itself is meant: runs/<scenario>/<run id>.');
  const first = runs.slice(0, NAMED).map(quoted).join(', ');
  const more = runs.length > NAMED ? ` and ${runs.length - NAMED} more` : '';
  return refuse(dir, message, runs.length === 1 ? `Maybe you meant ${first}.` : `Maybe one of: ${first}${more}.`);
}

/** So many runs are named at the most. */
const NAMED = 5;

/** Runs in a folder of runs, or of scenarios with their runs. */
function runsBelow(dir: string, depth = 2): readonly string[] {
  return namesIn(dir).flatMap((name) => {
    const folder = join(dir, name);
    if (existsSync(join(folder, 'run.json'))) return [folder];
    return depth > 1 ? runsBelow(folder, depth - 1) : [];
  });
}

/** Of a folder that is not there: the one beside it that is called nearly so, or what that holds. */
function likeRuns(dir: string): readonly string[] {
  const parent = dirname(dir);
  const like = nearest(basename(dir), namesIn(parent));
  if (like === undefined) return existsSync(parent) ? runsBelow(parent, 1) : [];
  const folder = join(parent, like);
  return existsSync(join(folder, 'run.json')) ? [folder] : runsBelow(folder);
}

function namesIn(dir: string): readonly string[] {
  try {
    const entries = readdirSync(dir, { withFileTypes: true });
    return entries.flatMap((one) => (one.isDirectory() && !one.name.startsWith('.') ? [one.name] : [])).sort();
  } catch {
    return [];
  }
}

/** A file of a run that cannot be read as what it should be. */
export function damaged(file: string, what: string): Refusal {
  return refuse(
    file,
    `is damaged: ${what}`,
    'Maybe it was edited or cut short; run the scenario again to write it anew.',
  );
}

/** A place on the disk where a run cannot be written; `reason` is the system's own code, as in ENOSPC. */
export function notWritable(folder: string, reason: string): Refusal {
  return refuse(folder, `cannot be written: ${meaning(reason)}`, 'Maybe choose another folder with --out.');
}

function refuse(file: string, message: string, maybe: string): Refusal {
  const problem: Problem = { message, place: { file }, maybe };
  return new Refusal([problem]);
}

/** What a code of the system means, in words; the code itself where there is no better word. */
export function meaning(code: string): string {
  switch (code) {
    case 'ENOSPC':
      return 'the disk is full';
    case 'EDQUOT':
      return 'the disk quota is used up';
    case 'EACCES':
    case 'EPERM':
      return 'permission denied';
    case 'EROFS':
      return 'the disk is read-only';
    case 'ENOTDIR':
    case 'EEXIST':
      return 'a part of its path is a file, not a folder';
    case 'ENOENT':
      return 'its file system takes no new folders';
    case 'ENAMETOOLONG':
      return 'its path is too long';
    default:
      return code;
  }
}
