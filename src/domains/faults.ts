import type { Domain } from '../domain.ts';
import { nearest } from '../problems/nearest.ts';
import type { Problem } from '../problems/problem.ts';

/**
 * What is wrong with a kind as it stands, before any scenario is read: each fault with the part of the kind that it
 * speaks of ("rules[1] (per_day)").
 *
 * @example
 * problemsOf({ ...domains[1], title: '' }) // [{ message: 'the kind rotation: title is empty' }]
 */
export function problemsOf(domain: Domain): readonly Problem[] {
  const of = (where: string, what: string, maybe?: string): Problem => ({
    message: `the kind ${domain.kind || '(without a name)'}: ${where} ${what}`,
    ...(maybe !== undefined && { maybe }),
  });
  return [...namesOf(domain, of), ...rulesOf(domain, of), ...tablesOf(domain, of), ...metricsOf(domain, of)];
}

type Say = (where: string, what: string, maybe?: string) => Problem;

function namesOf({ kind, title, noun }: Domain, say: Say): readonly Problem[] {
  return [
    ...(/^[a-z][a-z0-9_]*$/.test(kind) ? [] : [say('kind', 'is no name in lower case', 'Maybe kind: "errands".')]),
    ...(title ? [] : [say('title', 'is empty')]),
    ...(noun?.length === 2 ? [] : [say('noun', 'needs the word for one row and for several')]),
  ];
}

function rulesOf({ rules }: Domain, say: Say): readonly Problem[] {
  const texts = rules.flatMap((rule, at) =>
    (['name', 'title', 'meaning', 'formula'] as const)
      .filter((key) => !rule[key])
      .map((key) => say(`rules[${at}]${rule.name ? ` (${rule.name})` : ''}.${key}`, 'is empty')),
  );
  // A scenario may be silent about a rule: only a rule that always holds needs no parameters.
  const silent = rules
    .map((rule, at) => [rule, at] as const)
    .filter(([{ section, parameters }]) => section !== 'always' && !parameters.safeParse(undefined).success)
    .map(([{ name, section }, at]) =>
      say(
        `rules[${at}] (${name}).parameters`,
        `have no default, and its section is "${section}", of which a scenario may say nothing`,
        'Maybe section: "always", or ".default(…)" behind the parameters.',
      ),
    );
  const twice = rules
    .map(({ name, section }) => `${section}.${name}`)
    .filter((name, at, all) => all.indexOf(name) < at)
    .map((name) => say(name, 'is the name of two rules'));
  return [...texts, ...silent, ...twice];
}

function tablesOf({ tables, schedule }: Domain, say: Say): readonly Problem[] {
  const names = tables.map(({ name }) => name);
  const strange = Object.entries(schedule.tables ?? {}).filter(([, table]) => !names.includes(table));
  const keys = tables.flatMap(({ name, key, columns }) =>
    key
      .filter((column) => !Object.hasOwn(columns, column))
      .map((column) => say(`tables.${name}.key`, `names "${column}", which is none of its columns`)),
  );
  return [
    ...keys,
    ...strange.map(([column, table]) => {
      const close = nearest(table, names);
      const others = names.length === 0 ? undefined : `Maybe one of: ${names.join(', ')}.`;
      return say(
        `row.${column}`,
        `names the table "${table}", which there is not`,
        close ? `Maybe "${close}".` : others,
      );
    }),
    ...(schedule.key.length > 0 ? [] : [say('row.key', 'is empty: nothing identifies a row')]),
  ];
}

function metricsOf({ metrics = {} }: Domain, say: Say): readonly Problem[] {
  return Object.entries(metrics)
    .filter(([, { label }]) => !label)
    .map(([name]) => say(`metrics.${name}.label`, 'is empty'));
}
