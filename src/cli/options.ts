import { type Command, InvalidArgumentError } from 'commander';

/** Gathers an option that may be given several times. */
export function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

/** A seed: a whole number from 0 up. */
export function seed(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('it needs a whole number from 0 to 999999999.');
  return Number(value);
}

/** How many: a whole number from 1 up. */
export function howMany(value: string): number {
  if (!/^[1-9]\d{0,4}$/.test(value)) throw new InvalidArgumentError('it needs a whole number from 1 to 99999.');
  return Number(value);
}

/** Adds `--week` to a command that asks about one schedule. */
export const withWeek = (command: Command): Command =>
  command.option(
    '--week <number>',
    'of a scenario or run of many weeks: ask about this one, from 1; those before it are planned first',
    howMany,
  );

/** A whole number of points, from 0. */
export function wholePoints(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('it needs a whole number of points, such as 50, or 0.');
  return Number(value);
}

/** A share: 5%, or 0.05. */
export function share(value: string): number {
  const [, percent, fraction] = /^(?:(\d{1,3}(?:\.\d{1,6})?)%|([01](?:\.\d{1,8})?))$/.exec(value) ?? [];
  // As a decimal text, since 7 / 100 * 100 is not 7 in binary fractions.
  const found = percent === undefined ? Number(fraction) : Number(`${percent}e-2`);
  if (found <= 1) return found;
  throw new InvalidArgumentError(
    'it needs a share such as 5% or 0.05, or nothing: then the limit of the scenario counts.',
  );
}

/** A word as a shell takes it: in quotes where it holds what a shell would act on. */
export function quoted(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Adds `--interactive` to a command that writes a report. */
export const withInteractive = (command: Command): Command =>
  command.option(
    '--interactive',
    'also write interactive.html: the report with charts that answer to mouse and keyboard, one offline file',
  );

/** Adds `--kind` to a command that reads a scenario or the folder of a run. */
export const withKinds = (command: Command): Command =>
  command.option(
    '--kind <module>',
    'a kind of your own, as in ./errands.ts: this runs the code of that module; may be given several times',
    collect,
  );
