import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineRow, WorkerDetail } from '../../shared/api';
import { openFact, openFacts } from './current-values';

/** Who somebody is and where they stand now, masked. */
export function WorkerBasics({ worker }: { worker: WorkerDetail }): ReactElement {
  const { t } = useTranslation('roster');
  const valueOf = (kind: TimelineRow['kind'], name: string): string => {
    const value = openFact(worker, kind)?.values[name];
    return value === null || value === undefined ? '–' : String(value);
  };
  const personal = usePersonal();
  const facts: [string, string][] = [
    [t('column.idNumber'), worker.idNumberMasked],
    [t('sexLabel'), t(`sex.${worker.sex}`)],
    [t('birthDate'), worker.birthDate],
    [t('column.phone'), valueOf('phone', 'phoneMasked')],
    [t('bankCard'), valueOf('bankCard', 'bankCardMasked')],
    [t('column.joinedOn'), valueOf('engagement', 'joinedOn')],
    [t('column.grade'), valueOf('grade', 'gradeCode')],
    [t('column.post'), valueOf('grade', 'postCode')],
    ...personal(worker),
  ];
  return (
    <dl className="figures small">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What is known beside pay and post; what is not known takes no room. */
function usePersonal(): (worker: WorkerDetail) => [string, string][] {
  const { t } = useTranslation('roster');
  const text = (value: TimelineRow['values'][string] | undefined): string =>
    value === null || value === undefined ? '' : String(value);
  return (worker) => {
    const education = openFact(worker, 'education')?.values;
    const political = openFact(worker, 'political')?.values;
    return [
      ...(education
        ? [[t('value.level'), `${t(`level.${text(education.level)}`)} ${text(education.school)}`] as [string, string]]
        : []),
      ...(political
        ? [[t('value.politicalStatus'), t(`politicalStatus.${text(political.politicalStatus)}`)] as [string, string]]
        : []),
      ...openFacts(worker, 'address').map(({ values }): [string, string] => [
        t(`addressUse.${text(values.addressUse)}`),
        text(values.addressMasked),
      ]),
      ...openFacts(worker, 'otherPhone').map(({ values }): [string, string] => [
        t(`phoneUse.${text(values.phoneUse)}`),
        text(values.otherPhoneMasked),
      ]),
      ...openFacts(worker, 'contact').map(({ values }): [string, string] => [
        `${t('fact.contact')} ${text(values.position)}`,
        [text(values.contactNameMasked), t(`relation.${text(values.relation)}`), text(values.contactPhoneMasked)].join(
          ' ',
        ),
      ]),
    ];
  };
}
