import { Refusal } from '../../problems/problem.ts';
import { sourceMaybes, sourceProblems } from './problems.ts';

const ENV = /^env:([A-Za-z_][A-Za-z0-9_]*)$/;

/**
 * What a scenario means by `env:NAME`: the variable of the environment. Anything else is meant as it stands. A secret is
 * asked for where it is used and nowhere else, so that no settings, record or report can hold it.
 *
 * @throws Refusal where the environment has no such variable.
 */
export function secretOf(written: string): string {
  const name = ENV.exec(written)?.[1];
  if (name === undefined) return written;
  const value = process.env[name]?.trim() ?? '';
  if (value !== '') return value;
  throw new Refusal([{ message: sourceProblems.noVariable(name), path: ['data'], maybe: sourceMaybes.variable(name) }]);
}

/**
 * Whether an address names a password: before its host, or among its parameters. A password may hold any letter, also
 * those that end the part of an address where it belongs.
 */
export const holdsSecret = (text: string): boolean =>
  /:\/\/[^/@?#]*:[\s\S]*@/.test(text) || /[?&](?:password|sslpassword|apikey|key|token)=/i.test(text);

/** A text without any of these secrets, should a driver or a server repeat one. */
export const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets.filter((secret) => secret !== '').reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
