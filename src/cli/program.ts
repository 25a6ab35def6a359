import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { addAudit } from './commands/audit.ts';
import { addBreakpoints } from './commands/breakpoints.ts';
import { addCheck } from './commands/check.ts';
import { addCommit } from './commands/commit.ts';
import { addCompare } from './commands/compare.ts';
import { addData } from './commands/data.ts';
import { addDiff } from './commands/diff.ts';
import { addExplain } from './commands/explain.ts';
import { addInit } from './commands/init.ts';
import { addNotebook } from './commands/notebook.ts';
import { addAdapt } from './commands/outcomes/adapt.ts';
import { addBatch } from './commands/outcomes/batch.ts';
import { addHistory } from './commands/outcomes/history.ts';
import { addLearn } from './commands/outcomes/learn.ts';
import { addPredict } from './commands/outcomes/predict.ts';
import { addPrices } from './commands/prices.ts';
import { addReport } from './commands/report.ts';
import { addRules } from './commands/rules.ts';
import { addRun } from './commands/run.ts';
import { addRuns } from './commands/runs.ts';
import { addSchema } from './commands/schema.ts';
import { addShow } from './commands/show.ts';
import { addSuggest } from './commands/suggest.ts';
import { addSweep } from './commands/sweep.ts';
import { addTable } from './commands/table.ts';
import { addVerify } from './commands/verify.ts';
import { EXIT, type ExitCode, explainError } from './exit.ts';
import type { Io } from './io.ts';

const EXAMPLES = `
Examples:
  evenhand init my-week.yaml
  evenhand run my-week.yaml
  evenhand help run

<run> is the folder of a run, runs/<scenario>/<run id>: "evenhand run" prints it as the place of its report. Or it is
la-week@latest, the newest run of la-week; "evenhand runs" lists them.

Exit code: 0 done; 1 an audit, an expectation, a baseline or a repetition failed, or a commit is stale; 2 bad scenario,
data or arguments; 3 no schedule; 4 the alert of "run --alert" is raised; 70 a fault of evenhand itself.
`;

/**
 * Runs one command line.
 *
 * @param words What follows the program's name.
 * @returns The exit code; nothing is thrown, and the process is not ended.
 */
export async function runCli(words: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  try {
    await commands(io, (exit) => {
      code = exit;
    }).parseAsync(asOption(words), { from: 'user' });
    return code;
  } catch (error) {
    return explainError(error, io);
  }
}

/** `help data check` as `data check --help`: by itself, help knows commands and none of theirs. */
const asOption = (words: readonly string[]): readonly string[] =>
  words[0] === 'help' && words.length > 2 ? [...words.slice(1), '--help'] : words;

function commands(io: Io, finish: (code: ExitCode) => void): Command {
  const program = new Command('evenhand')
    .description('Finds the best schedule of a policy scenario, proves it, audits it and explains it.')
    .version(version(), '--version', 'print the version')
    .addHelpText('after', EXAMPLES)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err });
  const adds = [
    addRun,
    addCompare,
    addSweep,
    addBreakpoints,
    addCheck,
    addAudit,
    addExplain,
    addSuggest,
    addPrices,
    addVerify,
    addReport,
    addTable,
    addNotebook,
    addDiff,
    addCommit,
    addAdapt,
    addHistory,
    addLearn,
    addPredict,
    addBatch,
    addRuns,
    addShow,
    addRules,
    addData,
    addSchema,
    addInit,
  ];
  for (const add of adds) add(program, io, finish);
  return program;
}

function version(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
