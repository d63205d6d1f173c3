import { DomainError, type ErrorParams } from '@gridstaff/kernel';
import { type ChildProcess, fork } from 'node:child_process';
import path from 'node:path';
import { until } from './until';

/** A class of the product by its room, or by its file within `libs/` where the room keeps it to itself. */
export interface Part {
  file: string;
  name: string;
}

export const part = (room: string, name: string): Part => ({
  file: `libs/${room.includes('/') ? room : `${room}/src/index`}`,
  name,
});

/** A signal that the program sends to itself at the nth call of a method, counted from the moment it is told. */
export interface Strike extends Part {
  method: string;
  nth: number;
  when: 'before' | 'after';
  /** A number: for so many milliseconds the event loop stands still while the process lives on. */
  signal: 'SIGKILL' | 'SIGSTOP' | number;
}

/** The moments around COMMIT: all work is done but nothing durable; durable but nobody has heard of it. */
export const COMMIT = {
  before: { ...part('persistence', 'Database'), method: 'enter', when: 'after' },
  after: { ...part('persistence', 'UnitOfWork'), method: 'once', when: 'after' },
} as const;

export interface Event {
  event: 'loaded' | 'struck' | 'done' | 'refused';
  at?: string;
  code?: string;
}

/** The same methods, each answering from another process. */
export type Remote<T> = {
  [K in keyof T as T[K] extends (...args: never[]) => unknown ? K : never]: T[K] extends (...args: infer A) => infer R
    ? (...args: A) => Promise<Awaited<R>>
    : never;
};

interface PlainError {
  code: string;
  params: ErrorParams;
  message: string;
  details?: PlainError[];
}

interface Answer {
  id: number;
  value?: unknown;
  error?: PlainError;
}

/** The process was killed before it answered. */
export class ProgramGone extends Error {}

/** Nobody waits longer than this for a process to come to a certain point. */
const EVENT_MS = 30_000;
const SCRIPT = path.join(__dirname, 'program.cjs');
const running = new Set<Program>();

/** Kills whatever a test has left running. */
export async function killAll(): Promise<void> {
  await Promise.all([...running].map((program) => program.kill()));
}

/** One process of the product. */
export class Program {
  readonly events: Event[] = [];
  readonly gone: Promise<void>;
  private readonly child: ChildProcess;
  private readonly waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  private errors = '';
  private ended = false;
  private lastId = 0;

  /** Loads the build and waits to be told what to do. @param env beside what every process gets */
  constructor(env: Readonly<Record<string, string>> = {}) {
    const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
    this.child = fork(SCRIPT, [], {
      serialization: 'advanced',
      env: { PATH, HOME, TMPDIR, ...env },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    running.add(this);
    this.child.stderr?.on('data', (data: Buffer) => (this.errors = (this.errors + data.toString()).slice(-4_000)));
    this.child.on('message', (message: Event | Answer) => this.hear(message));
    this.gone = new Promise((resolve) => this.child.once('exit', () => resolve(this.end())));
  }

  get pid(): number {
    return this.child.pid as number;
  }

  get isGone(): boolean {
    return this.ended;
  }

  /** Standard error, its end. */
  get log(): string {
    return this.errors;
  }

  /** Starts the product; `consume`: this process works on jobs. @param now ISO instant at which its clock stands still */
  async open(settings: Readonly<Record<string, string>>, options: { consume: boolean; now?: string }): Promise<this> {
    await this.act('open', { env: { GRID_LOG_LEVEL: 'error', ...settings }, ...options });
    return this;
  }

  /** Calls go to the object that the program itself uses; errors come back as DomainErrors. */
  remote<T>({ file, name }: Part): Remote<T> {
    const method =
      (_: object, key: string) =>
      (...args: unknown[]) =>
        this.act('call', { file, name, method: key, args });
    return new Proxy({}, { get: method }) as Remote<T>;
  }

  async arm(strikes: readonly Strike[], reports: readonly (Part & { method: string })[] = []): Promise<this> {
    await this.act('arm', { strikes, reports });
    return this;
  }

  act<T>(act: string, input: object = {}): Promise<T> {
    const id = ++this.lastId;
    return new Promise<T>((resolve, reject) => {
      if (this.ended) return reject(new ProgramGone(this.errors));
      this.waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      // A process killed in between answers with its end.
      this.child.send({ id, act, input }, () => undefined);
    });
  }

  /** The first event of this kind, also one in the past. @throws ProgramGone when the process ends without, Error when it takes too long */
  async event(event: Event['event'], at: string): Promise<Event> {
    const find = (): Event | undefined => this.events.find((e) => e.event === event && e.at === at);
    await until(`${event} at ${at}`, EVENT_MS, () => {
      if (!find() && this.ended) throw new ProgramGone(`no ${event} at ${at}; ${this.errors}`);
      return Promise.resolve(find() !== undefined);
    });
    return find() as Event;
  }

  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  thaw(): void {
    this.child.kill('SIGCONT');
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    if (!this.ended) this.child.kill('SIGKILL');
    await this.gone;
  }

  private hear(message: Event | Answer): void {
    if ('event' in message) {
      this.events.push(message);
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (message.error) waiting?.reject(restored(message.error));
    else waiting?.resolve(message.value);
  }

  private end(): void {
    this.ended = true;
    running.delete(this);
    for (const { reject } of this.waiting.values()) reject(new ProgramGone(this.errors));
    this.waiting.clear();
  }
}

function restored({ code, params, message, details = [] }: PlainError): DomainError {
  return new DomainError(code, params ?? {}, {}, details.map(restored), { cause: message });
}

/** For a catch: the answer that never came is expected. @throws any other error */
export function killed(error: unknown): false {
  if (!(error instanceof ProgramGone)) throw error;
  return false;
}
