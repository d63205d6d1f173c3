import { Alert, App, Button, type FormInstance, Result } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { asProblem, type Problem, type ProblemFinding } from './api';

/** What happened, in the language of the screen. */
function useTextOf(): (finding: ProblemFinding) => string {
  const { t, i18n } = useTranslation();
  return (finding) => (i18n.language === 'en' ? finding.detail_en : finding.detail_zh) || t('unknownProblem');
}

function Findings({ problem }: { problem: Problem }): ReactElement {
  const { t } = useTranslation();
  const textOf = useTextOf();
  return (
    <>
      {problem.findings.length > 0 && (
        <ul style={{ margin: '4px 0', paddingInlineStart: 20 }}>
          {problem.findings.slice(0, 20).map((finding, i) => (
            <li key={i}>{textOf(finding)}</li>
          ))}
        </ul>
      )}
      <div className="soft" style={{ fontSize: '0.9em' }}>
        {t('problem.code')} <span className="code">{problem.code}</span>
        {problem.supportNo && (
          <>
            {' · '}
            {t('problem.support')} <span className="code">{problem.supportNo}</span>
          </>
        )}
      </div>
    </>
  );
}

/** Inside a form or a dialog: what was typed stays. */
export function ProblemAlert({ error, onReload }: { error: unknown; onReload?: () => void }): ReactElement {
  const { t } = useTranslation();
  const textOf = useTextOf();
  const problem = asProblem(error);
  return (
    <Alert
      type={problem.stale ? 'warning' : 'error'}
      showIcon
      role="alert"
      style={{ marginBottom: 16 }}
      title={textOf(problem.document)}
      description={<Findings problem={problem} />}
      action={
        problem.stale && onReload ? (
          <Button size="small" onClick={onReload}>
            {t('action.reload')}
          </Button>
        ) : undefined
      }
    />
  );
}

/** Instead of a page that could not be read. */
export function ProblemPage({ problem, onAgain }: { problem: Problem; onAgain: () => void }): ReactElement {
  const { t } = useTranslation();
  const textOf = useTextOf();
  return (
    <Result
      status={problem.status === 404 ? '404' : problem.status === 403 ? '403' : 'error'}
      title={textOf(problem.document)}
      subTitle={<Findings problem={problem} />}
      extra={
        <Button type="primary" onClick={onAgain}>
          {t('action.tryAgain')}
        </Button>
      }
    />
  );
}

/** A dialog for a refused command; a stale page offers to load again. */
export function useProblemNotice(onReload?: () => void): (error: unknown) => void {
  const { modal } = App.useApp();
  const { t } = useTranslation();
  const textOf = useTextOf();
  return (error) => {
    const problem = asProblem(error);
    const shared = { title: textOf(problem.document), content: <Findings problem={problem} /> };
    if (problem.stale && onReload) modal.warning({ ...shared, okText: t('action.reload'), onOk: onReload });
    else modal.error({ ...shared, okText: t('action.close') });
  };
}

/** Puts each finding beside its field. @returns whether all found one */
export function showInForm(form: FormInstance, error: unknown, textOf: (finding: ProblemFinding) => string): boolean {
  const { document, findings } = asProblem(error);
  const all = findings.length > 0 ? findings : [document];
  const names = Object.keys(form.getFieldsValue(true) as object);
  const placed = all.filter(({ place }) => names.includes(place?.field ?? ''));
  form.setFields(placed.map((finding) => ({ name: finding.place?.field, errors: [textOf(finding)] })));
  return placed.length === all.length;
}

export { useTextOf };
