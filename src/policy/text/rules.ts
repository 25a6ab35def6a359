import { z } from 'zod';
import type { Domain, RuleText } from '../../domain.ts';

/** A parameter of a rule as the documentation lists it. */
interface Parameter {
  readonly name: string;
  readonly meaning: string;
  readonly unit: string;
  readonly fallback: string;
  readonly choices: string;
}

/**
 * What each rule and weight of a domain means, for a terminal.
 *
 * @example
 * rulesText(domainOf('rotation')).split('\n')[0] // 'Prime-time spots (kind: rotation)'
 */
export function rulesText(domain: Domain): string {
  const blocks = domain.rules.map((rule) => {
    const lines = [heading(rule), `  ${rule.meaning}`, `  Formula: ${rule.formula}`];
    const parameters = parametersOf(rule).map(
      ({ name, meaning, unit, fallback, choices }) =>
        `    ${name}: ${meaning}${choices && ` (${choices})`}${unit && `, in ${unit}`}; default ${fallback}`,
    );
    return [...lines, ...(parameters.length > 0 ? ['  Parameters:', ...parameters] : [])].join('\n');
  });
  return `${domain.title} (kind: ${domain.kind})\n\n${blocks.join('\n\n')}\n`;
}

/**
 * The same as a Markdown page.
 *
 * @example
 * rulesMarkdown(domainOf('rotation')).split('\n')[0] // '# Rules of rotation'
 */
export function rulesMarkdown(domain: Domain): string {
  const sections = domain.rules.map((rule) => {
    const rows = parametersOf(rule).map(
      ({ name, meaning, unit, fallback, choices }) =>
        `| \`${name}\` | ${meaning} | ${choices || unit || '–'} | \`${fallback}\` |`,
    );
    const table = ['| parameter | meaning | unit or choices | default |', '| --- | --- | --- | --- |', ...rows];
    return [
      `## ${heading(rule)}`,
      rule.meaning,
      `\`\`\`text\n${rule.formula}\n\`\`\``,
      ...(rows.length > 0 ? [table.join('\n')] : []),
    ].join('\n\n');
  });
  const intro = `What each weight and rule of \`kind: ${domain.kind}\` means. Written by \`evenhand rules ${domain.kind} --markdown\` from the rules themselves.`;
  return [`# Rules of ${domain.kind}`, intro, ...sections].join('\n\n').concat('\n');
}

const PLACE = { rules: 'rules.', weights: 'weights.', always: '' };

const heading = ({ title, name, section }: RuleText): string =>
  section === 'always' ? `${title} (always)` : `${title} (${PLACE[section]}${name})`;

function parametersOf({ name: rule, parameters }: RuleText): readonly Parameter[] {
  const schema = z.toJSONSchema(parameters, { io: 'input', target: 'draft-7' }) as Schema;
  const ways = [schema, ...(schema.anyOf ?? [])];
  // The entries of a rule that is a list have the parameters.
  const object = [...ways, ...ways.flatMap(({ items }) => items ?? [])].find((each) => each.properties);
  // A rule with one parameter has it under its own name.
  const properties = object?.properties ?? { [rule]: schema };
  return Object.entries(properties).map(([name, field]) => ({
    name,
    meaning: field.description ?? '',
    unit: field.unit ?? '',
    fallback: field.default === undefined ? 'none' : JSON.stringify(field.default),
    choices: (field.enum ?? []).join(' | '),
  }));
}

interface Schema {
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly description?: string;
  readonly unit?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
}
