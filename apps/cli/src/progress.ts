/** A command that ends sooner shows no bar. */
const PATIENCE_MS = 1000;
const REDRAW_MS = 200;
const CELLS = 24;
const CLEAR_LINE = '\r\u001b[K';

/** The part of a terminal's stream that the bar needs. */
export interface ProgressStream {
  isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * A bar on a terminal's standard error, from the first second on. Commands that know how far they are call `at`; for the others it moves to
 * and fro with the seconds gone. Where standard error is no terminal nothing is ever drawn.
 */
export class Progress {
  private readonly started = performance.now();
  private readonly timer: NodeJS.Timeout | undefined;
  private share: number | null = null;
  private label = '';
  private drawn = false;

  constructor(private readonly stream: ProgressStream) {
    if (!stream.isTTY) return;
    this.timer = setInterval(() => this.draw(), REDRAW_MS);
    // The bar never keeps a finished command alive.
    this.timer.unref();
  }

  /** @param done of `total` steps */
  at(done: number, total: number, label: string): void {
    this.share = total > 0 ? done / total : null;
    this.label = label;
    if (this.timer) this.draw();
  }

  /** Takes the bar off its line, so that a message can stand there; the next redraw brings it back. */
  clear(): void {
    if (!this.drawn) return;
    this.stream.write(CLEAR_LINE);
    this.drawn = false;
  }

  stop(): void {
    clearInterval(this.timer);
    this.clear();
  }

  private draw(): void {
    const elapsed = performance.now() - this.started;
    if (elapsed < PATIENCE_MS) return;
    const seconds = `${Math.floor(elapsed / 1000)} s`;
    const shown = this.share === null ? toAndFro(Math.floor(elapsed / REDRAW_MS)) : `${filled(this.share)} ${Math.floor(this.share * 100)} %`;
    this.stream.write(`${CLEAR_LINE}${[shown, seconds, this.label].filter((part) => part !== '').join('  ')}`);
    this.drawn = true;
  }
}

function filled(share: number): string {
  const cells = Math.round(Math.min(1, Math.max(0, share)) * CELLS);
  return `[${'#'.repeat(cells)}${'-'.repeat(CELLS - cells)}]`;
}

function toAndFro(tick: number): string {
  const last = CELLS - 3;
  const phase = tick % (2 * last);
  const at = phase <= last ? phase : 2 * last - phase;
  return `[${'-'.repeat(at)}###${'-'.repeat(last - at)}]`;
}
