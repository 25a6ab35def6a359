import type { Run } from '../../../runs/run.ts';
import type { LoansSettings } from '../scenario.ts';

/** The settings of a loans run; it was made from them, so they need no second check. */
export function settingsOf(run: Run): LoansSettings {
  return run.scenario.settings as unknown as LoansSettings;
}
