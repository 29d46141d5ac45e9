import type { Bilingual } from '../../shared/language.js';

/**
 * graphql-js and Apollo say in English what is wrong with a document or its variables. This is what the same sentences are in Vietnamese.
 * In a pattern `"*"` is a name in quotation marks and `~` any text, a value of the client for example; `{1}` is the first of these.
 */
const PATTERNS: readonly (readonly [english: string, vietnamese: string])[] = [
  // Names.
  ['Cannot query field "*" on type "*".', 'Kiểu “{2}” không có trường “{1}”.'],
  ['Unknown argument "*" on field "*".', 'Trường “{2}” không có tham số “{1}”.'],
  ['Unknown argument "*" on directive "*".', 'Chỉ thị “{2}” không có tham số “{1}”.'],
  ['Unknown directive "*".', 'Không có chỉ thị “{1}”.'],
  ['Directive "*" may not be used on ~.', 'Chỉ thị “{1}” không dùng được ở đây.'],
  ['The directive "*" can only be used once at this location.', 'Chỉ thị “{1}” chỉ dùng được một lần ở đây.'],
  ['Unknown fragment "*".', 'Không có mảnh (fragment) “{1}”.'],
  ['Unknown type "*".', 'Không có kiểu “{1}”.'],
  ['Unknown operation named "*".', 'Không có thao tác tên “{1}” trong câu hỏi.'],
  ['There can be only one operation named "*".', 'Chỉ một thao tác được mang tên “{1}”.'],
  ['There can be only one fragment named "*".', 'Chỉ một mảnh (fragment) được mang tên “{1}”.'],
  ['There can be only one argument named "*".', 'Tham số “{1}” được nêu hai lần.'],
  ['There can be only one variable named "*".', 'Biến “{1}” được khai báo hai lần.'],
  ['There can be only one input field named "*".', 'Trường “{1}” của dữ liệu vào được nêu hai lần.'],
  // Shapes.
  ['Field "*" must not have a selection since type "*" has no subfields.', 'Trường “{1}” không có trường con để chọn.'],
  ['Field "*" of type "*" must have a selection of subfields.', 'Hãy chọn các trường con của trường “{1}”.'],
  ['Field "*" of type "*" must have at least one field selected.', 'Hãy chọn ít nhất một trường con của trường “{1}”.'],
  [
    'Fields "*" conflict because ~.',
    'Hai trường mang tên “{1}” khác nhau. Nếu cần cả hai, hãy đặt cho mỗi trường một tên gọi khác (alias).',
  ],
  ['Fragment "*" is never used.', 'Mảnh (fragment) “{1}” không được dùng ở đâu.'],
  ['Fragment "*" cannot condition on non composite type "*".', 'Mảnh (fragment) “{1}” không thể viết cho kiểu “{2}”.'],
  ['Fragment cannot condition on non composite type "*".', 'Không thể viết mảnh (fragment) cho kiểu “{1}”.'],
  [
    'Fragment "*" cannot be spread here as objects of type "*" can never be of type "*".',
    'Mảnh (fragment) “{1}” không dùng được ở đây: kiểu “{2}” không bao giờ là kiểu “{3}”.',
  ],
  [
    'Fragment cannot be spread here as objects of type "*" can never be of type "*".',
    'Mảnh (fragment) không dùng được ở đây: kiểu “{1}” không bao giờ là kiểu “{2}”.',
  ],
  ['Cannot spread fragment "*" within itself~', 'Mảnh (fragment) “{1}” chứa chính nó.'],
  ['The ~ definition is not executable.', 'Phần “{1}” không phải là câu hỏi.'],
  ['This anonymous operation must be the only defined operation.', 'Thao tác không có tên phải là thao tác duy nhất.'],
  [
    'Must provide operation name if query contains multiple operations.',
    'Câu hỏi có nhiều thao tác: hãy nêu tên thao tác (operationName).',
  ],
  ['Schema is not configured to execute ~ operation.', 'Hệ thống không có thao tác loại “{1}”.'],
  ['Maximum introspection depth exceeded', 'Câu hỏi về lược đồ lồng nhau quá sâu.'],
  ['Too many validation errors, error limit reached. Validation aborted.', 'Còn nhiều lỗi khác nữa.'],
  ['Too many errors processing variables, error limit reached. Execution aborted.', 'Còn nhiều lỗi khác nữa.'],
  // Arguments and variables.
  ['Field "*" argument "*" of type "*" is required, but it was not provided.', 'Thiếu tham số “{2}” của trường “{1}”.'],
  ['Directive "*" argument "*" of type "*" is required, but it was not provided.', 'Thiếu tham số “{2}” của chỉ thị “{1}”.'],
  ['Argument "*" of required type "*" was not provided.', 'Thiếu tham số “{1}”.'],
  [
    'Argument "*" of required type "*" was provided the variable "*" which was not provided a runtime value.',
    'Tham số “{1}” lấy từ biến “{3}”, mà biến ấy chưa có giá trị.',
  ],
  ['Argument "*" of non-null type "*" must not be null.', 'Tham số “{1}” không được để trống.'],
  ['Argument "*" has invalid value ~.', 'Tham số “{1}” có giá trị không đúng: {2}.'],
  ['Variable "*" is not defined by operation "*".', 'Thao tác “{2}” chưa khai báo biến “{1}”.'],
  ['Variable "*" is not defined.', 'Biến “{1}” chưa được khai báo.'],
  ['Variable "*" is never used in operation "*".', 'Biến “{1}” được khai báo mà không dùng trong thao tác “{2}”.'],
  ['Variable "*" is never used.', 'Biến “{1}” được khai báo mà không dùng.'],
  ['Variable "*" cannot be non-input type "*".', 'Biến “{1}” không thể thuộc kiểu “{2}”.'],
  ['Variable "*" of type "*" used in position expecting type "*".', 'Biến “{1}” thuộc kiểu “{2}”, mà ở đây cần kiểu “{3}”.'],
  ['Variable "*" of required type "*" was not provided.', 'Thiếu biến “{1}”.'],
  ['Variable "*" of non-null type "*" must not be null.', 'Biến “{1}” không được để trống.'],
  ['Variable "*" is of type "*" but must be non-nullable to be used for OneOf Input Object "*".', 'Biến “{1}” phải thuộc kiểu “{2}!”.'],
  // Values.
  ['Expected value of type "*", found ~.', 'Cần giá trị kiểu “{1}”, gặp {2}.'],
  ['Expected non-nullable type "*" not to be null.', 'Giá trị không được để trống.'],
  ['Expected type "*" to be an object.', 'Cần một đối tượng kiểu “{1}”.'],
  ['Expected type "*".', 'Cần giá trị kiểu “{1}”.'],
  ['Field "*" of required type "*" was not provided.', 'Thiếu trường “{1}”.'],
  ['Field "*" is not defined by type "*".', 'Kiểu “{2}” không có trường “{1}”.'],
  ['Field "*" must be non-null.', 'Trường “{1}” không được để trống.'],
  ['OneOf Input Object "*" must specify exactly one key.', 'Hãy nêu đúng một trường của “{1}”.'],
  ['Exactly one key must be specified for OneOf type "*".', 'Hãy nêu đúng một trường của “{1}”.'],
  ['Int cannot represent non-integer value: ~', 'Cần số nguyên, gặp {1}. Viết liền các chữ số, không dấu chấm, không dấu phẩy.'],
  ['Int cannot represent non 32-bit signed integer value: ~', 'Số nguyên quá lớn: {1}.'],
  ['Float cannot represent non numeric value: ~', 'Cần một số, gặp {1}.'],
  ['String cannot represent a non string value: ~', 'Cần văn bản, gặp {1}.'],
  ['Boolean cannot represent a non boolean value: ~', 'Cần true hoặc false, gặp {1}.'],
  ['ID cannot represent a non-string and non-integer value: ~', 'Cần mã định danh dạng chữ, gặp {1}.'],
  ['ID cannot represent value: ~', 'Cần mã định danh dạng chữ, gặp {1}.'],
  ['Enum "*" cannot represent non-string value: ~.', 'Cần một giá trị của “{1}”, gặp {2}.'],
  ['Enum "*" cannot represent non-enum value: ~.', 'Cần một giá trị của “{1}”, gặp {2}.'],
  ['Value "*" does not exist in "*" enum.', '“{2}” không có giá trị “{1}”.'],
  // Syntax.
  ['Syntax Error: Expected ~, found ~.', 'Sai cú pháp: cần {1}, gặp {2}.'],
  ['Syntax Error: Unexpected character: ~.', 'Sai cú pháp: gặp ký tự lạ {1}.'],
  ['Syntax Error: Unexpected variable "*" in constant value.', 'Sai cú pháp: biến “{1}” không dùng được ở đây.'],
  [
    'Syntax Error: Unexpected single quote character (\'), did you mean to use a double quote (")?',
    'Sai cú pháp: hãy dùng dấu ngoặc kép (").',
  ],
  ['Syntax Error: Unexpected ~.', 'Sai cú pháp: không chờ {1} ở đây.'],
  ['Syntax Error: Unterminated string.', 'Sai cú pháp: chuỗi ký tự chưa đóng.'],
  ['Syntax Error: Invalid number, ~.', 'Sai cú pháp: số viết chưa đúng.'],
  ['Syntax Error: Document contains more that ~ tokens. Parsing aborted.', 'Câu hỏi dài hơn {1} từ (token). Hãy chia nhỏ.'],
  ['Syntax Error: Document contains more than ~ comments. Parsing aborted.', 'Câu hỏi có hơn {1} dòng chú thích. Hãy bỏ bớt.'],
  ['Syntax Error: ~', 'Sai cú pháp.'],
  // Apollo.
  ['Operation batching disabled.', 'Mỗi yêu cầu chỉ gồm một câu hỏi, không gửi cả danh sách.'],
  ['GraphQL queries must be strings.', 'Câu hỏi (query) phải là văn bản.'],
  [
    'This operation has been blocked as a potential Cross-Site Request Forgery~',
    'Yêu cầu phải có đầu mục “Content-Type: application/json”.',
  ],
  ['PersistedQueryNotFound', 'Máy chủ chưa biết câu hỏi mang mã này. Hãy gửi kèm cả câu hỏi.'],
  ['PersistedQueryNotSupported', 'Máy chủ không nhận câu hỏi chỉ bằng mã.'],
  ['provided sha does not match query', 'Mã kiểm tra không khớp với câu hỏi.'],
  ['GraphQL introspection is not allowed by Apollo Server, but the query contained ~', 'Máy chủ này không cho hỏi lược đồ.'],
  ['GET requests only support query operations, not ~', 'Phương thức GET chỉ dùng để hỏi. Hãy gửi bằng POST.'],
  ['GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.', 'Yêu cầu chưa có câu hỏi (query).'],
  ['POST body missing~', 'Yêu cầu không có nội dung.'],
  ['`~` in a POST body must be ~', 'Phần “{1}” của yêu cầu sai kiểu dữ liệu.'],
];

const LONGEST_PART = 200;
const UNKNOWN = 'Câu hỏi GraphQL chưa đúng. Lời giải thích bằng tiếng Anh ở extensions.text.en.';

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
const patterns = PATTERNS.map(([english, vietnamese]): readonly [RegExp, string] => {
  const source = escaped(english).replaceAll('"\\*"', '"([^"]*)"').replaceAll('~', '(.*)');
  return [new RegExp(`^${source}$`, 's'), vietnamese];
});

const exact = new Map<string, string>();

/** Sentences of our own that reach the client inside those of graphql-js: what a scalar expects. */
export function saidInVietnamese(english: string, vietnamese: string): void {
  exact.set(english, vietnamese);
}

const WORDS: Readonly<Record<string, string>> = {
  '<EOF>': 'chỗ hết văn bản',
  Name: 'tên',
  String: 'chuỗi ký tự',
  BlockString: 'chuỗi ký tự',
  Int: 'số nguyên',
  Float: 'số',
};
const part = (text: string): string => {
  const shown = text.length > LONGEST_PART ? `${text.slice(0, LONGEST_PART)}…` : text;
  return shown.replace(/^(<EOF>|BlockString|Name|String|Int|Float)(?= |$)/, word => WORDS[word]!);
};

const HINT = 'Did you mean ';

/**
 * The message without its hint, and what the hint names. Only the last “Did you mean” can be one. A message repeats what a client sent: to look
 * for the end from each of ten thousand such words would take seconds.
 */
function withoutHint(message: string): { readonly sentence: string; readonly hint: string | undefined } {
  const at = message.lastIndexOf(HINT);
  const hint = at < 0 ? undefined : /^([^?]*)\?$/.exec(message.slice(at + HINT.length))?.[1];
  return hint === undefined ? { sentence: message, hint } : { sentence: message.slice(0, at).trimEnd(), hint };
}

/** “Did you mean "name" or "names"?” */
function hintOf(given: string): string {
  const names = [...given.matchAll(/"([^"]*)"/g)].map(([, name]) => `“${name}”`);
  return given.startsWith('to use an inline fragment on')
    ? ` Có phải ý bạn là dùng mảnh “... on” cho ${names.join(' hoặc ')}?`
    : ` Có phải ý bạn là ${names.join(' hoặc ')}?`;
}

/** A sentence of graphql-js or Apollo in Vietnamese; of one that is not known, that there is one in English. */
export function inVietnamese(message: string, otherwise = UNKNOWN): string {
  return translated(message) ?? otherwise;
}

function translated(message: string): string | undefined {
  const known = exact.get(message);
  if (known !== undefined) return known;
  const variable = /^Variable "([^"]*)" got invalid value (.*); (.*)$/s.exec(message);
  if (variable) return ofVariable(variable as unknown as [string, string, string, string]);
  const literal = /^Expected value of type "([^"]*)", found (.*); (.*)$/s.exec(message);
  if (literal) {
    const why = translated(literal[3]!);
    return why && `Giá trị ${part(literal[2]!)} không đúng. ${why}`;
  }
  const argument = /^Argument "([^"]*)" has invalid value (.*); (.*)$/s.exec(message);
  if (argument) {
    const why = translated(argument[3]!);
    return why && `Trường “${argument[1]}” có giá trị không đúng: ${part(argument[2]!)}. ${why}`;
  }
  const { sentence, hint } = withoutHint(message);
  for (const [pattern, vietnamese] of patterns) {
    const found = pattern.exec(sentence);
    if (found)
      return vietnamese.replaceAll(/\{(\d)\}/g, (_, n: string) => part(found[Number(n)]!)) + (hint === undefined ? '' : hintOf(hint));
  }
  return undefined;
}

function ofVariable([, name, given, reason]: [string, string, string, string]): string | undefined {
  const why = translated(reason);
  if (why === undefined) return undefined;
  const [, value, path] = /^(.*) at "([^"]*)"$/s.exec(given) ?? [undefined, given, undefined];
  return `Biến “${name}”${path === undefined ? '' : `, ở “${path}”,`} có giá trị không đúng: ${part(value!)}. ${why}`;
}

/** graphql-js repeats what it was given: a hundred kilobytes of a value, once a message. */
const LONGEST = 500;
const short = (message: string): string => (message.length > LONGEST ? `${message.slice(0, LONGEST)}…` : message);

/** The sentence as graphql-js wrote it, with the value that it repeats shortened: cut at its end it would lose the reason. */
function inEnglish(message: string): string {
  const said = /Int cannot represent non-integer value: /.test(message)
    ? `${message}. Write the digits alone, without a point or a comma.`
    : message;
  const repeated =
    /^((?:Variable "[^"]*" got invalid value|Argument "[^"]*" has invalid value|Expected value of type "[^"]*", found) )(.*?)( at "[^"]*")?; (.*)$/s;
  const found = repeated.exec(said.length > LONGEST ? said : '');
  return found ? `${found[1]}${part(found[2]!)}${found[3] ?? ''}; ${found[4]}` : said;
}

/** A sentence of graphql-js or Apollo in both languages. */
export const bothOf = (message: string, otherwise?: Bilingual): Bilingual => ({
  vi: short(inVietnamese(message, otherwise?.vi)),
  en: short(inEnglish(message)),
});
