import { enumTerm, term, type Terms } from '../../shared/terms.js';

/** The words of search. */
export const searchTerms = {
  SearchType: enumTerm('loại kết quả', 'A type of object that search finds', {
    UNIT: term('đơn vị', 'Units'),
    MODEL: term('mô hình', 'Models'),
  }),
  SearchStep: enumTerm('cách tìm thấy', 'How a result matches the text', {
    EXACT: term('khớp toàn bộ tên', 'Its whole name is the text'),
    WORDS: term('khớp các từ', 'Its name has all the words of the text'),
    SIMILAR: term('gần giống', 'One word of the text is taken for a typing error', 'Only when no object has all the words.'),
  }),
  SearchResult: term('kết quả tìm kiếm', 'An object that search finds'),
  SearchConnection: term('trang kết quả', 'One page of search results'),
  SearchEdge: term('một kết quả', 'One search result and why it was found'),
  SearchFacet: term('đếm theo một thuộc tính', 'The number of results for each value of one property, the most frequent value first'),
  SearchFacetValue: term('số kết quả theo giá trị', 'One value of a property and the number of results that have it'),
  SearchFacets: term('đếm kết quả', 'The results counted by properties, each counted only when selected'),
} as const satisfies Terms;
