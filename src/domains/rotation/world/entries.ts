import type { Kind } from '../../../policy/kind.ts';
import type { RotationSettings } from '../scenario.ts';
import { ALL_TIERS, type RotationTables } from '../tables.ts';
import type { RotationScope } from './scope.ts';
import type { RotationAxis, World } from './world.ts';

type Entries = NonNullable<Kind<RotationSettings, RotationScope, RotationTables, World, RotationAxis>['entries']>;

/** By what else spots and breaks may be asked for, and where the breaks are that the log has not. */
export const entries: Entries = (world) => ({
  spot: {
    traits: {
      advertiser: { noun: 'spot of the advertiser', of: (s) => world.spots[s]!.advertiser },
      parent: { noun: 'spot of the parent', of: (s) => world.spots[s]!.parent },
      tier: { noun: 'spot of the tier', of: (s) => ALL_TIERS[world.spots[s]!.tier]! },
    },
  },
  break: {
    stranger: (id) => lostText(world, id),
    traits: {
      block: { noun: 'break in the block', of: (b) => world.breaks[b]!.block ?? '' },
      date: { noun: 'break on the date', of: (b) => world.breaks[b]!.date },
    },
  },
});

function lostText({ lost, tables, scope }: World, id: string): string | undefined {
  if (lost.includes(id)) {
    const reasons = tables.preemptions.rows.flatMap(({ reason }) => reason ?? []);
    return `the break ${id} is lost to a preemption${reasons.length > 0 ? ` (${reasons.join('; ')})` : ''}`;
  }
  if (!tables.breaks.rows.some((row) => row.id === id)) return undefined;
  const days = scope.days === 1 ? scope.date : `the ${scope.days} dates from ${scope.date}`;
  return `the break ${id} is not on ${days}`;
}
