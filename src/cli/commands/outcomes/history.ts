import { type Command, InvalidArgumentError, Option } from 'commander';
import type { AddOptions, ListOptions } from '../../actions/outcomes/history.ts';
import type { ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';

const EXAMPLES = `
Examples:
  evenhand history add export.csv --platform instagram --zone Europe/Berlin --dry-run
  evenhand history add tweets.json --platform x --map posted_at=created_at,likes=favorites
  evenhand history list
  evenhand history show instagram
`;

const ADD_EXAMPLES = `
Examples:
  evenhand history add export.csv --platform instagram --zone Europe/Berlin --dry-run
  evenhand history add jan.csv feb.csv --platform x --channel "x of the shop"
  evenhand history add export.csv --platform tiktok --zone Asia/Tokyo --dates dmy --to postgres

A file is CSV or JSON, as the platform exports it. --dry-run shows which columns are taken for what, and keeps nothing.
Rows that cannot be used are put aside and listed; the others are kept all at once, or none of them.

Exit code: 0 done, 2 a file cannot be read or may be meant in two ways.
`;

const TO = 'where outcomes are kept: a folder, postgres, postgres:schema, env:NAME';

/** `evenhand history`: outcomes that people export from their accounts. */
export function addHistory(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const history = program
    .command('history')
    .summary('keep what came of earlier posts, from the exports of accounts')
    .description('Keeps what came of earlier posts, from the files that accounts export.')
    .addHelpText('after', EXAMPLES);
  history
    .command('add')
    .description('Reads files that were exported from one account, and keeps their outcomes.')
    .argument('<file...>', 'CSV or JSON files of one account')
    .requiredOption('--platform <name>', 'the platform: instagram, x, tiktok, …')
    .option('--channel <name>', 'the account; otherwise the platform')
    .option('--zone <zone>', 'the time zone of the account, as in Europe/Berlin')
    .option('--map <ours=theirs,…>', 'columns: posted_at, id, text, type, or the name of a metric', pairs)
    .option('--type <type>', 'the type of all posts that have none')
    .addOption(new Option('--dates <order>', 'how 03/04/2025 is meant').choices(['dmy', 'mdy', 'ymd']))
    .addOption(new Option('--decimal <mark>', 'what divides the parts of a number').choices(['dot', 'comma']))
    .option('--to <place>', TO, 'history')
    .option('--update', 'new numbers of a post replace those that are kept')
    .option('--dry-run', 'say what would be kept, and keep nothing')
    .option('--json', 'print the result as JSON on stdout, and nothing else')
    .addHelpText('after', ADD_EXAMPLES)
    .action(async (files: readonly string[], options: AddOptions) => {
      const actions = await import('../../actions/outcomes/history.ts');
      finish(await actions.addFiles(files, options, io));
    });
  history
    .command('list')
    .description('Lists the channels that outcomes are kept of.')
    .option('--to <place>', TO, 'history')
    .option('--json', 'print the result as JSON on stdout, and nothing else')
    .action(async (options: ListOptions) => {
      const actions = await import('../../actions/outcomes/history.ts');
      finish(await actions.listChannels(options, io));
    });
  history
    .command('show')
    .description('Shows what is kept of one channel: its metrics and its types.')
    .argument('<channel>', 'the channel')
    .option('--to <place>', TO, 'history')
    .option('--json', 'print the result as JSON on stdout, and nothing else')
    .action(async (channel: string, options: ListOptions) => {
      const actions = await import('../../actions/outcomes/history.ts');
      finish(await actions.showChannel(channel, options, io));
    });
}

/** `posted_at=created_at,likes=favorites` by the names before the signs. */
function pairs(text: string, before: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const own = text.split(',').map((each) => {
    const [, ours, theirs] = /^\s*([^=]+?)\s*=\s*(.+?)\s*$/.exec(each) ?? [];
    if (ours === undefined || theirs === undefined) throw new InvalidArgumentError('Write ours=theirs,ours=theirs.');
    return [ours, theirs] as const;
  });
  return { ...before, ...Object.fromEntries(own) };
}
