import { expectationName } from '../expect/expect-rows.ts';
import type { Cell, ResultColumn, ResultTable } from '../tables/result.ts';
import type { Sweep, SweptRun } from './record.ts';

/**
 * The runs of a sweep as one table: the parameters by their whole paths, then how the run ended, then the parts of the
 * objective and the metrics. A path has a dot or is a setting's name, and so is never taken for a metric.
 *
 * @example
 * const sweep = { grid: { 'rules.separation': [900, 1800] } };
 * const plan = planSweep('scenarios/rotation/prime-evening.yaml', { with: [{ sweep }] });
 * const { columns, rows } = sweepTable(await runSweep(plan, { folder }));
 * columns.slice(0, 4).map(({ name }) => name) // ['run', 'rules.separation', 'id', 'status']
 * rows.map(([run, separation]) => [run, separation]) // [[1, 900], [2, 1800]]
 */
export function sweepTable({ parameters, runs }: Sweep): ResultTable {
  const parts = namesIn(runs, (run) => run.result?.objective);
  const metrics = namesIn(runs, (run) => run.result?.metrics);
  const columns: ResultColumn[] = [
    column('run', 'integer', 'Run'),
    ...parameters.map(({ path, values }) =>
      column(path, values.every((value) => typeof value === 'number') ? 'number' : 'text', path),
    ),
    column('id', 'text', 'Id'),
    column('status', 'text', 'Status'),
    column('audited', 'text', 'Audit'),
    column('failed_expectations', 'text', 'Failed expectations'),
    column('problem', 'text', 'Problem'),
    ...[...parts, ...metrics].map((name) => column(name, 'number', name)),
  ];
  return { columns, rows: runs.map((run) => rowOf(run, parts, metrics)) };
}

function rowOf(run: SweptRun, parts: readonly string[], metrics: readonly string[]): readonly Cell[] {
  const { result } = run;
  return [
    run.number,
    ...run.values.map((value) =>
      typeof value === 'number' || typeof value === 'string' ? value : JSON.stringify(value),
    ),
    result?.id ?? null,
    result?.status ?? 'failed',
    result ? (result.audited ? 'passed' : 'failed') : null,
    failedIn(run) || null,
    run.problems?.map(({ message }) => message).join('; ') ?? null,
    ...parts.map((name) => result?.objective[name] ?? null),
    ...metrics.map((name) => result?.metrics[name] ?? null),
  ];
}

/** Names apart by a space, as they always were; what is expected of rows is a phrase, and stands after a semicolon. */
function failedIn({ expectations }: SweptRun): string {
  const failed = expectations.filter(({ passed }) => !passed).map((one) => [one.name, expectationName(one)] as const);
  const numbers = failed.flatMap(([name, said]) => (name === said ? [name] : []));
  const rows = failed.flatMap(([name, said]) => (name === said ? [] : [said]));
  return [...(numbers.length > 0 ? [numbers.join(' ')] : []), ...rows].join('; ');
}

function namesIn(
  runs: readonly SweptRun[],
  record: (run: SweptRun) => Readonly<Record<string, unknown>> | undefined,
): readonly string[] {
  return [...new Set(runs.flatMap((run) => Object.keys(record(run) ?? {})))];
}

const column = (name: string, type: ResultColumn['type'], label: string): ResultColumn => ({ name, type, label });
