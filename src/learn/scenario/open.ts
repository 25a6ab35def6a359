import type { Domain, Tables } from '../../domain.ts';
import { domainOf } from '../../domains/find.ts';
import { readTables } from '../../pipeline/run.ts';
import { Refusal } from '../../problems/problem.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** A scenario with its kind and its tables. */
interface Opened {
  readonly domain: Domain;
  readonly tables: Tables;
}

/** Kinds of the user's own, before those that Evenhand has. */
export interface OwnKinds {
  readonly kinds?: readonly Domain[] | undefined;
}

/** Reads the tables of a scenario. Throws `Refusal` where scenario and data do not fit. */
export async function opened(scenario: Scenario, { kinds }: OwnKinds): Promise<Opened> {
  const domain = domainOf(scenario.kind, kinds);
  return { domain, tables: (await readTables(scenario, domain)).tables };
}

/** The refusal of a kind that does not say what is asked of it. */
export function unsaid(scenario: Scenario, what: string, maybe: string): Refusal {
  return new Refusal([{ message: `the kind ${scenario.kind} ${what}`, place: { file: scenario.file }, maybe }]);
}
