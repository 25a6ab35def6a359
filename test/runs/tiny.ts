import { loansTables } from '../../src/domains/loans/tables.ts';
import { type ReadScenarioOptions, readScenario } from '../../src/domains/read.ts';
import { type RunOptions, runScenario } from '../../src/pipeline/run-scenario.ts';
import type { Run } from '../../src/runs/run.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { readFolder } from '../../src/tables/csv/files.ts';
import { validateAll } from '../../src/tables/load.ts';

/*
 * The tiny week, by hand. A loan is worth 1,100 points at rank A+, 800 at A, 500 at B; Ana's Toyota is worth 1,187,
 * since one of her four earlier ones was published. Second loans of a partner cost 200, third ones 775.
 *
 *   Ana    Toyota, Audi, Audi   1,187 + 1,100 + 1,100   fairness 200 + 775; the second Audi is $50 over: 150
 *   Ben    Toyota                 800                   the third under a cap of two: 300
 *   Cleo   Volvo, Volvo         1,100 + 1,100           fairness 200
 *   Dev    Polestar, Polestar   1,100 + 1,100           fairness 200
 *   Femi   Toyota                 500
 *
 * Raw score 9,087; less 300 for caps, 1,375 for fairness and 150 for budgets leaves 7,262. Every other schedule nets
 * less. Hana for Dev's second Polestar: 100 less. Edda for Cleo's second Volvo, 400 less, and then an Audi for Cleo in
 * place of Ana's third loan, 275 more. A second Toyota for Ana in place of Ben's or Femi's: 88 less, since it is her
 * fourth loan. A second one for Femi in place of Ben's: 200 less. Gus could have a Lexus only, which is in service, and
 * Ivo is approved for no make that is here.
 *
 * Ben and Femi take cars on Monday or Tuesday only, Cleo and Dev from Thursday on. So the four loans of Monday and
 * Tuesday are those of Ben and Femi and two of Ana's. Which car of a make, and which of their days, the seed chooses.
 */
const FILE = 'test/runs/tiny/week.yaml';

/** The scenario of the tiny week, with some settings changed. */
export const tinyScenario = (changes: ReadScenarioOptions = {}) => readScenario(FILE, changes);

/** The run of a scenario under a clock that stands still, so that each run gives the same. */
export async function stillRun(scenario: Scenario, options: RunOptions = {}): Promise<Run> {
  const run = await runScenario(scenario, options);
  return { ...run, timing: run.timing.map((stage) => ({ ...stage, ms: 0 })) };
}

/** The run of the tiny week, with some settings changed. */
export const tinyRun = (changes: ReadScenarioOptions = {}, options: RunOptions = {}): Promise<Run> =>
  stillRun(tinyScenario(changes), options);

/** The run of the tiny week whose budgets are hard and leave $950 for an Audi that is asked for and costs $2,000. */
export const stuckRun = (): Promise<Run> =>
  tinyRun({ set: ['rules.budgets.mode=hard', 'rules.budgets.cost.Audi=2000'], with: [{ pins: [{ vin: 'A1' }] }] });

/** The run of the tiny week on other tables: in every column of such a name each cell is written anew. */
export function rewrittenRun(columns: Readonly<Record<string, (cell: string) => string>>): Promise<Run> {
  const specs = Object.values(loansTables);
  const raw = readFolder(specs, 'test/runs/tiny/data').map((table) => ({
    ...table,
    rows: table.rows.map((row) => row.map((cell, at) => columns[table.header[at]!]?.(cell) ?? cell)),
  }));
  return tinyRun({}, { data: validateAll(specs, raw) });
}
