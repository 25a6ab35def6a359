/**
 * A text with stars over the passwords of addresses and the keys of interfaces in it, each as long as what it covers, so that places stay true.
 *
 * @example
 * masked('postgres://reader:hunter2@db/fleet') // 'postgres://reader:*******@db/fleet'
 */
export const masked = (text: string): string =>
  text
    .replace(/(:\/\/[^/@\s"']*?:)([^\s"']+)(?=@)/g, (_, before: string, secret: string) => before + stars(secret))
    .replace(
      /((?:[?&](?:password|sslpassword|apikey|key|token)|supabase\.key)=|\b(?:key|password): *["']?)(?!env:)([^\s&"']+)/gi,
      (_, before: string, secret: string) => before + stars(secret),
    );

const stars = (secret: string): string => '*'.repeat(secret.length);
