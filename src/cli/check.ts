import type { Command } from 'commander';
import { EVERYWHERE, findScenarios, junitXml } from '../commands.ts';
import { type Checked, checkScenarios } from '../index.ts';
import { checkSummary } from './check-summary.ts';
import { EXIT, type ExitCode, gravest } from './exit.ts';
import { writeWhole } from './files.ts';
import type { Io } from './io.ts';
import { progress } from './progress.ts';

interface CheckOptions {
  readonly update?: true;
  readonly junit?: string;
  readonly json?: true;
  readonly all?: true;
}

const EXAMPLES = `
Examples:
  evenhand check
  evenhand check scenarios/loans/la-week.yaml
  evenhand check 'scenarios/**/*.yaml' --junit check.xml
  evenhand check scenarios/loans/la-week.yaml --update

Each scenario, and each variant that its file writes, is run and held against three things: its audit, its expect, and
its baseline beside it (la-week.baseline.json). --update writes the baselines anew; look at the change before you commit it.

Exit code: 0 all kept, 1 an audit, an expectation or a baseline failed, 2 bad scenario, data or arguments.
`;

/** `evenhand check`: runs scenarios and holds them against what they expect and what they gave before. */
export function addCheck(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  program
    .command('check')
    .summary('run scenarios and hold each against its expectations and its baseline')
    .description(
      'Runs scenarios and their variants and holds each against its audit, its expectations and its baseline.',
    )
    .argument('[file...]', `scenario files, folders or patterns; otherwise ${EVERYWHERE}`)
    .option('--update', 'write the baselines anew, whole, and print what changed')
    .option('--junit <file>', 'also write the result as JUnit XML')
    .option('--json', 'print the result as JSON on stdout, and nothing else')
    .option('--all', 'show every value, also those that are as in the baseline')
    .addHelpText('after', EXAMPLES)
    .action(async (files: readonly string[], options: CheckOptions) => finish(await check(files, options, io)));
}

async function check(files: readonly string[], { update, junit, json, all }: CheckOptions, io: Io): Promise<ExitCode> {
  const found = findScenarios(files.length === 0 ? [EVERYWHERE] : files);
  const line = progress('check', io.watched && !json);
  try {
    const checked = await checkScenarios(found, {
      update,
      watch: (name, at, of) => line.watch.begin('check', `${at} of ${of}: ${name}`),
    });
    line.stop();
    if (junit !== undefined) writeWhole(junit, junitXml(checked));
    const passed = checked.every(({ verdict }) => verdict === 'passed' || verdict === 'nothing');
    if (json) io.out(`${JSON.stringify({ passed, scenarios: checked.map(asJson) }, null, 2)}\n`);
    else io.out(checkSummary(checked, all ?? false, io.colour));
    return gravest(checked.map(codeOf));
  } finally {
    line.stop();
  }
}

/** Problems carry source lines and paths for the terminal; a program needs the text and the place. */
function asJson({ problems, ...checked }: Checked) {
  return { ...checked, problems: problems.map(({ message, maybe, place }) => ({ message, maybe, place })) };
}

function codeOf({ verdict }: Checked): ExitCode {
  return verdict === 'refused' ? EXIT.refused : verdict === 'failed' ? EXIT.failed : EXIT.done;
}
