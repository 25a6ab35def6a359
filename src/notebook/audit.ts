import { auditSchedule, type GivenSchedule, pageOf, type Run, runParts, type Scenario } from '../index.ts';
import { type Shown, shown } from './show.ts';

/** One row of a schedule that was made elsewhere. */
export interface AuditedRow {
  readonly [field: string]: string | number | null;
}

/**
 * The audit of a schedule that was made elsewhere.
 *
 * @example
 * const audit = await week.audit([{ vin: 'VIN001', person_id: 'Ann', start_day: 'Monday' }], { solve: false });
 * audit.parts.slice(0, 4) // ['verdict', 'tiles', 'violations', 'expectations']
 * audit.rows('given_rows').map(({ rules }) => rules) // ['start_days']
 */
export interface NotebookAudit extends Run, Shown {
  readonly given: GivenSchedule;
}

/** Audits a schedule against a scenario. */
export async function auditOf(
  scenario: Scenario,
  schedule: string | readonly AuditedRow[],
  options: Parameters<typeof auditSchedule>[2] = {},
): Promise<NotebookAudit> {
  const run = await auditSchedule(scenario, schedule, options);
  const given = run.given!;
  return shown(
    { ...run, given },
    { parts: () => runParts(run, pageOf(run, options.kinds)), key: `audit-${run.id.slice(0, 8)}` },
  );
}
