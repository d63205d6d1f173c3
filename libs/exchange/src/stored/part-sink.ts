import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { PART_BYTES } from './sealed-parts.repository';

/** Parts written in one unit. */
const PARTS_AT_ONCE = 8;

/** Takes a file as it is written and hands it on in parts, so that no more than a few of them stand in memory; counts and digests what passes. */
export class PartSink extends Writable {
  bytes = 0;
  private readonly digest = createHash('sha256');
  private held: Buffer[] = [];
  private heldBytes = 0;
  private next = 1;

  /** @param store is given parts `first`, `first` + 1 … of the file, in order, one call after the other */
  constructor(private readonly store: (first: number, parts: readonly Buffer[]) => Promise<void>) {
    super({ highWaterMark: PART_BYTES });
  }

  get sha256(): string {
    return this.digest.copy().digest('hex');
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.bytes += chunk.length;
    this.digest.update(chunk);
    this.held.push(chunk);
    this.heldBytes += chunk.length;
    if (this.heldBytes < PART_BYTES * PARTS_AT_ONCE) done();
    else this.handOn(false).then(() => done(), done);
  }

  override _final(done: (error?: Error | null) => void): void {
    this.handOn(true).then(() => done(), done);
  }

  private async handOn(all: boolean): Promise<void> {
    const whole = Buffer.concat(this.held);
    const end = all ? whole.length : whole.length - (whole.length % PART_BYTES);
    const parts: Buffer[] = [];
    for (let at = 0; at < end; at += PART_BYTES) parts.push(whole.subarray(at, Math.min(at + PART_BYTES, end)));
    this.held = [whole.subarray(end)];
    this.heldBytes = whole.length - end;
    if (parts.length === 0) return;
    await this.store(this.next, parts);
    this.next += parts.length;
  }
}
