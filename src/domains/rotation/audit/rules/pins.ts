import type { Settings } from '../../../../scenario/scenario.ts';

type Stand = { readonly spot: string; readonly break: string };

/** Whether a pin of the scenario holds this spot in this break. */
export const isPinned = (settings: Pick<Settings, 'pins'>, placed: Stand): boolean =>
  (settings.pins ?? []).some((pin) => meets(placed, pin));

/** Whether the scenario forbids this spot in this break. */
export const isForbidden = (settings: Pick<Settings, 'forbid'>, placed: Stand): boolean =>
  (settings.forbid ?? []).some((row) => meets(placed, row));

/** A field that a row of the schedule has and a candidate has not, such as its position, asks nothing of it. */
const meets = (placed: Stand, fields: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(fields).every(([name, value]) => !(name in placed) || placed[name as keyof Stand] === String(value));
