import { Button, Form, Input, Select, TreeSelect, Upload } from 'antd';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ChosenPerson, type PeopleFilter, staff } from '../../shared/api/staff-calls';
import { useCommand } from '../../shared/commands';
import { Icon } from '../../shared/icons';
import { ProblemAlert } from '../../shared/problem-view';
import { useCentre } from '../../shared/session';
import { Tabs } from '../../shared/tabs';
import { treeOf, useAgencies, useGrades, useUnits } from '../roster/queries';
import { textsOf } from './act';

interface Choosing {
  onChosen: (people: readonly ChosenPerson[]) => void;
  onRefused: (error: unknown) => void;
}

/** Three ways to say whom the act is about; each adds to those who are there. */
export function ChoosePeople({ onChosen }: Pick<Choosing, 'onChosen'>): ReactElement {
  const { t } = useTranslation('staff');
  const [error, setError] = useState<unknown>();
  const ways = {
    onRefused: setError,
    onChosen: (people: readonly ChosenPerson[]) => {
      setError(undefined);
      onChosen(people);
    },
  };
  return (
    <div className="choose-people">
      <Tabs
        label={t('choose.label')}
        items={[
          { key: 'filter', label: t('choose.filter'), children: <ByFilter {...ways} /> },
          { key: 'paste', label: t('choose.paste'), children: <ByPaste {...ways} /> },
          { key: 'file', label: t('choose.file'), children: <ByFile {...ways} /> },
        ]}
      />
      {error !== undefined && <ProblemAlert error={error} />}
    </div>
  );
}

function ByFilter({ onChosen, onRefused }: Choosing): ReactElement {
  const { t } = useTranslation('staff');
  const centre = useCentre();
  const units = useUnits();
  const agencies = useAgencies();
  const grades = useGrades();
  const tree = useMemo(() => treeOf(units.data ?? []), [units.data]);
  const posts = [...new Set(grades.data?.map(({ postCode }) => postCode))];
  const choose = useCommand<PeopleFilter, ChosenPerson[]>({
    run: (filter) => staff.choose(centre.id, { filter }),
    touches: [],
    onDone: onChosen,
    onRefused,
  });
  return (
    <Form<PeopleFilter>
      name="staff-filter"
      className="filter-row"
      layout="inline"
      onFinish={(fields) =>
        choose.mutate(Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')))
      }
    >
      <Form.Item name="search" className="grow">
        <Input allowClear maxLength={40} placeholder={t('common:pickPerson')} aria-label={t('common:pickPerson')} />
      </Form.Item>
      <Form.Item name="unit">
        <TreeSelect
          treeData={tree}
          allowClear
          showSearch={{ treeNodeFilterProp: 'title' }}
          placeholder={t('field.unit')}
          aria-label={t('field.unit')}
          style={{ width: 190 }}
          popupMatchSelectWidth={280}
        />
      </Form.Item>
      <Form.Item name="agency">
        <Select
          allowClear
          placeholder={t('field.agency')}
          aria-label={t('field.agency')}
          style={{ width: 180 }}
          popupMatchSelectWidth={false}
          options={agencies.data?.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Form.Item>
      <Form.Item name="post">
        <Select
          allowClear
          placeholder={t('field.post')}
          aria-label={t('field.post')}
          style={{ width: 120 }}
          options={posts.map((value) => ({ value, label: value }))}
        />
      </Form.Item>
      <Button htmlType="submit" loading={choose.isPending} icon={<Icon name="plus" />}>
        {t('choose.addFound')}
      </Button>
    </Form>
  );
}

function ByPaste({ onChosen, onRefused }: Choosing): ReactElement {
  const { t } = useTranslation('staff');
  const centre = useCentre();
  const [text, setText] = useState('');
  const choose = useCommand<string[], ChosenPerson[]>({
    run: (texts) => staff.choose(centre.id, { texts }),
    touches: [],
    onDone: (people) => {
      setText('');
      onChosen(people);
    },
    onRefused,
  });
  return (
    <div className="stack">
      <Input.TextArea
        rows={4}
        value={text}
        onChange={({ target }) => setText(target.value)}
        placeholder={t('choose.pasteHint')}
        aria-label={t('choose.pasteHint')}
      />
      <div>
        <Button
          disabled={textsOf(text).length === 0}
          loading={choose.isPending}
          icon={<Icon name="plus" />}
          onClick={() => choose.mutate(textsOf(text))}
        >
          {t('choose.addPasted')}
        </Button>
      </div>
    </div>
  );
}

function ByFile({ onChosen, onRefused }: Choosing): ReactElement {
  const { t } = useTranslation('staff');
  const centre = useCentre();
  const [busy, setBusy] = useState(false);
  const read = async (file: File): Promise<void> => {
    setBusy(true);
    try {
      onChosen(await staff.fromFile(centre.id, file));
    } catch (error) {
      onRefused(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Upload.Dragger
      accept=".xlsx"
      maxCount={1}
      showUploadList={false}
      disabled={busy}
      beforeUpload={(file) => {
        void read(file);
        return false;
      }}
    >
      <Icon name="upload" size={26} />
      <p>{t('choose.drop')}</p>
      <p className="soft">{t('choose.columns')}</p>
    </Upload.Dragger>
  );
}
