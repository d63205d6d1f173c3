/** CRC-32 (IEEE 802.3) of a text's UTF-16 units, low byte first: finds every change of a single byte. It guards against damage, not forgery. */
const TABLE = Int32Array.from({ length: 256 }, (_, i) => {
  let c = i;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c;
});

export function crc32(text: string, seed = 0): number {
  let c = ~seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    c = (TABLE[(c ^ unit) & 0xff] as number) ^ (c >>> 8);
    if (unit > 0xff) c = (TABLE[(c ^ (unit >>> 8)) & 0xff] as number) ^ (c >>> 8);
  }
  return ~c >>> 0;
}
