import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { dispatch } from '../../shared/api/dispatch-calls';
import { DayInput } from '../../shared/dates';
import { useCentre } from '../../shared/session';
import { GradePicker, GridPicker } from '../roster/pickers';
import { useGrades } from '../roster/queries';
import { KINDS, type Kind } from './act';

/** The terms of the act, and what becomes of everybody whose own line says nothing else. */
export function ActForm({ kind }: { kind: Kind }): ReactElement {
  const { t } = useTranslation('staff');
  const required = [{ required: true, message: t('common:required') }];
  return (
    <>
      <Form.Item name="kind" label={t('field.kind')}>
        <Radio.Group optionType="button" options={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      </Form.Item>
      <p className="soft card-about">{t(`rule.${kind}`)}</p>
      <div className="staff-fields">
        <Form.Item name="date" label={t(`date.${kind}`)} rules={required}>
          <DayInput allowClear={false} />
        </Form.Item>
        <Form.Item name="reason" label={t('field.reason')} rules={[{ ...required[0], whitespace: true }]}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="documentNo" label={t('field.documentNo')}>
          <Input maxLength={60} />
        </Form.Item>
        <Targets kind={kind} />
      </div>
    </>
  );
}

function Targets({ kind }: { kind: Kind }): ReactElement {
  const { t } = useTranslation('staff');
  const grades = useGrades();
  const posts = [...new Set(grades.data?.map(({ postCode }) => postCode))];
  const post = (
    <Form.Item name="postCode" label={t('field.toPost')}>
      <Select allowClear options={posts.map((value) => ({ value, label: value }))} />
    </Form.Item>
  );
  const grade = (
    <Form.Item name="gradeCode" label={t('field.toGrade')}>
      <GradePicker />
    </Form.Item>
  );
  if (kind === 'renewal')
    return (
      <Form.Item name="months" label={t('field.months')}>
        <InputNumber min={1} max={120} precision={0} style={{ width: '100%' }} />
      </Form.Item>
    );
  if (kind === 'return') return <Ground />;
  if (kind === 'grade')
    return (
      <>
        {grade}
        {post}
      </>
    );
  return (
    <>
      <Form.Item name="gridCode" label={t('field.toGrid')}>
        <GridPicker />
      </Form.Item>
      {post}
      {grade}
    </>
  );
}

function Ground(): ReactElement {
  const { t, i18n } = useTranslation('staff');
  const centre = useCentre();
  const grounds = useQuery({ queryKey: ['return-grounds'], queryFn: () => dispatch.returnGrounds(centre.id) });
  const zh = i18n.language.startsWith('zh');
  return (
    <Form.Item name="ground" label={t('field.ground')}>
      <Select
        allowClear
        loading={grounds.isPending}
        popupMatchSelectWidth={false}
        options={grounds.data?.map(({ code, law_zh, law_en }) => ({ value: code, label: zh ? law_zh : law_en }))}
      />
    </Form.Item>
  );
}
