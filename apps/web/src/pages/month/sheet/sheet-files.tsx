import type { Period } from '@gridstaff/kernel';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../../shared/api';
import { sheets } from '../../../shared/api/sheet-calls';
import { useCommand } from '../../../shared/commands';
import { Icon } from '../../../shared/icons';
import { useCentre } from '../../../shared/session';
import { ImportDialog } from '../../imports/import-dialog';

/** The sheet for paper, and back from a file. */
export function SheetFiles({
  period,
  unitId,
  name,
  brings,
}: {
  period: Period;
  unitId: string;
  name: string;
  brings: boolean;
}): ReactElement {
  const { t, i18n } = useTranslation('month');
  const centre = useCentre();
  const [open, setOpen] = useState(false);
  const make = useCommand({
    run: (format: 'xlsx' | 'pdf') =>
      sheets.file(centre.id, period, unitId, { format, language: i18n.language === 'en' ? 'en' : 'zh' }),
    touches: [],
    onDone: ({ blob, name: given }, format) => saveFile(blob, given ?? `${name} ${period}.${format}`),
  });
  return (
    <>
      {(['excel', 'pdf'] as const).map((kind) => (
        <Button
          key={kind}
          icon={<Icon name="download" />}
          loading={make.isPending && make.variables === (kind === 'pdf' ? 'pdf' : 'xlsx')}
          onClick={() => make.mutate(kind === 'pdf' ? 'pdf' : 'xlsx')}
        >
          {t(`sheet.${kind}`)}
        </Button>
      ))}
      {brings && (
        <Button icon={<Icon name="upload" />} onClick={() => setOpen(true)}>
          {t('sheet.bring')}
        </Button>
      )}
      <ImportDialog kind="month_sheet" period={period} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
