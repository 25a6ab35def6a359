import { fileURLToPath } from 'node:url';
import { domainOf, loadData, type Model, readScenario } from '../src/index.ts';
import { madeWeek } from './instances.ts';

/** One line of the benchmark. */
export interface Case {
  readonly name: string;
  readonly model: () => Model;
  /** How often sifting is timed, after one run to warm up. */
  readonly repeats: number;
  /** Whether the whole model goes to the solver too: with a million candidates that is no question of seconds. */
  readonly whole: boolean;
}

/** The sample week is real policy on the sample data; the made weeks have caps, fairness and budgets that bind. */
export const cases: readonly Case[] = [
  { name: 'sample week', model: sampleWeek, repeats: 5, whole: true },
  {
    name: 'made week',
    model: () => madeWeek({ vehicles: 300, partners: 150, makes: 12, approvalsPerPartner: 5, slots: 30 }, 1),
    repeats: 5,
    whole: true,
  },
  {
    name: 'made million',
    model: () => madeWeek({ vehicles: 1200, partners: 500, makes: 12, approvalsPerPartner: 5, slots: 60 }, 1),
    repeats: 3,
    whole: false,
  },
];

/** The week that `npm start` runs. */
function sampleWeek(): Model {
  const file = fileURLToPath(new URL('../scenarios/loans/la-week.yaml', import.meta.url));
  const { kind, settings } = readScenario(file);
  const domain = domainOf(kind);
  const { tables } = loadData(domain.tablesFor?.(settings) ?? domain.tables, { sample: 1 }, domain.sample);
  return domain.open(settings, tables).model;
}
