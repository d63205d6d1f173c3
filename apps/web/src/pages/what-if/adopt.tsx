import { Alert, Button, Card, Form, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WhatIf } from '../../shared/api';
import type { WhatIfInput } from '../../shared/api/insight-calls';
import { adoptScenario } from '../../shared/api/scenario-calls';
import { FormDialog } from '../../shared/form-dialog';
import { grouped } from '../../shared/money';
import { useCentre, useSession } from '../../shared/session';
import { useWorkerNames } from '../runs/queries';
import { peopleOf } from './people';

/** Named one by one; the others as a number. */
const NAMED = 12;

interface Fields {
  people?: string;
  reason: string;
}

/** What adopting the scenario would record, and the way to do it; nothing real is touched before. */
export function Adopt({
  asked,
  answer,
  onAdopted,
}: {
  asked: WhatIfInput;
  answer: WhatIf;
  onAdopted: () => void;
}): ReactElement | null {
  const { t, i18n } = useTranslation('whatIf');
  const centre = useCentre();
  const { can } = useSession();
  const names = useWorkerNames();
  const [open, setOpen] = useState(false);
  const { grades, leaving, bases, hires, scheme, statutory } = answer.changes;
  if (grades.length + leaving.length + bases + hires === 0 && !scheme && !statutory) return null;
  const list = (texts: readonly string[]): string =>
    texts.slice(0, NAMED).join(t('adopt.and')) + (texts.length > NAMED ? t('adopt.more', { count: texts.length }) : '');
  return (
    <Card size="small" title={t('adopt.title')}>
      <p className="soft">{t('adopt.about')}</p>
      <ul className="adopt-list">
        {grades.map(({ code, from, base, post, performance }) => (
          <li key={code + from}>
            {t('adopt.grade', {
              ...{ code, from, base: grouped(base), post: grouped(post), performance: grouped(performance) },
            })}
          </li>
        ))}
        {bases > 0 && (
          <li>
            {t('adopt.bases', { count: bases, amount: grouped(asked.base?.amount ?? ''), from: asked.base?.from })}
          </li>
        )}
        {leaving.length > 0 && (
          <li>
            {t('adopt.leaving', {
              people: list(leaving.map(({ workerNo, lastDay }) => `${names.get(workerNo) ?? workerNo} ${lastDay}`)),
            })}
          </li>
        )}
        {hires > 0 && <li>{t('adopt.hires', { count: hires, on: asked.hires?.joinedOn })}</li>}
        {scheme && (
          <li>
            {t('adopt.scheme', {
              name: i18n.language === 'en' ? scheme.nameEn : scheme.nameZh,
              from: scheme.from,
              amount: grouped(asked.item?.amount ?? ''),
            })}
          </li>
        )}
      </ul>
      {statutory ? (
        <Alert
          type="warning"
          showIcon
          title={t('adopt.statutory')}
          action={can('policy:propose') && <Link to="/policy/new">{t('adopt.propose')}</Link>}
        />
      ) : (
        can('roster:write') && (
          <Button type="primary" onClick={() => setOpen(true)}>
            {t('adopt.button')}
          </Button>
        )
      )}
      <FormDialog<Fields>
        name="adopt-scenario"
        title={t('adopt.title')}
        about={t('adopt.dialog')}
        open={open}
        onClose={() => setOpen(false)}
        save={async ({ people, reason }, key) => {
          const body = { ...asked, changesHash: answer.changesHash, people: peopleOf(people), reason };
          await adoptScenario(centre.id, body, key);
          onAdopted();
        }}
        touches={[['workers'], ['worker'], ['worker-names'], ['grades'], ['readiness'], ['late-changes']]}
        done={t('adopt.done')}
      >
        {hires > 0 && (
          <Form.Item
            name="people"
            label={t('adopt.people', { count: hires })}
            extra={t('adopt.peopleHint')}
            rules={[
              {
                validator: (_, text: string | undefined) =>
                  peopleOf(text).filter(({ idNumber }) => idNumber !== '').length === hires
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('adopt.peopleWrong', { count: hires }))),
              },
            ]}
          >
            <Input.TextArea rows={Math.min(8, hires + 1)} autoComplete="off" />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={t('common:reasonLabel')}
          rules={[{ required: true, whitespace: true, message: t('common:reasonMissing') }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </FormDialog>
    </Card>
  );
}
