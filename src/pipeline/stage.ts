/** A named, pure function from what is known to one more known thing. */
export interface Stage<Known, Name extends string, Value> {
  readonly name: Name;
  /** What it does, while it works: "checking cooldowns". */
  readonly doing: string;
  readonly run: (known: Known) => Value;
  /** How many rows came out of it. */
  readonly rows: (value: Value) => number;
}

/**
 * Told of each stage as it begins and ends. The clock and the progress line live behind it, outside the engine.
 *
 * @example
 * const stages = new Map();
 * const options = { watch: { begin: () => {}, end: stages.set.bind(stages) } };
 * await runScenario(readScenario('scenarios/rotation/prime-evening.yaml'), options);
 * [stages.get('candidates'), stages.get('solve')] // [53, 12]
 */
export interface Watch {
  readonly begin: (stage: string, doing: string) => void;
  readonly end: (stage: string, rows: number) => void;
}

/** What is known so far, and how to come to know more. */
export interface Line<Known> {
  readonly known: Known;
  readonly stage: <Name extends string, Value>(
    stage: Stage<Known, Name, Value>,
  ) => Line<Known & { readonly [key in Name]: Value }>;
}

/**
 * Starts a line of stages from what is known.
 *
 * @example
 * const line = from({ rows: [3, 1, 2] }, silent).stage({
 *   name: 'sorted', doing: 'sorting', run: (known) => [...known.rows].sort(), rows: (value) => value.length,
 * });
 * line.known.sorted // [1, 2, 3]
 */
export function from<Known extends object>(known: Known, watch: Watch): Line<Known> {
  return {
    known,
    stage: <Name extends string, Value>(stage: Stage<Known, Name, Value>) => {
      watch.begin(stage.name, stage.doing);
      const value = stage.run(known);
      watch.end(stage.name, stage.rows(value));
      return from({ ...known, [stage.name]: value } as Known & { readonly [key in Name]: Value }, watch);
    },
  };
}

/** A watch that tells nobody. */
export const silent: Watch = { begin: () => {}, end: () => {} };
