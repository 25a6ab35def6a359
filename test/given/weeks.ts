import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readScenario } from '../../src/domains/read.ts';
import { auditSchedule } from '../../src/given/audit.ts';
import type { GivenSchedule } from '../../src/runs/given.ts';
import type { Run } from '../../src/runs/run.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { tinyWeek } from '../cli/tiny-week.ts';

/** The run of an audit, whose schedule is the one that was given. */
export type Audited = Run & { readonly given: GivenSchedule };

/** Two cars, the partners Ann (1) and Bo (2), one slot a day from Monday 22 to Friday 26 September 2025. */
export function week(change?: (scenario: string) => string): Scenario {
  const folder = tinyWeek(change);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return readScenario(join(folder, 'tiny.yaml'));
}

/** A file in a folder of its own, gone when the test is over. */
export function file(text: string | Uint8Array, name = 'plan.csv'): string {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-given-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/** Rules and price of the schedule in a CSV text. */
export const judged = (text: string, scenario = week()): Promise<Audited> => audited(file(text), scenario, false);

/** The audit of a schedule, with the best beside it or without. */
export const audited = async (
  schedule: Parameters<typeof auditSchedule>[1],
  scenario = week(),
  solve = true,
): Promise<Audited> => (await auditSchedule(scenario, schedule, { solve })) as Audited;
