/** CRC-32 (IEEE) over a text's UTF-16 units (units below 256 as one byte, others low byte first); `seed` continues an earlier one. */
export function crc32(text: string, seed = 0): number {
  let crc = ~seed >>> 0;
  const feed = (byte: number): void => {
    crc = (crc ^ byte) >>> 0;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 1) === 1 ? ((crc >>> 1) ^ 0xedb88320) >>> 0 : crc >>> 1;
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    feed(unit & 0xff);
    if (unit > 0xff) feed(unit >>> 8);
  }
  return ~crc >>> 0;
}
