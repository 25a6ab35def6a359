import type { Run } from '../../../runs/run.ts';
import type { RotationSettings } from '../scenario.ts';

/** The settings of a rotation run; it was made from them, so they need no second check. */
export function settingsOf(run: Run): RotationSettings {
  return run.scenario.settings as unknown as RotationSettings;
}
