/**
 * A text with stars over the passwords of addresses in it, each as long as what it covers, so that places stay true.
 *
 * @example
 * masked('postgres://reader:hunter2@db/fleet') // 'postgres://reader:*******@db/fleet'
 */
export const masked = (text: string): string =>
  starred(
    starred(text, /(:\/\/[^/@\s"']*?:)([^\s"']+)(?=@)/g),
    /([?&](?:password|sslpassword|apikey|key|token)=)([^\s&"']+)/gi,
  );

/**
 * The same of a line of a scenario, and over the key of an interface that somebody wrote into it.
 *
 * @example
 * maskedLine('data: {supabase: {url: env:URL, key: abc}}') // 'data: {supabase: {url: env:URL, key: ***}}'
 */
export const maskedLine = (line: string): string =>
  starred(masked(line), /(\bsupabase\.key=|\bkey: *["']?)(?!env:)([^\s,}"']+)/gi);

const starred = (text: string, secret: RegExp): string =>
  text.replace(secret, (_, before: string, own: string) => before + '*'.repeat(own.length));
