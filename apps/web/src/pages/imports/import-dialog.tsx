import type { Period } from '@gridstaff/kernel';
import { Button, Checkbox, Form, Modal, Spin, Upload } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type ImportColumns, type ImportResult, saveFile } from '../../shared/api';
import { useCommand } from '../../shared/commands';
import { addMonths } from '@gridstaff/kernel';
import { thisMonth } from '../../shared/clock';
import { MonthInput } from '../../shared/dates';
import { Icon } from '../../shared/icons';
import { ProblemAlert } from '../../shared/problem-view';
import { useCentre } from '../../shared/session';
import { ImportColumnsEditor } from './import-columns';
import { ImportPreview } from './import-preview';
import { kindOf } from './kinds';
import { LayoutsButton } from './layouts-button';
import './imports.css';

/** From the file to the import: template, file, what it would change, and only then the step that changes it. */
export function ImportDialog({
  kind,
  period,
  open,
  onClose,
}: {
  kind: string;
  period?: Period;
  open: boolean;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('imports');
  return (
    <Modal
      open={open}
      title={t('dialog.title', { kind: t(`kind.${kind}`) })}
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
      destroyOnHidden
      width={860}
    >
      <ImportSteps kind={kind} proposed={period} onClose={onClose} />
    </Modal>
  );
}

interface Checked {
  file: File;
  period?: Period;
  result: ImportResult;
}

function ImportSteps({
  kind,
  proposed,
  onClose,
}: {
  kind: string;
  proposed?: Period;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('imports');
  const centre = useCentre();
  const monthly = kindOf(kind)?.monthly === true;
  const [period, setPeriod] = useState<Period | undefined>(
    monthly ? (proposed ?? addMonths(thisMonth(), -1)) : undefined,
  );
  const [checked, setChecked] = useState<Checked>();
  const [error, setError] = useState<unknown>();
  const [finished, setFinished] = useState<ImportResult>();
  const [goodRows, setGoodRows] = useState(false);
  const [looked, setLooked] = useState<{ file: File; found: ImportColumns }>();
  const refused = (problem: unknown): void => setError(problem);

  const check = useCommand<File, ImportResult>({
    run: (file) => api.imports.run(centre.id, kind, file, { period, dryRun: true, goodRows: true }),
    touches: [],
    onDone: (result, file) => setChecked({ file, period, result }),
    onRefused: refused,
  });
  // A file in a layout that nobody explained yet asks for its columns first.
  const look = useCommand<File, ImportColumns>({
    run: (file) => api.imports.columns(centre.id, kind, file),
    touches: [],
    onDone: (found, file) => {
      setLooked({ file, found });
      if (isKnown(found)) check.mutate(file);
    },
    onRefused: refused,
  });
  const bringIn = useCommand<Checked, ImportResult>({
    run: ({ file, period: month }) => api.imports.run(centre.id, kind, file, { period: month, dryRun: false, goodRows }),
    touches: [...(kindOf(kind)?.touches ?? []), ['imports']],
    onDone: (result) =>
      result.batchId === null && result.errors.length > 0
        ? setChecked((before) => before && { ...before, result })
        : setFinished(result),
    onRefused: refused,
  });
  const choose = (file: File): void => {
    setError(undefined);
    setChecked(undefined);
    setGoodRows(false);
    setLooked(undefined);
    look.mutate(file);
  };
  const asks = looked !== undefined && !isKnown(looked.found);
  if (finished) return <Finished kind={kind} checked={checked} result={finished} onClose={onClose} />;
  const wrong = checked !== undefined && checked.result.errors.length > 0;
  const ready = checked !== undefined && (!wrong || goodRows);
  const changes = checked ? checked.result.created + checked.result.changed : 0;
  return (
    <div className="stack">
      <div className="import-head">
        <span className="import-tools">
          <TemplateButton kind={kind} />
          <LayoutsButton kind={kind} onForgotten={() => (setLooked(undefined), setChecked(undefined))} />
        </span>
        {monthly && (
          <Form.Item label={t('dialog.period')} style={{ margin: 0 }} htmlFor="import-period">
            <MonthInput
              id="import-period"
              value={period}
              allowClear={false}
              onChange={(month) => (setPeriod(month), setChecked(undefined))}
            />
          </Form.Item>
        )}
      </div>
      {error !== undefined && <ProblemAlert error={error} />}
      <Upload.Dragger
        accept=".xlsx,.csv"
        maxCount={1}
        showUploadList={false}
        disabled={look.isPending || check.isPending || bringIn.isPending}
        beforeUpload={(file) => (choose(file), false)}
      >
        <Icon name="upload" size={30} />
        <p className="drop-title">{looked ? looked.file.name : t('dialog.drop')}</p>
        <p className="soft">{looked ? t('dialog.another') : t('dialog.limits')}</p>
      </Upload.Dragger>
      <div aria-live="polite">
        {(look.isPending || check.isPending) && <Busy text={t('dialog.checking')} />}
        {bringIn.isPending && <Busy text={t('dialog.importing')} />}
        {asks && !checked && !check.isPending && (
          <ImportColumnsEditor
            key={looked.file.name + looked.file.lastModified}
            kind={kind}
            fileName={looked.file.name}
            found={looked.found}
            onSaid={() => check.mutate(looked.file)}
            onRefused={refused}
          />
        )}
        {looked && !looked.found.template && !asks && <p className="soft">{t('columns.applied')}</p>}
        {checked && !check.isPending && (
          <ImportPreview
            result={checked.result}
            tools={wrong && <ErrorSheetButton kind={kind} checked={checked} />}
          />
        )}
        {wrong && changes > 0 && !check.isPending && (
          <Checkbox style={{ marginBlockStart: 12 }} checked={goodRows} onChange={({ target }) => setGoodRows(target.checked)}>
            {t('dialog.goodRows', { count: checked.result.wrong })}
          </Checkbox>
        )}
      </div>
      <div className="import-foot">
        {ready && (
          <span className="soft">{changes > 0 ? t('dialog.will', { count: changes }) : t('dialog.nothing')}</span>
        )}
        <Button onClick={onClose}>{t('common:action.cancel')}</Button>
        <Button
          type="primary"
          disabled={!ready || changes === 0}
          loading={bringIn.isPending}
          onClick={() => checked && bringIn.mutate(checked)}
        >
          {t('dialog.confirm')}
        </Button>
      </div>
    </div>
  );
}

/** Nothing is to be asked: the file follows the template, or every sheet was explained before. */
const isKnown = ({ template, sheets }: ImportColumns): boolean => template || sheets.every(({ remembered, missing, as }) => remembered && (as === '' || missing.length === 0));

const Busy = ({ text }: { text: string }): ReactElement => (
  <div>
    <Spin size="small" /> {text}
  </div>
);

function TemplateButton({ kind }: { kind: string }): ReactElement {
  const { t, i18n } = useTranslation('imports');
  const centre = useCentre();
  const template = useCommand({
    run: () => api.imports.template(centre.id, kind, i18n.language === 'en' ? 'en' : 'zh'),
    touches: [],
    onDone: ({ blob }) => saveFile(blob, `${t(`kind.${kind}`)}.xlsx`),
  });
  return (
    <Button icon={<Icon name="download" />} loading={template.isPending} onClick={() => template.mutate()}>
      {t('dialog.template')}
    </Button>
  );
}

/** The user's own file with a red column of reasons: mended where it is wrong, it is brought in again. */
function ErrorSheetButton({ kind, checked }: { kind: string; checked: Checked }): ReactElement {
  const { t, i18n } = useTranslation('imports');
  const centre = useCentre();
  const sheet = useCommand({
    run: () =>
      api.imports.withErrors(centre.id, kind, checked.file, {
        period: checked.period,
        language: i18n.language === 'en' ? 'en' : 'zh',
      }),
    touches: [],
    onDone: ({ blob }) => saveFile(blob, t('errors.fileName', { name: checked.file.name.replace(/\.(xlsx|csv)$/i, '') })),
  });
  return (
    <Button icon={<Icon name="download" />} loading={sheet.isPending} onClick={() => sheet.mutate()}>
      {t('errors.download')}
    </Button>
  );
}

function Finished({
  kind,
  checked,
  result,
  onClose,
}: {
  kind: string;
  checked: Checked | undefined;
  result: ImportResult;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation('imports');
  return (
    <div className="empty-hint" role="status">
      <Icon name="ok" size={44} style={{ color: 'var(--good)' }} />
      <p className="title">{t('done.title', { kind: t(`kind.${kind}`) })}</p>
      <p>{t('done.text', { created: result.created, changed: result.changed, same: result.same })}</p>
      {result.wrong > 0 && checked && (
        <p>
          {t('done.leftOut', { count: result.wrong })} <ErrorSheetButton kind={kind} checked={checked} />
        </p>
      )}
      <Button type="primary" onClick={onClose} autoFocus>
        {t('common:action.close')}
      </Button>
    </div>
  );
}
