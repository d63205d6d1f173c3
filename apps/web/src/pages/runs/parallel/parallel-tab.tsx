import { Alert, Button, Select, Upload } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type ParallelAnswer, type ParallelSketch, type PayRun, saveFile } from '../../../shared/api';
import { useCommand } from '../../../shared/commands';
import { EmptyHint } from '../../../shared/empty';
import { Icon } from '../../../shared/icons';
import { Money } from '../../../shared/money';
import { ProblemAlert } from '../../../shared/problem-view';
import { useSession } from '../../../shared/session';
import { DataTable } from '../../../shared/table/data-table';
import { Tag } from '../../../shared/tag';

type Difference = ParallelAnswer['differences'][number];
type Sketched = ParallelSketch['columns'][number];

const TONES = { same: 'success', explained: 'warning', open: 'error' } as const;

/** The sheet that the office made by hand beside the run: understood, compared, and handed back with marks. */
export function ParallelTab({ run }: { run: PayRun }): ReactElement {
  const { t } = useTranslation('parallel');
  const { can } = useSession();
  const [file, setFile] = useState<File>();
  const [sketch, setSketch] = useState<ParallelSketch>();
  const [answer, setAnswer] = useState<ParallelAnswer>();
  const [error, setError] = useState<unknown>();
  const shared = { touches: [], onRefused: setError };
  const compare = useCommand<File, ParallelAnswer>({
    ...shared,
    run: (sheet) => api.parallel.compare(run.id, sheet),
    onDone: setAnswer,
  });
  const look = useCommand<File, ParallelSketch>({
    ...shared,
    run: (sheet) => api.parallel.sketch(run.id, sheet),
    onDone: (found, sheet) => {
      setSketch(found);
      compare.mutate(sheet);
    },
  });
  const say = useCommand<{ header: string; target: string }>({
    ...shared,
    run: (column) => api.parallel.remember(run.id, [column]),
    onDone: () => file && look.mutate(file),
  });
  const marked = useCommand<File, { blob: Blob }>({
    ...shared,
    run: (sheet) => api.parallel.marked(run.id, sheet),
    onDone: ({ blob }) => saveFile(blob, t('fileName', { period: run.period })),
  });
  const choose = (chosen: File): void => {
    setFile(chosen);
    setError(undefined);
    setSketch(undefined);
    setAnswer(undefined);
    look.mutate(chosen);
  };
  const busy = look.isPending || compare.isPending || say.isPending;
  return (
    <div className="stack">
      <p className="soft">{t('about')}</p>
      {error !== undefined && <ProblemAlert error={error} />}
      <Upload.Dragger
        accept=".xlsx"
        maxCount={1}
        showUploadList={false}
        disabled={busy}
        beforeUpload={(chosen) => (choose(chosen), false)}
      >
        <Icon name="upload" size={30} />
        <p>{file ? file.name : t('drop')}</p>
      </Upload.Dragger>
      <div aria-live="polite">{busy && t('busy')}</div>
      {sketch && (
        <Columns sketch={sketch} may={can('run:prepare')} onSay={(header, target) => say.mutate({ header, target })} />
      )}
      {answer && file && <Result answer={answer} onFile={() => marked.mutate(file)} making={marked.isPending} />}
    </div>
  );
}

function Columns({
  sketch,
  may,
  onSay,
}: {
  sketch: ParallelSketch;
  may: boolean;
  onSay: (header: string, target: string) => void;
}): ReactElement {
  const { t, i18n } = useTranslation('parallel');
  const english = i18n.language === 'en';
  const options = [
    { value: '', label: t('nothing') },
    ...sketch.targets.map(({ target, zh, en }) => ({ value: target, label: english ? en : zh })),
  ];
  return (
    <DataTable<Sketched>
      name="parallel-columns"
      label={t('columns')}
      size="small"
      rows={sketch.columns}
      rowKey={({ column }) => column}
      empty={<EmptyHint title={t('none')} />}
      columns={[
        { key: 'header', title: t('header'), width: 180, dataIndex: 'header' },
        { key: 'sample', title: t('sample'), width: 140, dataIndex: 'sample' },
        {
          ...{ key: 'target', title: t('means'), width: 240 },
          render: (_, { header, target }) => (
            <Select
              aria-label={t('meansOf', { header })}
              size="small"
              style={{ width: 220 }}
              disabled={!may}
              showSearch={{ optionFilterProp: 'label' }}
              value={target ?? ''}
              options={options}
              onChange={(value) => onSay(header, value)}
            />
          ),
        },
        { key: 'said', title: t('from'), width: 120, render: (_, { said }) => (said ? t('said') : t('proposed')) },
      ]}
    />
  );
}

function Result({
  answer,
  onFile,
  making,
}: {
  answer: ParallelAnswer;
  onFile: () => void;
  making: boolean;
}): ReactElement {
  const { t, i18n } = useTranslation('parallel');
  const english = i18n.language === 'en';
  const { people, verdict, classes, differences, columns, more } = answer;
  const headers = new Map(columns.map(({ column, header }) => [column, header]));
  return (
    <>
      <Alert type={TONES[verdict]} showIcon title={t(`verdict.${verdict}`)} description={t('people', people)} />
      <div className="filter-row">
        {classes.map((one) => (
          <Tag key={one.class} tone={one.class === 'rounding' || one.class === 'follows' ? 'plain' : 'warn'}>
            {t('classCount', { name: english ? one.name_en : one.name_zh, count: one.count })}
          </Tag>
        ))}
        <Button icon={<Icon name="download" />} loading={making} onClick={onFile}>
          {t('file')}
        </Button>
      </div>
      <DataTable<Difference>
        name="parallel"
        label={t('differences')}
        size="small"
        rows={differences}
        rowKey={(one) => `${one.row ?? 0} ${one.column ?? 0} ${one.workerNo ?? 0} ${one.class}`}
        empty={<EmptyHint icon="ok" title={t('noDifference')} />}
        columns={[
          { key: 'row', title: t('row'), width: 70, dataIndex: 'row' },
          { key: 'person', title: t('person'), width: 140, render: (_, one) => one.name || one.workerNo },
          { key: 'class', title: t('class'), width: 200, render: (_, one) => (english ? one.name_en : one.name_zh) },
          { key: 'column', title: t('header'), width: 140, render: (_, { column }) => headers.get(column ?? 0) },
          {
            key: 'theirs',
            title: t('theirs'),
            width: 120,
            figures: true,
            render: (_, one) => <Money value={one.theirs} />,
          },
          { key: 'ours', title: t('ours'), width: 120, figures: true, render: (_, one) => <Money value={one.ours} /> },
          {
            ...{ key: 'method', title: t('method'), width: 160 },
            render: (_, { method }) => method !== null && t(`methods.${method}`),
          },
        ]}
      />
      {more > 0 && <p className="soft">{t('more', { count: more })}</p>}
    </>
  );
}
