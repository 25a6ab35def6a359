import type { Command } from 'commander';
import type { PredictOptions } from '../../actions/outcomes/predict.ts';
import type { ExitCode } from '../../exit.ts';
import type { Io } from '../../io.ts';
import { collect, howMany, seed, share, withKinds } from '../../options.ts';

const EXAMPLES = `
Examples:
  evenhand predict week.yaml --channel brand_ig --type instagram_reels
  evenhand predict week.yaml --channel brand_li --top 3 --json
  evenhand predict week.yaml --channel brand_ig --explore 0.1 --seed 7

Instants that rules close (quiet hours, blackouts, hours of types, holidays, gaps to what is out) are not offered; how many
each rule closes stands below. The confidence of the timing table alone is never more than 70%.

Exit code: 0 done, 2 bad scenario, channel or type.
`;

/** `evenhand predict`: the best instants of a scenario for one more row. */
export function addPredict(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('predict')
    .summary('say which open instants of a scenario are best for one more post of a channel')
    .description(
      'Scores every instant of the horizon that is open for a post of this channel and type as its plan does, and shows the best with what is known of them: chance, interval, outcomes, confidence, method.',
    )
    .argument('<scenario>', 'a scenario file')
    .requiredOption('--channel <name>', 'the channel')
    .option('--type <type>', 'the content type; without one nothing is known of it')
    .option('--top <count>', 'how many instants (5)', howMany)
    .option('--explore <share>', 'draw what was learnt so far towards what could be (0)', share)
    .option('--seed <number>', 'of the draws (1)', seed)
    .option('--variant <name>', 'this variant of the scenario')
    .option('--set <key=value>', 'one setting changed; may be repeated', collect)
    .option('--json', 'print the instants as JSON on stdout, and nothing else');
  withKinds(command)
    .addHelpText('after', EXAMPLES)
    .action(async (scenario: string, options: PredictOptions) => {
      const actions = await import('../../actions/outcomes/predict.ts');
      finish(await actions.predict(scenario, options, io));
    });
}
