import { enumTerm, inSentence, term, type Term, type Terms } from '../../shared/terms.js';
import { PROTECTED_LABELS, type ProtectedField } from './protected-fields.js';

const protectedField = (field: ProtectedField, en: string, note?: string): Term => term(inSentence(PROTECTED_LABELS[field]), en, note);

/** The words of this chapter. */
export const personTerms = {
  Person: term(
    'người',
    'A person whom models and posts refer to',
    'Only name, unit, posts and achievement are shown; protected data are read with `revealPersonalData`.',
  ),
  PersonPost: term('chức vụ', 'A post that a person holds or held in a unit'),
  PersonOrder: enumTerm('thứ tự người', 'Order of a list of people', {
    NAME: term('theo tên gọi, rồi họ và tên', 'By given name, the last word, then by the whole name, in Vietnamese order'),
    NAME_DESC: term('theo tên gọi, giảm dần', 'By given name, descending'),
    VILLAGE: term('theo thôn, tổ dân phố', 'By the name of the village, 9 before 10; those without one last'),
  }),
  ProtectedField: enumTerm('dữ liệu cá nhân được bảo vệ', 'A kind of protected data about a person', {
    BIRTH_DATE: protectedField('BIRTH_DATE', 'Date of birth, possibly only the year or month'),
    ID_NUMBER: protectedField('ID_NUMBER', 'Number of the citizen identity card'),
    PHONE: protectedField('PHONE', 'Telephone number'),
    ADDRESS: protectedField('ADDRESS', 'Address'),
    PARTY_MEMBER: protectedField('PARTY_MEMBER', 'Party membership', 'Close to political views: kept only where a file needs it.'),
  }),
  ProtectedValue: term('giá trị được bảo vệ', 'One protected field of a person and, where it was requested, its value'),
  PersonalDataSection: term('phần dữ liệu cá nhân', 'One part of everything the registry holds about a person, ready to print'),
} as const satisfies Terms;
