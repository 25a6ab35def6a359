import type { Domain } from '../domain.ts';
import { domainOf } from '../domains/find.ts';
import { type Memory, memoryOf } from '../pipeline/memory.ts';
import { readTables } from '../pipeline/run.ts';
import { runScenario } from '../pipeline/run-scenario.ts';
import type { Watch } from '../pipeline/stage.ts';
import { Refusal } from '../problems/problem.ts';
import type { Run } from '../runs/run.ts';
import { storedScenario } from '../runs/stored.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type AttributeOptions, attributeDifferences } from './attribution.ts';
import { baselineOf, compare, withNames } from './compare.ts';
import type { Comparison } from './comparison.ts';
import { type Priced, priceUnder, withPrice, type Yardstick } from './yardstick.ts';

/** How to compare scenarios. */
export interface CompareScenariosOptions extends Pick<AttributeOptions, 'onMix' | 'kinds'> {
  /** Name, short label or id; the first scenario where nothing is said. */
  readonly baseline?: string | undefined;
  /** Whether to find out how much each setting did, which takes more runs. */
  readonly attribution?: boolean | undefined;
  /** Told of the stages of each run. */
  readonly watch?: ((scenario: Scenario) => Watch) | undefined;
}

/**
 * Runs that were compared, and the comparison.
 *
 * @example
 * const dense = readScenario('scenarios/rotation/prime-evening.yaml');
 * const wide = readScenario('scenarios/rotation/prime-evening.yaml', { set: ['rules.separation=1800'] });
 * const { runs, comparison } = await compareScenarios([dense, { ...wide, name: 'wide' }]);
 * [runs.map(({ metrics }) => metrics.placed), comparison.baseline] // [[12, 11], 'prime-evening']
 */
export interface Compared {
  readonly runs: readonly Run[];
  readonly comparison: Comparison;
}

/**
 * Runs scenarios and compares them. What is a run already is taken as it is. Nothing is written.
 *
 * @throws Refusal where a scenario and its data do not fit, or the runs cannot be compared.
 * @example
 * const dense = readScenario('scenarios/rotation/prime-evening.yaml');
 * const wide = readScenario('scenarios/rotation/prime-evening.yaml', { set: ['rules.separation=1800'] });
 * const { comparison } = await compareScenarios([dense, { ...wide, name: 'wide' }]);
 * comparison.runs.map(({ label, values }) => [label, values.placed]) // [['prime-evening', 12], ['wide', 11]]
 */
export async function compareScenarios(
  given: readonly (Scenario | Run)[],
  { baseline, attribution = true, watch, onMix, kinds }: CompareScenariosOptions = {},
): Promise<Compared> {
  // A misspelt baseline does not wait for a solver.
  baselineOf(given.map(nameOf), baseline);
  const memory = memoryOf(kinds);
  const runs: Run[] = [];
  for (const one of given) {
    const own = 'settings' in one ? watch?.(one) : undefined;
    runs.push(
      'settings' in one
        ? await runScenario(one, {
            kinds,
            data: await memory.data(one),
            ...memory.sharing(),
            ...(own && { watch: own }),
          })
        : one,
    );
  }
  const named = withNames(runs);
  const from = baselineOf(named, baseline);
  const yardstick = await yardstickOf(from, kinds, memory);
  const price = (run: Run): Priced =>
    typeof yardstick === 'string' ? { objective: null, why: yardstick } : priceUnder(yardstick, run);
  const prices = new Map(named.map((run) => [run.id, price(run)]));
  const bare = compare(runs, { baseline, kinds, prices });
  if (!attribution) return { runs, comparison: bare };
  const others = named.filter((run) => run !== from);
  const priced = bare.yardstick.one ? undefined : (run: Run) => withPrice(run, price(run));
  const attributions = await attributeDifferences(from, others, { memory, onMix, kinds, priced });
  return { runs, comparison: compare(runs, { baseline, attributions, kinds, prices }) };
}

/** The policy of a run with the tables that it read; otherwise why nothing can be priced under it. */
async function yardstickOf(
  run: Run,
  kinds: readonly Domain[] | undefined,
  memory: Memory,
): Promise<Yardstick | string> {
  const domain = domainOf(run.kind, kinds);
  if (run.given !== undefined) return 'the baseline is a schedule that was given, and no policy';
  try {
    const scenario = storedScenario(run, domain);
    const data = (await memory.data(scenario)) ?? (await readTables(scenario, domain));
    if (data.fingerprint !== run.provenance.data) return 'the data of the baseline has changed since';
    return { run, domain, settings: scenario.settings, data };
  } catch (error) {
    if (error instanceof Refusal) return 'the data of the baseline cannot be read again';
    throw error;
  }
}

const nameOf = (one: Scenario | Run) => ({ name: one.name, id: 'settings' in one ? '' : one.id });
