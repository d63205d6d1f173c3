import { Button, Checkbox } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../shared/api';
import type { DispatchFinding } from '../../shared/api/dispatch-calls';
import { EmptyHint } from '../../shared/empty';
import { ProblemAlert } from '../../shared/problem-view';
import { useCentre, useSession } from '../../shared/session';
import { DataTable } from '../../shared/table/data-table';
import { Tag } from '../../shared/tag';
import { ExportButton } from '../exports/export-button';
import { DecideDialog, type Deciding } from './decide-dialog';
import { useFindings } from './queries';
import { DecisionWords, SubjectLink } from './subject-link';

/** What is not as the law wants it: blocks are put right, warnings may be accepted with a reason. */
export function Findings({ workerNo }: { workerNo?: number }): ReactElement {
  const { t, i18n } = useTranslation('dispatch');
  const centre = useCentre();
  const { can } = useSession();
  const [closed, setClosed] = useState(false);
  const [deciding, setDeciding] = useState<Deciding>();
  const query = useFindings(centre.id, { workerNo, closed });
  const zh = i18n.language.startsWith('zh');
  const textOf = (one: DispatchFinding): string => (zh ? one.text_zh : one.text_en);
  if (query.error && !query.data) return <ProblemAlert error={query.error} onReload={() => void query.refetch()} />;
  return (
    <>
      <div className="filter-row">
        <Checkbox checked={closed} onChange={({ target }) => setClosed(target.checked)}>
          {t('findings.closedToo')}
        </Checkbox>
        {workerNo === undefined && query.data !== undefined && query.data.length > 0 && (
          <ExportButton
            shown={(['severity', 'no', 'who', 'what', 'law', 'decision', 'reason', 'decisionUntil'] as const).map((key) => ({ key, title: t(`file.${key}`) }))}
            count={query.data.length}
            ask={(centreId, wish) => api.exportTasks.findings(centreId, closed ? { closed } : {}, wish)}
          />
        )}
      </div>
      <DataTable<DispatchFinding>
        name="dispatch-findings"
        label={t('part.findings')}
        size="small"
        rows={query.data}
        rowKey={({ key }) => key}
        empty={<EmptyHint icon="ok" title={t('findings.none')} text={t('findings.noneText')} />}
        columns={[
          {
            ...{ key: 'severity', title: t('severity'), width: 96, always: true },
            render: (_, { severity }) =>
              severity === 'block' ? (
                <Tag tone="bad" icon="stop">
                  {t('block')}
                </Tag>
              ) : (
                <Tag tone="warn" icon="warn">
                  {t('warning')}
                </Tag>
              ),
          },
          ...(workerNo === undefined
            ? [
                {
                  ...{ key: 'who', title: t('who'), width: 150, always: true },
                  render: (_: unknown, one: DispatchFinding) => <SubjectLink subject={one} />,
                },
              ]
            : []),
          { key: 'what', title: t('what'), width: 340, always: true, render: (_, one) => textOf(one) },
          { key: 'law', title: t('law'), width: 190, render: (_, one) => (zh ? one.law_zh : one.law_en) },
          {
            ...{ key: 'decision', title: t('decision'), width: 220 },
            render: (_, { decision }) => <DecisionWords decision={decision} />,
          },
          ...(can('roster:write')
            ? [
                {
                  ...{ key: 'do', title: t('common:actions'), width: 100, always: true },
                  render: (_: unknown, one: DispatchFinding) =>
                    one.severity === 'warning' && (
                      <Button
                        size="small"
                        onClick={() =>
                          setDeciding({ key: one.key, act: one.closed ? 'reopen' : 'accept', about: textOf(one) })
                        }
                      >
                        {t(one.closed ? 'act.reopen' : 'act.accept')}
                      </Button>
                    ),
                },
              ]
            : []),
        ]}
      />
      <DecideDialog deciding={deciding} onClose={() => setDeciding(undefined)} />
    </>
  );
}
