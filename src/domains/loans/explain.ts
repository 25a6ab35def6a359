import { nearest } from '../../problems/nearest.ts';
import type { Fields } from '../../scenario/scenario.ts';
import type { Known } from './known.ts';
import { dayReason, firstReason, knownFor, type Reason, reasonsOf } from './reasons.ts';
import type { LoansSettings } from './scenario.ts';
import type { LoansTables } from './tables.ts';

/**
 * Why no candidate has these fields of a schedule's row (`vin`, `person_id`, `start_day`, or some of them).
 *
 * With all three given: every filter that removes it, with its date. With fewer: how many of the possibilities each
 * filter removed first, the commonest first. Nothing where there is a candidate.
 */
export function whyNot(settings: LoansSettings, tables: LoansTables, fields: Fields): readonly string[] {
  const known = knownFor(settings, tables);
  const { world } = known;
  const unknown = unknownFields(known, fields);
  if (unknown.length > 0) return unknown;
  const indices = <T>(list: readonly T[], keep: (row: T) => boolean) =>
    list.flatMap((row, at) => (keep(row) ? [at] : []));
  const vehicles = indices(world.vehicles, (row) => fields.vin === undefined || row.vin === fields.vin);
  const partners = indices(
    world.partners,
    (row) => fields.person_id === undefined || row.person_id === fields.person_id,
  );
  const days = indices(world.days, (row) => fields.start_day === undefined || row.date === fields.start_day);
  if (vehicles.length * partners.length * days.length === 1)
    return reasonsOf(known, vehicles[0]!, partners[0]!, days[0]!).map((reason) => reason.text);
  const all: Reason[] = [];
  for (const v of vehicles)
    for (const p of partners)
      for (const d of days) {
        const reason = firstReason(known, v, p, d);
        if (reason === undefined) return [];
        all.push(reason);
      }
  return counted(all);
}

/** Fields that name nothing of this office and week. */
function unknownFields(known: Known, { vin, person_id, start_day }: Fields): readonly string[] {
  const { tables, world, settings } = known;
  const texts = [
    vin === undefined || world.vehicles.some((row) => row.vin === vin)
      ? undefined
      : stranger(
          'vehicle',
          vin,
          tables.vehicles.rows.find((row) => row.vin === vin)?.office,
          settings,
          world.vehicles.map((row) => row.vin),
        ),
    person_id === undefined || world.partners.some((row) => row.person_id === person_id)
      ? undefined
      : stranger(
          'partner',
          person_id,
          tables.media_partners.rows.find((row) => row.person_id === person_id)?.office,
          settings,
          world.partners.map((row) => row.person_id),
        ),
    start_day === undefined ? undefined : dayReason(known, start_day),
  ];
  return texts.filter((text) => text !== undefined);
}

function stranger(
  what: string,
  key: string,
  office: string | undefined,
  settings: LoansSettings,
  known: readonly string[],
): string {
  if (office !== undefined) return `${what} ${key} belongs to the office ${office}, not ${settings.office}`;
  const close = nearest(key, known);
  return `there is no ${what} ${key} in the data${close === undefined ? '' : `; maybe ${close} is meant`}`;
}

/** Reasons by filter, with how many possibilities each removed and the first as an example. */
function counted(reasons: readonly Reason[]): readonly string[] {
  const bySteps = new Map<string, Reason[]>();
  for (const reason of reasons) add(bySteps, reason);
  return [...bySteps.values()]
    .sort((a, b) => b.length - a.length)
    .map(
      (own) =>
        `${own.length} of ${reasons.length} possibilities: ${own[0]!.text}${new Set(own.map((each) => each.text)).size > 1 ? ', and the like' : ''}`,
    );
}

function add(bySteps: Map<string, Reason[]>, reason: Reason): void {
  const own = bySteps.get(reason.step);
  if (own) own.push(reason);
  else bySteps.set(reason.step, [reason]);
}
