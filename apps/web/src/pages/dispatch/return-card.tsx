import { useQuery } from '@tanstack/react-query';
import { Button, Card, Form, Input, Select, Space } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  dispatch,
  type EvidenceInput,
  type ReturnEvidence,
  type ReturnGround,
  type ReturnInput,
} from '../../shared/api/dispatch-calls';
import { useAsk } from '../../shared/ask';
import { today } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { DayInput } from '../../shared/dates';
import { EmptyHint } from '../../shared/empty';
import { FormDialog } from '../../shared/form-dialog';
import { Icon } from '../../shared/icons';
import { QueryView } from '../../shared/query-view';
import { useCentre, useSession } from '../../shared/session';
import { DataTable } from '../../shared/table/data-table';
import { Tag } from '../../shared/tag';
import { EvidencePapers } from './evidence-papers';

/** Evidence about a person and the return to the agency that rests on it; for those who may record it. */
export function ReturnCard({ no }: { no: number }): ReactElement | null {
  const { can } = useSession();
  return can('roster:write') ? <Returns no={no} /> : null;
}

function Returns({ no }: { no: number }): ReactElement {
  const { t, i18n } = useTranslation(['dispatch', 'documents']);
  const centre = useCentre();
  const zh = i18n.language.startsWith('zh');
  const [adding, setAdding] = useState(false);
  const [returning, setReturning] = useState(false);
  const [ask, dialog] = useAsk();
  const evidence = useQuery({
    queryKey: ['dispatch', centre.id, 'evidence', no],
    queryFn: () => dispatch.evidence(centre.id, no),
  });
  const grounds = useQuery({ queryKey: ['return-grounds'], queryFn: () => dispatch.returnGrounds(centre.id) });
  const withdraw = useCommand<{ id: string; reason: string }>({
    run: ({ id, reason }) => dispatch.withdrawEvidence(centre.id, id, reason),
    touches: [['dispatch']],
    onRefused: () => undefined,
  });
  return (
    <Card
      size="small"
      title={t('return.title')}
      extra={
        <Space>
          <Button size="small" icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
            {t('return.add')}
          </Button>
          <Button size="small" danger onClick={() => setReturning(true)}>
            {t('return.do')}
          </Button>
        </Space>
      }
    >
      <p className="soft card-about">{t('return.about')}</p>
      <QueryView query={evidence} inline>
        {(rows) => (
          <DataTable<ReturnEvidence>
            name="return-evidence"
            label={t('return.title')}
            size="small"
            rows={rows}
            rowKey={({ id }) => id}
            empty={<EmptyHint title={t('return.none')} />}
            columns={[
              { key: 'day', title: t('return.day'), width: 120, dataIndex: 'happenedOn' },
              { key: 'kind', title: t('return.kind'), width: 220, render: (_, one) => (zh ? one.name_zh : one.name_en) },
              { key: 'document', title: t('return.document'), width: 260, dataIndex: 'document' },
              { key: 'papers', title: t('documents:papers'), width: 220, render: (_, one) => <EvidencePapers no={no} evidence={one} /> },
              {
                ...{ key: 'state', title: t('return.state'), width: 160 },
                render: (_, one) =>
                  one.withdrawnAt === null ? (
                    <Button
                      size="small"
                      onClick={() =>
                        ask({
                          ...{ title: t('return.withdraw'), text: one.document, confirm: t('return.withdraw') },
                          ...{ danger: true, reason: true },
                          act: (reason) => withdraw.mutateAsync({ id: one.id, reason }),
                        })
                      }
                    >
                      {t('return.withdraw')}
                    </Button>
                  ) : (
                    <>
                      <Tag tone="plain">{t('return.withdrawn')}</Tag> {one.withdrawnReason}
                    </>
                  ),
              },
            ]}
          />
        )}
      </QueryView>
      {dialog}
      <FormDialog<EvidenceInput>
        name="evidence"
        title={t('return.add')}
        open={adding}
        onClose={() => setAdding(false)}
        initial={{ happenedOn: today() }}
        save={(fields) => dispatch.addEvidence(centre.id, no, fields)}
        touches={[['dispatch']]}
        done={t('return.added')}
      >
        <EvidenceFields grounds={grounds.data ?? []} zh={zh} />
      </FormDialog>
      <FormDialog<ReturnInput>
        name="return"
        title={t('return.do')}
        about={t('return.warning')}
        open={returning}
        onClose={() => setReturning(false)}
        initial={{ lastDay: today() }}
        save={(fields) => dispatch.returnWorker(centre.id, no, fields)}
        touches={[['dispatch'], ['worker'], ['workers'], ['readiness']]}
        done={t('return.done')}
      >
        <ReturnFields grounds={grounds.data ?? []} zh={zh} />
      </FormDialog>
    </Card>
  );
}

interface Words {
  grounds: readonly ReturnGround[];
  zh: boolean;
}

const stepsOf = ({ steps }: ReturnGround, zh: boolean, or: string): string =>
  steps.map((kinds) => kinds.map(({ name_zh, name_en }) => (zh ? name_zh : name_en)).join(or)).join(' → ');

function EvidenceFields({ grounds, zh }: Words): ReactElement {
  const { t } = useTranslation('dispatch');
  const required = [{ required: true, whitespace: true, message: t('common:required') }];
  return (
    <>
      <Form.Item name="kind" label={t('return.kind')} rules={required}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={grounds.map((ground) => ({
            label: zh ? ground.law_zh : ground.law_en,
            options: ground.steps.flat().map(({ kind, name_zh, name_en }) => ({ value: kind, label: zh ? name_zh : name_en })),
          }))}
        />
      </Form.Item>
      <Form.Item name="happenedOn" label={t('return.day')} rules={required}>
        <DayInput allowClear={false} />
      </Form.Item>
      <Form.Item name="document" label={t('return.document')} extra={t('return.documentHint')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}

function ReturnFields({ grounds, zh }: Words): ReactElement {
  const { t } = useTranslation('dispatch');
  const code: string | undefined = Form.useWatch('ground');
  const chosen = grounds.find((ground) => ground.code === code);
  const required = [{ required: true, whitespace: true, message: t('common:required') }];
  return (
    <>
      <Form.Item name="ground" label={t('return.ground')} extra={chosen && t('return.needs', { steps: stepsOf(chosen, zh, t('return.or')) })} rules={required}>
        <Select options={grounds.map((ground) => ({ value: ground.code, label: zh ? ground.law_zh : ground.law_en }))} />
      </Form.Item>
      <Form.Item name="lastDay" label={t('return.lastDay')} rules={required}>
        <DayInput allowClear={false} />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}
