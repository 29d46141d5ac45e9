/** What may be kept of a person beside name, post, unit and achievement, and only apart: see README.md. */
export const ProtectedField = {
  BIRTH_DATE: 'BIRTH_DATE',
  ID_NUMBER: 'ID_NUMBER',
  PHONE: 'PHONE',
  ADDRESS: 'ADDRESS',
  PARTY_MEMBER: 'PARTY_MEMBER',
} as const;
export type ProtectedField = keyof typeof ProtectedField;

export const PROTECTED_FIELDS = Object.keys(ProtectedField) as ProtectedField[];

/** A value per field; `null`: not held. */
export type ProtectedValues = Readonly<Record<ProtectedField, string | null>>;

/** The column of each field. */
export const columnOf = (field: ProtectedField): string => field.toLowerCase();

/** As people call them. */
export const PROTECTED_LABELS: Readonly<Record<ProtectedField, string>> = {
  BIRTH_DATE: 'Ngày sinh',
  ID_NUMBER: 'Số căn cước',
  PHONE: 'Điện thoại',
  ADDRESS: 'Địa chỉ',
  PARTY_MEMBER: 'Đảng tịch',
};

/** Says that something is held, and nothing of it: not even its length. */
export const MASK = '•••';
