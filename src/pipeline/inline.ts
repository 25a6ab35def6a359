import type { Domain } from '../domain.ts';
import { requestOf } from '../domains/request.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { RawTable } from '../tables/table.ts';

/** The tables that the kind itself finds, and the lines of the scenario on which its rows were found. */
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
export function inlineOf(domain: Pick<Domain, 'inline' | 'json'>, scenario: Scenario): Inline {
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
    tables: ownTables(domain, heard),
    lines: () => (lines.size === 0 ? undefined : Object.fromEntries(lines)),
  };
}

/** In the scenario, or in a file that the kind alone can read. */
function ownTables(domain: Pick<Domain, 'inline' | 'json'>, scenario: Scenario): Inline['tables'] {
  const { data } = scenario.settings;
  if ('json' in data) return () => requestOf(domain, scenario.settings)?.tables ?? [];
  return domain.inline && (() => domain.inline?.(scenario) ?? []);
}
