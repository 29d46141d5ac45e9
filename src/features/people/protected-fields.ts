/** Personal data beyond name, post, unit and achievement; kept in a table of their own: see README.md. */
export const ProtectedField = {
  BIRTH_DATE: 'BIRTH_DATE',
  ID_NUMBER: 'ID_NUMBER',
  PHONE: 'PHONE',
  ADDRESS: 'ADDRESS',
  PARTY_MEMBER: 'PARTY_MEMBER',
} as const;
export type ProtectedField = keyof typeof ProtectedField;

export const PROTECTED_FIELDS = Object.keys(ProtectedField) as ProtectedField[];

/** A value per field; `null`: none is kept. */
export type ProtectedValues = Readonly<Record<ProtectedField, string | null>>;

/** The field’s column in `personal_data`. */
export const columnOf = (field: ProtectedField): string => field.toLowerCase();

/** Labels for prints. */
export const PROTECTED_LABELS: Readonly<Record<ProtectedField, string>> = {
  BIRTH_DATE: 'Ngày sinh',
  ID_NUMBER: 'Số căn cước',
  PHONE: 'Điện thoại',
  ADDRESS: 'Địa chỉ',
  PARTY_MEMBER: 'Đảng tịch',
};

/** Shows that a value is kept, and nothing about it, not even its length. */
export const MASK = '•••';
