import { closeSync, openSync, writeSync } from 'node:fs';
import { type Alarm, type Problem, Refusal, type Run, type Watch } from '../index.ts';
import type { ExitCode } from './exit.ts';
import type { Io } from './io.ts';
import { judge, type Outcome } from './outcome.ts';
import { shortPath } from './paths.ts';

/** What happens in a run, for other systems: one JSON object a line, and no time in it. */
export interface Events {
  /** Whether the lines go to stdout, which then has nothing else. */
  readonly onOut: boolean;
  readonly begun: (scenario: string, kind: string, file: string) => void;
  /** Tells of every stage that ends, beside the watch that is there. */
  readonly watch: (scenario: string, watch: Watch) => Watch;
  readonly finished: (outcome: Outcome) => void;
  /** What cannot be used: a scenario by its name, or the arguments as a whole. */
  readonly refused: (scenario: string | undefined, problems: readonly Problem[]) => void;
  readonly ended: (runs: number, code: ExitCode) => void;
  readonly close: () => void;
}

/**
 * Opens the stream of events.
 *
 * @param target A file, which is replaced; `-`: stdout; undefined: nobody listens.
 * @throws Refusal where the file cannot be written.
 */
export function eventsTo(target: string | undefined, io: Io): Events {
  const { write, close } = lineWriter(target, io);
  const tell = (event: string, what: object) => write(`${JSON.stringify({ event, ...what })}\n`);
  return {
    onOut: target === '-',
    begun: (scenario, kind, file) => tell('begun', { scenario, kind, file: shortPath(file) }),
    watch: (scenario, { begin, end }) => ({
      begin,
      end: (stage, rows) => {
        tell('stage', { scenario, stage, rows });
        end(stage, rows);
      },
    }),
    finished: (outcome) => {
      const { run, alarm } = outcome;
      if (alarm !== undefined) tellAlarm(run, alarm, tell);
      tell('finished', { scenario: run.name, ...resultOf(outcome) });
    },
    refused: (scenario, problems) =>
      tell('refused', { ...(scenario !== undefined && { scenario }), problems: problems.map(problemOf) }),
    ended: (runs, exit_code) => tell('ended', { runs, exit_code }),
    close,
  };
}

function tellAlarm({ name }: Run, alarm: Alarm, tell: (event: string, what: object) => void): void {
  const { rows, raised, count, of, share, limit } = alarm;
  tell('alert', { scenario: name, alert: alarm.name, raised, count, of, share, limit });
  for (const { fields, what, text } of rows)
    tell('alert_row', { scenario: name, alert: alarm.name, ...fields, what, text });
}

function resultOf(outcome: Outcome): object {
  const { run, folder, expectations } = outcome;
  return {
    run: run.id,
    status: run.status,
    ...run.objective,
    audit_passed: run.audit.passed,
    expectations_failed: expectations.filter(({ passed }) => !passed).map(({ text }) => text),
    notes: run.notes,
    folder: shortPath(folder),
    exit_code: judge(outcome),
  };
}

const problemOf = ({ message, place, maybe }: Problem): object => ({
  message,
  ...(place && { file: shortPath(place.file), ...(place.line !== undefined && { line: place.line }) }),
  ...(maybe !== undefined && { maybe }),
});

interface Writer {
  readonly write: (line: string) => void;
  readonly close: () => void;
}

/** Every line is written as it happens: who listens need not wait for the end. */
function lineWriter(target: string | undefined, io: Io): Writer {
  const nothing = () => {};
  if (target === undefined) return { write: nothing, close: nothing };
  if (target === '-') return { write: io.out, close: nothing };
  try {
    const file = openSync(target, 'w');
    return { write: (line) => void writeSync(file, line), close: () => closeSync(file) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const maybe = code === 'ENOENT' ? 'Maybe make its folder first.' : 'Maybe choose another file.';
    throw new Refusal([{ message: `--events ${target}: cannot be written (${code})`, maybe }]);
  }
}
