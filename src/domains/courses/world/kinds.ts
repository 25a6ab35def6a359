import { heldIn, lastWeekOf } from '../../../tables/cells/week-mask.ts';

/** Weeks of the term that are alike: whatever is held in one of them is held in all. */
export interface KindOfWeek {
  /** Weeks from 1 on. */
  readonly weeks: readonly number[];
  /** "weeks 1, 3, 5"; empty where all weeks are alike. */
  readonly text: string;
}

/** The kinds of week that some masks make, and in which of them something of two masks is held. */
export interface Kinds {
  readonly all: readonly KindOfWeek[];
  readonly of: (mask: string | null | undefined, other: string | null | undefined) => readonly number[];
}

type Mask = string | null | undefined;

/** The weeks of a term as kinds, where `masks` are all that is held in some weeks only. `count`: weeks of the term. */
export function kindsOf(masks: readonly Mask[], count?: number): Kinds {
  const some = [...new Set(masks.filter((mask) => mask !== null && mask !== undefined))];
  const last = count ?? lastWeekOf(some);
  const weeks = Array.from({ length: last }, (_, at) => at + 1);
  const byHeld = new Map<string, number[]>();
  for (const week of weeks) {
    const key = some.map((mask) => Number(heldIn(mask, week))).join('');
    const own = byHeld.get(key);
    if (own) own.push(week);
    else byHeld.set(key, [week]);
  }
  const all = [...byHeld.values()].map((own) => ({ weeks: own, text: byHeld.size === 1 ? '' : weeksText(own) }));
  const known = new Map<string, readonly number[]>();
  return {
    all,
    of: (mask, other) => {
      const key = `${mask ?? ''}&${other ?? ''}`;
      const before = known.get(key);
      if (before) return before;
      const held = all.flatMap(({ weeks: own }, kind) =>
        heldIn(mask, own[0]!) && heldIn(other, own[0]!) ? [kind] : [],
      );
      known.set(key, held);
      return held;
    },
  };
}

/** "week 2", "weeks 1, 3, 5, 7 \u2026": of many, the first ones. */
function weeksText(weeks: readonly number[]): string {
  const shown = weeks.slice(0, 4).join(', ');
  return `${weeks.length === 1 ? 'week' : 'weeks'} ${shown}${weeks.length > 4 ? ' \u2026' : ''}`;
}
