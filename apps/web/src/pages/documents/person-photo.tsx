import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { initialsOf } from './initials';
import { usePhoto } from './queries';
import './documents.css';

/** The face, or what stands for it. */
export function PersonPhoto({ no, name }: { no: number; name: string }): ReactElement {
  const { t } = useTranslation('documents');
  const { source } = usePhoto(no);
  if (source !== undefined) return <img className="person-photo" src={source} alt={t('photoOf', { name })} />;
  return (
    <span className="person-photo" data-initials aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
