import type { At } from './candidates.ts';

/**
 * Removes possibilities for one reason. `removes` and `why` stand side by side: the first decides, the second tells a
 * person, with the figures, why it decided so.
 */
export interface Filter<A extends string> {
  /** Its line in the funnel: "cooldown". */
  readonly step: string;
  /** The reason in general: "the partner had this model, or else this make, too recently". */
  readonly text: string;
  /** The axes that it looks at; all of them where nothing is said. */
  readonly on?: readonly A[];
  /** What may lift it for some candidates, in kinds in which rules may give way. */
  readonly lifts?: string;
  readonly removes: (at: At<A>) => boolean;
  /** The reason in one case that it removes: "Ada Lark waits until 2025-10-02 before the next Toyota (cooldown)". */
  readonly why: (at: At<A>) => string;
}
