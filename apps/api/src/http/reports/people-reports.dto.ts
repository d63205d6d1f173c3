import {
  HEAD_COUNT_GROUPINGS,
  type HeadCountGrouping,
  PEOPLE_REPORTS,
  type PeopleReportKind,
} from '@gridstaff/reporting';
import { IsChoice, IsLocalDate, IsText, Optional } from '../common/fields';

export class PeopleReportQueryDto {
  @IsChoice(PEOPLE_REPORTS)
  report!: PeopleReportKind;

  /** Day of a head count and of seats; default today. */
  @Optional()
  @IsLocalDate()
  on?: string;

  /** First day of the other reports; default the first of January. */
  @Optional()
  @IsLocalDate()
  from?: string;

  /** Last day, inclusive; default today; 1,096 days at most. */
  @Optional()
  @IsLocalDate()
  until?: string;

  /** What a head count is grouped by; default by unit. */
  @Optional()
  @IsChoice(HEAD_COUNT_GROUPINGS)
  by?: HeadCountGrouping;

  /** Code of a unit: people whose main grid is it or below it. */
  @Optional()
  @IsText(32)
  unit?: string;

  /** Code of an agency. */
  @Optional()
  @IsText(32)
  agency?: string;

  @Optional()
  @IsText(32)
  post?: string;
}
