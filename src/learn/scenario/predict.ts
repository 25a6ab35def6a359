import type { Tables } from '../../domain.ts';
import type { Forecast, ForecastInstant } from '../../learning.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type OwnKinds, opened, unsaid } from './open.ts';
import { exploredRows } from './table.ts';

/** For which channel and type instants are asked, and how many. */
export interface InstantsQuestion extends OwnKinds {
  readonly channel: string;
  readonly type?: string | undefined;
  /** 5 if absent. */
  readonly most?: number | undefined;
  /** From 0, the best by what is known, to 1, draws from what could be (Thompson 1933). 0 if absent. */
  readonly explore?: number | undefined;
  /** 1 if absent. */
  readonly seed?: number | undefined;
}

/** The best instants, and what closes others. */
export interface BestInstants extends Pick<Forecast, 'closed' | 'notes'> {
  readonly channel: string;
  readonly type: string | null;
  /** How many instants are open. */
  readonly open: number;
  /** The best first, the earlier of equal ones first. */
  readonly instants: readonly ForecastInstant[];
}

/**
 * The best instants of a scenario for one more post of a channel, by the score that its plan counts. With exploration the
 * chances that the table of lessons holds are drawn anew before instants are scored.
 *
 * @throws Refusal where the kind says nothing of instants, and for a channel or type that there is not.
 * @example
 * const loans = readScenario('scenarios/loans/la-week.yaml');
 * await bestInstants(loans, { channel: 'ig' }) // throws 'the kind loans scores no instants'
 */
export async function bestInstants(scenario: Scenario, question: InstantsQuestion): Promise<BestInstants> {
  const { channel, type, most = 5, explore = 0, seed = 1, kinds } = question;
  const { domain, tables } = await opened(scenario, { kinds });
  if (domain.predict === undefined)
    throw unsaid(scenario, 'scores no instants', 'Maybe "evenhand run" is meant, which finds its schedule.');
  const own = domain.learning?.table;
  const asked = explore > 0 && own !== undefined ? withDraws(tables, own, { channel, explore, seed }) : tables;
  const { instants, closed, notes } = domain.predict(scenario.settings, asked, { subject: channel, type });
  const best = instants.toSorted((a, b) => b.score - a.score || (a.at < b.at ? -1 : 1)).slice(0, most);
  return {
    ...{ channel, type: type ?? null, open: instants.length, instants: best, closed },
    notes: explore > 0 ? [...notes, drawnNote(explore, seed)] : notes,
  };
}

const drawnNote = (explore: number, seed: number): string =>
  `chances are drawn by ${explore} of the way to what could be (seed ${seed}): another seed may give other instants; where nothing is learnt there is nothing to draw`;

interface Draws {
  readonly channel: string;
  readonly explore: number;
  readonly seed: number;
}

function withDraws(tables: Tables, name: string, { channel, explore, seed }: Draws): Tables {
  const table = tables[name];
  if (table === undefined) return tables;
  return { ...tables, [name]: { ...table, rows: exploredRows(table.rows, channel, { explore, seed }) } };
}
