import { invariant } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';
import type { BatchRoom, BatchWatch } from './batch-room';

/** Who made the rows of batches, and who reads them; each feature's module registers its own at start. */
@Injectable()
export class BatchRegistry {
  private readonly rooms = new Map<string, BatchRoom>();
  private readonly watching: BatchWatch[] = [];

  registerRoom(room: BatchRoom): void {
    for (const source of room.sources) {
      invariant(!this.rooms.has(source), `two rooms for rows of ${source}`);
      this.rooms.set(source, room);
    }
  }

  registerWatch(watch: BatchWatch): void {
    this.watching.push(watch);
  }

  get watches(): readonly BatchWatch[] {
    return this.watching;
  }

  roomOf(source: string): BatchRoom {
    const room = this.rooms.get(source);
    invariant(room, `no room for rows of ${source}`);
    return room;
  }
}
