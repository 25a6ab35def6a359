/**
 * The text of bytes in UTF-16, in either order, that begin with a byte order mark; undefined for any others.
 *
 * @throws TypeError where the mark is there and the rest is not UTF-16.
 * @example
 * utf16Text(Buffer.from('\uFEFFvin', 'utf16le')) // 'vin'
 * utf16Text(Buffer.from('vin')) // undefined
 */
export function utf16Text(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const order =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
  // Two more zeros after the mark of UTF-16 make it that of UTF-32.
  if (order === undefined || (bytes.length >= 4 && bytes[2] === 0 && bytes[3] === 0)) return undefined;
  return new TextDecoder(order, { fatal: true }).decode(bytes);
}

const SEEN = 1_000;

/**
 * Whether bytes look like UTF-16 without a byte order mark: every other byte of their beginning is mostly zero.
 *
 * @example
 * seemsUtf16(Buffer.from('vin,make', 'utf16le')) // true
 * seemsUtf16(Buffer.from('vin,make')) // false
 */
export function seemsUtf16(bytes: Uint8Array): boolean {
  const part = bytes.subarray(0, SEEN);
  const zeros = [0, 0];
  for (const [at, byte] of part.entries()) if (byte === 0) zeros[at % 2]! += 1;
  const [even, odd] = zeros as [number, number];
  return Math.max(even, odd) > part.length / 4 && Math.min(even, odd) < part.length / 20;
}
