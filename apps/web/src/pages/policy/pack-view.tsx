import { Alert, Card, Table } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackCheck, PackEffect } from '../../shared/api';
import { EmptyHint } from '../../shared/empty';
import { QueryView } from '../../shared/query-view';
import { DataTable } from '../../shared/table/data-table';
import { ConfidenceTag, ParameterName, ParameterValue } from './parameter-value';
import { PackCentre } from './pack-centre';
import { EffectProgress } from './effect-progress';
import { useCheck, useEffectOf } from './queries';

type Change = PackCheck['changes'][number];

/** What a text is, what it would change, and what that would cost: the same before it is proposed and before it is activated. */
export function PackView({ text }: { text: string }): ReactElement {
  const { t } = useTranslation('policy');
  const check = useCheck(text);
  const usable = check.data !== undefined && check.data.findings.length === 0 && check.data.changes.length > 0;
  const { asked, progress } = useEffectOf(text, usable);
  return (
    <>
      <Card size="small" className="pack-part" title={t('changes')}>
        <QueryView query={check} rows={3} inline>
          {(found) => (found.findings.length > 0 ? <Findings check={found} /> : <Changes rows={found.changes} />)}
        </QueryView>
      </Card>
      {usable && (
        <Card size="small" className="pack-part" title={t('effect')}>
          <p className="soft">{t('effectAbout')}</p>
          <QueryView query={asked} rows={5} inline>
            {(id) => (
              <QueryView query={progress} rows={5} inline>
                {(found) =>
                  found.effect ? (
                    <Effect effect={found.effect} />
                  ) : (
                    <EffectProgress id={id} progress={found} onAgain={() => void asked.refetch()} />
                  )
                }
              </QueryView>
            )}
          </QueryView>
        </Card>
      )}
    </>
  );
}

function Findings({ check }: { check: PackCheck }): ReactElement {
  const { t, i18n } = useTranslation('policy');
  return (
    <>
      <Alert type="error" showIcon title={t('findings', { count: check.findings.length })} />
      <Table
        size="small"
        pagination={false}
        dataSource={check.findings}
        rowKey={({ code, path }) => `${code} ${path}`}
        columns={[
          { title: t('findingPath'), width: 320, render: (_, { path }) => <span className="code">{path}</span> },
          {
            title: t('findingText'),
            render: (_, finding) => (i18n.language === 'en' ? finding.message_en : finding.message_zh),
          },
        ]}
      />
    </>
  );
}

function Changes({ rows }: { rows: readonly Change[] }): ReactElement {
  const { t } = useTranslation('policy');
  const shown = (value: Change['before']): ReactElement =>
    value === null ? <span className="soft">{t('absent')}</span> : <ParameterValue value={value.value} />;
  return (
    <DataTable<Change>
      name="pack-changes"
      label={t('changes')}
      size="small"
      rows={rows}
      rowKey={({ region, key, from }) => `${region} ${key} ${from}`}
      empty={<EmptyHint icon="ok" title={t('noChange')} />}
      columns={[
        { key: 'key', title: t('key'), width: 210, render: (_, { key }) => <ParameterName name={key} /> },
        {
          ...{ key: 'months', title: t('months'), width: 160 },
          render: (_, { region, from, to }) => (
            <>
              {from === to ? from : `${from} – ${to}`}
              <div className="soft">{region}</div>
            </>
          ),
        },
        { key: 'before', title: t('before'), width: 190, render: (_, { before }) => shown(before) },
        {
          ...{ key: 'after', title: t('after'), width: 190 },
          render: (_, { after, what }) => (
            <>
              <strong>{shown(after)}</strong>
              {what === 'origin' && <div className="soft">{t('originOnly')}</div>}
            </>
          ),
        },
        {
          ...{ key: 'mark', title: t('mark'), width: 110 },
          render: (_, { after }) => after && <ConfidenceTag confidence={after.confidence} />,
        },
        { key: 'source', title: t('source'), width: 260, render: (_, { after }) => after?.source },
      ]}
    />
  );
}

function Effect({ effect }: { effect: PackEffect }): ReactElement {
  const { t } = useTranslation('policy');
  const none = effect.centres.every(({ periods, skipped }) => periods.length + skipped.length === 0);
  return (
    <>
      {none && <EmptyHint icon="ok" title={t('noEffect')} />}
      {effect.centres.map((centre) => (
        <PackCentre key={centre.centreId} centre={centre} />
      ))}
      {effect.hiddenCentres > 0 && <Alert type="info" showIcon title={t('hidden', { count: effect.hiddenCentres })} />}
    </>
  );
}
