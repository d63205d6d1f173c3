import { checkLedger, type LedgerData } from './ledger';

type Entry = LedgerData['entries'][number];
type Mutable<T> = {
  -readonly [K in keyof T]: T[K] extends readonly (infer U)[]
    ? Mutable<U>[]
    : T[K] extends object
      ? Mutable<T[K]>
      : T[K];
};

const entry = (
  no: number,
  kind: string,
  accounts: [string, string],
  amount: number,
  availableAfter: number,
  over: Partial<Entry> = {},
): Entry => ({
  ...{
    id: `e${no}`,
    fundId: 'f',
    no,
    kind,
    sourceType: 'reservation',
    sourceId: `s${no}`,
    sourcePart: 1,
    reservationId: 'r',
    availableAfter,
  },
  legs: [
    { no: 1, account: accounts[0], amount: -amount },
    { no: 2, account: accounts[1], amount },
  ],
  ...over,
});

/** 1,000 granted; 300 reserved, 250 of it paid, 50 given back; a zero line beside it. */
const sound = (): Mutable<LedgerData> => ({
  funds: [
    { fundId: 'f', zeroLine: false, balances: { granted: 1000, available: 750, reserved: 0, paid: 250 }, lastNo: 4 },
    { fundId: 'z', zeroLine: true, balances: { granted: 0, available: 0, reserved: 0, paid: 0 }, lastNo: 0 },
  ],
  entries: [
    entry(1, 'appropriate', ['granted', 'available'], 1000, 1000, { reservationId: null, sourceType: 'appropriation' }),
    entry(2, 'reserve', ['available', 'reserved'], 300, 700),
    entry(3, 'post', ['reserved', 'paid'], 250, 700),
    entry(4, 'release', ['reserved', 'available'], 50, 750),
  ] as Mutable<Entry>[],
  reservations: [{ id: 'r', fundId: 'f', runId: 'run', amount: 300, remaining: 0, status: 'released' }],
  runs: [{ runId: 'run', total: 300 }],
});

describe('ledger check', () => {
  it('finds nothing in a sound ledger, whatever the order of its rows', () => {
    expect(checkLedger(sound())).toEqual([]);
    const turned = sound();
    turned.entries.reverse();
    expect(checkLedger(turned)).toEqual([]);
  });

  const damage: [string, string, (data: Mutable<LedgerData>) => void][] = [
    ['a leg changed by one fen', 'legs-sum-to-zero', (d) => void (d.entries[2]!.legs[1]!.amount += 1)],
    ['both legs changed', 'balance-paid', (d) => d.entries[2]!.legs.forEach((leg) => (leg.amount *= 2))],
    ['a stored balance changed', 'balance-available', (d) => void (d.funds[0]!.balances.available += 1)],
    [
      'balances that still tie but are not what the legs say',
      'balance-paid',
      (d) => {
        d.funds[0]!.balances.available += 1;
        d.funds[0]!.balances.paid -= 1;
      },
    ],
    ['a removed entry', 'numbered-without-gaps', (d) => void d.entries.splice(2, 1)],
    ['the last entry removed', 'last-number', (d) => void d.entries.pop()],
    ['one cause entered twice', 'source-entered-once', (d) => void (d.entries[3]!.sourceId = d.entries[2]!.sourceId)],
    ['overspending on the way', 'never-below-zero', (d) => d.entries[1]!.legs.forEach((leg) => (leg.amount *= 10))],
    ['a running balance that was touched', 'running-balance', (d) => void (d.entries[1]!.availableAfter = 1)],
    ['an entry turned round', 'moves-forward', (d) => d.entries[3]!.legs.forEach((leg) => (leg.amount *= -1))],
    ['accounts that the kind does not move', 'legs-of-kind', (d) => void (d.entries[3]!.kind = 'post')],
    ['a reservation changed afterwards', 'reservation-amount', (d) => void (d.reservations[0]!.amount = 299)],
    ['a rest that nothing explains', 'reservation-remaining', (d) => void (d.reservations[0]!.remaining = 10)],
    ['an ended reservation shown as open', 'reservation-status', (d) => void (d.reservations[0]!.status = 'open')],
    ['a reservation that is missing', 'entry-of-unknown-reservation', (d) => void d.reservations.pop()],
    [
      'reserved money that no reservation holds',
      'reserved-is-open-reservations',
      (d) => void (d.funds[0]!.balances.reserved = 5),
    ],
    ['a run of another total', 'run-is-reserved', (d) => void (d.runs![0]!.total = 301)],
    ['a reservation of no run', 'reserved-without-run', (d) => void (d.runs = [])],
    ['an entry on a zero line', 'zero-line-never-moves', (d) => void (d.entries[0]!.fundId = 'z')],
  ];

  it.each(damage)('finds %s', (_, rule, harm) => {
    const data = sound();
    harm(data);
    expect(checkLedger(data).map((violation) => violation.rule)).toContain(rule);
  });
});
