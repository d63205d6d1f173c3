/** The fund ledger as plain data, amounts in fen. Shares no code with the room that writes it. */
export interface LedgerData {
  funds: readonly {
    fundId: string;
    /** A line that was published as zero: it must never have moved. */
    zeroLine: boolean;
    balances: { granted: number; available: number; reserved: number; paid: number };
    lastNo: number;
  }[];
  entries: readonly {
    id: string;
    fundId: string;
    no: number;
    kind: string;
    sourceType: string;
    sourceId: string;
    sourcePart: number;
    reservationId: string | null;
    availableAfter: number;
    legs: readonly { no: number; account: string; amount: number }[];
  }[];
  reservations: readonly {
    id: string;
    fundId: string;
    runId: string;
    amount: number;
    remaining: number;
    status: string;
  }[];
  /** What each approved run must hold, in fen (gross + employer insurance + employer fund + fee); left out where runs are not checked. */
  runs?: readonly { runId: string; total: number }[];
}

export interface LedgerViolation {
  /** Stable name of the rule that is broken. */
  rule: string;
  subject: 'fund' | 'entry' | 'reservation' | 'run';
  id: string;
  expected: string;
  found: string;
}

const ACCOUNTS = ['granted', 'available', 'reserved', 'paid'];

/** From which account each kind of entry takes and to which it gives. */
const KINDS: Readonly<Record<string, readonly [string, string]>> = {
  appropriate: ['granted', 'available'],
  opening: ['available', 'paid'],
  reserve: ['available', 'reserved'],
  void: ['reserved', 'available'],
  release: ['reserved', 'available'],
  post: ['reserved', 'paid'],
};

type Fund = LedgerData['funds'][number];
type Entry = LedgerData['entries'][number];

class LedgerCheck {
  readonly violations: LedgerViolation[] = [];

  constructor(private readonly data: LedgerData) {}

  run(): LedgerViolation[] {
    const byFund = new Map<string, Entry[]>(this.data.funds.map((fund) => [fund.fundId, []]));
    const sources = new Set<string>();
    for (const entry of this.data.entries) {
      const list = byFund.get(entry.fundId);
      if (list) list.push(entry);
      else this.found('entry-of-unknown-fund', 'entry', entry.id, 'a fund of the export', entry.fundId);
      const source = `${entry.sourceType} ${entry.sourceId} ${entry.sourcePart}`;
      if (sources.has(source)) this.found('source-entered-once', 'entry', entry.id, 'one entry', source);
      sources.add(source);
      this.entry(entry);
    }
    for (const fund of this.data.funds) this.fund(fund, byFund.get(fund.fundId) ?? []);
    this.reservations();
    this.runs();
    return this.violations;
  }

  private found(
    rule: string,
    subject: LedgerViolation['subject'],
    id: string,
    expected: string | number,
    found: string | number,
  ): void {
    this.violations.push({ rule, subject, id, expected: String(expected), found: String(found) });
  }

  private same(rule: string, subject: LedgerViolation['subject'], id: string, expected: number, found: number): void {
    if (expected !== found) this.found(rule, subject, id, expected, found);
  }

  private entry(entry: Entry): void {
    let sum = 0;
    for (const leg of entry.legs) {
      if (!Number.isSafeInteger(leg.amount))
        this.found('leg-is-whole-fen', 'entry', entry.id, 'an integer', leg.amount);
      if (!ACCOUNTS.includes(leg.account))
        this.found('leg-account', 'entry', entry.id, ACCOUNTS.join(' '), leg.account);
      sum += leg.amount;
    }
    this.same('legs-sum-to-zero', 'entry', entry.id, 0, sum);
    const accounts = [...entry.legs]
      .sort((a, b) => a.no - b.no)
      .map((leg) => leg.account)
      .join(' ');
    const expected = Object.hasOwn(KINDS, entry.kind) ? (KINDS[entry.kind] ?? []).join(' ') : 'a known kind';
    if (accounts !== expected) this.found('legs-of-kind', 'entry', entry.id, `${entry.kind}: ${expected}`, accounts);
    const taken = entry.legs.find((leg) => leg.no === 1)?.amount ?? 0;
    if (entry.kind !== 'appropriate' && taken >= 0)
      this.found('moves-forward', 'entry', entry.id, 'takes from the first account', taken);
  }

  private fund(fund: Fund, entries: readonly Entry[]): void {
    const sums = new Map<string, number>(ACCOUNTS.map((account) => [account, 0]));
    let no = 0;
    for (const entry of [...entries].sort((a, b) => a.no - b.no)) {
      no += 1;
      this.same('numbered-without-gaps', 'entry', entry.id, no, entry.no);
      for (const { account, amount } of entry.legs)
        sums.set(account, (sums.get(account) ?? 0) + (account === 'granted' ? -amount : amount));
      for (const [account, sum] of sums)
        if (sum < 0) this.found('never-below-zero', 'entry', entry.id, `${account} ≥ 0`, sum);
      this.same('running-balance', 'entry', entry.id, sums.get('available') ?? 0, entry.availableAfter);
    }
    this.same('last-number', 'fund', fund.fundId, no, fund.lastNo);
    const { granted, available, reserved, paid } = fund.balances;
    for (const [account, stored] of Object.entries({ granted, available, reserved, paid })) {
      this.same(`balance-${account}`, 'fund', fund.fundId, sums.get(account) ?? 0, stored);
    }
    this.same('granted-is-available-reserved-paid', 'fund', fund.fundId, granted, available + reserved + paid);
    if (fund.zeroLine) this.same('zero-line-never-moves', 'fund', fund.fundId, 0, entries.length);
  }

  private reservations(): void {
    const moved = new Map<string, Map<string, number>>();
    for (const entry of this.data.entries) {
      if (entry.reservationId === null) continue;
      const kinds = moved.get(entry.reservationId) ?? new Map<string, number>();
      kinds.set(entry.kind, (kinds.get(entry.kind) ?? 0) + (entry.legs.find((leg) => leg.no === 2)?.amount ?? 0));
      moved.set(entry.reservationId, kinds);
    }
    const open = new Map<string, number>();
    for (const reservation of this.data.reservations) {
      const of = (kind: string): number => moved.get(reservation.id)?.get(kind) ?? 0;
      const rest = of('reserve') - of('post') - of('void') - of('release');
      this.same('reservation-amount', 'reservation', reservation.id, of('reserve'), reservation.amount);
      this.same('reservation-remaining', 'reservation', reservation.id, rest, reservation.remaining);
      this.status(reservation, of);
      open.set(reservation.fundId, (open.get(reservation.fundId) ?? 0) + reservation.remaining);
      moved.delete(reservation.id);
    }
    for (const id of moved.keys())
      this.found('entry-of-unknown-reservation', 'reservation', id, 'a reservation of the export', 'none');
    for (const fund of this.data.funds)
      this.same(
        'reserved-is-open-reservations',
        'fund',
        fund.fundId,
        open.get(fund.fundId) ?? 0,
        fund.balances.reserved,
      );
  }

  private status(
    { id, status, amount, remaining }: LedgerData['reservations'][number],
    of: (kind: string) => number,
  ): void {
    const holds: Record<string, boolean> = {
      open: remaining > 0 && of('void') + of('release') === 0,
      posted: remaining === 0 && of('post') === amount,
      voided: remaining === 0 && of('void') === amount,
      released: remaining === 0 && of('release') > 0 && of('void') === 0,
    };
    if (!Object.hasOwn(holds, status) || !holds[status])
      this.found('reservation-status', 'reservation', id, 'a status that its entries show', status);
  }

  private runs(): void {
    if (!this.data.runs) return;
    const held = new Map<string, number>();
    for (const { runId, amount, status } of this.data.reservations)
      if (status !== 'voided') held.set(runId, (held.get(runId) ?? 0) + amount);
    for (const { runId, total } of this.data.runs) {
      this.same('run-is-reserved', 'run', runId, total, held.get(runId) ?? 0);
      held.delete(runId);
    }
    for (const [runId, amount] of held) this.found('reserved-without-run', 'run', runId, 'an approved run', amount);
  }
}

/**
 * Re-computes everything the ledger stores from its legs alone (invariant I2): legs add up to zero, entries are numbered without gaps,
 * no account was ever below zero, stored balances, running balances and reservations are what the legs say, no cause was entered twice.
 * @returns every violation; none when the ledger holds
 */
export function checkLedger(data: LedgerData): LedgerViolation[] {
  return new LedgerCheck(data).run();
}
