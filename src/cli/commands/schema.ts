import type { Command } from 'commander';
import type { SchemaOptions } from '../actions/schema.ts';
import type { ExitCode } from '../exit.ts';
import type { Io } from '../io.ts';
import { withKinds } from '../options.ts';

const EXAMPLES = `
Examples:
  evenhand schema
  evenhand schema --out evenhand.schema.json
  evenhand schema --kind ./errands.ts --out evenhand.schema.json

An editor completes, explains and checks a scenario whose first line names the schema, by a path relative to the scenario:
  # yaml-language-server: $schema=./evenhand.schema.json
"evenhand init" writes both.
`;

/** `evenhand schema`: the schema by which editors complete and check scenario files. */
export function addSchema(program: Command, io: Io, finish: (code: ExitCode) => void): void {
  const command = program
    .command('schema')
    .summary('print or write the schema by which editors complete and check scenarios')
    .description('Prints the JSON schema of scenario files, or writes it to a file, which may be there already.')
    .option('--out <file>', 'the file to write; otherwise it is printed');
  withKinds(command)
    .addHelpText('after', EXAMPLES)
    .action(async (options: SchemaOptions) => {
      const { schema } = await import('../actions/schema.ts');
      finish(await schema(options, io));
    });
}
