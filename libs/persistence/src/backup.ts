import { DomainError } from '@gridstaff/kernel';
import type { Clock, DatabaseSettings } from '@gridstaff/runtime';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, createReadStream, createWriteStream, existsSync, openSync, readSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { type Engine, sqliteFile } from './data-source';
import { Sqlite } from './sqlite';

const MAGIC = 'GRIDSTAFF-BACKUP 1';
/** Fixed room for the first two lines, so that the hash can be written after the content. */
const HEADER_BYTES = 512;

interface BackupHeader {
  engine: Engine;
  takenAt: string;
  /** SHA-256 of everything behind the header. */
  sha256: string;
  bytes: number;
}

/**
 * `db backup` and `db restore`: one file, a header line and the gzipped database (SQLite's online copy; a consistent dump on MySQL).
 * The key folder is not in it: without the keys a backup shows no ID number, phone or card.
 */
export class Backup {
  constructor(
    private readonly settings: DatabaseSettings,
    private readonly clock: Clock,
  ) {}

  /** Consistent while the application runs. @throws DomainError BACKUP_TOOL_MISSING */
  async write(file: string): Promise<BackupHeader> {
    const making = `${file}.${process.pid}.part`;
    try {
      if (this.settings.kind === 'sqlite') await this.copySqlite(making);
      else await this.dumpMysql(making);
      const header = { engine: this.settings.kind, takenAt: this.clock.now().toISOString(), ...(await digest(making)) };
      writeHeader(making, header);
      renameSync(making, file);
      return header;
    } finally {
      rmSync(making, { force: true });
    }
  }

  /** Checks the whole file before it touches anything. @throws DomainError BACKUP_DAMAGED, BACKUP_OTHER_ENGINE */
  async restore(file: string): Promise<BackupHeader> {
    const header = await readChecked(file);
    if (header.engine !== this.settings.kind) throw new DomainError('BACKUP_OTHER_ENGINE', { from: header.engine, to: this.settings.kind });
    if (header.engine === 'sqlite') await this.restoreSqlite(file);
    else await this.runTool(['mariadb', 'mysql'], [], createReadStream(file, { start: HEADER_BYTES }).pipe(createGunzip()));
    return header;
  }

  private async copySqlite(target: string): Promise<void> {
    const copy = `${target}.db`;
    const source = new Sqlite(sqliteFile(this.settings.url), { readonly: true, fileMustExist: true });
    try {
      await source.backup(copy);
    } finally {
      source.close();
    }
    await pipeline(createReadStream(copy), createGzip(), createWriteStream(target, { start: HEADER_BYTES }));
    rmSync(copy, { force: true });
  }

  /** The present file stays beside the restored one as `….before-restore`. */
  private async restoreSqlite(file: string): Promise<void> {
    const target = sqliteFile(this.settings.url);
    const making = `${target}.restoring`;
    await pipeline(createReadStream(file, { start: HEADER_BYTES }), createGunzip(), createWriteStream(making));
    const restored = new Sqlite(making, { fileMustExist: true });
    const sound = restored.pragma('integrity_check', { simple: true });
    restored.close();
    if (sound !== 'ok') {
      rmSync(making, { force: true });
      throw new DomainError('BACKUP_DAMAGED', { reason: 'integrity_check' }, { file });
    }
    for (const suffix of ['-wal', '-shm']) rmSync(target + suffix, { force: true });
    if (existsSync(target)) renameSync(target, `${target}.before-restore`);
    renameSync(making, target);
  }

  private async dumpMysql(target: string): Promise<void> {
    const out = createGzip();
    const written = pipeline(out, createWriteStream(target, { start: HEADER_BYTES }));
    await this.runTool(['mariadb-dump', 'mysqldump'], ['--single-transaction', '--skip-lock-tables', '--hex-blob', '--skip-comments'], undefined, out);
    await written;
  }

  /** The password goes through the environment, never through the process list. */
  private async runTool(tools: readonly string[], flags: readonly string[], input?: NodeJS.ReadableStream, output?: NodeJS.WritableStream): Promise<void> {
    const url = new URL(this.settings.url);
    const args = ['--host', url.hostname, '--port', url.port || '3306', '--protocol', 'tcp', '--user', decodeURIComponent(url.username), ...flags, url.pathname.slice(1)];
    for (const tool of tools) {
      const child = spawn(tool, args, { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, MYSQL_PWD: decodeURIComponent(url.password) } });
      const errors: Buffer[] = [];
      child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
      const ended = new Promise<number>((resolve, reject) => {
        child.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? resolve(-1) : reject(error)));
        child.on('close', (code) => resolve(code ?? 1));
      });
      // A client that refuses early closes its input: its exit code tells the story, not our EPIPE.
      child.stdin.on('error', () => undefined);
      if (child.pid !== undefined) {
        if (input) input.pipe(child.stdin);
        else child.stdin.end();
        if (output) child.stdout.pipe(output);
        else child.stdout.resume();
      }
      const code = await ended;
      if (code === 0) return;
      if (code !== -1) throw new DomainError('DATABASE_UNAVAILABLE', {}, {}, [], { cause: new Error(Buffer.concat(errors).toString('utf8').slice(0, 500)) });
    }
    throw new DomainError('BACKUP_TOOL_MISSING', { tool: tools.join(' / ') });
  }
}

async function digest(file: string): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { start: HEADER_BYTES }), hash);
  return { sha256: hash.digest('hex'), bytes: statSync(file).size - HEADER_BYTES };
}

function writeHeader(file: string, header: BackupHeader): void {
  const text = Buffer.alloc(HEADER_BYTES, ' ');
  text.write(`${MAGIC}\n${JSON.stringify(header)}\n`);
  const handle = openSync(file, 'r+');
  writeSync(handle, text, 0, HEADER_BYTES, 0);
  closeSync(handle);
}

async function readChecked(file: string): Promise<BackupHeader> {
  if (!existsSync(file)) throw new DomainError('FILE_UNREADABLE', { file }, { file });
  const text = Buffer.alloc(HEADER_BYTES);
  const handle = openSync(file, 'r');
  readSync(handle, text, 0, HEADER_BYTES, 0);
  closeSync(handle);
  const [magic, json] = text.toString('utf8').split('\n');
  if (magic !== MAGIC) throw new DomainError('BACKUP_DAMAGED', { reason: 'header' }, { file });
  let header: BackupHeader;
  try {
    header = JSON.parse(json ?? '') as BackupHeader;
  } catch {
    throw new DomainError('BACKUP_DAMAGED', { reason: 'header' }, { file });
  }
  const found = await digest(file);
  if (found.sha256 !== header.sha256 || found.bytes !== header.bytes) throw new DomainError('BACKUP_DAMAGED', { reason: 'sha256' }, { file });
  return header;
}
