import type { InteractiveData } from '../charts/interactive-data.ts';

/** What is selected now: things by their numbers, none where a range holds nothing, and the chart of the selection. */
export interface Selected {
  readonly chart: string;
  readonly caption: string;
  readonly things: ReadonlySet<number>;
}

/** The one selection of a page, which all charts and tables show. */
export interface Selection {
  readonly now: () => Selected | null;
  readonly set: (next: Selected | null) => void;
  readonly clear: () => void;
  readonly follow: (follower: (now: Selected | null) => void) => void;
  /** Of the things that a mark is about, those that selecting it selects: all of the sort of the first. */
  readonly selects: (about: readonly number[]) => readonly number[];
  /** Whether a chart or table that is about these things has anything to say of the selection. */
  readonly concerns: (about: ReadonlySet<number>) => boolean;
}

/** The selection of a page: nothing, to begin with. */
export function selectionOf({ things }: InteractiveData): Selection {
  let current: Selected | null = null;
  const followers: ((now: Selected | null) => void)[] = [];
  const set = (next: Selected | null) => {
    current = next;
    for (const follower of followers) follower(current);
  };
  return {
    now: () => current,
    set,
    clear: () => {
      if (current !== null) set(null);
    },
    follow: (follower) => followers.push(follower),
    selects: (about) => about.filter((thing) => things[thing] === things[about[0]!]),
    concerns: (about) => {
      if (current === null) return false;
      const kinds = new Set([...current.things].map((thing) => things[thing]));
      return [...about].some((thing) => kinds.has(things[thing]));
    },
  };
}

/** Whether something is about at least one of the things selected. */
export const isSelected = (about: readonly number[], { things }: Selected): boolean =>
  about.some((thing) => things.has(thing));
