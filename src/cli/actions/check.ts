import { type Checked, checkScenarios, findScenarios, junitXml, writeWhole } from '../../index.ts';
import { EXIT, type ExitCode, gravest } from '../exit.ts';
import type { Io } from '../io.ts';
import { type KindOptions, kindsOf } from '../kinds.ts';
import { checkSummary } from '../terminal/check-summary.ts';
import { progress } from '../terminal/progress.ts';

/** The options of `evenhand check`. */
export interface CheckOptions extends KindOptions {
  readonly update?: true;
  readonly requireBaseline?: true;
  readonly junit?: string;
  readonly json?: true;
  readonly all?: true;
}

/** Checks the scenarios, and shows and writes what came of it. */
export async function check(
  files: readonly string[],
  { update, requireBaseline, junit, json, all, kind = [] }: CheckOptions,
  io: Io,
): Promise<ExitCode> {
  const kinds = await kindsOf({ kind });
  const found = findScenarios(files);
  const line = await progress('check', io.watched && !json);
  try {
    const checked = await checkScenarios(found, {
      update,
      needed: requireBaseline ? 'baseline' : io.ci ? 'something' : undefined,
      kinds,
      watch: (name, at, of) => line.watch.begin('check', `${at} of ${of}: ${name}`),
    });
    line.stop();
    if (junit !== undefined) writeWhole(junit, junitXml(checked));
    const passed = checked.every(({ verdict }) => verdict === 'passed' || verdict === 'nothing');
    if (json) io.out(`${JSON.stringify({ passed, scenarios: checked.map(asJson) }, null, 2)}\n`);
    else io.out(checkSummary(checked, all ?? false, io.colour, io.columns));
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
