import type { Fault } from '../../../../audit/violations.ts';
import type { Facts, Loan } from '../facts.ts';
import { fleetOf } from '../fleet.ts';

/** Whether the loan starts in a pause that speaks of its car and partner. */
export function pauseFault({ settings }: Facts, { vin, person, vehicle, day }: Loan): Fault | undefined {
  const { pause } = settings.rules;
  if (pause === false || vehicle === undefined) return undefined;
  const { make, model, office } = vehicle;
  const fleets = [make, vehicle.fleet ?? make].map(fleetOf);
  const found = pause.find((one) => {
    if (one.from !== undefined && day < one.from) return false;
    if (one.to !== undefined && day > one.to) return false;
    if (one.fleet !== undefined && !fleets.includes(fleetOf(one.fleet))) return false;
    const own: Readonly<Record<string, string>> = { make, model, office, partner: person };
    return Object.entries(own).every(([name, value]) => {
      const wanted = one[name as 'make' | 'model' | 'office' | 'partner'];
      return wanted === undefined || wanted === value;
    });
  });
  if (found === undefined) return undefined;
  const note = found.note === undefined ? '' : ` (${found.note})`;
  const text = `${vin} (${make} ${model}, ${office}) starts on ${day} though rules.pause forbids it${note}`;
  return { entity: vin, text };
}
