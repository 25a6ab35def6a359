import process from 'node:process';

/** Where a command writes, and what its terminal can do: all that it knows of the process around it. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Somebody watches stderr, so progress may be drawn there. */
  readonly watched: boolean;
  /** Whether stdout shows colours. */
  readonly colour: boolean;
  /** How many columns stdout has: a terminal's own, else what COLUMNS says. Absent where nobody knows. */
  readonly columns?: number;
  /** Continuous integration runs this (`CI`): nobody sees what is passed over. */
  readonly ci: boolean;
  /** Show stack traces of faults (`EVENHAND_DEBUG=1`). */
  readonly debug: boolean;
}

/** What is looked at of a stream. */
type Stream = Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>;

/** The streams and environment of this process. */
export function processIo(): Io {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    ...terminalOf(process.stdout, process.stderr, process.env),
  };
}

/**
 * What streams can show. NO_COLOR (no-color.org) and TERM=dumb mean plain text, and no line that is drawn anew: it takes
 * the same escape codes. What is no terminal gets no escape code, unless FORCE_COLOR says so.
 */
export function terminalOf(
  out: Stream,
  err: Stream,
  env: Readonly<Record<string, string | undefined>>,
): Omit<Io, 'out' | 'err'> {
  const plain = isSet(env.NO_COLOR) || env.TERM === 'dumb';
  const forced = isOn(env.FORCE_COLOR);
  const ci = isOn(env.CI);
  const columns = out.isTTY === true ? out.columns : Number(/^\d{1,4}$/.exec(env.COLUMNS ?? '')?.[0] ?? 0);
  return {
    // A pseudo-terminal may have no columns, and ora would clear a line of infinite height for ever.
    watched: err.isTTY === true && err.columns > 0 && !plain && !ci,
    colour: !plain && (forced || out.isTTY === true),
    ...(columns > 0 && { columns }),
    ci,
    debug: isSet(env.EVENHAND_DEBUG),
  };
}

const isSet = (value: string | undefined): boolean => (value ?? '') !== '';

const isOn = (value: string | undefined): boolean => isSet(value) && !/^(0|false|no|off)$/i.test(value ?? '');
