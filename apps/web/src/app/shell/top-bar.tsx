import { useMutation } from '@tanstack/react-query';
import { App, Button, Dropdown, Modal, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../shared/icons';
import { useProblemNotice } from '../../shared/problem-view';
import { PasswordForm } from '../session/first-password-page';
import { useSession } from '../../shared/session';
import { LanguageButton, SchemeButton, TextSizeButton } from './screen-buttons';

export function TopBar({ folded, onFold }: { folded: boolean; onFold: () => void }): ReactElement {
  const { t } = useTranslation('shell');
  return (
    <div className="top-bar">
      <Button
        type="text"
        icon={<Icon name={folded ? 'unfold' : 'fold'} />}
        aria-label={t('foldMenu')}
        aria-expanded={!folded}
        onClick={onFold}
      />
      <div className="where">
        <CentreName />
      </div>
      <LanguageButton />
      <SchemeButton />
      <TextSizeButton />
      <UserMenu />
    </div>
  );
}

function CentreName(): ReactElement {
  const { t } = useTranslation('shell');
  const { centre, centres, chooseCentre } = useSession();
  if (centres.length < 2) return <span className="soft">{centre?.name ?? t('noCentre')}</span>;
  return (
    <Select
      variant="borderless"
      aria-label={t('chooseCentre')}
      value={centre?.id}
      options={centres.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={chooseCentre}
      popupMatchSelectWidth={false}
    />
  );
}

function UserMenu(): ReactElement {
  const { t } = useTranslation('shell');
  const { me, signOut } = useSession();
  const { message } = App.useApp();
  const tell = useProblemNotice();
  const [changing, setChanging] = useState(false);
  const leave = useMutation({ mutationFn: signOut, onError: tell });
  const changed = (): void => {
    setChanging(false);
    // The server ended the session with the old password; the next request asks for the new one.
    void message.success(t('password.changed')).then(() => window.location.assign('/'));
  };
  const items = [
    { key: 'password', icon: <Icon name="key" />, label: t('password.title'), onClick: () => setChanging(true) },
    { key: 'out', icon: <Icon name="out" />, label: t('signOut'), onClick: () => leave.mutate() },
  ];
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button type="text" icon={<Icon name="user" />} loading={leave.isPending}>
          <span className="user-name">{me.displayName}</span>
        </Button>
      </Dropdown>
      <Modal
        open={changing}
        title={t('password.title')}
        footer={null}
        destroyOnHidden
        onCancel={() => setChanging(false)}
        width={420}
      >
        <PasswordForm name={me.name} onChanged={changed} />
      </Modal>
    </>
  );
}
