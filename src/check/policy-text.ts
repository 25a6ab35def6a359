/**
 * A policy as JSON with a line for each setting and for each entry of a list of settings, so that a change of one is a
 * change of one line.
 *
 * @param indent What stands before the line that the text begins in.
 */
export function printPolicy(policy: object, indent: string): string {
  const inner = `${indent}  `;
  const entries = Object.entries(policy).filter(([, value]) => value !== undefined);
  const lines = entries.map(([key, value]) => `${inner}${JSON.stringify(key)}: ${valueText(value, inner)}`);
  return lines.length === 0 ? '{}' : `{\n${lines.join(',\n')}\n${indent}}`;
}

function valueText(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (!Array.isArray(value)) return printPolicy(value, indent);
  if (value.every((one) => typeof one !== 'object' || one === null))
    return `[${value.map((one) => JSON.stringify(one)).join(', ')}]`;
  const lines = value.map((one) => `${indent}  ${JSON.stringify(one)}`);
  return `[\n${lines.join(',\n')}\n${indent}]`;
}
