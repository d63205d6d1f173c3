import { OPEN_END } from '@gridstaff/kernel';
import { useQuery } from '@tanstack/react-query';
import { Button, Card, Form, Input, Modal, Select, Space } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type FundSplit, type FundSplitInput } from '../../shared/api';
import { today } from '../../shared/clock';
import { useCommand } from '../../shared/commands';
import { DayInput } from '../../shared/dates';
import { EmptyHint } from '../../shared/empty';
import { useFunds } from '../../shared/funds';
import { Icon } from '../../shared/icons';
import { ProblemAlert, useTextOf, showInForm } from '../../shared/problem-view';
import { QueryView } from '../../shared/query-view';
import { useCentre, useSession } from '../../shared/session';
import { DataTable } from '../../shared/table/data-table';

/** Which funds bear what the person costs, from when to when. */
export function FundSplits({ no }: { no: number }): ReactElement | null {
  const { t } = useTranslation('funds');
  const centre = useCentre();
  const { can } = useSession();
  const [changing, setChanging] = useState(false);
  const splits = useQuery({
    queryKey: ['fund-splits', centre.id, no],
    queryFn: () => api.workers.fundSplits(centre.id, no),
    enabled: can('fund:read'),
  });
  if (!can('fund:read')) return null;
  return (
    <Card
      size="small"
      title={t('split.title')}
      extra={
        can('fund:manage') && (
          <Button size="small" icon={<Icon name="edit" />} onClick={() => setChanging(true)}>
            {t('split.change')}
          </Button>
        )
      }
    >
      <p className="soft card-about">{t('split.about')}</p>
      <QueryView query={splits} inline>
        {(rows) => (
          <DataTable<FundSplit>
            name="fund-splits"
            label={t('split.title')}
            size="small"
            rows={rows}
            rowKey={({ from }) => from}
            empty={<EmptyHint title={t('split.none')} />}
            columns={[
              { key: 'from', title: t('split.from'), width: 120, dataIndex: 'from' },
              { key: 'to', title: t('split.to'), width: 120, render: (_, { to }) => (to === OPEN_END ? '–' : to) },
              {
                key: 'shares',
                title: t('split.shares'),
                width: 420,
                render: (_, { shares }) =>
                  shares.length === 0
                    ? t('split.ofRun')
                    : shares.map(({ fund, percent }) => `${fund} ${percent}%`).join(t('split.comma')),
              },
            ]}
          />
        )}
      </QueryView>
      <Modal
        open={changing}
        title={t('split.change')}
        footer={null}
        onCancel={() => setChanging(false)}
        mask={{ closable: false }}
        destroyOnHidden
        width={560}
      >
        <SplitForm no={no} onDone={() => setChanging(false)} />
      </Modal>
    </Card>
  );
}

function SplitForm({ no, onDone }: { no: number; onDone: () => void }): ReactElement {
  const { t } = useTranslation('funds');
  const centre = useCentre();
  const textOf = useTextOf();
  const [form] = Form.useForm<FundSplitInput>();
  const [refused, setRefused] = useState<unknown>();
  const from = Form.useWatch('from', form) ?? today();
  const funds = useFunds(centre.id, Number(from.slice(0, 4)));
  const record = useCommand<FundSplitInput>({
    run: (fields) => api.workers.recordFundSplit(centre.id, no, { ...fields, shares: fields.shares ?? [] }),
    touches: [['fund-splits']],
    done: t('split.done'),
    onDone,
    onRefused: (error) => {
      if (!showInForm(form, error, textOf)) setRefused(error);
    },
  });
  const required = [{ required: true, whitespace: true, message: t('common:required') }];
  const options = (funds.data ?? [])
    .filter(({ kind }) => kind !== 'zero')
    .map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Form<FundSplitInput>
      name="fund-split"
      form={form}
      layout="vertical"
      initialValues={{ from: today(), shares: [{}] }}
      onValuesChange={() => setRefused(undefined)}
      onFinish={record.mutate}
    >
      {refused !== undefined && <ProblemAlert error={refused} />}
      <Form.Item name="from" label={t('split.from')} rules={required}>
        <DayInput allowClear={false} />
      </Form.Item>
      <Form.List name="shares">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <Space key={key} align="baseline">
                <Form.Item name={[name, 'fund']} label={t('split.fund')} rules={required}>
                  <Select options={options} style={{ width: 300 }} />
                </Form.Item>
                <Form.Item name={[name, 'percent']} label={t('split.percent')} rules={required}>
                  <Input inputMode="decimal" maxLength={6} style={{ width: 110 }} />
                </Form.Item>
                <Button aria-label={t('split.remove')} icon={<Icon name="close" />} onClick={() => remove(name)} />
              </Space>
            ))}
            <Form.Item>
              <Button block icon={<Icon name="plus" />} onClick={() => add({})}>
                {t('split.add')}
              </Button>
            </Form.Item>
          </>
        )}
      </Form.List>
      <p className="soft">{t('split.hint')}</p>
      <Button type="primary" htmlType="submit" block loading={record.isPending}>
        {t('split.submit')}
      </Button>
    </Form>
  );
}
