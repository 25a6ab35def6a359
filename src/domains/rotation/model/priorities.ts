import type { Priority } from '../../../kernel/model.ts';
import type { Known } from '../../../policy/kind.ts';
import { addDays } from '../../../tables/dates.ts';
import { dollars } from '../../../text/format.ts';
import type { RotationSettings } from '../scenario.ts';
import { TIERS } from '../tables.ts';
import type { RotationAxis, World } from '../world/world.ts';

/**
 * What comes first: the value of guaranteed spots; the same again for each rule that may give way for them, so that it
 * does so only for those that have no place otherwise; then priority spots, then remnants. No value of a lower tier
 * can ever buy anything of a higher one: that is what forbids inversion. In each tier what is owed and expires within
 * these dates comes before all else, what is approved first: it has no other chance.
 */
export function prioritiesOf({
  settings,
  world,
  all,
}: Known<RotationSettings, World, RotationAxis>): readonly Priority[] {
  const of = (name: string, counts: (tier: number, level: number, spot: number) => boolean): Priority => ({
    name,
    amount: (cents) => `${dollars(cents)} of ${spokenOf(name, settings.relax.length > 0)}`,
    // A spot without value still counts for something: it is placed where that costs no other spot.
    value: Float64Array.from(all.spot, (s, j) =>
      counts(world.spots[s]!.tier, all.level[j]!, s) ? Math.max(1, world.spots[s]!.value) : 0,
    ),
  });
  const relaxed = settings.relax.map((rule, k) =>
    of(`guaranteed, with ${rule} relaxed`, (tier, level) => tier === 0 && level <= k + 1),
  );
  const last = addDays(settings.date, settings.days - 1);
  const ending = (s: number) => {
    const owed = world.owed.get(s);
    return owed?.before === true && owed.expires <= last;
  };
  const owedIn = (k: number): readonly Priority[] => [
    of(`${TIERS[k]}, approved and expiring`, (tier, level, s) => {
      return tier === k && level === 0 && ending(s) && world.owed.get(s)!.approved;
    }),
    of(`${TIERS[k]}, owed and expiring`, (tier, level, s) => tier === k && level === 0 && ending(s)),
  ];
  return [
    ...owedIn(0),
    of(TIERS[0], (tier, level) => tier === 0 && level === 0),
    ...relaxed,
    ...TIERS.slice(1).flatMap((name, k) => [...owedIn(k + 1), of(name, (tier) => tier === k + 1)]),
  ].filter(({ value }) => value.some((each) => each > 0));
}

/** "priority spots", "guaranteed spots, with off_peak relaxed"; where rules may give way, those for which none does. */
function spokenOf(name: string, relaxes: boolean): string {
  const spoken = name.replace(/^[a-z]+/, '$& spots');
  return relaxes && name === TIERS[0] ? `${spoken}, with no rule relaxed` : spoken;
}
