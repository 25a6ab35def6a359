import type { Domain } from '../domain.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { RawTable } from '../tables/table.ts';

/** The tables that a scenario holds itself, and the lines on which its rows were found. */
export interface Inline {
  /** Absent where the kind does not allow it. */
  readonly tables: (() => readonly RawTable[]) | undefined;
  /** Line by dotted path, once the tables were asked for. */
  readonly lines: () => Readonly<Record<string, number>> | undefined;
}

/**
 * Listens to where the rows of a scenario's tables stand. The run keeps those lines, since a stored scenario is its
 * resolved settings without them, and a repeated run must name the same line of a row that was left out.
 */
export function inlineOf(domain: Pick<Domain, 'inline'>, scenario: Scenario): Inline {
  const lines = new Map<string, number>();
  const heard: Scenario = {
    ...scenario,
    place: (path) => {
      const place = scenario.place(path);
      if (place.line !== undefined) lines.set(path.map(String).join('.'), place.line);
      return place;
    },
  };
  return {
    tables: domain.inline && (() => domain.inline?.(heard) ?? []),
    lines: () => (lines.size === 0 ? undefined : Object.fromEntries(lines)),
  };
}
