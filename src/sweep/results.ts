import { expectationName } from '../expect/expect-rows.ts';
import { renderDocument } from '../report/document.ts';
import type { ReportOptions } from '../report/interactive.ts';
import { toCsv } from '../tables/write.ts';
import { findingsOf } from './findings.ts';
import type { Sweep, SweptRun } from './record.ts';
import { sweepDocument } from './report/report.ts';
import { writeSweep } from './store.ts';
import { sweepTable } from './table.ts';

/** The table of a sweep as CSV: a row for each run, parameters apart from metrics. */
export const sweepCsv = (sweep: Sweep): string => toCsv(sweepTable(sweep));

/**
 * A sweep as JSON: for each run its parameters, its objective and its metrics, apart; then the findings.
 *
 * @example
 * const sweep = { grid: { 'rules.separation': [900, 1800] } };
 * const plan = planSweep('scenarios/rotation/prime-evening.yaml', { with: [{ sweep }] });
 * const done = await runSweep(plan, { folder });
 * JSON.parse(sweepJson(done)).runs[1].parameters // { 'rules.separation': 1800 }
 */
export function sweepJson(sweep: Sweep, findings = findingsOf(sweep)): string {
  const { texts: _, runs, ...head } = sweep;
  const whole = { ...head, runs: runs.map((run) => runJson(run, sweep)), findings };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

function runJson({ number, policy, world, values, result, problems, expectations }: SweptRun, { parameters }: Sweep) {
  const failed = expectations.filter(({ passed }) => !passed);
  const { rows = [], ...rest } = result ?? {};
  return {
    number,
    policy,
    world,
    parameters: Object.fromEntries(parameters.map(({ path }, index) => [path, values[index]])),
    ...rest,
    ...(rows.length > 0 && { rows }),
    ...(problems && {
      problems: problems.map(({ message, maybe }) => (maybe === undefined ? message : `${message}. ${maybe}`)),
    }),
    failed_expectations: failed.map((one) => ({ name: expectationName(one), text: one.text })),
  };
}

/**
 * Draws the report of a sweep as one HTML file.
 *
 * @example
 * const sweep = { grid: { 'rules.separation': [900, 1800] } };
 * const plan = planSweep('scenarios/rotation/prime-evening.yaml', { with: [{ sweep }] });
 * const done = await runSweep(plan, { folder });
 * /<title>(.*)<\/title>/.exec(await sweepReport(done))?.[1] // 'Prime time of 10 March 2025'
 */
export const sweepReport = (sweep: Sweep, options: ReportOptions = {}, findings = findingsOf(sweep)): Promise<string> =>
  renderDocument(sweepDocument(sweep, findings), options);

/**
 * Writes `sweep.csv`, `sweep.json` and `report.html` into the folder of a sweep, each whole.
 *
 * @example
 * const sweep = { grid: { 'rules.separation': [900, 1800] } };
 * const plan = planSweep('scenarios/rotation/prime-evening.yaml', { with: [{ sweep }] });
 * const done = await runSweep(plan, { folder });
 * await saveSweep(done, folder);
 * writeNew(`${folder}/sweep.csv`, '') // throws 'is there already'
 */
export async function saveSweep(sweep: Sweep, folder: string): Promise<void> {
  const findings = findingsOf(sweep);
  const files = new Map([
    ['sweep.csv', sweepCsv(sweep)],
    ['sweep.json', sweepJson(sweep, findings)],
    ['report.html', await sweepReport(sweep, {}, findings)],
  ]);
  writeSweep(folder, files);
}
