import { IsQueryWhole, Optional } from './fields';

export const LONGEST_PAGE = 200;
const USUAL_PAGE = 50;

/** How many rows of a list, counted from its cursor. */
export class PageQuery {
  @Optional()
  @IsQueryWhole(1, LONGEST_PAGE)
  limit: number = USUAL_PAGE;
}
