/** What the scenario says of the gaps between posts of a channel, in hours; false: none. */
export type Gaps = false | { readonly default: number; readonly types: Readonly<Partial<Record<string, number>>> };

/** The gap that a post of a content type keeps from every other one, in minutes. */
export const gapOf = (gaps: Gaps, type: string | null): number =>
  gaps === false ? 0 : Math.round(60 * ((type === null ? undefined : gaps.types[type]) ?? gaps.default));
