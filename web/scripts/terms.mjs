// The words for the values of an enum, from their descriptions in the schema: “Being appraised (đang thẩm định).”

/** Enums whose English word is in the description; the names of the others are English words already. */
const DESCRIBED = new Set(['UnitKind', 'VillageKind']);

const capital = text => text.charAt(0).toUpperCase() + text.slice(1);

function wordsOf(enumName, { name, description }) {
  const [, english = '', vietnamese] = /^(.*?)\(([^()]*\p{Ll}[^()]*)\)/su.exec(description ?? '') ?? [];
  if (!vietnamese) throw new Error(`${enumName}.${name} has no Vietnamese term in the schema.`);
  const plain = name.toLowerCase().replaceAll('_', ' ');
  return { vi: capital(vietnamese.trim()), en: capital(DESCRIBED.has(enumName) ? english.split(/[;,:]/)[0].trim() : plain) };
}

/** The enums of the first page; its words are loaded before those of the others. */
const FIRST = new Set(['ModelState', 'WaitingStepName']);

const write = (of, language) => {
  const lines = of.map(([name, values]) => [name, Object.fromEntries(values.map(([value, text]) => [value, text[language]]))]);
  return JSON.stringify(Object.fromEntries(lines), null, 2);
};

const modules = (file, name, of) => {
  const [type, constant] = [name, name.charAt(0).toLowerCase() + name.slice(1)];
  return [
    [
      `${file}.vi`,
      `export const ${constant}Vi = ${write(of, 'vi')} as const;\n\ntype Words<T> = { readonly [K in keyof T]: { readonly [V in keyof T[K]]: string } };\nexport type ${type} = Words<typeof ${constant}Vi>;\n`,
    ],
    [`${file}.en`, `import type { ${type} } from './${file}.vi.js';\n\nexport const ${constant}En: ${type} = ${write(of, 'en')};\n`],
  ];
};

/** @returns the text of each module by its name */
export function termsOf(enums) {
  const words = enums.map(type => [type.name, type.getValues().map(value => [value.name, wordsOf(type.name, value)])]);
  const first = words.filter(([name]) => FIRST.has(name));
  return Object.fromEntries([...modules('terms', 'Terms', words), ...modules('first-terms', 'FirstTerms', first)]);
}
