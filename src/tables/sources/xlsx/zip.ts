import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';

/** A file of an archive, as its directory describes it. */
export interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  /** The checksum of its content. */
  readonly sum: number;
  readonly offset: number;
}

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
/** Bytes of the fixed part of each kind of record. */
const [LOCAL_SIZE, CENTRAL_SIZE, END_SIZE] = [30, 46, 22];
const LONGEST_COMMENT = 65_535;
const DEFLATED = 8;
/** Names are UTF-8. */
const UTF8 = 0x0800;
/** 1 January 1980, where this calendar begins: the same content is the same archive whenever it is written. */
const DAY_ONE = 33;

/** What the directory of a ZIP archive lists; undefined where the bytes are no archive that can be read. */
export function entriesOf(bytes: Buffer): readonly Entry[] | undefined {
  const end = endOf(bytes);
  if (end === undefined) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_SIZE > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) return undefined;
    const length = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + CENTRAL_SIZE, at + CENTRAL_SIZE + length),
      method: bytes.readUInt16LE(at + 10),
      sum: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += CENTRAL_SIZE + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** The record that ends an archive stands before a comment of any length. */
function endOf(bytes: Buffer): number | undefined {
  const least = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT);
  for (let at = bytes.length - END_SIZE; at >= least; at--) if (bytes.readUInt32LE(at) === END) return at;
  return undefined;
}

/** The content of a file; undefined where it is not what the directory says, in size above all. */
export function unpacked(bytes: Buffer, { method, packed, size, sum, offset }: Entry): Buffer | undefined {
  if (offset + LOCAL_SIZE > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) return undefined;
  const begin = offset + LOCAL_SIZE + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const own = bytes.subarray(begin, begin + packed);
  if (method === 0) return own.length === size && crc32(own) === sum ? own : undefined;
  if (method !== DEFLATED) return undefined;
  try {
    // Never more than the directory announced, which was judged before.
    const content = inflateRawSync(own, { maxOutputLength: Math.max(1, size) });
    return content.length === size && crc32(content) === sum ? content : undefined;
  } catch {
    return undefined;
  }
}

/** An archive of these files, in their order. */
export function zipOf(files: readonly (readonly [name: string, text: string])[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const content = Buffer.from(text);
    const packed = deflateRawSync(content, { level: 6 });
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(UTF8, 2);
    common.writeUInt16LE(DEFLATED, 4);
    common.writeUInt16LE(DAY_ONE, 8);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(title.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    parts.push(word(LOCAL), common, title, packed);
    directory.push(word(CENTRAL), Buffer.from([20, 0]), common, tail, title);
    offset += LOCAL_SIZE + title.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(END_SIZE);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}

function word(value: number): Buffer {
  const four = Buffer.alloc(4);
  four.writeUInt32LE(value);
  return four;
}
