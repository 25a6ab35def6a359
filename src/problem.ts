/** Where in an input file something stands: 1-based line and column, and how many characters it spans. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly length?: number;
  /** The source line itself, shown with a caret below it. */
  readonly source?: string;
}

/** Something wrong with what a person gave us: what, where, and the likely way out. */
export interface Problem {
  readonly message: string;
  readonly place?: Place;
  /** A path into the scenario (`['rules', 'fairness', 'mode']`), for problems found after reading. */
  readonly path?: readonly PropertyKey[];
  /** One sentence beginning with "Maybe". */
  readonly maybe?: string;
}

/** Input that cannot be used. Carries every problem found, so that all are shown at once. */
export class Refusal extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.name = 'Refusal';
    this.problems = problems;
  }
}
