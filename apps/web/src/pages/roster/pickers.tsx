import { Select, TreeSelect } from 'antd';
import { type ReactElement, useMemo } from 'react';
import { treeOf, useAgencies, useCertificates, useGrades, useUnits } from './queries';

interface Given {
  id?: string;
  value?: string;
  onChange?: (code: string) => void;
}

/** A grid, found in the tree or by typing its name or code. */
export function GridPicker(given: Given): ReactElement {
  const units = useUnits();
  const tree = useMemo(() => treeOf(units.data ?? [], true), [units.data]);
  return (
    <TreeSelect
      {...given}
      treeData={tree}
      showSearch={{ treeNodeFilterProp: 'title' }}
      loading={units.isPending}
      popupMatchSelectWidth={300}
    />
  );
}

export function GradePicker(given: Given): ReactElement {
  const grades = useGrades();
  return (
    <Select
      {...given}
      loading={grades.isPending}
      options={grades.data?.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))}
    />
  );
}

export function AgencyPicker(given: Given): ReactElement {
  const agencies = useAgencies();
  return (
    <Select
      {...given}
      loading={agencies.isPending}
      options={agencies.data?.map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}

/** Certificates that carry pay. */
export function CertificatePicker(given: Given): ReactElement {
  const certificates = useCertificates();
  return (
    <Select
      {...given}
      loading={certificates.isPending}
      options={certificates.data?.map(({ code }) => ({ value: code, label: code }))}
    />
  );
}
