import type { Command } from 'commander';
import { count, type Price, priceList, visible } from '../index.ts';
import { EXIT, type ExitCode } from './exit.ts';
import type { Io } from './io.ts';
import { collect, howMany } from './options.ts';
import { type Asked, sessionFor } from './session.ts';
import { aligned } from './text.ts';

const EXAMPLES = `
Examples:
  evenhand prices scenarios/loans/la-week.yaml
  evenhand prices runs/la-week/5bc4eef2e0cd8266 --most 5 --json

Exit code: 0 done, 2 bad run or scenario, 3 no proven schedule.
`;

interface Options extends Asked {
  readonly json?: true;
  readonly most?: number;
}

/** `evenhand prices`: what loosening each limit would bring. */
export function addPrices(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  program
    .command('prices')
    .summary('say what one more of each limit that binds would bring')
    .description(
      'Loosens each of the dearest limits by one step and solves again: one more slot on a day, one more loan under a cap, more money in a budget, a looser fairness rule.',
    )
    .argument('<run>', 'the folder of a run, or a scenario file')
    .option('--variant <name>', 'of a scenario file: this variant')
    .option('--set <key=value>', 'of a scenario file: one setting changed; may be repeated', collect)
    .option('--most <count>', 'how many limits to price, dearest first (20)', howMany)
    .option('--json', 'print the list as JSON on stdout, and nothing else')
    .addHelpText('after', EXAMPLES)
    .action(async (what: string, options: Options) => {
      const session = await sessionFor(what, options, options.json === true, io);
      if (session.run.status !== 'optimal') {
        io.err(`${visible(session.run.name)}: ${session.run.status}: there is no proven schedule to price limits by\n`);
        return finish(EXIT.noSchedule);
      }
      const list = await priceList(session, options.most);
      io.out(options.json ? `${JSON.stringify(list, null, 2)}\n` : table(list));
      finish(EXIT.done);
    });
}

function table(list: readonly Price[]): string {
  if (list.length === 0) return 'no limit binds: one more of any of them would bring nothing\n';
  const first = list.some(({ gains }) => gains.some(({ of }) => of !== 'net_score'));
  const rows = list.map((price) => [
    first ? visible(gainText(price)) : count(price.gain),
    visible(price.change),
    visible(rowsText(price.added)),
    visible(rowsText(price.dropped)),
  ]);
  const head = [first ? 'brings' : 'points', 'change', 'added', 'dropped'];
  return `${aligned([head, ...rows], first ? [] : [0]).join('\n')}\n`;
}

/** All that it brings, what comes first at the front. */
const gainText = ({ gains }: Price): string =>
  gains.length === 0 ? 'nothing' : gains.map(({ by, text }) => `${by > 0 ? '+' : '−'}${text}`).join(', ');

/** The first row in full; how many more. */
function rowsText(rows: Price['added']): string {
  const first = rows[0] === undefined ? '' : Object.values(rows[0]).join(' ');
  return rows.length > 1 ? `${first} and ${count(rows.length - 1)} more` : first;
}
