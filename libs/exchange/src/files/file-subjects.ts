import type { Id } from '@gridstaff/kernel';
import { Injectable } from '@nestjs/common';

/** Wrapped keys of subjects that have one: with the key of a person go all of the person's files. */
export interface FileSubject {
  name: string;
  keysOf(centreId: Id, subjectIds: readonly Id[]): Promise<ReadonlyMap<Id, string>>;
}

/** What files may belong to. A subject that no room has registered has no key of its own; its files get one each. */
@Injectable()
export class FileSubjects {
  private readonly known = new Map<string, FileSubject>();

  register(subject: FileSubject): void {
    this.known.set(subject.name, subject);
  }

  find(name: string): FileSubject | undefined {
    return this.known.get(name);
  }
}
