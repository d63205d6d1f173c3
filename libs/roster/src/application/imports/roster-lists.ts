import type { ListEntry, TemplateLists } from '@gridstaff/exchange';
import { asOf, type Id } from '@gridstaff/kernel';
import { Clock } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { OrganisationStore } from '../../domain/stores';

const byValue = (a: ListEntry, b: ListEntry): number => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);

/** The centre's dictionaries that templates of all rooms offer: units, grids, agencies, grades, posts and certificates, as they are today. */
@Injectable()
export class RosterLists {
  constructor(
    private readonly organisation: OrganisationStore,
    private readonly clock: Clock,
  ) {}

  registerWith(lists: TemplateLists): void {
    lists.register('unit', (centreId) => this.units(centreId));
    lists.register('grid', (centreId) => this.units(centreId, 'grid'));
    lists.register('agency', async (centreId) =>
      (await this.organisation.agencies(centreId)).map(({ code, name }) => ({ value: name, name: code })).sort(byValue),
    );
    lists.register('grade', async (centreId) =>
      [...(await this.organisation.reference(centreId)).grades].map(({ code, name }) => ({ value: code, name })).sort(byValue),
    );
    lists.register('post', async (centreId) => {
      const posts = new Set([...(await this.organisation.reference(centreId)).grades].map(({ postCode }) => postCode));
      return [...posts].map((value) => ({ value, name: value })).sort(byValue);
    });
    lists.register('certificate', async (centreId) =>
      (await this.organisation.reference(centreId)).certificateCodes.map((value) => ({ value, name: value })).sort(byValue),
    );
  }

  /** What is closed today is not offered. */
  private async units(centreId: Id, kind?: string): Promise<ListEntry[]> {
    const reference = await this.organisation.reference(centreId);
    const today = this.clock.today();
    return [...reference.units]
      .flatMap(({ id, code }) => {
        const unit = asOf(reference.unitFacts(id), today);
        return unit && (kind === undefined || unit.kind === kind) ? [{ value: code, name: unit.name }] : [];
      })
      .sort(byValue);
  }
}
