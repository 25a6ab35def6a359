/**
 * Where in an input file something stands: 1-based line and column, and how many characters it spans.
 *
 * @example
 * const { file, line, column } = readScenario('scenarios/rotation/prime-evening.yaml').place(['rules', 'separation']);
 * [file, line, column] // ['scenarios/rotation/prime-evening.yaml', 12, 15]
 */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly length?: number;
  /** The source line itself, shown with a caret below it. */
  readonly source?: string;
}

/**
 * Something wrong with what a person gave us: what, where, and the likely way out.
 *
 * @example
 * const place = { file: 'week.yaml', line: 3, column: 3, length: 7, source: '  fairnes: {}' };
 * printProblems([{ message: 'unknown key "fairnes"', place, maybe: 'Maybe you meant "fairness".' }])
 * // 'week.yaml:3:3: unknown key "fairnes"\n  3 |   fairnes: {}\n    |   ^^^^^^^\nMaybe you meant "fairness".'
 */
export interface Problem {
  readonly message: string;
  readonly place?: Place;
  /** A path into the scenario (`['rules', 'fairness', 'mode']`), for problems found after reading. */
  readonly path?: readonly PropertyKey[];
  /** One sentence beginning with "Maybe". */
  readonly maybe?: string;
}

/**
 * Input that cannot be used. Carries every problem found, so that all are shown at once.
 *
 * @example
 * const refused = await scenario('none.yaml').catch((error) => error);
 * refused instanceof Refusal && refused.problems[0].message // 'no such file: "none.yaml"'
 */
export class Refusal extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.name = 'Refusal';
    this.problems = problems;
  }
  /**
   * A kind of your own may throw the refusal of another copy of this library: what it says is the same. A class that
   * extends this one states its instances itself.
   */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && 'problems' in value && Array.isArray(value.problems);
  }
}
