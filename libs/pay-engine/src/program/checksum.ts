/** TABLES[k][b]: check figure of the byte b followed by k zero bytes. */
const TABLES = [0, 1, 2, 3].map(() => new Int32Array(256)) as [Int32Array, Int32Array, Int32Array, Int32Array];
for (let b = 0; b < 256; b++) {
  let c = b;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  TABLES[0][b] = c;
}
for (let k = 1; k < 4; k++) {
  for (let b = 0; b < 256; b++) {
    const c = TABLES[k - 1]?.[b] as number;
    (TABLES[k] as Int32Array)[b] = (c >>> 8) ^ (TABLES[0][c & 0xff] as number);
  }
}
const [ONE, TWO, THREE, FOUR] = TABLES;

/**
 * CRC-32 (IEEE 802.3) of a text's UTF-16 units, low byte first: finds every change of a single byte. It guards against damage, not forgery.
 * Four units at a time while each is a single byte, as derivations are.
 */
export function crc32(text: string, seed = 0): number {
  let c = ~seed;
  const { length } = text;
  let i = 0;
  while (i < length) {
    if (i + 4 <= length) {
      const p = text.charCodeAt(i);
      const q = text.charCodeAt(i + 1);
      const r = text.charCodeAt(i + 2);
      const s = text.charCodeAt(i + 3);
      if ((p | q | r | s) < 0x100) {
        c ^= p | (q << 8) | (r << 16) | (s << 24);
        c = fourBytes(c);
        i += 4;
        continue;
      }
    }
    const unit = text.charCodeAt(i);
    c = (ONE[(c ^ unit) & 0xff] as number) ^ (c >>> 8);
    if (unit > 0xff) c = (ONE[(c ^ (unit >>> 8)) & 0xff] as number) ^ (c >>> 8);
    i += 1;
  }
  return ~c >>> 0;
}

const fourBytes = (c: number): number =>
  (FOUR[c & 0xff] as number) ^
  (THREE[(c >>> 8) & 0xff] as number) ^
  (TWO[(c >>> 16) & 0xff] as number) ^
  (ONE[c >>> 24] as number);
