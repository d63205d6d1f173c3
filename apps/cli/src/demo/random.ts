/** Seeded generator (mulberry32): the same seed gives the same people and the same year. */
export class SeededRandom {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** Uniform in [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** Whole number in [min, max]. */
  int(min: number, max: number): number {
    return min + Math.floor(this.next() * (max - min + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(values: readonly T[]): T {
    return values[this.int(0, values.length - 1)] as T;
  }

  /** `count` different values, in their original order. */
  sample<T>(values: readonly T[], count: number): T[] {
    const left = [...values.keys()];
    for (let i = left.length - 1; i > 0; i--) {
      const j = this.int(0, i);
      [left[i], left[j]] = [left[j] as number, left[i] as number];
    }
    return left
      .slice(0, count)
      .sort((a, b) => a - b)
      .map((i) => values[i] as T);
  }
}
