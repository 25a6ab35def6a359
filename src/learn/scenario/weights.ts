import type { Instance } from '../../domain.ts';
import type { PastDecision } from '../../learning.ts';
import { Refusal } from '../../problems/problem.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { learnWeights, type WeightsLearnt } from '../weights.ts';
import { type OwnKinds, opened, unsaid } from './open.ts';
import { type PastFile, type PastRows, pastRows } from './past.ts';

/** What outcomes say of a scenario's weights, and of what. */
export interface WeightsProposal {
  readonly kind: string;
  readonly title: string;
  readonly noun: readonly [one: string, several: string];
  readonly success: string;
  readonly learnt: WeightsLearnt;
  readonly notes: readonly string[];
  /** `weights.rank=0.8` for each term whose change is supported: what `--set` takes. */
  readonly overrides: readonly string[];
}

/**
 * Which weights of a scenario the outcomes of past decisions support. Nothing is changed. The decisions are those that
 * the scenario's own tables hold, or rows of a schedule that its question has.
 *
 * @throws Refusal where the kind has no numeric weights, or its tables hold no past decisions and no rows are named.
 * @example
 * const evening = readScenario('scenarios/rotation/prime-evening.yaml');
 * await proposeWeights(evening) // throws 'the kind rotation has no table of past decisions'
 */
export async function proposeWeights(
  scenario: Scenario,
  { past, seed = 1, kinds }: OwnKinds & { readonly past?: PastFile | undefined; readonly seed?: number } = {},
): Promise<WeightsProposal> {
  const { domain, tables } = await opened(scenario, { kinds });
  const { settings } = scenario;
  const weights = weightsOf(settings);
  if (Object.keys(weights).length === 0)
    throw unsaid(scenario, 'has no weights that are single numbers', 'Maybe "evenhand rules" says which it has.');
  const { rows, success, notes } =
    past === undefined
      ? ownDecisions()
      : decisionsOf(domain.open(settings, tables), weights, await pastRows(past, { domain, settings, tables }));
  const { kept, dropped } = varying(rows, weights);
  const learnt = learnWeights(rows, { weights: kept, seed });
  return {
    ...{ kind: domain.kind, noun: domain.noun, title: settings.title, success, learnt },
    notes: [...notes, ...dropped],
    overrides: learnt.terms
      .filter(({ change }) => change !== 'none')
      .map(({ term, suggested }) => `weights.${term}=${figure(suggested.value)}`),
  };

  function ownDecisions() {
    if (domain.decisions !== undefined) return domain.decisions(settings, tables);
    const maybe = 'Maybe name a past schedule and what came of it: --schedule past.csv --success published=yes.';
    throw unsaid(scenario, 'has no table of past decisions', maybe);
  }
}

/** A weight as scenarios have it: no less than 0, and three decimals at the most. */
const figure = (value: number): number => Math.round(Math.max(0, value) * 1000) / 1000;

/** The weights of a scenario that are single numbers. */
function weightsOf(settings: object): Readonly<Record<string, number>> {
  const { weights = {} } = settings as { readonly weights?: Readonly<Record<string, unknown>> };
  return Object.fromEntries(
    Object.entries(weights).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}

/** Terms that differ from row to row: of the others, outcomes say nothing. */
function varying(rows: readonly PastDecision[], weights: Readonly<Record<string, number>>) {
  const names = Object.keys(weights);
  const isVarying = (name: string) => new Set(rows.map(({ terms }) => terms[name])).size > 1;
  const still = rows.length === 0 ? [] : names.filter((name) => !isVarying(name));
  return {
    kept: Object.fromEntries(Object.entries(weights).filter(([name]) => !still.includes(name))),
    dropped: still.map(
      (name) => `${name} is the same in all that was decided, or not known of it: nothing is said of it`,
    ),
  };
}

/** Terms before weights, of rows that are candidates of the question: what a row scores for a term ÷ the weight. */
function decisionsOf(
  instance: Instance,
  weights: Readonly<Record<string, number>>,
  { rows, success, notes: more }: PastRows,
) {
  const names = Object.keys(weights).filter((name) => weights[name] !== 0);
  let strange = 0;
  const found = rows.flatMap(({ row, success: went }, at): readonly PastDecision[] => {
    const candidate = instance.candidateOf(row);
    if (candidate === undefined) strange++;
    if (candidate === undefined) return [];
    const points = new Map(instance.terms(candidate).map((term) => [term.name, term.points]));
    const terms = Object.fromEntries(names.map((name) => [name, (points.get(name) ?? 0) / weights[name]!]));
    return [{ at, terms, success: went }];
  });
  if (found.length === 0 && rows.length > 0)
    throw new Refusal([
      {
        message: 'no row of the schedule is a possibility of this scenario',
        maybe: 'Maybe it is the schedule of another week: name the scenario that it was made by.',
      },
    ]);
  const notes = [
    ...more,
    ...(strange === 0 ? [] : [`${strange} of ${rows.length} rows left out: no possibility of this scenario`]),
    'rows are taken to be in order of time, as the file has them',
  ];
  return { rows: found, success, notes };
}
