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

/** @returns the text of one module for each language. */
export function termsOf(_schema, enums) {
  const words = enums.map(type => [type.name, type.getValues().map(value => [value.name, wordsOf(type.name, value)])]);
  const write = language => {
    const of = Object.fromEntries(
      words.map(([name, values]) => [name, Object.fromEntries(values.map(([value, text]) => [value, text[language]]))]),
    );
    return JSON.stringify(of, null, 2);
  };
  return {
    vi: `export const termsVi = ${write('vi')} as const;\n\ntype Words<T> = { readonly [K in keyof T]: { readonly [V in keyof T[K]]: string } };\nexport type Terms = Words<typeof termsVi>;\n`,
    en: `import type { Terms } from './terms.vi.js';\n\nexport const termsEn: Terms = ${write('en')};\n`,
  };
}
