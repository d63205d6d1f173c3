/** An exported audit entry, columns as they are stored; `data` is JSON text. */
export interface ExportedAuditEntry {
  scope: string;
  seq: number;
  /** Epoch milliseconds. */
  at: number;
  userId: string;
  personId: string;
  osUser: string | null;
  action: string;
  subjectType: string;
  subjectId: string;
  data: string;
  reason: string | null;
  prevHash: string;
  hash: string;
}

/** A head known from elsewhere: a checked signature, a printed close sheet. */
export interface AuditAnchor {
  seq: number;
  hash: string;
}

export interface AuditFinding {
  scope: string;
  /** The first entry that is not as it was written. */
  seq: number;
  fault: 'changed' | 'unlinked' | 'missing' | 'cut' | 'anchor';
}

/** Hex digest of the UTF-8 bytes. */
export type Sha256 = (text: string) => string;

const FIRST_PREVIOUS = '0'.repeat(64);

/** Bytes that were hashed: previous hash, line feed, the other columns as a JSON array without spaces. */
function hashedText(e: ExportedAuditEntry): string {
  const columns = [
    e.scope,
    e.seq,
    e.at,
    e.userId,
    e.personId,
    e.osUser,
    e.action,
    e.subjectType,
    e.subjectId,
    e.data,
    e.reason,
  ];
  return `${e.prevHash}\n${JSON.stringify(columns)}`;
}

/**
 * Re-checks one chain from exported data alone: feed the entries in order of `seq`, then ask `end()`. Nothing is kept but the last hash,
 * so a chain of any length can be streamed. The first finding stands; entries after it are not judged.
 */
export class AuditChainCheck {
  private last: AuditAnchor = { seq: 0, hash: FIRST_PREVIOUS };
  private found: AuditFinding | undefined;
  private readonly anchors: ReadonlyMap<number, string>;

  constructor(
    private readonly scope: string,
    private readonly sha256: Sha256,
    anchors: readonly AuditAnchor[] = [],
  ) {
    this.anchors = new Map(anchors.map((a) => [a.seq, a.hash]));
  }

  /** Entries that were found good. */
  get checked(): number {
    return this.last.seq;
  }

  add(entry: ExportedAuditEntry): void {
    if (this.found) return;
    const fault = this.faultOf(entry);
    if (fault) this.found = { scope: this.scope, seq: this.last.seq + 1, fault };
    else this.last = { seq: entry.seq, hash: entry.hash };
  }

  /** The first bad entry, or undefined when the chain holds up to every anchor. */
  end(): AuditFinding | undefined {
    if (this.found) return this.found;
    const beyond = [...this.anchors.keys()].some((seq) => seq > this.last.seq);
    return beyond ? { scope: this.scope, seq: this.last.seq + 1, fault: 'cut' } : undefined;
  }

  private faultOf(entry: ExportedAuditEntry): AuditFinding['fault'] | undefined {
    if (entry.seq !== this.last.seq + 1) return 'missing';
    if (entry.scope !== this.scope || this.sha256(hashedText(entry)) !== entry.hash) return 'changed';
    if (entry.prevHash !== this.last.hash) return 'unlinked';
    const anchored = this.anchors.get(entry.seq);
    return anchored === undefined || anchored === entry.hash ? undefined : 'anchor';
  }
}
