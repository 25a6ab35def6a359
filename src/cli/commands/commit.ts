import { type Command, InvalidArgumentError, Option } from 'commander';
import type { CommitOptions } from '../actions/commit.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { withKinds } from '../options.ts';

const EXAMPLES = `
Examples:
  evenhand commit runs/la-week/5bc4eef2e0cd8266
  evenhand commit runs/la-week/5bc4eef2e0cd8266 --publish
  evenhand commit runs/la-week/5bc4eef2e0cd8266 --publish --base 41 --to /srv/published
  evenhand commit la-week@one_each@latest --as la-week --publish
  evenhand commit la-week@latest --publish --to postgres

Without --publish it shows what would change, and changes nothing. A schedule with the rows of the newest version is not
published again. A run that began before the newest version was published, or was planned on another, is refused,
since it would take back what that version changed: run the scenario again, or say --base with the number of the newest
version to replace it all the same. A scenario of rotation can say both itself: "commit: {mode: publish, base_version: 41}".
A run that its limit in seconds stopped has a legal schedule that is not proven and may not be found again: --unproven
publishes it all the same, and the version says "feasible".
Where versions lie in another folder than "published", give it to "evenhand run" as --published and here as --to.
The word postgres means the database of DATABASE_URL, its schema evenhand; postgres:plans its schema plans; env:NAME the
database whose address is in the variable NAME.

Exit code: 0 shown or published; 1 the base or the run is stale, the audit failed or the run could not be repeated; 2 the run or
a version cannot be read; 3 the run has no schedule.
`;

/** `evenhand commit`: publishes the schedule of a run as a new version. */
export function addCommit(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('commit')
    .summary('publish the schedule of a run as a new version; at first, show what would change')
    .description(
      'Repeats a run, shows what its schedule changes, and publishes it as a new version, whole or not at all.',
    )
    .argument('<run>', 'the folder of a run, or NAME@latest')
    .option(
      '--to <where>',
      'where versions are published: a folder (<folder>/<scenario>/000042.json), or postgres',
      'published',
    )
    .option('--base <version>', 'the version that the schedule is built on, 0 for none', versionNumber)
    .option('--as <name>', 'the name under which it is published; otherwise that of its scenario')
    .option('--publish', 'publish it')
    .addOption(new Option('--dry-run', 'only show what would change, whatever the scenario says').conflicts('publish'))
    .option('--unproven', 'also publish what a limit in seconds stopped: legal, but not proven')
    .option('--no-verify', 'do not repeat the run first')
    .option('--json', 'print the outcome as JSON on stdout, and nothing else');
  withKinds(command)
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string, options: CommitOptions) => {
      const { commit } = await import('../actions/commit.ts');
      finish(await commit(folder, options, io));
    });
}

function versionNumber(value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new InvalidArgumentError('it needs the number of a version, or 0 for none.');
  return Number(value);
}
