import { createColors } from 'picocolors';
import {
  auditSchedule,
  checkExpectations,
  findRun,
  givenText,
  markRun,
  namesRun,
  readScenario,
  renderReport,
  runFolder,
  saveRun,
  toRecord,
  visible,
} from '../../index.ts';
import type { ExitCode } from '../exit.ts';
import { saveWithInteractive } from '../interactive.ts';
import type { Io } from '../io.ts';
import { type KindOptions, kindsOf } from '../kinds.ts';
import { judge, type Outcome } from '../outcome.ts';
import { shortPath } from '../paths.ts';
import { progress } from '../terminal/progress.ts';
import { failures } from '../terminal/summary.ts';
import { aligned, wrapped } from '../terminal/text.ts';

/** The options of `evenhand audit`. */
export interface AuditOptions extends KindOptions {
  readonly schedule: string;
  readonly variant?: string;
  readonly set?: readonly string[];
  readonly solve: boolean;
  readonly out: string;
  readonly json?: true;
  readonly interactive?: true;
}

/** Audits one schedule that was made elsewhere, writes the folder of the audit, and shows it. */
export async function audit(file: string, options: AuditOptions, io: Io): Promise<ExitCode> {
  const { schedule, variant, set = [], solve, out, json } = options;
  const kinds = await kindsOf(options);
  const scenario = readScenario(file, { set, kinds, ...(variant !== undefined && { variant }) });
  const line = await progress(scenario.name, io.watched && !json);
  try {
    const run = await auditSchedule(scenario, namesRun(schedule) ? findRun(schedule) : schedule, {
      watch: line.watch,
      kinds,
      solve,
    });
    line.watch.begin('report', 'drawing the report');
    const folder = runFolder(run, out);
    const html = await renderReport(run, { kinds });
    const draw = options.interactive && (() => renderReport(run, { interactive: true, kinds }));
    const interactive = await saveWithInteractive(folder, io, () => saveRun(run, html, out), draw);
    markRun(folder, Date.now() / 1000);
    const expectations = checkExpectations(run, scenario.expect, kinds);
    const outcome: Outcome = { run, folder, expectations, ...(interactive !== undefined && { interactive }) };
    line.stop();
    if (json)
      io.out(
        `${JSON.stringify({ ...toRecord(run), violations: violationsOf(run), folder: shortPath(folder), expectations }, null, 2)}\n`,
      );
    else io.out(words(outcome, io.colour));
    return judge(outcome);
  } finally {
    line.stop();
  }
}

function words(outcome: Outcome, colour: boolean): string {
  const { run, folder, expectations, interactive } = outcome;
  const { headline, tone, figures, lines } = givenText(run)!;
  const paint = createColors(colour);
  const met = expectations.filter(({ passed }) => passed).length;
  const all = [
    ...figures,
    ...(expectations.length === 0 ? [] : [['expected', `${met} of ${expectations.length} passed`]]),
    ['report', shortPath(`${folder}/report.html`)],
    ...(interactive === undefined ? [] : [['interactive', shortPath(interactive)]]),
  ];
  const head = { good: paint.green, fair: paint.yellow, poor: paint.red }[tone];
  // That rules are broken is said by rule and line: once more as a failed level would only repeat the first of them.
  const failed = failures(outcome).filter((text) => !text.includes('audit failed: feasible:'));
  const notes = run.notes.map((note) => `${visible(run.name)}: note: ${visible(note)}`);
  return [
    visible(run.title),
    head(headline),
    ...aligned(all).map((text) => `  ${text}`),
    ...lines.flatMap((text) => wrapped(text.trimStart(), text.startsWith('  ') ? '  ' : '', '  ')),
    ...(failed.length === 0 ? [] : ['', ...failed.flatMap((text) => wrapped(text).map((part) => paint.red(part)))]),
    ...(notes.length === 0 ? [] : ['', ...notes.flatMap((text) => wrapped(text))]),
    '',
  ].join('\n');
}

/** How many violations of each rule there are. */
function violationsOf({ tables }: Outcome['run']): Readonly<Record<string, number>> {
  const { columns = [], rows = [] } = tables.violations ?? {};
  const at = columns.findIndex(({ name }) => name === 'rule');
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(String(row[at]), (counts.get(String(row[at])) ?? 0) + 1);
  return Object.fromEntries(counts);
}
