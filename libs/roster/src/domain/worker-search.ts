import type { Id, LocalDate, Page, PageRequest } from '@gridstaff/kernel';
import type { EngagementStatus } from './worker-facts';

/** Who is meant by a text: any of these. Numbers that are sealed come as their blind index. */
export interface SoughtText {
  /** Beginning of a name, its pinyin or its initials. */
  term?: string;
  workerNo?: number;
  idIndex?: string;
  idTailIndex?: string;
  phoneIndex?: string;
  phoneTailIndex?: string;
  /** Beginnings of the code of the main grid. */
  unitCodes: readonly string[];
}

/** Every given condition must hold on the date; none of them but the text finds people who are not engaged then. */
export interface WorkerFilter {
  centreId: Id;
  on: LocalDate;
  text?: SoughtText;
  /** The worker's main grid is one of these. */
  unitCodes?: readonly string[];
  agencyCode?: string;
  postCode?: string;
  status?: EngagementStatus;
  /** Bears this tag. */
  tagCode?: string;
  engagedOnly?: boolean;
}

/** What the roster may be sorted by; dated values are those in force on the date of the filter, people without one come first. */
export type WorkerSort = 'workerNo' | 'name' | 'joinedOn' | 'grid' | 'agency';
export type WorkerPageRequest = PageRequest<WorkerSort>;

/** What the roster shows of a worker on the date; null where there is none. */
export interface ListedStanding {
  agencyCode: string;
  status: EngagementStatus;
  joinedOn: LocalDate;
  unitCode: string | null;
  gradeCode: string | null;
  postCode: string | null;
}

export interface FoundWorker {
  no: number;
  standing: ListedStanding | null;
}

/** Finds workers in tables made for it, whatever the number of people. */
export abstract class WorkerSearch {
  abstract page(filter: WorkerFilter, request: WorkerPageRequest): Promise<Page<FoundWorker>>;
  abstract count(filter: WorkerFilter): Promise<number>;
}
