import { addMonths, isPeriod, type Period } from '@gridstaff/kernel';
import { useQuery } from '@tanstack/react-query';
import { Button, Card } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { api } from '../../shared/api';
import { thisMonth } from '../../shared/clock';
import { MonthInput } from '../../shared/dates';
import { Icon } from '../../shared/icons';
import { Page } from '../../shared/page';
import { useCentre, useSession } from '../../shared/session';
import { Tabs } from '../../shared/tabs';
import { Tag } from '../../shared/tag';
import { ImportDialog } from '../imports/import-dialog';
import { useLatestRun } from '../runs/queries';
import { Absences } from './absences';
import { HeatDays } from './heat-work';
import { Leave } from './leave';
import { OneOffs } from './one-offs';
import { OvertimeHours } from './overtime';
import { SchedulePart } from './schedule/schedule-part';
import { Scores } from './scores';
import { ClosePart } from './sheet/close-part';
import { SheetPart } from './sheet/sheet-part';
import { useMatter } from './sheet/use-matter';

type Brought = 'attendance' | 'scores' | 'one_offs';

/** What a work month recorded of its people: absence, overtime, work in heat, evaluation and what is given once, looked up, brought in and put right. */
export default function MonthPage(): ReactElement {
  const { t } = useTranslation('month');
  const { can } = useSession();
  const centre = useCentre();
  const [search, setSearch] = useSearchParams();
  const latest = useLatestRun(centre.id, can('run:read'));
  const asked = search.get('period');
  const matter = useMatter(search.get('matter'));
  const period: Period = isPeriod(asked) ? asked : (matter?.period ?? latest.data?.period ?? thisMonth());
  const [importing, setImporting] = useState<Brought>();
  const [open, setOpen] = useState(false);
  const state = useQuery({
    queryKey: ['period', centre.id, period],
    queryFn: () => api.calendar.period(centre.id, period),
    enabled: can('calendar:read'),
  });
  const locked = state.data?.status === 'locked';
  const go = (month: Period | undefined): void =>
    setSearch((before) => ({ ...Object.fromEntries(before), ...(month ? { period: month } : {}) }), { replace: true });
  const bring = (kind: Brought): void => {
    setImporting(kind);
    setOpen(true);
  };
  const unit = search.get('unit') ?? matter?.unitId ?? undefined;
  const openSheet = (unitId: string | undefined): void =>
    setSearch((before) => {
      const { unit: _, matter: __, ...rest } = Object.fromEntries(before);
      return { ...rest, period, part: 'sheet', ...(unitId && { unit: unitId }) };
    });
  const sheet =
    can('attendance:read') || can('attendance:team')
      ? [
          {
            key: 'sheet',
            label: t('tab.sheet'),
            children: <SheetPart key={period} period={period} locked={locked} unitId={unit} onOpen={openSheet} />,
          },
          {
            key: 'schedule',
            label: t('tab.schedule'),
            children: <SchedulePart key={period} period={period} locked={locked} unitId={unit} />,
          },
        ]
      : [];
  const close = can('attendance:read')
    ? [{ key: 'close', label: t('tab.close'), children: <ClosePart key={period} period={period} onOpen={openSheet} /> }]
    : [];
  const attendance = can('attendance:read')
    ? [
        {
          key: 'absences',
          label: t('tab.absences'),
          children: <Absences key={period} period={period} locked={locked} />,
        },
        {
          key: 'overtime',
          label: t('tab.overtime'),
          children: <OvertimeHours key={period} period={period} locked={locked} />,
        },
        {
          key: 'heat',
          label: t('tab.heat'),
          children: <HeatDays key={period} period={period} locked={locked} />,
        },
        { key: 'leave', label: t('tab.leave'), children: <Leave key={period.slice(0, 4)} period={period} /> },
      ]
    : [];
  const scores = can('evaluation:read')
    ? [{ key: 'scores', label: t('tab.scores'), children: <Scores key={period} period={period} locked={locked} /> }]
    : [];
  const oneOffs = can('run:read')
    ? [{ key: 'one-offs', label: t('tab.oneOffs'), children: <OneOffs key={period} period={period} locked={locked} /> }]
    : [];
  return (
    <Page
      tabTitle={t('title')}
      title={t('title')}
      sub={
        locked && (
          <Tag tone="warn" icon="lock">
            {t('locked')}
          </Tag>
        )
      }
      actions={
        <>
          <Button
            icon={<Icon name="up" style={{ transform: 'rotate(-90deg)' }} />}
            aria-label={t('before')}
            onClick={() => go(addMonths(period, -1))}
          />
          <MonthInput value={period} allowClear={false} onChange={go} aria-label={t('month')} />
          <Button
            icon={<Icon name="up" style={{ transform: 'rotate(90deg)' }} />}
            aria-label={t('after')}
            onClick={() => go(addMonths(period, 1))}
          />
          {can('attendance:write') && (
            <Button icon={<Icon name="upload" />} disabled={locked} onClick={() => bring('attendance')}>
              {t('importAttendance')}
            </Button>
          )}
          {can('evaluation:write') && (
            <Button icon={<Icon name="upload" />} disabled={locked} onClick={() => bring('scores')}>
              {t('importScores')}
            </Button>
          )}
          {can('run:prepare') && (
            <Button icon={<Icon name="upload" />} disabled={locked} onClick={() => bring('one_offs')}>
              {t('importOneOffs')}
            </Button>
          )}
        </>
      }
    >
      <Card size="small">
        <Tabs
          label={t('title')}
          items={[...sheet, ...attendance, ...close, ...scores, ...oneOffs]}
          first={search.get('part') ?? (matter && (matter.kind === 'sheet' ? 'sheet' : 'close'))}
        />
      </Card>
      {importing && (
        <ImportDialog
          key={`${importing} ${period}`}
          kind={importing}
          period={period}
          open={open}
          onClose={() => setOpen(false)}
        />
      )}
    </Page>
  );
}
