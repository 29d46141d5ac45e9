// Rules for schema.gql beyond those of graphql-schema-linter. CommonJS, because the linter loads its rules with `require`.
const { GraphQLError } = require('graphql');

const TERM = /\([^()]*[À-ỹĐđ][^()]*\)/;
/** A whole sentence in brackets, which may have brackets of its own. */
const SENTENCE = /\([^]*[À-ỹĐđ][^]*\)$/;

/** Words and phrases of a private dialect, with what ordinary English says. */
const DIALECT = [
  [/\bwhoever\b/i, 'those who, the person who'],
  [/\b(told|tells?)\b/i, 'says, states, names'],
  [/\bof nobody\b/i, 'unknown, without an owner'],
  [/\bbesides?\b/i, 'next to, other than'],
  [/\bstands?\b/i, 'is, belongs to, is based on'],
  [/\bhangs?\b/i, 'is attached to, refers to'],
  [/\bmends?\b/i, 'corrects'],
];

/** Reports what `complaintOf` finds in any description; `names` leads to what is described: ['UnitKind', 'XA']. */
const eachDescription = (context, ruleName, complaintOf) => ({
  enter(node, _key, _parent, _path, ancestors) {
    if (!node.description) return;
    const names = [...ancestors, node].flatMap(({ name }) => (name ? [name.value] : []));
    const complaint = complaintOf(node.description.value, names);
    if (complaint)
      context.reportError(Object.assign(new GraphQLError(`\`${names.join('.')}\`: ${complaint}`, { nodes: [node] }), { ruleName }));
  },
});

/** Each value of `ErrorCode` is described by its two sentences in the catalogue of errors. */
const isErrorCode = names => names[0] === 'ErrorCode' && names.length === 2;

exports.DescriptionsHaveVietnameseTerm = function DescriptionsHaveVietnameseTerm(_configuration, context) {
  return eachDescription(context, 'descriptions-have-vietnamese-term', (text, names) =>
    (isErrorCode(names) ? SENTENCE : TERM).test(text) ? undefined : 'add the Vietnamese term in brackets, as in “Title (tên mô hình).”',
  );
};

/** The sentences of `ErrorCode` are judged where they are written. */
exports.DescriptionsAreOrdinaryEnglish = function DescriptionsAreOrdinaryEnglish(_configuration, context) {
  return eachDescription(context, 'descriptions-are-ordinary-english', (text, names) => {
    const found = isErrorCode(names) ? undefined : DIALECT.find(([word]) => word.test(text));
    return found && `“${found[0].exec(text)[0]}” is not ordinary English here; write for example: ${found[1]}.`;
  });
};
