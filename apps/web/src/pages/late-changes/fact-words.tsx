import { formatYuan } from '@gridstaff/kernel';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LateChange } from '../../shared/api/late-calls';
import { grouped } from '../../shared/money';
import { Tag } from '../../shared/tag';

/** What the values of a fact are; whatever is not named here is a code or a text and shown as it is. */
const AMOUNTS = new Set(['base', 'post', 'performance', 'amount', 'award', 'insuranceBase', 'fundBase', 'contractWage', 'lowestSamePost']);
const HUNDREDTHS = new Set(['days', 'weekday', 'restday', 'holiday', 'restdayOff', 'score']);
/** Said by another value of the same fact, or by the row. */
const SILENT = new Set(['joinedOn', 'postCode', 'number', 'issuedOn', 'fundEmployerRate', 'fundEmployeeRate']);
const WORDS = new Set(['status', 'endReason', 'kind', 'leaveKind']);

export interface Names {
  agency: (id: string) => string;
  unit: (id: string) => string;
}

/** The kind of a late change and what it says, in the words of the screen. */
export function FactWords({ change, names }: { change: LateChange; names: Names }): ReactElement {
  const { t, i18n } = useTranslation('late');
  const { kind, kind_zh, kind_en, key, retracted, values } = change;
  const word = (name: string, value: unknown): string => {
    if (name === 'agencyId') return names.agency(String(value));
    if (name === 'orgUnitId') return names.unit(String(value));
    if (typeof value === 'boolean') return t(value ? 'common:yes' : 'common:no');
    if (AMOUNTS.has(name)) return grouped(formatYuan(Number(value)));
    if (HUNDREDTHS.has(name)) return String(Number(value) / 100);
    return WORDS.has(name) ? t(`word.${String(value)}`, { defaultValue: String(value) }) : String(value);
  };
  const said = Object.entries(values).filter(
    ([name, value]) => value !== null && value !== false && !SILENT.has(name) && !(HUNDREDTHS.has(name) && value === 0),
  );
  const about = key === null ? '' : kind === 'agency_fee' ? names.agency(key) : key;
  return (
    <>
      <strong>{i18n.language === 'en' ? kind_en : kind_zh}</strong> {about && <span>{about} </span>}
      {retracted && <Tag tone="warn">{t('takenBack')}</Tag>}
      <div className="soft">
        {said
          .map(([name, value]) => `${t(`value.${name}`, { defaultValue: name })} ${word(name, value)}`)
          .join(t('and'))}
      </div>
    </>
  );
}
