import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExplainedStep, SlipLine } from '../../shared/api';
import { Icon } from '../../shared/icons';
import { grouped, Money } from '../../shared/money';
import { Tag } from '../../shared/tag';
import './slip-lines.css';

const GROUPS = ['earning', 'deduction', 'employer_cost', 'information'] as const;

/** The lines of a payslip in their blocks; each opens why it is what it is. @param steps by item, as they arrive */
export function SlipLines({
  lines,
  steps,
}: {
  lines: readonly SlipLine[];
  steps: ReadonlyMap<number, readonly ExplainedStep[]>;
}): ReactElement {
  const { t } = useTranslation('runs');
  return (
    <>
      {GROUPS.map((group) => {
        const own = lines.filter(({ kind }) => kind === group);
        return own.length === 0 ? null : (
          <section key={group}>
            <h2 className="slip-group">{t(`slip.${group}`)}</h2>
            <ul className="slip-lines">
              {own.map((line) => (
                <Line key={line.itemNo} line={line} steps={steps.get(line.itemNo)} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

function Line({ line, steps }: { line: SlipLine; steps: readonly ExplainedStep[] | undefined }): ReactElement {
  const { t, i18n } = useTranslation('runs');
  const [open, setOpen] = useState(false);
  const name = i18n.language === 'en' ? line.nameEn : line.nameZh;
  const doubtful = steps?.some(({ confidence }) => confidence === 'unconfirmed');
  return (
    <li>
      <Button type="text" block className="slip-line" aria-expanded={open} onClick={() => setOpen(!open)}>
        <Icon name={open ? 'up' : 'down'} size={14} />
        <span className="what">
          {name} {doubtful && <Tag tone="warn">{t('slip.unconfirmed')}</Tag>}
        </span>
        <Money value={line.amount} />
      </Button>
      {open && <Steps steps={steps} />}
    </li>
  );
}

/** The articles that a rule rests on, named as the language names them. */
function useCited(): (source: string) => string {
  const { t } = useTranslation('runs');
  return (source) => source.replace(/\bart\.\s?([\d–-]+)/g, (_, no: string) => t('slip.article', { no }));
}

function Steps({ steps }: { steps: readonly ExplainedStep[] | undefined }): ReactElement {
  const { t } = useTranslation('runs');
  const cited = useCited();
  if (!steps) return <p className="soft steps-of">{t('slip.explaining')}</p>;
  if (steps.length === 0) return <p className="soft steps-of">{t('slip.noSteps')}</p>;
  return (
    <ol className="steps-of">
      {steps.map((step, i) => (
        <li key={i}>
          <div>
            <strong>{step.label}</strong>
            {step.segment !== undefined && (
              <span className="soft"> {t('slip.segment', { no: step.segment })}</span>
            )}{' '}
            <Tag tone={step.confidence === 'confirmed' ? 'good' : 'warn'}>{t(`slip.${step.confidence}`)}</Tag>
          </div>
          <div className="formula">
            {step.formula} = <strong className="number">{grouped(step.result)}</strong>
          </div>
          <dl>
            {Object.entries(step.values).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="number">{grouped(value)}</dd>
              </div>
            ))}
          </dl>
          {step.source && (
            <div className="soft">
              {t('slip.source')} {cited(step.source)}
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
