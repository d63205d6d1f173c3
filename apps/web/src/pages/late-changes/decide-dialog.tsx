import { Form, Input, Radio } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type LateDecision, lateChanges } from '../../shared/api/late-calls';
import { FormDialog } from '../../shared/form-dialog';
import { useCentre } from '../../shared/session';
import { lateKey } from './queries';

interface Fields {
  decision: LateDecision['decision'];
  reason?: string;
}

const DECISIONS = ['retro', 'next_month', 'refuse'] as const;

/** One decision about one or many late changes; the last one holds, so it can be put right the same way. */
export function DecideDialog({
  factIds,
  open,
  onClose,
}: {
  factIds: readonly string[];
  open: boolean;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('late');
  const centre = useCentre();
  return (
    <FormDialog<Fields>
      name="late-decision"
      title={t('decideTitle', { count: factIds.length })}
      about={t('decideText')}
      open={open}
      onClose={onClose}
      save={({ decision, reason }) => lateChanges.decide(centre.id, { factIds: [...factIds], decision, reason })}
      touches={[lateKey(centre.id), ['readiness'], ['runs']]}
      done={t('decided')}
    >
      <Form.Item name="decision" label={t('decision')} rules={[{ required: true, message: t('common:required') }]}>
        <Radio.Group
          className="late-choices"
          options={DECISIONS.map((value) => ({
            value,
            label: (
              <>
                {t(`choice.${value}`)}
                <small className="soft">{t(`meaning.${value}`)}</small>
              </>
            ),
          }))}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={['decision']}>
        {({ getFieldValue }) => (
          <Form.Item
            name="reason"
            style={{ marginBottom: 32 }}
            label={t('common:reasonLabel')}
            rules={[
              {
                required: !['retro', undefined].includes(getFieldValue('decision') as string | undefined),
                whitespace: true,
                message: t('common:reasonMissing'),
              },
            ]}
          >
            <Input.TextArea rows={3} maxLength={500} showCount />
          </Form.Item>
        )}
      </Form.Item>
    </FormDialog>
  );
}
