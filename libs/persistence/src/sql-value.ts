/** What a statement takes and gives. */
export type SqlValue = string | number | null | boolean | Buffer;
export type Row = readonly SqlValue[];
