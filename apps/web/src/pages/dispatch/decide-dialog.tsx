import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { dispatch, type MatterDecision } from '../../shared/api/dispatch-calls';
import { DayInput } from '../../shared/dates';
import { FormDialog } from '../../shared/form-dialog';
import { useCentre } from '../../shared/session';

export interface Deciding {
  key: string;
  act: MatterDecision['act'];
  /** What it is about, in words. */
  about: string;
}

/** A decision with its reason, and for a time where that is wanted. */
export function DecideDialog({
  deciding,
  onClose,
}: {
  deciding: Deciding | undefined;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('dispatch');
  const centre = useCentre();
  const act = deciding?.act ?? 'accept';
  const required = [{ required: true, whitespace: true, message: t('common:required') }];
  return (
    <FormDialog<Pick<MatterDecision, 'reason' | 'until'>>
      key={`${deciding?.key ?? ''} ${act}`}
      name="decide"
      title={t(`act.${act}`)}
      about={deciding?.about}
      open={deciding !== undefined}
      onClose={onClose}
      save={(fields) => dispatch.decide(centre.id, { key: deciding?.key ?? '', act, ...fields })}
      touches={[['dispatch']]}
      done={t('decided')}
    >
      <Form.Item name="reason" label={t('reason')} extra={t(`reasonHint.${act}`)} rules={required}>
        <Input.TextArea maxLength={500} rows={3} />
      </Form.Item>
      {(act === 'accept' || act === 'postpone') && (
        <Form.Item
          name="until"
          label={t(`until.${act}`)}
          rules={act === 'postpone' ? [{ required: true, message: t('common:required') }] : []}
        >
          <DayInput />
        </Form.Item>
      )}
    </FormDialog>
  );
}
