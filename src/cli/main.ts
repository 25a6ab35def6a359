#!/usr/bin/env node
import process from 'node:process';
import { explainError } from './exit.ts';
import { processIo } from './io.ts';
import { runCli } from './program.ts';

// SIGINT and SIGTERM keep their default: the process ends at once (130, 143 in a shell), even inside the solver, where
// a handler would have to wait. A run folder that was being written then stays under a temporary name, and is removed
// by the next run.

const io = processIo();

// Whoever reads our output may stop early, as `head` does: that is no error. A full disk below it is one, and not ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) =>
  process.exit(error.code === 'EPIPE' ? undefined : explainError(error, io)),
);
// Nobody can be told that stderr is closed, and the work goes on.
process.stderr.on('error', () => {});
process.on('uncaughtException', (error) => process.exit(explainError(error, io)));

// The code is set and the process left to end by itself, so that a pipe receives everything written to it.
process.exitCode = await runCli(process.argv.slice(2), io);
