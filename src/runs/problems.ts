import { type Problem, Refusal } from '../problem.ts';

/** A folder that holds no run. */
export function noRun(dir: string): Refusal {
  return refuse(
    dir,
    'holds no run: there is no run.json in it',
    'Maybe the folder of the run itself is meant: runs/<scenario>/<run id>.',
  );
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

function meaning(code: string): string {
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
    case 'ENAMETOOLONG':
      return 'its path is too long';
    default:
      return code;
  }
}
