// Three weeks, each solved by sifting and by the solver alone; commands as people start them, against a process that does
// nothing; and weeks of courses: npm run build && npm run bench [-- --json]
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Case, cases } from './cases.ts';
import { type CommandLine, commandLines } from './commands.ts';
import { benchCourses } from './courses.ts';
import { type Measured, type Method, measure } from './measure.ts';

/** One line of the result; null: not asked of this case. Times are milliseconds, peaks megabytes. */
interface Line {
  readonly name: string;
  readonly candidates: number;
  readonly sifting_ms: number;
  /** The whole model, the linear relaxation first: enough where it comes out whole. */
  readonly whole_ms: number | null;
  /** The whole model as HiGHS alone would do it: a mixed-integer program from the start. */
  readonly alone_ms: number | null;
  /** alone_ms / sifting_ms. */
  readonly ratio: number | null;
  readonly same_optimum: boolean | null;
  readonly net: number | null;
  readonly peak_mb: number;
  readonly alone_peak_mb: number | null;
}

function lineOf(each: Case): Line {
  const sifting = inChild(each, 'sifting');
  const whole = each.whole ? inChild(each, 'whole') : undefined;
  const alone = each.whole ? inChild(each, 'alone') : undefined;
  const same = [whole, alone].every((other) => other?.net === sifting.net && sifting.net !== null);
  return {
    name: each.name,
    candidates: sifting.candidates,
    sifting_ms: sifting.ms,
    whole_ms: whole?.ms ?? null,
    alone_ms: alone?.ms ?? null,
    ratio: alone ? Math.round((10 * alone.ms) / sifting.ms) / 10 : null,
    same_optimum: each.whole ? same : null,
    net: sifting.net,
    peak_mb: sifting.peakMb,
    alone_peak_mb: alone?.peakMb ?? null,
  };
}

/** A process for each measurement, so that one's memory is not counted as another's. */
function inChild({ name }: Case, method: Method): Measured {
  const main = fileURLToPath(import.meta.url);
  const child = spawnSync(process.execPath, [...process.execArgv, main, '--measure', name, method], {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(`${name}, ${method}: the measuring process ended with ${child.status}`);
  return JSON.parse(child.stdout) as Measured;
}

const HEADINGS: Readonly<Record<keyof Line, string>> = {
  name: 'week',
  candidates: 'candidates',
  sifting_ms: 'sifting, ms',
  whole_ms: 'whole, ms',
  alone_ms: 'HiGHS alone, ms',
  ratio: 'alone / sifting',
  same_optimum: 'same optimum',
  net: 'net, points',
  peak_mb: 'peak, MB',
  alone_peak_mb: 'alone peak, MB',
};

const COMMAND_HEADINGS: Readonly<Record<keyof CommandLine, string>> = {
  name: 'command',
  ms: 'ms',
  against: 'against',
  against_ms: 'ms',
  ratio: 'ratio',
  target: 'at most',
};

/** A table of lines, the first column set to the left, under one heading a key. */
function printed<K extends string>(
  headings: Readonly<Record<K, string>>,
  lines: readonly Readonly<Record<K, unknown>>[],
): string {
  const keys = Object.keys(headings) as K[];
  const rows = [keys.map((key) => headings[key]), ...lines.map((line) => keys.map((key) => String(line[key] ?? '-')))];
  const widths = keys.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) => row.map((cell, k) => (k === 0 ? cell.padEnd(widths[k]!) : cell.padStart(widths[k]!))).join('  '))
    .join('\n');
}

const [first, name, method] = process.argv.slice(2);
if (first === '--measure') {
  const found = cases.find((each) => each.name === name)!;
  process.stdout.write(JSON.stringify(await measure(found, method as Method)));
} else {
  const weeks = cases.map(lineOf);
  const commands = commandLines(weeks[0]!.sifting_ms);
  const text =
    first === '--json'
      ? JSON.stringify([...weeks, ...commands], null, 2)
      : `${printed(HEADINGS, weeks)}\n\n${printed(COMMAND_HEADINGS, commands)}`;
  process.stdout.write(`${text}\n`);
  if (first !== '--json') {
    process.stdout.write('\n');
    await benchCourses(30, [30, 60]);
  }
}
