import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Centres } from '@gridstaff/roster';
import { DomainError, type Id } from '@gridstaff/kernel';
import { layersOf } from '@gridstaff/policy';
import { projectRoot } from '@gridstaff/runtime';
import { Injectable } from '@nestjs/common';
import { parse } from 'yaml';
import { type LeaveKindEntry, LeaveKinds, layLeaveKinds } from '../domain/leave-kinds';

const DIR = (): string => path.join(projectRoot(), 'config/leave');

/** The kinds of a region: the file of each layer that there is, the most general first. @throws DomainError LEAVE_KINDS_INVALID */
export function readLeaveKinds(region: string, dir = DIR()): LeaveKinds {
  let kinds: LeaveKindEntry[] = [];
  for (const layer of layersOf(region)) {
    const name = `${layer}.yaml`;
    const file = path.join(dir, name);
    if (!existsSync(file)) continue;
    try {
      kinds = layLeaveKinds(kinds, parse(readFileSync(file, 'utf8'), { schema: 'core' }), name);
    } catch (error) {
      if (error instanceof DomainError) throw error;
      throw new DomainError('LEAVE_KINDS_INVALID', { file: name, path: 'YAML' }, { file: name }, [], { cause: error });
    }
  }
  return new LeaveKinds(kinds);
}

/** Kinds of leave, which come with the program, by the region of a centre. */
@Injectable()
export class LeaveCatalogue {
  private readonly byRegion = new Map<string, LeaveKinds>();

  constructor(private readonly centres: Centres) {}

  /** Codes, names and marks are the same everywhere; limits are those of the whole country. */
  readonly national: LeaveKinds = readLeaveKinds('CN');

  /** @throws DomainError NOT_FOUND */
  async of(centreId: Id): Promise<LeaveKinds> {
    const { region } = await this.centres.byId(centreId);
    const known = this.byRegion.get(region) ?? readLeaveKinds(region);
    this.byRegion.set(region, known);
    return known;
  }
}
