import { IsFreeList } from '../common/fields';

const MOST_CASES = 1000;

/** Each case is checked and answered by itself: one bad case never spoils the others. */
export class CalculatorsBody {
  @IsFreeList(MOST_CASES)
  cases!: unknown[];
}
