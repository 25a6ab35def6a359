import process from 'node:process';
import colours from 'picocolors';

/** Where a command writes, and what its terminal can do: all that it knows of the process around it. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Somebody watches stderr, so progress may be drawn there. */
  readonly watched: boolean;
  /** Whether stdout shows colours. */
  readonly colour: boolean;
  /** Show stack traces of faults (`EVENHAND_DEBUG=1`). */
  readonly debug: boolean;
}

/** The streams and environment of this process. */
export function processIo(): Io {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    // A pseudo-terminal may have no columns, and ora would clear a line of infinite height for ever.
    watched: process.stderr.isTTY === true && process.stderr.columns > 0,
    colour: colours.isColorSupported,
    debug: (process.env.EVENHAND_DEBUG ?? '') !== '',
  };
}
