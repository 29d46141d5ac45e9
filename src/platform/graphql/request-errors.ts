import type { Bilingual } from '../../shared/language.js';

/**
 * What is wrong with a request before any command or view has it: the codes of GraphQL itself, which no chapter defines. The sentence of one error
 * is more precise (`graphql-sentences.ts`); these are the kinds, for programs and for `docs/errors.md`.
 */
export const REQUEST_ERRORS: Readonly<Record<string, Bilingual>> = {
  BAD_REQUEST: {
    vi: 'Yêu cầu không có câu hỏi (query), sai kiểu dữ liệu, hoặc là danh sách nhiều câu hỏi.',
    en: 'The request has no query, has parts of a wrong type, or is a list of queries.',
  },
  BAD_USER_INPUT: {
    vi: 'Một biến hoặc tham số có giá trị không đúng kiểu.',
    en: 'A variable or an argument has a value that does not fit its type.',
  },
  GRAPHQL_PARSE_FAILED: { vi: 'Câu hỏi sai cú pháp GraphQL.', en: 'The document is not well-formed GraphQL.' },
  GRAPHQL_VALIDATION_FAILED: {
    vi: 'Câu hỏi không khớp với lược đồ: trường, tham số, kiểu hoặc giá trị không có.',
    en: 'The document does not fit the schema: a field, an argument, a type or a value that does not exist.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    vi: 'Câu hỏi có nhiều thao tác mà không nêu thao tác nào, hoặc nêu thao tác không có.',
    en: 'The document has several operations and none was named, or one that does not exist was.',
  },
};
