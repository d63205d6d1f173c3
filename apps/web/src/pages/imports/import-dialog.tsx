import type { Period } from '@gridstaff/kernel';
import { Button, Checkbox, Form, Modal, Spin, Upload } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type ImportResult, saveFile } from '../../shared/api';
import { useCommand } from '../../shared/commands';
import { addMonths } from '@gridstaff/kernel';
import { thisMonth } from '../../shared/clock';
import { MonthInput } from '../../shared/dates';
import { Icon } from '../../shared/icons';
import { ProblemAlert } from '../../shared/problem-view';
import { useCentre } from '../../shared/session';
import { ImportPreview } from './import-preview';
import { kindOf } from './kinds';
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
  const refused = (problem: unknown): void => setError(problem);

  const check = useCommand<File, ImportResult>({
    run: (file) => api.imports.run(centre.id, kind, file, { period, dryRun: true, goodRows: true }),
    touches: [],
    onDone: (result, file) => setChecked({ file, period, result }),
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
    check.mutate(file);
  };
  if (finished) return <Finished kind={kind} checked={checked} result={finished} onClose={onClose} />;
  const wrong = checked !== undefined && checked.result.errors.length > 0;
  const ready = checked !== undefined && (!wrong || goodRows);
  const changes = checked ? checked.result.created + checked.result.changed : 0;
  return (
    <div className="stack">
      <div className="import-head">
        <TemplateButton kind={kind} />
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
        accept=".xlsx"
        maxCount={1}
        showUploadList={false}
        disabled={check.isPending || bringIn.isPending}
        beforeUpload={(file) => (choose(file), false)}
      >
        <Icon name="upload" size={30} />
        <p className="drop-title">{checked ? checked.file.name : t('dialog.drop')}</p>
        <p className="soft">{checked ? t('dialog.another') : t('dialog.limits')}</p>
      </Upload.Dragger>
      <div aria-live="polite">
        {check.isPending && <Busy text={t('dialog.checking')} />}
        {bringIn.isPending && <Busy text={t('dialog.importing')} />}
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

const Busy = ({ text }: { text: string }): ReactElement => (
  <div>
    <Spin size="small" /> {text}
  </div>
);

function TemplateButton({ kind }: { kind: string }): ReactElement {
  const { t, i18n } = useTranslation('imports');
  const template = useCommand({
    run: () => api.imports.template(kind, i18n.language === 'en' ? 'en' : 'zh'),
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
    onDone: ({ blob }) => saveFile(blob, t('errors.fileName', { name: checked.file.name.replace(/\.xlsx$/i, '') })),
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
