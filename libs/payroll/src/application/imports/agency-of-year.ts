import { firstDay, type Id, type LocalDate } from '@gridstaff/kernel';
import { PayFactsReader } from '@gridstaff/roster';
import { Injectable } from '@nestjs/common';
import { EVERYONE } from '../pay-calculator';

/** Which agency a worker's tax figures of a year belong to. */
@Injectable()
export class AgencyOfYear {
  constructor(private readonly roster: PayFactsReader) {}

  /**
   * By worker number: the agency of the last engagement that had begun by the end of the given month, else of the first one of the year.
   * @param month 0: at the beginning of the year
   */
  async agencies(
    centreId: Id,
    year: number,
    month: (workerNo: number) => number,
    knownAt: number,
  ): Promise<Map<number, Id>> {
    const window = { centreId, from: firstDay(`${year}-01`), to: firstDay(`${year + 1}-01`), knownAt };
    const found = new Map<number, Id>();
    for (const { workerNo, engagements } of await this.roster.payFacts(window, EVERYONE.fromNo, EVERYONE.toNo)) {
      const end: LocalDate = `${year}-${String(Math.max(month(workerNo), 1)).padStart(2, '0')}-31`;
      const agency = engagements.findLast((e) => e.from <= end) ?? engagements[0];
      if (agency) found.set(workerNo, agency.agencyId);
    }
    return found;
  }
}
